// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window offers to whom: every role, every command that takes a right, through the real window on a
// store in PostgreSQL.
#include "store/access.h"
#include "store/interactions.h"
#include "store/people.h"
#include "tests/store/people_place.h"
#include "tests/ui/buttons.h"
#include "tests/ui/window_fixture.h"
#include "ui/frame/command_palette.h"
#include "ui/frame/state_bar.h"
#include "ui/pages.h"
#include "ui/policies/history_dialog.h"
#include "ui/review/detail_pane.h"
#include "ui/review/queue_view.h"
#include "ui/settings/right_binding.h"
#include "ui/settings/settings_dialog.h"
#include "ui/widgets/empty_state.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSpinBox>

using namespace gatehouse;
using namespace gatehouse::console;
using namespace gatehouse::console::test;
using store::test::PeoplePlace;

namespace {

struct Row {
    const char *command;
    const char *roles; // of v a p k u A
    bool wholeOnly; // by people of all teams only
    const char *needs; // as the tool tip says it
    bool onAtOnce = true; // else a row or a change is needed too
};

constexpr const char *analyst = "Needs an analyst.";
constexpr const char *keyPerson = "Needs a key administrator.";
constexpr const char *administrator = "Needs an administrator of all teams.";
constexpr const char *reader = "Needs a viewer, an analyst, a policy author or an auditor.";

const std::vector<Row> &matrix()
{
    static const std::vector<Row> rows{
        {"review.confirm", "aA", false, analyst},
        {"review.dismiss", "aA", false, analyst},
        {"review.benign", "aA", false, analyst},
        {"review.duplicate", "aA", false, analyst},
        {"review.escalate", "aA", false, analyst},
        {"review.reopen", "aA", false, analyst},
        {"review.held", "aA", false, analyst},
        {"review.assign", "aA", false, analyst},
        {"review.assign.other", "aA", false, analyst},
        {"review.note", "aA", false, analyst},
        {"review.reveal", "aA", false, analyst},
        {"explorer.reveal", "aA", false, analyst},
        {"review.undo", "aA", false, analyst},
        {"review.redo", "aA", false, analyst},
        {"review.undo.standard", "aA", false, analyst},
        {"review.bulk.cancel", "aA", false, analyst, false},
        {"review.handover", "aA", false, analyst},
        {"review.handovers", "vapuA", false, reader},
        {"review.text", "vapuA", false, reader},
        {"review.bench", "vapuA", false, reader},
        {"review.pack", "vapuA", false, reader},
        {"review.export", "vapuA", false, reader},
        {"explorer.export", "vapuA", false, reader},
        {"explorer.pack", "vapuA", false, reader},
        {"review.exception", "pA", true, "Needs a policy author of all teams."},
        {"keys.issue", "kA", false, keyPerson},
        {"keys.edit", "kA", false, keyPerson},
        {"keys.suspend", "kA", false, keyPerson},
        {"keys.rotate", "kA", false, keyPerson},
        {"keys.limits", "kA", false, keyPerson},
        {"keys.revoke", "kA", false, keyPerson},
        {"keys.undo", "kA", false, keyPerson, false},
        {"keys.redo", "kA", false, keyPerson, false},
        {"keys.undo.standard", "kA", false, keyPerson, false},
        {"policies.save", "pA", false, "Needs a policy author."},
        {"policies.publish", "pA", true, "Needs a policy author of all teams.", false},
        {"providers.add", "A", true, administrator},
        {"providers.credential", "A", true, administrator},
        {"providers.remove", "A", true, administrator},
        {"providers.undo", "A", true, administrator, false},
        {"providers.redo", "A", true, administrator, false},
        {"providers.undo.standard", "A", true, administrator, false},
        {"models.add", "A", true, administrator},
        {"models.edit", "A", true, administrator, false},
        {"models.remove", "A", true, administrator, false},
        {"prices.add", "A", true, administrator},
        {"prices.edit", "A", true, administrator},
        {"prices.revert", "A", true, administrator, false},
        {"prices.remove", "A", true, administrator, false},
        {"audit.export", "uA", false, "Needs an auditor."},
        {"audit.report", "uA", false, "Needs an auditor."},
        {"audit.verify", "uA", true, "Needs an auditor of all teams."},
    };
    return rows;
}

// Letter in the matrix, login, whether of all teams.
struct Person {
    char letter;
    QString login;
    bool whole;
};

std::vector<Person> everybody()
{
    std::vector<Person> people;
    for (const auto &[letter, role] : std::vector<std::pair<char, QString>>{{'v', "viewer"}, {'a', "analyst"},
             {'p', "policy-author"}, {'k', "key-administrator"}, {'u', "auditor"}, {'A', "administrator"}}) {
        people.push_back({letter, role, false});
        people.push_back({letter, role + QStringLiteral("_all"), true});
    }
    return people;
}

QString words(const QWidget &in)
{
    QStringList texts;
    for (const QLabel *label : in.findChildren<QLabel *>()) {
        if (label->isVisibleTo(&in))
            texts.append(label->text());
    }
    return texts.join(QLatin1Char('\n'));
}

} // namespace

class TestRights : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyCell_data();
    void everyCell();
    void aKeySaysWhoCould();
    void thePaletteSaysWhoCould();
    void contentIsNotShownToAll();
    void dialogsKeepToTheRights();
    void aNewRoleIsNoticed();
    void wordsGoWithTheRightToThem();
    void aFileAllowsEverything();
    void aNewerStoreSaysItsOwnReason();

private:
    QString address(const QString &login) const
    {
        return QString::fromStdString(m_place->address(login.toStdString()));
    }
    std::unique_ptr<PeoplePlace> m_place;
};

void TestRights::initTestCase()
{
    m_place = std::make_unique<PeoplePlace>();
    store::Provider provider;
    provider.name = "sandbox";
    provider.kind = store::ProviderKind::Sandbox;
    provider.models = {"*"};
    QVERIFY_DONE(store::addProvider(m_place->owner(), provider));
}

void TestRights::everyCell_data()
{
    QTest::addColumn<int>("person");
    const auto people = everybody();
    for (std::size_t i = 0; i < people.size(); ++i)
        QTest::newRow(qPrintable(people[i].login)) << static_cast<int>(i);
}

void TestRights::everyCell()
{
    QFETCH(int, person);
    const Person who = everybody()[static_cast<std::size_t>(person)];
    WindowFixture fixture(address(who.login));
    for (const PageEntry &entry : pageEntries())
        QVERIFY2(fixture.show(QString::fromLatin1(entry.key)), entry.key);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.session.lastAnswer().isValid(), patienceMs);
    QSet<QString> tried;
    for (const Row &row : matrix()) {
        const QString command = QString::fromLatin1(row.command);
        tried.insert(command);
        const QAction *action = fixture.shortcuts.action(command);
        QVERIFY2(action && ActionRight::of(action), row.command);
        const bool allowed = QByteArray(row.roles).contains(who.letter) && (who.whole || !row.wholeOnly);
        QVERIFY2(ActionRight::of(action)->whyNot().isEmpty() == allowed, row.command);
        if (!allowed) {
            QVERIFY2(!action->isEnabled(), row.command);
            QCOMPARE(action->toolTip(), QString::fromLatin1(row.needs));
        } else {
            QVERIFY2(!action->toolTip().startsWith(QStringLiteral("Needs")), row.command);
            if (row.onAtOnce)
                QTRY_VERIFY2_WITH_TIMEOUT(action->isEnabled(), row.command, patienceMs);
        }
    }
    // No command that takes a right is missing above.
    for (const Command &command : fixture.shortcuts.commands())
        QVERIFY2(command.needs.has_value() == tried.contains(command.id), qPrintable(command.id));
    // The buttons say the same as the commands they carry.
    for (const QAbstractButton *button : fixture.window.findChildren<QAbstractButton *>()) {
        const QAction *action = fixture.shortcuts.action(button->objectName());
        const ActionRight *right = action ? ActionRight::of(action) : nullptr;
        if (right && !right->whyNot().isEmpty()) {
            QVERIFY2(!button->isEnabled(), qPrintable(button->objectName()));
            QCOMPARE(button->toolTip(), right->whyNot());
        }
    }
}

void TestRights::aKeySaysWhoCould()
{
    WindowFixture fixture(address(QStringLiteral("viewer")));
    QVERIFY(fixture.show(QStringLiteral("review")));
    auto *queue = fixture.find<QueueView>();
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.session.permissions().may(Right::Review), patienceMs);
    const int before = queue->model()->rowCount();
    queue->setFocus();
    QTest::keyClick(queue, Qt::Key_D);
    const auto *bar = fixture.find<StateBar>();
    QTRY_VERIFY_WITH_TIMEOUT(words(*bar).contains(QString::fromLatin1(analyst)), patienceMs);
    QCOMPARE(queue->model()->rowCount(), before);
    QCOMPARE(store::showInteraction(m_place->owner(), m_place->call("payments"))->row.state,
        store::ReviewState::Open);
}

void TestRights::thePaletteSaysWhoCould()
{
    WindowFixture fixture(address(QStringLiteral("auditor_all")));
    QVERIFY(fixture.show(QStringLiteral("keys")));
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.session.permissions().may(Right::ChangeKeys), patienceMs);
    fixture.shortcuts.action(QStringLiteral("palette"))->trigger();
    auto *palette = fixture.find<CommandPalette>();
    QVERIFY(palette);
    palette->findChild<QLineEdit *>()->setText(QStringLiteral("issue key"));
    const auto *list = palette->findChild<QListWidget *>();
    QCOMPARE(list->count(), 1);
    QVERIFY(list->item(0)->text().contains(QString::fromLatin1(keyPerson)));
    QTest::keyClick(palette->findChild<QLineEdit *>(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(
        words(*fixture.find<StateBar>()).contains(QString::fromLatin1(keyPerson)), patienceMs);
}

void TestRights::contentIsNotShownToAll()
{
    WindowFixture fixture(address(QStringLiteral("key-administrator_all")));
    QVERIFY(fixture.show(QStringLiteral("review")));
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.session.permissions().may(Right::ReadContent), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.find<QueueView>()->model()->rowCount() > 0, patienceMs);
    const auto *detail = fixture.find<DetailPane>();
    QTRY_VERIFY_WITH_TIMEOUT(words(*detail).contains(QString::fromLatin1(reader)), patienceMs);
    QVERIFY(!words(fixture.window).contains(QStringLiteral("walrus")));
    // All of it can be read.
    for (const QLabel *label : detail->findChildren<QLabel *>()) {
        if (label->isVisible() && label->wordWrap())
            QTRY_VERIFY_WITH_TIMEOUT(label->height() >= label->heightForWidth(label->width()), patienceMs);
    }
}

void TestRights::dialogsKeepToTheRights()
{
    WindowFixture fixture(address(QStringLiteral("policy-author")));
    QVERIFY(fixture.show(QStringLiteral("policies")));
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.session.permissions().may(Right::PublishPolicies), patienceMs);
    fixture.shortcuts.action(QStringLiteral("policies.history"))->trigger();
    auto *history = fixture.find<HistoryDialog>();
    QVERIFY(history);
    const auto *rollBack = history->findChild<QPushButton *>(QStringLiteral("roll_back"));
    QVERIFY(!rollBack->isEnabled());
    QCOMPARE(rollBack->toolTip(), QStringLiteral("Needs a policy author of all teams."));
    history->reject();
    fixture.shortcuts.action(QStringLiteral("settings"))->trigger();
    auto *settings = fixture.find<SettingsDialog>();
    QVERIFY(settings);
    const auto fields = settings->findChildren<QSpinBox *>();
    const auto told = [&] {
        return std::count_if(fields.begin(), fields.end(), [](const QSpinBox *field) {
            return !field->isEnabled() && field->toolTip() == QString::fromLatin1(administrator);
        });
    };
    QTRY_COMPARE_WITH_TIMEOUT(told(), 2, patienceMs);
}

void TestRights::aNewRoleIsNoticed()
{
    QVERIFY_DONE(store::addPerson(m_place->owner(), {"newcomer", {"viewer"}, {"payments"}, {}, {}},
        SecretString(store::test::passwordOf("newcomer"))));
    WindowFixture fixture(address(QStringLiteral("newcomer")));
    QVERIFY(fixture.show(QStringLiteral("review")));
    const QAction *dismiss = fixture.shortcuts.action(QStringLiteral("review.dismiss"));
    QTRY_VERIFY_WITH_TIMEOUT(!dismiss->isEnabled(), patienceMs);
    const QString key = dismiss->shortcut().toString();
    QVERIFY_DONE(
        store::addPerson(m_place->owner(), {"newcomer", {"analyst"}, {"payments"}, {}, {}}, SecretString()));
    QTRY_VERIFY_WITH_TIMEOUT(dismiss->isEnabled(), patienceMs);
    QVERIFY(dismiss->toolTip().contains(key));
    QVERIFY_DONE(
        store::addPerson(m_place->owner(), {"newcomer", {"viewer"}, {"payments"}, {}, {}}, SecretString()));
    QTRY_COMPARE_WITH_TIMEOUT(dismiss->toolTip(), QString::fromLatin1(analyst), patienceMs);
    QVERIFY(!dismiss->isEnabled());
}

void TestRights::wordsGoWithTheRightToThem()
{
    QVERIFY_DONE(store::addPerson(m_place->owner(), {"turncoat", {"viewer"}, {"payments"}, {}, {}},
        SecretString(store::test::passwordOf("turncoat"))));
    WindowFixture fixture(address(QStringLiteral("turncoat")));
    QVERIFY(fixture.show(QStringLiteral("review")));
    const auto *queue = fixture.find<QueueView>();
    QTRY_VERIFY_WITH_TIMEOUT(queue->model()->rowCount() > 0, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(
        words(*fixture.find<DetailPane>()).contains(QStringLiteral("payments")), patienceMs);
    QVERIFY_DONE(store::addPerson(
        m_place->owner(), {"turncoat", {"key-administrator"}, {"payments"}, {}, {}}, SecretString()));
    QTRY_VERIFY_WITH_TIMEOUT(
        words(*fixture.find<DetailPane>()).contains(QString::fromLatin1(reader)), patienceMs);
    // Lists go on, without the words.
    const int before = queue->model()->rowCount();
    m_place->holdAnother("payments");
    QTRY_VERIFY_WITH_TIMEOUT(queue->model()->rowCount() > before, patienceMs);
    QVERIFY(!words(*fixture.find<StateBar>()).contains(QStringLiteral("permission")));
}

void TestRights::aFileAllowsEverything()
{
    QueuePlace place;
    place.addCalls(1);
    WindowFixture fixture(place);
    for (const PageEntry &entry : pageEntries())
        QVERIFY2(fixture.show(QString::fromLatin1(entry.key)), entry.key);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.session.lastAnswer().isValid(), patienceMs);
    for (const Row &row : matrix())
        QVERIFY2(
            ActionRight::of(fixture.shortcuts.action(QString::fromLatin1(row.command)))->whyNot().isEmpty(),
            row.command);
}

void TestRights::aNewerStoreSaysItsOwnReason()
{
    QueuePlace place;
    place.addCalls(1);
    store::test::Intruder(place.place.store()).run("PRAGMA user_version = 99");
    WindowFixture fixture(place);
    QVERIFY(fixture.show(QStringLiteral("review")));
    const QAction *dismiss = fixture.shortcuts.action(QStringLiteral("review.dismiss"));
    QTRY_VERIFY_WITH_TIMEOUT(!dismiss->isEnabled(), patienceMs);
    QCOMPARE(dismiss->toolTip(), fixture.session.readOnlyReason());
    QVERIFY(fixture.shortcuts.action(QStringLiteral("review.text"))->isEnabled());
}

QTEST_MAIN(TestRights)
#include "tst_rights.moc"
