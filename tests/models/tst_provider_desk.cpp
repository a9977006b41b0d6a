// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/system/provider_desk.h"

#include "store/prices.h"
#include "store/recipients.h"
#include "tests/models/desk_fixture.h"

#include <QAbstractItemModelTester>

using namespace gatehouse;
using namespace gatehouse::console;
using namespace gatehouse::console::test;

namespace {

struct Desk {
    Desk()
        : session(place.location())
        , desk(session)
    {
        QObject::connect(
            &desk, &ProviderDesk::failed, &desk, [this](const Error &error) { refused = error; });
    }
    [[nodiscard]] static ProviderEntry entry(const QString &name, const QString &kind, const QString &address)
    {
        ProviderEntry made;
        made.name = name;
        made.kind = kind;
        made.baseUrl = address;
        made.models = {"*"};
        return made;
    }
    [[nodiscard]] bool hasProvider(const QString &name)
    {
        const auto &rows = desk.providers().rows();
        return std::any_of(
            rows.begin(), rows.end(), [&](const ProviderEntry &row) { return row.name == name; });
    }
    [[nodiscard]] PriceEntry price(const QString &model)
    {
        const int row = desk.prices().rowOf(model);
        return row < 0 ? PriceEntry() : desk.prices().row(row);
    }

    DeskPlace place;
    StoreSession session;
    ProviderDesk desk;
    std::optional<Error> refused;
};

} // namespace

class TestProviderDesk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKindIsAdded_data();
    void everyKindIsAdded();
    void anErrorNamesTheField_data();
    void anErrorNamesTheField();
    void aCredentialGoesInAndNeverComesOut();
    void aCredentialIsReplaced();
    void addingIsTakenBack();
    void targetsAreSetAndTakenBack();
    void targetsSomebodyElseChangedAreNotOverwritten();
    void sharesFollowTheWeights();
    void pricesAreSetRemovedRevertedAndTakenBack();
    void anOwnPriceLeavesNoTrace();
};

void TestProviderDesk::everyKindIsAdded_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("version");
    QTest::newRow("openai") << "openai"
                            << "https://api.openai.com/v1" << QString();
    QTest::newRow("anthropic") << "anthropic"
                               << "https://api.anthropic.com/v1"
                               << "2023-06-01";
    QTest::newRow("azure") << "azure"
                           << "https://resource.openai.azure.com"
                           << "2024-10-21";
    QTest::newRow("sandbox") << "sandbox" << QString() << QString();
}

void TestProviderDesk::everyKindIsAdded()
{
    QFETCH(QString, kind);
    QFETCH(QString, address);
    QFETCH(QString, version);
    Desk t;
    QAbstractItemModelTester tester(
        &t.desk.providers(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    t.desk.addProvider(Desk::entry("fresh", kind, address), {});
    QTRY_VERIFY_WITH_TIMEOUT(t.hasProvider("fresh"), patienceMs);
    const ProviderEntry made = t.desk.providers().row(0);
    QCOMPARE(made.kind, kind);
    QCOMPARE(made.baseUrl, address);
    QCOMPARE(made.apiVersion, version);
}

void TestProviderDesk::anErrorNamesTheField_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("field");
    QTest::newRow("name") << " x"
                          << "openai"
                          << "https://host/v1"
                          << "name";
    QTest::newRow("taken") << "sandbox"
                           << "openai"
                           << "https://host/v1"
                           << "name";
    QTest::newRow("address") << "fresh"
                             << "openai"
                             << "host/v1"
                             << "base_url";
    QTest::newRow("password") << "fresh"
                              << "anthropic"
                              << "https://me:pw@host/v1"
                              << "base_url";
    QTest::newRow("sandbox") << "fresh"
                             << "sandbox"
                             << "https://host/v1"
                             << "base_url";
}

void TestProviderDesk::anErrorNamesTheField()
{
    QFETCH(QString, name);
    QFETCH(QString, kind);
    QFETCH(QString, address);
    QFETCH(QString, field);
    Desk t;
    t.desk.addProvider(Desk::entry(name, kind, address), {});
    QTRY_VERIFY_WITH_TIMEOUT(t.refused.has_value(), patienceMs);
    QVERIFY2(t.refused->where.starts_with(field.toStdString()), t.refused->line().c_str());
}

void TestProviderDesk::aCredentialGoesInAndNeverComesOut()
{
    Desk t;
    const QString credential = QStringLiteral("not-a-real-credential");
    t.desk.addProvider(Desk::entry("local", "openai", "http://127.0.0.1:9/v1"), credential);
    QTRY_VERIFY_WITH_TIMEOUT(t.hasProvider("local"), patienceMs);
    QVERIFY(t.desk.providers().row(0).hasCredential);
    for (int column = 0; column < t.desk.providers().columnCount(); ++column) {
        for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole)})
            QVERIFY(!t.desk.providers().index(0, column).data(role).toString().contains(credential));
    }
    // It was sealed for the recipients, of whom the store had none before.
    QTRY_COMPARE_WITH_TIMEOUT(t.desk.recipients().all.size(), 1, patienceMs);
    QVERIFY(t.desk.recipients().all.first().own);
    QVERIFY(t.desk.recipients().all.first().pinned);
    t.desk.removeProvider("local");
    QTRY_VERIFY_WITH_TIMEOUT(!t.hasProvider("local"), patienceMs);
}

void TestProviderDesk::aCredentialIsReplaced()
{
    Desk t;
    t.desk.addProvider(Desk::entry("fresh", "openai", "https://host/v1"), {});
    QTRY_VERIFY_WITH_TIMEOUT(t.hasProvider("fresh"), patienceMs);
    QVERIFY(!t.desk.providers().row(0).hasCredential);
    t.desk.replaceCredential("fresh", "the-next-one");
    QTRY_VERIFY_WITH_TIMEOUT(t.desk.providers().row(0).hasCredential, patienceMs);
    const auto loaded = store::loadProviders(t.place.store());
    QVERIFY(loaded.has_value());
    QVERIFY(loaded->front().credential.matches("the-next-one"));
    QVERIFY(!t.desk.undoSteps().text().contains("credential"));
    t.desk.replaceCredential("sandbox", "no-use");
    QTRY_VERIFY_WITH_TIMEOUT(t.refused.has_value(), patienceMs);
}

void TestProviderDesk::addingIsTakenBack()
{
    Desk t;
    t.desk.addProvider(Desk::entry("local", "openai", "http://127.0.0.1:9/v1"), {});
    QTRY_VERIFY_WITH_TIMEOUT(t.desk.undoSteps().text().contains("local"), patienceMs);
    t.desk.undoSteps().undo();
    QTRY_VERIFY_WITH_TIMEOUT(t.desk.providers().rowCount() == 1 && !t.hasProvider("local"), patienceMs);
    QVERIFY(t.desk.undoSteps().text().isEmpty());
    QVERIFY(!t.desk.undoSteps().canRedo()); // its credential is not kept here
}

void TestProviderDesk::targetsAreSetAndTakenBack()
{
    Desk t;
    const QList<TargetEntry> targets{
        {"fast", "sandbox", "sandbox-small", 3}, {"fast", "sandbox", "sandbox-large", 0}};
    t.desk.setTargets("fast", {}, targets);
    QTRY_COMPARE_WITH_TIMEOUT(t.desk.targets().rowCount(), 2, patienceMs);
    const auto shown = t.desk.targets().targetsOf("fast");
    t.desk.setTargets("fast", shown, {{"fast", "sandbox", "sandbox-small", 1}});
    QTRY_COMPARE_WITH_TIMEOUT(t.desk.targets().rowCount(), 1, patienceMs);
    t.desk.undoSteps().undo();
    QTRY_COMPARE_WITH_TIMEOUT(t.desk.targets().rowCount(), 2, patienceMs);
    QCOMPARE(t.desk.targets().row(0).weight, 3);
    t.desk.undoSteps().undo();
    QTRY_COMPARE_WITH_TIMEOUT(t.desk.targets().rowCount(), 0, patienceMs);
    t.desk.undoSteps().redo();
    QTRY_COMPARE_WITH_TIMEOUT(t.desk.targets().rowCount(), 2, patienceMs);
}

void TestProviderDesk::targetsSomebodyElseChangedAreNotOverwritten()
{
    Desk t;
    QVERIFY(store::addModelTarget(t.place.store(), {"fast", "sandbox", "sandbox-small", 1, {}}).has_value());
    t.desk.setTargets("fast", {}, {{"fast", "sandbox", "sandbox-large", 1}});
    QTRY_VERIFY_WITH_TIMEOUT(t.refused.has_value(), patienceMs);
    QCOMPARE(t.refused->kind, ErrorKind::Conflict);
}

void TestProviderDesk::sharesFollowTheWeights()
{
    Desk t;
    t.desk.setTargets(
        "fast", {}, {{"fast", "sandbox", "a", 1}, {"fast", "sandbox", "b", 3}, {"fast", "sandbox", "c", 0}});
    QTRY_COMPARE_WITH_TIMEOUT(t.desk.targets().rowCount(), 3, patienceMs);
    const auto share
        = [&](int row) { return t.desk.targets().index(row, TargetsModel::Share).data().toString(); };
    QCOMPARE(share(0), QString("75 % of the calls"));
    QCOMPARE(share(1), QString("25 % of the calls"));
    QCOMPARE(share(2), QString("only when the others fail"));
}

void TestProviderDesk::pricesAreSetRemovedRevertedAndTakenBack()
{
    Desk t;
    const QString model = "gpt-4o*";
    QTRY_VERIFY_WITH_TIMEOUT(t.price(model).price.has_value(), patienceMs);
    const Price shipped = *t.price(model).shipped;
    QVERIFY(!t.price(model).changedHere);
    t.desk.setPrice(model, {1, 2, 3});
    QTRY_VERIFY_WITH_TIMEOUT(t.price(model).changedHere, patienceMs);
    QCOMPARE(*t.price(model).shipped, shipped);
    t.desk.removePrice(model);
    QTRY_VERIFY_WITH_TIMEOUT(!t.price(model).price, patienceMs);
    t.desk.undoSteps().undo();
    QTRY_VERIFY_WITH_TIMEOUT(t.price(model).price == Price({1, 2, 3}), patienceMs);
    t.desk.revertPrice(model);
    QTRY_VERIFY_WITH_TIMEOUT(t.price(model).price == shipped, patienceMs);
    t.desk.undoSteps().undo();
    QTRY_VERIFY_WITH_TIMEOUT(t.price(model).price == Price({1, 2, 3}), patienceMs);
    t.desk.undoSteps().undo();
    QTRY_VERIFY_WITH_TIMEOUT(t.price(model).price == shipped, patienceMs);
    t.desk.undoSteps().redo();
    QTRY_VERIFY_WITH_TIMEOUT(t.price(model).price == Price({1, 2, 3}), patienceMs);
}

void TestProviderDesk::anOwnPriceLeavesNoTrace()
{
    Desk t;
    t.desk.setPrice("house-model", {1, 2, 1});
    QTRY_VERIFY_WITH_TIMEOUT(t.price("house-model").price.has_value(), patienceMs);
    QVERIFY(!t.price("house-model").shipped);
    t.desk.undoSteps().undo();
    QTRY_COMPARE_WITH_TIMEOUT(t.desk.prices().rowOf("house-model"), -1, patienceMs);
    t.desk.setPrice("house-model", {-1, 2, 1});
    QTRY_VERIFY_WITH_TIMEOUT(t.refused.has_value(), patienceMs);
    QCOMPARE(t.refused->where, std::string("in_uusd"));
}

QTEST_GUILESS_MAIN(TestProviderDesk)
#include "tst_provider_desk.moc"
