// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/providers_page.h"

#include "store/prices.h"
#include "store/recipients.h"
#include "tests/ui/page_fixture.h"
#include "ui/providers/credential_dialog.h"
#include "ui/providers/price_dialog.h"
#include "ui/providers/provider_dialog.h"
#include "ui/providers/target_row.h"
#include "ui/providers/targets_dialog.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"

#include <QComboBox>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>

using namespace gatehouse;
using namespace gatehouse::console;
using namespace gatehouse::console::test;

namespace {

struct Desk : PageFixture<ProvidersPage> {
    using PageFixture::PageFixture;
    // Of the tab that is shown.
    [[nodiscard]] DataTable *table() const
    {
        return page->template findChild<QTabWidget *>()->currentWidget()->template findChild<DataTable *>();
    }
    void press(Qt::Key key) const
    {
        page->activateWindow();
        if (!QTest::qWaitForWindowActive(page.get()))
            qFatal("the page does not become active");
        table()->setFocus();
        QTest::keyClick(table(), key);
    }
    template <class Dialog>
    [[nodiscard]] QPointer<Dialog> opened() const
    {
        return page->template findChild<Dialog *>();
    }
};

QString problemOf(const QDialog *dialog, const char *field)
{
    const auto *label = dialog->findChild<QLabel *>(QLatin1String(field) + QStringLiteral("_problem"));
    return label && label->isVisible() ? label->text() : QString();
}

void write(const QDialog *dialog, const char *field, const QString &text)
{
    dialog->findChild<QLineEdit *>(QLatin1String(field))->setText(text);
}

void save(const QDialog *dialog)
{
    dialog->findChild<QPushButton *>("save")->click();
}

const store::Provider *storedProvider(const std::vector<store::ProviderRow> &rows, const std::string &name)
{
    for (const store::ProviderRow &row : rows) {
        if (row.provider.name == name)
            return &row.provider;
    }
    return nullptr;
}

} // namespace

class TestProvidersPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fiveKindsAreOffered();
    void aProviderIsAddedByKey();
    void theDialogNamesTheField();
    void theDialogSaysWhomItSealsFor();
    void anUnknownRecipientIsNamed();
    void aCredentialIsReplacedByKey();
    void removingAsksAndNamesTheProvider();
    void aModelGetsTargets();
    void targetsAreEditedAndUndone();
    void pricesAreEditedAndReverted();
    void aPriceThatCannotBeReadIsNamed();
    void emptyTabsLeadOn();
    void everyControlHasAName();
};

void TestProvidersPage::fiveKindsAreOffered()
{
    DeskPlace place;
    Desk t(place);
    QVERIFY(t.show());
    t.press(Qt::Key_N);
    const auto dialog = t.opened<ProviderDialog>();
    QVERIFY(dialog);
    auto *kind = dialog->findChild<QComboBox *>("kind");
    auto *address = dialog->findChild<QLineEdit *>("base_url");
    auto *version = dialog->findChild<QLineEdit *>("api_version");
    QCOMPARE(kind->count(), 5);
    QCOMPARE(address->text(), QString("https://api.openai.com/v1"));
    QVERIFY(!version->isEnabled());
    kind->setCurrentIndex(1);
    QCOMPARE(address->text(), QString("https://api.anthropic.com/v1"));
    QVERIFY(version->isEnabled());
    kind->setCurrentIndex(2);
    QCOMPARE(address->text(), QString());
    address->setText("https://mine.example/v1");
    kind->setCurrentIndex(3);
    QCOMPARE(address->text(), QString("https://mine.example/v1"));
    kind->setCurrentIndex(4);
    QVERIFY(!address->isEnabled());
    QVERIFY(!dialog->findChild<QLineEdit *>("credential")->isEnabled());
}

void TestProvidersPage::aProviderIsAddedByKey()
{
    DeskPlace place;
    Desk t(place);
    QVERIFY(t.show());
    t.press(Qt::Key_N);
    const auto dialog = t.opened<ProviderDialog>();
    dialog->findChild<QComboBox *>("kind")->setCurrentIndex(2);
    write(dialog, "name", "azure-eu");
    write(dialog, "base_url", "https://resource.example");
    write(dialog, "models", "gpt-4o, gpt-4o-mini");
    write(dialog, "credential", "not-a-real-credential");
    dialog->findChild<QSpinBox *>("weight")->setValue(3);
    save(dialog);
    QTRY_VERIFY_WITH_TIMEOUT(!dialog, patienceMs);
    const auto rows = store::listProviders(place.store());
    const store::Provider *made = storedProvider(*rows, "azure-eu");
    QVERIFY(made);
    QCOMPARE(made->kind, store::ProviderKind::Azure);
    QCOMPARE(made->weight, 3);
    QCOMPARE(made->models, (std::vector<std::string>{"gpt-4o", "gpt-4o-mini"}));
    for (const auto *field : t.page->findChildren<QLineEdit *>())
        QVERIFY(!field->text().contains("not-a-real-credential"));
}

void TestProvidersPage::theDialogNamesTheField()
{
    DeskPlace place;
    Desk t(place);
    QVERIFY(t.show());
    t.press(Qt::Key_N);
    const auto dialog = t.opened<ProviderDialog>();
    dialog->findChild<QComboBox *>("kind")->setCurrentIndex(3);
    write(dialog, "name", "sandbox");
    write(dialog, "base_url", "host/v1");
    save(dialog);
    QTRY_VERIFY_WITH_TIMEOUT(!problemOf(dialog, "base_url").isEmpty(), patienceMs);
    write(dialog, "base_url", "https://host/v1");
    save(dialog);
    QTRY_VERIFY_WITH_TIMEOUT(problemOf(dialog, "name").contains("exists already"), patienceMs);
    QVERIFY(problemOf(dialog, "base_url").isEmpty());
    QCOMPARE(dialog->focusWidget()->objectName(), QString("name"));
    QVERIFY(t.trouble.isEmpty());
}

void TestProvidersPage::theDialogSaysWhomItSealsFor()
{
    DeskPlace place;
    QVERIFY(store::ensureFirstRecipient(place.store()).has_value());
    Desk t(place);
    QVERIFY(t.show());
    t.press(Qt::Key_N);
    const auto dialog = t.opened<ProviderDialog>();
    const QString words = dialog->findChild<QLabel *>("sealing")->text();
    const auto recipients = store::listRecipients(place.store());
    QVERIFY2(words.contains("first gateway, this machine"), qPrintable(words));
    QVERIFY2(words.contains(toQString(recipients->front().fingerprint).left(12)), qPrintable(words));
}

void TestProvidersPage::anUnknownRecipientIsNamed()
{
    DeskPlace place;
    QVERIFY(store::sealCredential(place.store(), SecretString("made-up")).has_value());
    DeskPlace other;
    const auto theirs = store::ownCertificate(other.location().toStdString());
    QVERIFY(theirs.has_value());
    // Written to the store by somebody who has no part in it.
    store::test::Intruder intruder(place.place.store());
    intruder.run("INSERT INTO recipient (fingerprint, name, certificate, added_at, added_by) VALUES ('"
        + theirs->fingerprint + "', 'mallory', '" + theirs->pem + "', 0, 'x')");
    Desk t(place);
    QVERIFY(t.show());
    t.press(Qt::Key_N);
    const auto dialog = t.opened<ProviderDialog>();
    QVERIFY(dialog->findChild<QLabel *>("sealing")->text().contains("mallory"));
    dialog->findChild<QComboBox *>("kind")->setCurrentIndex(0);
    write(dialog, "name", "main");
    write(dialog, "credential", "not-a-real-credential");
    save(dialog);
    auto *problem = dialog->findChild<QLabel *>("problem");
    QTRY_VERIFY_WITH_TIMEOUT(problem->isVisible(), patienceMs);
    QVERIFY(problem->text().contains(toQString(theirs->fingerprint)));
    QCOMPARE(store::listProviders(place.store())->size(), std::size_t{1});
}

void TestProvidersPage::aCredentialIsReplacedByKey()
{
    DeskPlace place;
    store::Provider main;
    main.name = "main";
    main.baseUrl = "https://host/v1";
    main.credential = SecretString("the-one-before");
    QVERIFY(store::addProvider(place.store(), main).has_value());
    Desk t(place);
    QVERIFY(t.show());
    t.press(Qt::Key_C);
    const auto dialog = t.opened<CredentialDialog>();
    QVERIFY(dialog);
    QVERIFY(dialog->windowTitle().contains("main"));
    QVERIFY(dialog->findChild<QLabel *>("sealing")->text().contains("this machine"));
    QCOMPARE(t.namelessControls().join(", "), QString());
    save(dialog);
    QVERIFY(!problemOf(dialog, "credential").isEmpty());
    write(dialog, "credential", "the-next-one");
    save(dialog);
    QTRY_VERIFY_WITH_TIMEOUT(!dialog, patienceMs);
    const auto loaded = store::loadProviders(place.store());
    QVERIFY(loaded->front().credential.matches("the-next-one"));
    for (const auto *field : t.page->findChildren<QLineEdit *>())
        QVERIFY(!field->text().contains("the-next-one"));
}

void TestProvidersPage::removingAsksAndNamesTheProvider()
{
    DeskPlace place;
    QVERIFY(store::addModelTarget(place.store(), {"fast", "sandbox", "sandbox-small", 1, {}}).has_value());
    Desk t(place);
    QVERIFY(t.show());
    t.press(Qt::Key_Delete);
    const auto question = t.opened<QMessageBox>();
    QVERIFY(question);
    QVERIFY(question->text().contains("Remove sandbox?"));
    QVERIFY(question->text().contains("1 target"));
    QTest::keyClick(question, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!question, patienceMs);
    QCOMPARE(store::listProviders(place.store())->size(), std::size_t{1});
    t.press(Qt::Key_Delete);
    for (auto *button : t.opened<QMessageBox>()->buttons()) {
        if (button->text() == "Remove provider")
            button->click();
    }
    QTRY_VERIFY_WITH_TIMEOUT(store::listProviders(place.store())->empty(), patienceMs);
}

void TestProvidersPage::aModelGetsTargets()
{
    DeskPlace place;
    Desk t(place);
    QVERIFY(t.show());
    t.page->open({{"tab", "models"}});
    t.action("models.add")->trigger();
    const auto dialog = t.opened<TargetsDialog>();
    save(dialog);
    QTRY_VERIFY_WITH_TIMEOUT(!problemOf(dialog, "model").isEmpty(), patienceMs);
    write(dialog, "model", "fast");
    dialog->findChild<QPushButton *>("add_target")->click();
    const auto rows = dialog->findChildren<TargetRow *>();
    QCOMPARE(rows.size(), 2);
    rows[0]->findChild<QLineEdit *>("target_upstream")->setText("sandbox-small");
    rows[0]->findChild<QSpinBox *>("target_weight")->setValue(3);
    rows[1]->findChild<QSpinBox *>("target_weight")->setValue(0);
    save(dialog);
    QTRY_VERIFY_WITH_TIMEOUT(!dialog, patienceMs);
    const auto targets = store::listModelTargets(place.store());
    QCOMPARE(targets->size(), std::size_t{2});
    QCOMPARE(targets->front().upstreamModel, std::string("fast"));
    QCOMPARE(targets->back().weight, 3);
    QTRY_COMPARE_WITH_TIMEOUT(t.table()->model()->rowCount(), 2, patienceMs);
}

void TestProvidersPage::targetsAreEditedAndUndone()
{
    DeskPlace place;
    QVERIFY(store::addModelTarget(place.store(), {"fast", "sandbox", "sandbox-small", 1, {}}).has_value());
    Desk t(place);
    QVERIFY(t.show());
    t.page->open({{"tab", "models"}});
    QTRY_COMPARE_WITH_TIMEOUT(t.table()->model()->rowCount(), 1, patienceMs);
    t.press(Qt::Key_E);
    const auto dialog = t.opened<TargetsDialog>();
    QVERIFY(dialog);
    QVERIFY(!dialog->findChild<QLineEdit *>("model")->isEnabled());
    dialog->findChild<QSpinBox *>("target_weight")->setValue(7);
    save(dialog);
    QTRY_VERIFY_WITH_TIMEOUT(!dialog, patienceMs);
    const auto weight = [&] { return store::listModelTargets(place.store())->front().weight; };
    QCOMPARE(weight(), 7);
    QTRY_VERIFY_WITH_TIMEOUT(t.action("providers.undo")->isEnabled(), patienceMs);
    t.press(Qt::Key_Z);
    QTRY_COMPARE_WITH_TIMEOUT(weight(), 1, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(t.table()->model()->index(0, 3).data().toString(), QString("1"), patienceMs);
    t.press(Qt::Key_Delete);
    QTRY_VERIFY_WITH_TIMEOUT(store::listModelTargets(place.store())->empty(), patienceMs);
}

void TestProvidersPage::pricesAreEditedAndReverted()
{
    DeskPlace place;
    Desk t(place);
    QVERIFY(t.show());
    t.page->open({{"tab", "prices"}});
    QVERIFY(t.table()->model()->rowCount() > 5);
    const QString model = t.table()->currentIndex().siblingAtColumn(0).data().toString();
    const auto stored = [&] {
        const auto all = store::listPrices(place.store());
        for (const auto &each : *all) {
            if (toQString(each.row.model) == model)
                return each;
        }
        return store::ListedPrice();
    };
    QVERIFY(stored().builtIn);
    QVERIFY(!t.action("prices.revert")->isEnabled());
    t.press(Qt::Key_E);
    const auto dialog = t.opened<PriceDialog>();
    QVERIFY(dialog);
    QVERIFY(dialog->findChild<QLabel *>("shipped")->text().contains("in,"));
    write(dialog, "in_uusd", "1.5");
    write(dialog, "out_uusd", "6");
    write(dialog, "cached_uusd", {});
    save(dialog);
    QTRY_VERIFY_WITH_TIMEOUT(!dialog, patienceMs);
    QCOMPARE(stored().row.price, (Price{1'500'000, 6'000'000, 1'500'000}));
    QTRY_VERIFY_WITH_TIMEOUT(t.action("prices.revert")->isEnabled(), patienceMs);
    QVERIFY(
        t.table()->currentIndex().siblingAtColumn(4).data().toString().startsWith("changed here; shipped:"));
    t.press(Qt::Key_V);
    QTRY_VERIFY_WITH_TIMEOUT(stored().builtIn, patienceMs);
}

void TestProvidersPage::aPriceThatCannotBeReadIsNamed()
{
    DeskPlace place;
    Desk t(place);
    QVERIFY(t.show());
    t.page->open({{"tab", "prices"}});
    t.press(Qt::Key_N);
    const auto dialog = t.opened<PriceDialog>();
    write(dialog, "in_uusd", "cheap");
    save(dialog);
    QVERIFY(problemOf(dialog, "in_uusd").contains("cheap"));
    write(dialog, "in_uusd", "1");
    write(dialog, "out_uusd", "2");
    save(dialog);
    QTRY_VERIFY_WITH_TIMEOUT(!problemOf(dialog, "model").isEmpty(), patienceMs);
    QVERIFY(problemOf(dialog, "in_uusd").isEmpty());
}

void TestProvidersPage::emptyTabsLeadOn()
{
    DeskPlace place;
    QVERIFY(store::removeProvider(place.store(), "sandbox").has_value());
    Desk t(place);
    QVERIFY(t.show());
    auto *empty = t.table()->parentWidget()->findChild<EmptyState *>("empty");
    QVERIFY(empty->isVisible());
    Q_EMIT empty->actionWanted();
    QVERIFY(t.opened<ProviderDialog>());
    QVERIFY(!t.action("models.add")->isEnabled());
}

void TestProvidersPage::everyControlHasAName()
{
    DeskPlace place;
    QVERIFY(store::addModelTarget(place.store(), {"fast", "sandbox", "sandbox-small", 1, {}}).has_value());
    Desk t(place);
    QVERIFY(t.show());
    for (const char *command : {"providers.add", "models.edit", "prices.edit"}) {
        t.page->open({{"tab", QString(command).section('.', 0, 0)}});
        t.action(command)->trigger();
        QCOMPARE(t.namelessControls().join(", "), QString());
        for (auto *dialog : t.page->findChildren<EditDialog *>())
            dialog->reject();
    }
}

QTEST_MAIN(TestProvidersPage)
#include "tst_providers_page.moc"
