// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/keys/keys_filter.h"
#include "models/keys/keys_model.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace gatehouse;
using namespace gatehouse::console;

namespace {

constexpr auto strict = QAbstractItemModelTester::FailureReportingMode::QtTest;

KeyEntry entry(
    const QString &id, const QString &team, const QString &environment, KeyState state = KeyState::Active)
{
    KeyEntry made;
    made.id = id;
    made.team = team;
    made.environment = environment;
    made.useCase = QStringLiteral("chat");
    made.models = {QStringLiteral("sandbox-small")};
    made.state = state;
    return made;
}

std::vector<KeyEntry> threeKeys()
{
    return {entry("a", "support", "production"), entry("b", "payments", "staging"),
        entry("c", "payments", "production", KeyState::Revoked)};
}

} // namespace

class TestKeysModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void newKeysGoOnTopWithoutAReset();
    void aChangedKeyIsReplacedInPlace();
    void cellsSayWhatTheyMean();
    void theTreeFollowsTheKeys();
    void theTreeKeepsItsShapeWhenOnlyCountsChange();
    void theFilterNarrows();
    void neverSortsAfterEveryDate();
};

void TestKeysModel::newKeysGoOnTopWithoutAReset()
{
    KeysModel model;
    QAbstractItemModelTester tester(&model, strict);
    model.update(threeKeys());
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    auto keys = threeKeys();
    keys.insert(keys.begin(), entry("d", "search", "production"));
    model.update(keys);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(model.rowOf("d"), 0);
    QCOMPARE(model.rowOf("a"), 1);
    QCOMPARE(model.rowOf("nobody"), -1);
}

void TestKeysModel::aChangedKeyIsReplacedInPlace()
{
    KeysModel model;
    QAbstractItemModelTester tester(&model, strict);
    model.update(threeKeys());
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    auto keys = threeKeys();
    keys[1].state = KeyState::Suspended;
    model.update(keys);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed[0][0].toModelIndex().row(), 1);
    QCOMPARE(model.index(1, KeysModel::State).data().toString(), word(KeyState::Suspended));
}

void TestKeysModel::cellsSayWhatTheyMean()
{
    KeysModel model;
    model.update(threeKeys());
    QCOMPARE(model.index(0, KeysModel::Expires).data().toString(), QString("never"));
    QCOMPARE(model.index(0, KeysModel::LastUsed).data().toString(), QString("never"));
    QCOMPARE(model.index(0, KeysModel::Team).data(FilterFieldRole).toString(), QString("team"));
    QCOMPARE(
        model.index(0, KeysModel::Team).data(Qt::AccessibleTextRole).toString(), QString("Team support"));
    QCOMPARE(model.index(2, KeysModel::Id).data(IdRole).toString(), QString("c"));
}

void TestKeysModel::theTreeFollowsTheKeys()
{
    TeamTreeModel tree;
    QAbstractItemModelTester tester(&tree, strict);
    tree.update(threeKeys());
    QCOMPARE(tree.rowCount(), 3);
    const QModelIndex payments = tree.index(1, 0);
    QCOMPARE(tree.rowCount(payments), 2);
    QCOMPARE(tree.scope(tree.index(1, 0, payments)), (KeyScope{"payments", "staging"}));
    QCOMPARE(tree.scope(tree.index(0, 0)), KeyScope{});
    QCOMPARE(tree.indexOf({"payments", "staging"}), tree.index(1, 0, payments));
    QCOMPARE(tree.indexOf({"gone", {}}), tree.index(0, 0));
    tree.update({});
    QCOMPARE(tree.rowCount(), 1);
}

void TestKeysModel::theTreeKeepsItsShapeWhenOnlyCountsChange()
{
    TeamTreeModel tree;
    QAbstractItemModelTester tester(&tree, strict);
    tree.update(threeKeys());
    QSignalSpy reset(&tree, &QAbstractItemModel::modelReset);
    auto keys = threeKeys();
    keys[0].state = KeyState::Revoked;
    tree.update(keys);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(tree.index(2, 0).data().toString(), QString("support"));
    QVERIFY(tree.index(0, 0).data().toString().contains("1"));
}

void TestKeysModel::theFilterNarrows()
{
    KeysModel model;
    KeysFilter filter;
    QAbstractItemModelTester tester(&filter, strict);
    filter.setSourceModel(&model);
    model.update(threeKeys());
    QCOMPARE(filter.rowCount(), 3);
    filter.setScope({"payments", {}});
    QCOMPARE(filter.rowCount(), 2);
    filter.setShowEnded(false);
    QCOMPARE(filter.rowCount(), 1);
    filter.setWords("STAGING chat");
    QCOMPARE(filter.rowCount(), 1);
    filter.setWords("staging nothing");
    QCOMPARE(filter.rowCount(), 0);
}

void TestKeysModel::neverSortsAfterEveryDate()
{
    KeysModel model;
    KeysFilter filter;
    filter.setSourceModel(&model);
    auto keys = threeKeys();
    keys[1].expiresAt = QDateTime::currentDateTime().addDays(3);
    keys[2].expiresAt = QDateTime::currentDateTime().addDays(1);
    model.update(keys);
    filter.sort(KeysModel::Expires);
    QCOMPARE(filter.index(0, KeysModel::Id).data().toString(), QString("c"));
    QCOMPARE(filter.index(2, KeysModel::Id).data().toString(), QString("a"));
}

QTEST_GUILESS_MAIN(TestKeysModel)
#include "tst_keys_model.moc"
