// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/keys_page.h"

#include "core/access/virtual_key.h"
#include "models/table_model.h"
#include "store/limits.h"
#include "tests/ui/page_fixture.h"
#include "ui/keys/issue_dialog.h"
#include "ui/keys/issued_key_view.h"
#include "ui/keys/key_edit_dialog.h"
#include "ui/keys/limit_meter.h"
#include "ui/keys/limit_row.h"
#include "ui/keys/limits_dialog.h"
#include "ui/keys/raise_fields.h"
#include "ui/keys/revoke_dialog.h"
#include "ui/keys/rotate_dialog.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDateEdit>
#include <QDateTimeEdit>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QToolButton>
#include <QTreeView>

using namespace gatehouse;
using namespace gatehouse::console;
using namespace gatehouse::console::test;

namespace {

using Desk = PageFixture<KeysPage>;

// The dialog as someone fills it in.
struct Issue {
    explicit Issue(Desk &desk)
    {
        desk.action("keys.issue")->trigger();
        dialog = desk.page->findChild<IssueDialog *>();
    }
    void fill(const QString &team, const QString &models) const
    {
        name("team")->setEditText(team);
        name("environment")->setEditText("production");
        name("use_case")->setEditText("chat");
        dialog->findChild<QLineEdit *>("models")->setText(models);
    }
    void press() const { dialog->findChild<QPushButton *>("issue")->click(); }
    [[nodiscard]] QComboBox *name(const char *field) const
    {
        return dialog->findChild<QComboBox *>(QLatin1String(field));
    }
    [[nodiscard]] QString problem(const char *field) const
    {
        const auto *label = dialog->findChild<QLabel *>(QLatin1String(field) + QStringLiteral("_problem"));
        return label->isVisible() ? label->text() : QString();
    }
    QPointer<IssueDialog> dialog;
};

KeyState storedState(DeskPlace &place, const KeyId &id)
{
    const auto key = store::showKey(place.store(), id);
    return key ? key->record.state : KeyState::Expired;
}

QStringList limitTextsOf(DeskPlace &place, LimitTier tier, const std::string &name)
{
    QStringList texts;
    const auto all = store::listLimits(place.store());
    for (const SubjectLimits &subject : *all) {
        if (subject.tier != tier || subject.name != name)
            continue;
        for (const Limit &limit : subject.limits)
            texts.append(toQString(limitText(limit)));
    }
    return texts;
}

} // namespace

class TestKeysPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aKeyIsIssuedAndSeenOnce();
    void theFormNamesTheFieldThatNeedsSomething();
    void newNamesAreCreatedOnlyWhenTicked();
    void expiryIsNinetyDays();
    void revokingNamesWhatStops();
    void keepingAKeyChangesNothing();
    void aKeyIsSuspendedAndResumedByKey();
    void theTreeNarrowsTheTable();
    void anEmptyStoreLeadsToTheFirstKey();
    void callsOfAKeyAreOneStepAway();
    void aKeyIsIssuedWithLimits();
    void anErrorUncoversItsField();
    void limitsAreEditedAndUndoneByKey();
    void aLimitThatCannotBeReadIsNamed();
    void limitsOfATeamAreEditedFromTheTree();
    void aLimitIsRaisedForAWhile();
    void aRaiseThatCannotBeReadIsNamed();
    void aKeyIsEditedAndUndoneByKey();
    void theEditDialogNamesTheField();
    void aKeyIsRotatedByKey();
    void thePanelShowsEveryTier();
    void everyControlHasAName();
};

void TestKeysPage::aKeyIsIssuedAndSeenOnce()
{
    DeskPlace place;
    Desk t(place);
    QVERIFY(t.show());
    Issue issue(t);
    issue.fill("payments", "sandbox-small");
    issue.dialog->findChild<QCheckBox *>("create")->setChecked(true);
    issue.press();
    QTRY_VERIFY_WITH_TIMEOUT(issue.dialog->findChild<QLineEdit *>("secret"), patienceMs);
    const QString secret = issue.dialog->findChild<QLineEdit *>("secret")->text();
    const auto parsed = parseVirtualKey(secret.toStdString());
    QVERIFY(parsed.has_value());
    auto *copy = issue.dialog->findChild<CopyButton *>("copy_secret");
    copy->setSecretLifetime(1);
    copy->click();
    QTRY_VERIFY_WITH_TIMEOUT(QGuiApplication::clipboard()->text() != secret, patienceMs);
    QCOMPARE(IssuedKeyView::clipboardMs, 30'000);
    QTest::keyClick(issue.dialog, Qt::Key_Escape);
    QVERIFY(issue.dialog->isVisible());
    issue.press();
    QTRY_VERIFY_WITH_TIMEOUT(!issue.dialog, patienceMs);
    for (const auto *field : t.page->findChildren<QLineEdit *>())
        QVERIFY(!field->text().contains(secret));
    for (const auto *text : t.page->findChildren<QLabel *>())
        QVERIFY(!text->text().contains(secret));
    QTRY_COMPARE_WITH_TIMEOUT(t.find<DataTable>("keys_table")->currentIndex().data(IdRole).toString(),
        toQString(parsed->id.value), patienceMs);
}

void TestKeysPage::theFormNamesTheFieldThatNeedsSomething()
{
    DeskPlace place;
    place.issueKey();
    Desk t(place);
    QVERIFY(t.show());
    Issue issue(t);
    issue.press();
    QVERIFY(issue.problem("team").startsWith("Team"));
    issue.fill("payments", {});
    issue.press();
    QVERIFY(issue.problem("team").isEmpty());
    QVERIFY(issue.problem("models").startsWith("Models"));
    QCOMPARE(issue.dialog->focusWidget()->objectName(), QString("models"));
}

void TestKeysPage::newNamesAreCreatedOnlyWhenTicked()
{
    DeskPlace place;
    place.issueKey();
    Desk t(place);
    QVERIFY(t.show());
    Issue issue(t);
    auto *create = issue.dialog->findChild<QCheckBox *>("create");
    issue.fill("payments", "sandbox-small");
    QVERIFY(!create->isVisible());
    issue.fill("research", "sandbox-small");
    QVERIFY(create->isVisible());
    QVERIFY(create->text().contains("research"));
    issue.press();
    QVERIFY(!issue.dialog->findChild<QLineEdit *>("secret"));
    QCOMPARE(store::listKeys(place.store())->size(), std::size_t(1));
    create->setChecked(true);
    issue.press();
    QTRY_VERIFY_WITH_TIMEOUT(issue.dialog->findChild<QLineEdit *>("secret"), patienceMs);
}

void TestKeysPage::expiryIsNinetyDays()
{
    DeskPlace place;
    Desk t(place);
    QVERIFY(t.show());
    Issue issue(t);
    const auto *expires = issue.dialog->findChild<QDateEdit *>("expires");
    QCOMPARE(expires->date(), QDate::currentDate().addDays(90));
    QVERIFY(expires->minimumDate() > QDate::currentDate());
}

void TestKeysPage::revokingNamesWhatStops()
{
    DeskPlace place;
    const KeyId id = place.issueKey("support", "staging").row.record.id;
    Desk t(place);
    QVERIFY(t.show());
    t.action("keys.revoke")->trigger();
    QPointer<RevokeDialog> dialog = t.page->findChild<RevokeDialog *>();
    QVERIFY(dialog);
    QString all;
    for (const auto *label : dialog->findChildren<QLabel *>())
        all += label->text();
    for (const QString &named :
        {toQString(id.value), QString("support"), QString("staging"), QString("chat")})
        QVERIFY2(all.contains(named), qPrintable(named));
    QTRY_VERIFY_WITH_TIMEOUT(
        dialog->findChild<QLabel *>("effect")->text().contains("Nothing has ever called"), patienceMs);
    dialog->findChild<QLineEdit *>("reason")->setText("retired");
    dialog->findChild<QPushButton *>("revoke")->click();
    QTRY_COMPARE_WITH_TIMEOUT(storedState(place, id), KeyState::Revoked, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!t.action("keys.revoke")->isEnabled(), patienceMs);
}

void TestKeysPage::keepingAKeyChangesNothing()
{
    DeskPlace place;
    const KeyId id = place.issueKey().row.record.id;
    Desk t(place);
    QVERIFY(t.show());
    t.action("keys.revoke")->trigger();
    QPointer<RevokeDialog> dialog = t.page->findChild<RevokeDialog *>();
    // Enter is the careful answer.
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!dialog, patienceMs);
    QCOMPARE(storedState(place, id), KeyState::Active);
}

void TestKeysPage::aKeyIsSuspendedAndResumedByKey()
{
    DeskPlace place;
    const KeyId id = place.issueKey().row.record.id;
    Desk t(place);
    QVERIFY(t.show());
    auto *table = t.find<DataTable>("keys_table");
    table->setFocus();
    QTest::keyClick(table, Qt::Key_P);
    QTRY_COMPARE_WITH_TIMEOUT(storedState(place, id), KeyState::Suspended, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(t.action("keys.suspend")->text(), QString("Resume key"), patienceMs);
    QTest::keyClick(table, Qt::Key_P);
    QTRY_COMPARE_WITH_TIMEOUT(storedState(place, id), KeyState::Active, patienceMs);
}

void TestKeysPage::theTreeNarrowsTheTable()
{
    DeskPlace place;
    place.issueKey("payments");
    place.issueKey("support");
    Desk t(place);
    QVERIFY(t.show());
    auto *tree = t.find<QTreeView>();
    auto *table = t.find<DataTable>("keys_table");
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 2, patienceMs);
    tree->setCurrentIndex(tree->model()->index(2, 0));
    QCOMPARE(table->model()->rowCount(), 1);
    place.issueKey("search");
    QTRY_COMPARE_WITH_TIMEOUT(tree->model()->rowCount(), 4, patienceMs);
}

void TestKeysPage::anEmptyStoreLeadsToTheFirstKey()
{
    DeskPlace place;
    Desk t(place);
    QVERIFY(t.show());
    auto *press = t.button(t.action("keys.issue")->text());
    QVERIFY(press);
    Q_EMIT t.find<EmptyState>("empty")->actionWanted();
    QVERIFY(t.page->findChild<IssueDialog *>());
}

void TestKeysPage::callsOfAKeyAreOneStepAway()
{
    DeskPlace place;
    const KeyId id = place.issueKey().row.record.id;
    Desk t(place);
    QVERIFY(t.show());
    t.action("keys.calls")->trigger();
    QCOMPARE(t.wentTo, QString("explorer"));
    QCOMPARE(t.wentFor["filter"].toString(), "key:" + toQString(id.value));
}

void TestKeysPage::aKeyIsIssuedWithLimits()
{
    DeskPlace place;
    place.issueKey();
    QVERIFY(
        store::setLimits(place.store(), LimitTier::Team, "payments", {*parseLimit("10usd/day")}).has_value());
    Desk t(place);
    QVERIFY(t.show());
    Issue issue(t);
    issue.fill("payments", "sandbox-*");
    QVERIFY(
        issue.dialog->findChild<QLabel *>("other_limits")->text().contains("Team payments: 10.00 USD a day"));
    issue.dialog->findChild<QPushButton *>("add_limit")->click();
    auto *row = issue.dialog->findChild<LimitRow *>();
    row->findChild<QLineEdit *>("amount")->setText("60");
    issue.dialog->findChild<QLineEdit *>("addresses")->setText("10.0.0.0/8, 192.168.0.0/16");
    issue.dialog->findChild<QLineEdit *>("metadata")->setText("tier=gold, owner=x");
    issue.dialog->findChild<QCheckBox *>("route_moderations")->setChecked(false);
    issue.press();
    QTRY_VERIFY_WITH_TIMEOUT(issue.dialog->findChild<QLineEdit *>("secret"), patienceMs);
    const auto key = store::listKeys(place.store())->front().record;
    QCOMPARE(key.entitlement.addresses.size(), std::size_t{2});
    QCOMPARE(key.entitlement.routes.size(), std::size_t{6});
    QCOMPARE(key.identity.keyMetadata.at("tier"), std::string("gold"));
    QCOMPARE(limitTextsOf(place, LimitTier::Key, key.id.value), QStringList{"60requests/minute"});
}

void TestKeysPage::anErrorUncoversItsField()
{
    DeskPlace place;
    place.issueKey();
    Desk t(place);
    QVERIFY(t.show());
    Issue issue(t);
    issue.fill("payments", "sandbox-small");
    issue.dialog->findChild<QLineEdit *>("addresses")->setText("10.0.0.1/8");
    issue.press();
    QTRY_VERIFY_WITH_TIMEOUT(!issue.problem("addresses").isEmpty(), patienceMs);
    QVERIFY(issue.problem("addresses").contains("10.0.0.1/8"));
    QCOMPARE(issue.dialog->focusWidget()->objectName(), QString("addresses"));
    QVERIFY(!issue.dialog->findChild<QLineEdit *>("secret"));
}

void TestKeysPage::limitsAreEditedAndUndoneByKey()
{
    DeskPlace place;
    const KeyId id = place.issueKey().row.record.id;
    Desk t(place);
    QVERIFY(t.show());
    QString undoable;
    connect(t.page.get(), &Page::undoTextChanged, this, [&](const QString &text) { undoable = text; });
    auto *table = t.find<DataTable>("keys_table");
    table->setFocus();
    QTest::keyClick(table, Qt::Key_L);
    QPointer<LimitsDialog> dialog = t.page->findChild<LimitsDialog *>();
    QVERIFY(dialog);
    dialog->findChild<QPushButton *>("add_limit")->click();
    auto *row = dialog->findChild<LimitRow *>();
    row->findChild<QLineEdit *>("amount")->setText("10");
    row->findChild<QComboBox *>("unit")->setCurrentIndex(2);
    row->findChild<QComboBox *>("period")->setCurrentIndex(4);
    QCOMPARE(row->findChild<QComboBox *>("clock")->currentText(), QString("UTC"));
    row->findChild<QComboBox *>("clock")->setEditText("Europe/Berlin");
    dialog->findChild<QPushButton *>("save")->click();
    QTRY_VERIFY_WITH_TIMEOUT(!dialog, patienceMs);
    QCOMPARE(limitTextsOf(place, LimitTier::Key, id.value), QStringList{"10.00usd/month@Europe/Berlin"});
    QTRY_VERIFY_WITH_TIMEOUT(undoable.contains(toQString(id.value)), patienceMs);
    t.page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(t.page.get()));
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Z);
    QTRY_VERIFY_WITH_TIMEOUT(limitTextsOf(place, LimitTier::Key, id.value).isEmpty(), patienceMs);
    QCOMPARE(undoable, QString());
    QTest::keyClick(table, Qt::Key_Z, Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(limitTextsOf(place, LimitTier::Key, id.value).size(), 1, patienceMs);
}

void TestKeysPage::aLimitThatCannotBeReadIsNamed()
{
    DeskPlace place;
    place.issueKey();
    Desk t(place);
    QVERIFY(t.show());
    t.action("keys.limits")->trigger();
    QPointer<LimitsDialog> dialog = t.page->findChild<LimitsDialog *>();
    dialog->findChild<QPushButton *>("add_limit")->click();
    auto *row = dialog->findChild<LimitRow *>();
    auto *clock = row->findChild<QComboBox *>("clock");
    row->findChild<QLineEdit *>("amount")->setText("5");
    row->findChild<QComboBox *>("period")->setCurrentIndex(2);
    clock->setEditText("Mars/Olympus");
    dialog->findChild<QPushButton *>("save")->click();
    QVERIFY(row->findChild<QLabel *>("limit_problem")->text().contains("Mars/Olympus"));
    QVERIFY(dialog->isVisible());
    clock->setEditText("rolling");
    dialog->findChild<QPushButton *>("add_limit")->click();
    auto *second = dialog->findChildren<LimitRow *>().last();
    second->findChild<QLineEdit *>("amount")->setText("6");
    second->findChild<QComboBox *>("period")->setCurrentIndex(2);
    dialog->findChild<QPushButton *>("save")->click();
    QTRY_VERIFY_WITH_TIMEOUT(second->findChild<QLabel *>("limit_problem")->isVisible(), patienceMs);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(!dialog, patienceMs);
    QVERIFY(store::listLimits(place.store())->empty());
}

void TestKeysPage::limitsOfATeamAreEditedFromTheTree()
{
    DeskPlace place;
    place.issueKey("support", "staging");
    Desk t(place);
    QVERIFY(t.show());
    auto *tree = t.find<QTreeView>();
    tree->setCurrentIndex(tree->model()->index(1, 0));
    tree->setFocus();
    QTest::keyClick(tree, Qt::Key_L);
    QPointer<LimitsDialog> dialog = t.page->findChild<LimitsDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QComboBox *>("whose")->currentText(), QString("Team support"));
    dialog->findChild<QPushButton *>("add_limit")->click();
    auto *row = dialog->findChild<LimitRow *>();
    row->findChild<QLineEdit *>("amount")->setText("4");
    row->findChild<QComboBox *>("unit")->setCurrentIndex(4);
    QVERIFY(!row->findChild<QComboBox *>("period")->isVisible());
    dialog->findChild<QPushButton *>("save")->click();
    QTRY_VERIFY_WITH_TIMEOUT(!dialog, patienceMs);
    QCOMPARE(limitTextsOf(place, LimitTier::Team, "support"), QStringList{"4parallel"});
}

void TestKeysPage::aLimitIsRaisedForAWhile()
{
    DeskPlace place;
    const KeyId id = place.issueKey().row.record.id;
    QVERIFY(
        store::setLimits(place.store(), LimitTier::Key, id.value, {*parseLimit("10usd/day")}).has_value());
    Desk t(place);
    QVERIFY(t.show());
    t.action("keys.limits")->trigger();
    QPointer<LimitsDialog> dialog = t.page->findChild<LimitsDialog *>();
    auto *fields = dialog->findChild<RaiseFields *>();
    QVERIFY(!fields->isVisible());
    dialog->findChild<QToolButton *>("raise")->click();
    QVERIFY(fields->isVisible());
    fields->findChild<QLineEdit *>("raise_amount")->setText("2.50");
    const QDateTime until(QDate::currentDate().addDays(3), QTime(8, 30));
    fields->findChild<QDateTimeEdit *>("raise_until")->setDateTime(until);
    QCOMPARE(t.namelessControls().join(", "), QString());
    dialog->findChild<QPushButton *>("save")->click();
    QTRY_VERIFY_WITH_TIMEOUT(!dialog, patienceMs);
    const std::string end = until.toUTC().toString(Qt::ISODate).toStdString();
    QCOMPARE(limitTextsOf(place, LimitTier::Key, id.value),
        QStringList{"10.00usd/day+2.50 until " + toQString(end)});
    const auto words = [&] {
        const auto *meter = t.find<KeyPanel>()->findChild<LimitMeter *>();
        return meter ? meter->findChild<QLabel *>()->text() : QString();
    };
    QTRY_VERIFY_WITH_TIMEOUT(words().contains("10.00 USD a day, raised by 2.50 USD until "), patienceMs);

    // It is shown as it is, and taken back.
    t.action("keys.limits")->trigger();
    dialog = t.page->findChild<LimitsDialog *>();
    QCOMPARE(dialog->findChild<QLineEdit *>("raise_amount")->text(), QString("2.50"));
    QCOMPARE(dialog->findChild<QDateTimeEdit *>("raise_until")->dateTime(), until);
    dialog->findChild<QToolButton *>("raise")->click();
    dialog->findChild<QPushButton *>("save")->click();
    QTRY_VERIFY_WITH_TIMEOUT(!dialog, patienceMs);
    QCOMPARE(limitTextsOf(place, LimitTier::Key, id.value), QStringList{"10.00usd/day"});
}

void TestKeysPage::aRaiseThatCannotBeReadIsNamed()
{
    DeskPlace place;
    const KeyId id = place.issueKey().row.record.id;
    QVERIFY(
        store::setLimits(place.store(), LimitTier::Key, id.value, {*parseLimit("4parallel")}).has_value());
    Desk t(place);
    QVERIFY(t.show());
    t.action("keys.limits")->trigger();
    auto *dialog = t.page->findChild<LimitsDialog *>();
    dialog->findChild<QToolButton *>("raise")->click();
    dialog->findChild<QLineEdit *>("raise_amount")->setText("some");
    dialog->findChild<QPushButton *>("save")->click();
    QVERIFY(dialog->findChild<QLabel *>("limit_problem")->text().contains("some"));
    dialog->findChild<QLineEdit *>("raise_amount")->setText("0");
    dialog->findChild<QPushButton *>("save")->click();
    QVERIFY(dialog->findChild<QLabel *>("limit_problem")->isVisible());
    QCOMPARE(limitTextsOf(place, LimitTier::Key, id.value), QStringList{"4parallel"});
}

void TestKeysPage::aKeyIsEditedAndUndoneByKey()
{
    DeskPlace place;
    const KeyRecord before = place.issueKey().row.record;
    Desk t(place);
    QVERIFY(t.show());
    QString undoable;
    connect(t.page.get(), &Page::undoTextChanged, this, [&](const QString &text) { undoable = text; });
    auto *table = t.find<DataTable>("keys_table");
    table->setFocus();
    QTest::keyClick(table, Qt::Key_M);
    QPointer<KeyEditDialog> dialog = t.page->findChild<KeyEditDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QLineEdit *>("models")->text(), QString("sandbox-small"));
    QCOMPARE(dialog->findChild<QLineEdit *>("providers")->text(), QString());
    QVERIFY(dialog->findChild<QCheckBox *>("route_chat")->isChecked());
    QVERIFY(!dialog->findChild<QLineEdit *>("metadata"));
    QCOMPARE(t.namelessControls().join(", "), QString());
    dialog->findChild<QLineEdit *>("models")->setText("sandbox-*");
    dialog->findChild<QCheckBox *>("route_moderations")->setChecked(false);
    dialog->findChild<QSpinBox *>("max_output_tokens")->setValue(512);
    dialog->findChild<QLineEdit *>("reason")->setText("a new contract");
    dialog->findChild<QPushButton *>("save")->click();
    QTRY_VERIFY_WITH_TIMEOUT(!dialog, patienceMs);
    const auto now = [&] { return store::showKey(place.store(), before.id)->record.entitlement; };
    QCOMPARE(now().models, std::vector<std::string>{"sandbox-*"});
    QCOMPARE(now().routes.size(), std::size_t{6});
    QCOMPARE(now().maxOutputTokens.value_or(0), 512);
    QTRY_VERIFY_WITH_TIMEOUT(undoable.contains(toQString(before.id.value)), patienceMs);
    t.page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(t.page.get()));
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Z);
    QTRY_VERIFY_WITH_TIMEOUT(now() == before.entitlement, patienceMs);
}

void TestKeysPage::theEditDialogNamesTheField()
{
    DeskPlace place;
    place.issueKey();
    Desk t(place);
    QVERIFY(t.show());
    t.action("keys.edit")->trigger();
    QPointer<KeyEditDialog> dialog = t.page->findChild<KeyEditDialog *>();
    const auto problem = [&](const char *field) {
        const auto *label = dialog->findChild<QLabel *>(QLatin1String(field) + QStringLiteral("_problem"));
        return label->isVisible() ? label->text() : QString();
    };
    dialog->findChild<QLineEdit *>("models")->clear();
    dialog->findChild<QPushButton *>("save")->click();
    QVERIFY(problem("models").startsWith("Models"));
    dialog->findChild<QLineEdit *>("models")->setText("*");
    dialog->findChild<QLineEdit *>("addresses")->setText("10.0.0.1/8");
    dialog->findChild<QPushButton *>("save")->click();
    QTRY_VERIFY_WITH_TIMEOUT(problem("addresses").contains("10.0.0.1/8"), patienceMs);
    QVERIFY(problem("models").isEmpty());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(!dialog, patienceMs);
}

void TestKeysPage::aKeyIsRotatedByKey()
{
    DeskPlace place;
    const KeyId id = place.issueKey().row.record.id;
    Desk t(place);
    QVERIFY(t.show());
    auto *table = t.find<DataTable>("keys_table");
    table->setFocus();
    QTest::keyClick(table, Qt::Key_R);
    QPointer<RotateDialog> dialog = t.page->findChild<RotateDialog *>();
    QVERIFY(dialog);
    auto *overlap = dialog->findChild<QComboBox *>("overlap");
    overlap->setEditText("a while");
    dialog->findChild<QPushButton *>("rotate")->click();
    QVERIFY(dialog->findChild<QLabel *>("overlap_problem")->isVisible());
    overlap->setEditText("3h");
    dialog->findChild<QPushButton *>("rotate")->click();
    QTRY_VERIFY_WITH_TIMEOUT(dialog->findChild<QLineEdit *>("secret"), patienceMs);
    const auto secret = parseVirtualKey(dialog->findChild<QLineEdit *>("secret")->text().toStdString());
    QVERIFY(secret.has_value());
    QCOMPARE(secret->id, id);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(dialog->isVisible());
    dialog->findChild<QPushButton *>("rotate")->click();
    QTRY_VERIFY_WITH_TIMEOUT(!dialog, patienceMs);
    QVERIFY(store::showKey(place.store(), id)->record.previous.has_value());
}

void TestKeysPage::thePanelShowsEveryTier()
{
    DeskPlace place;
    const KeyId id = place.issueKey().row.record.id;
    auto &opened = place.store();
    QVERIFY(
        store::setLimits(opened, LimitTier::Key, id.value, {*parseLimit("60requests/minute")}).has_value());
    QVERIFY(store::setLimits(opened, LimitTier::UseCase, "chat", {*parseLimit("2parallel")}).has_value());
    Desk t(place);
    QVERIFY(t.show());
    auto *panel = t.find<KeyPanel>();
    QTRY_COMPARE_WITH_TIMEOUT(panel->findChildren<LimitMeter *>().size(), 2, patienceMs);
    QString all;
    for (const auto *label : panel->findChildren<QLabel *>())
        all += label->text() + '\n';
    for (const char *words : {"60 requests a minute", "0 of 60", "Use case chat", "2 calls at once",
             "Environment production: none", "Team payments: none"})
        QVERIFY2(all.contains(words), qPrintable(all));
    // Somebody else's change does not take the focus away.
    panel->findChildren<QPushButton *>("edit_limits").last()->setFocus();
    QVERIFY(
        store::setLimits(opened, LimitTier::Team, "payments", {*parseLimit("5requests/hour")}).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(panel->findChildren<LimitMeter *>().size(), 3, patienceMs);
    QCOMPARE(t.page->focusWidget(), panel->findChildren<QPushButton *>("edit_limits").last());
    panel->findChildren<QPushButton *>("edit_limits").last()->click();
    const auto *dialog = t.page->findChild<LimitsDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QComboBox *>("whose")->currentText(), QString("Team payments"));
}

void TestKeysPage::everyControlHasAName()
{
    DeskPlace place;
    place.issueKey();
    Desk t(place);
    QVERIFY(t.show());
    t.action("keys.issue")->trigger();
    t.page->findChild<QPushButton *>("add_limit")->click();
    t.page->findChild<IssueDialog *>()->findChild<QTabWidget *>()->setCurrentIndex(1);
    QCOMPARE(t.namelessControls().join(", "), QString());
    t.page->findChild<IssueDialog *>()->findChild<QTabWidget *>()->setCurrentIndex(2);
    QCOMPARE(t.namelessControls().join(", "), QString());
}

QTEST_MAIN(TestKeysPage)
#include "tst_keys_page.moc"
