// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Exceptions through the real window: made from what a rule found, taken back, listed, removed, and read of.
#include "models/review/check_reasons.h"
#include "models/review/decisions.h"
#include "models/review/interaction_view.h"
#include "models/table_role.h"
#include "store/access.h"
#include "store/exceptions.h"
#include "store/interactions.h"
#include "store/policies.h"
#include "tests/ui/buttons.h"
#include "tests/ui/window_fixture.h"
#include "ui/policies/exceptions_dialog.h"
#include "ui/review/detail_pane.h"
#include "ui/review/exception_dialog.h"
#include "ui/widgets/data_table.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>

using namespace gatehouse;
using namespace gatehouse::console;
using namespace gatehouse::console::test;

namespace {

std::string policyWith(const std::string &more)
{
    return R"({"format":"gatehouse-policy/1","name":"words","rules":[{"id":"injection","stage":"request",)"
           R"("check":{"kind":"keywords","keywords":["ignore all"]},"action":"block","severity":"high")"
        + more + "}]}";
}

struct Desk {
    explicit Desk(const std::string &more = {})
    {
        place.place.clock.set(systemClock().now() - std::chrono::minutes(10));
        const auto store = place.place.open();
        const bool ready = store::publishPolicy(*store, policyWith(more), "to begin with").has_value()
            && store::createName(*store, store::NameKind::Team, "payments").has_value();
        if (!ready)
            qFatal("the store could not be set up");
        place.addCalls(2);
        window = std::make_unique<WindowFixture>(place);
    }
    [[nodiscard]] std::vector<store::ExceptionRow> exceptions() const
    {
        return store::listExceptions(*place.place.open()).value();
    }
    [[nodiscard]] ExceptionDialog *open() const
    {
        window->shortcuts.action(QStringLiteral("review.exception"))->trigger();
        return window->find<ExceptionDialog>();
    }
    // For what the first call's rule found, in all calls of its team.
    void make() const
    {
        ExceptionDialog *dialog = open();
        dialog->findChild<QRadioButton *>(QStringLiteral("pattern"))->click();
        auto *scope = dialog->findChild<QComboBox *>(QStringLiteral("scope"));
        scope->setCurrentIndex(scope->count() - 1);
        dialog->findChild<QLineEdit *>(QStringLiteral("reason"))->setText(QStringLiteral("a recipe"));
        QSignalSpy made(dialog, &ExceptionDialog::made);
        buttonSaying(*dialog, QStringLiteral("Make exception"))->click();
        QVERIFY(!made.isEmpty() || made.wait(patienceMs));
    }

    QueuePlace place;
    std::unique_ptr<WindowFixture> window;
};

} // namespace

class TestExceptionDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatItWouldHaveDone();
    void isMadeAndTakenBack();
    void isListedAndRemoved();
    void theRemovalIsTakenBack();
    void isOneStepAmongDecisions();
    void saysWhatCannotBeLifted();
    void isReadOfInTheVerdict();
};

void TestExceptionDialog::saysWhatItWouldHaveDone()
{
    Desk desk;
    QVERIFY(desk.window->show(QStringLiteral("review")));
    ExceptionDialog *dialog = desk.open();
    QVERIFY(dialog);
    auto *effect = dialog->findChild<QLabel *>(QStringLiteral("effect"));
    const auto says = [effect](const char *words) { return effect->text().contains(QLatin1String(words)); };
    QTRY_VERIFY_WITH_TIMEOUT(says("to 1 of the 2 calls"), patienceMs);
    dialog->findChild<QRadioButton *>(QStringLiteral("pattern"))->click();
    auto *expression = dialog->findChild<QLineEdit *>(QStringLiteral("expression"));
    QCOMPARE(expression->text(), QStringLiteral("ignore\\ all\\ previous\\ instructions"));
    QTRY_VERIFY_WITH_TIMEOUT(says("to 2 of the 2 calls"), patienceMs);
    expression->setText(QStringLiteral("ignore"));
    QTRY_VERIFY_WITH_TIMEOUT(says("to 0 of the 2 calls"), patienceMs);
    expression->setText(QStringLiteral("(ignore"));
    QTRY_VERIFY_WITH_TIMEOUT(says("can't be read"), patienceMs);
    const auto *make = buttonSaying(*dialog, QStringLiteral("Make exception"));
    QVERIFY(!make->isEnabled()); // without a reason
    dialog->findChild<QLineEdit *>(QStringLiteral("reason"))->setText(QStringLiteral("why"));
    QVERIFY(make->isEnabled());
    // What the store does not take is said, and the dialog stays.
    QSignalSpy made(dialog, &ExceptionDialog::made);
    buttonSaying(*dialog, QStringLiteral("Make exception"))->click();
    QTRY_VERIFY_WITH_TIMEOUT(make->isEnabled(), patienceMs);
    QVERIFY(made.isEmpty());
    QVERIFY(desk.exceptions().empty());
}

void TestExceptionDialog::isMadeAndTakenBack()
{
    Desk desk;
    QVERIFY(desk.window->show(QStringLiteral("review")));
    desk.make();
    const auto rows = desk.exceptions();
    QCOMPARE(rows.size(), std::size_t(1));
    QCOMPARE(rows[0].exception.rule, std::string("injection"));
    QCOMPARE(rows[0].exception.team, std::string("payments"));
    QVERIFY(rows[0].exception.key.empty() && rows[0].exception.payloadHash.empty());
    QCOMPARE(rows[0].reason, std::string("a recipe"));
    QTRY_VERIFY_WITH_TIMEOUT(!desk.window->find<ExceptionDialog>(), patienceMs);
    desk.window->shortcuts.action(QStringLiteral("review.undo"))->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(desk.exceptions()[0].removedAt.has_value(), patienceMs);
}

void TestExceptionDialog::isListedAndRemoved()
{
    Desk desk;
    QVERIFY(desk.window->show(QStringLiteral("review")));
    desk.make();
    QVERIFY(desk.window->show(QStringLiteral("policies")));
    desk.window->shortcuts.action(QStringLiteral("policies.exceptions"))->trigger();
    auto *dialog = desk.window->find<ExceptionsDialog>();
    QVERIFY(dialog);
    auto *model = dialog->findChild<DataTable *>()->model();
    QTRY_COMPARE_WITH_TIMEOUT(model->rowCount(), 1, patienceMs);
    const auto cell = [model](int column) { return model->index(0, column).data().toString(); };
    QCOMPARE(cell(0), QStringLiteral("active"));
    QCOMPARE(cell(1), QStringLiteral("injection"));
    QCOMPARE(cell(2), QStringLiteral("team payments"));
    auto *remove = dialog->findChild<QPushButton *>(QStringLiteral("remove"));
    QVERIFY(remove->isEnabled());
    remove->click();
    QTRY_COMPARE_WITH_TIMEOUT(cell(0), QStringLiteral("removed"), patienceMs);
    QVERIFY(!remove->isEnabled());
    QVERIFY(desk.exceptions()[0].removedAt.has_value());
}

void TestExceptionDialog::theRemovalIsTakenBack()
{
    Desk desk;
    QVERIFY(desk.window->show(QStringLiteral("review")));
    desk.make();
    QVERIFY(desk.window->show(QStringLiteral("policies")));
    const auto list = [&] {
        desk.window->shortcuts.action(QStringLiteral("policies.exceptions"))->trigger();
        return desk.window->find<ExceptionsDialog>();
    };
    auto *dialog = list();
    const auto button
        = [&](const char *name) { return dialog->findChild<QPushButton *>(QLatin1String(name)); };
    QVERIFY(!button("undo")->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(button("remove")->isEnabled(), patienceMs);
    button("remove")->click();
    auto *said = dialog->findChild<QLabel *>(QStringLiteral("said"));
    QTRY_COMPARE_WITH_TIMEOUT(said->text(),
        QStringLiteral("The exception from injection is removed: the rule acts again."), patienceMs);
    // The list may be closed meanwhile.
    dialog->reject();
    QTRY_VERIFY_WITH_TIMEOUT(!desk.window->find<ExceptionsDialog>(), patienceMs);
    dialog = list();
    QVERIFY(button("undo")->isEnabled());
    button("undo")->click();
    QTRY_COMPARE_WITH_TIMEOUT(desk.exceptions().size(), std::size_t(2), patienceMs);
    const auto rows = desk.exceptions();
    QVERIFY(!rows[0].removedAt);
    QCOMPARE(rows[0].reason, rows[1].reason);
    PolicyException same = rows[1].exception;
    same.id = rows[0].exception.id;
    QCOMPARE(rows[0].exception, same);
    auto *table = dialog->findChild<DataTable *>();
    QTRY_COMPARE_WITH_TIMEOUT(table->currentIndex().data(IdRole).toString(),
        QString::fromStdString(rows[0].exception.id.value), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(button("remove")->isEnabled(), patienceMs);
    QVERIFY(!button("undo")->isEnabled());
    QTest::keyClick(dialog, Qt::Key_Z, Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(desk.exceptions()[0].removedAt.has_value(), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(button("undo")->isEnabled(), patienceMs);
}

void TestExceptionDialog::isOneStepAmongDecisions()
{
    Desk desk;
    QVERIFY(desk.window->show(QStringLiteral("review")));
    const auto run
        = [&](const char *command) { desk.window->shortcuts.action(QLatin1String(command))->trigger(); };
    const auto *decisions = desk.window->window.findChild<Decisions *>();
    QSignalSpy undoText(decisions, &Decisions::undoTextChanged);
    const auto undoes = [&](const char *what) {
        return QTest::qWaitFor(
            [&] {
                return !decisions->isBusy() && !undoText.isEmpty()
                    && undoText.last().first().toString() == QLatin1String(what);
            },
            patienceMs);
    };
    run("review.dismiss");
    QVERIFY(undoes("dismissed 1"));
    QTRY_VERIFY_WITH_TIMEOUT(desk.window->find<DetailPane>()->hasView(), patienceMs);
    desk.make();
    QVERIFY(undoes("made an exception from injection"));
    QTRY_VERIFY_WITH_TIMEOUT(!desk.window->find<ExceptionDialog>(), patienceMs);
    run("review.undo");
    QVERIFY(undoes("dismissed 1"));
    QVERIFY(desk.exceptions()[0].removedAt);
    run("review.undo");
    QVERIFY(undoes(""));
    run("review.redo");
    QVERIFY(undoes("dismissed 1"));
    run("review.redo");
    QVERIFY(undoes("made an exception from injection"));
    const auto rows = desk.exceptions();
    QCOMPARE(rows.size(), std::size_t(2));
    QVERIFY(!rows[0].removedAt);
    run("review.undo");
    QVERIFY(undoes("dismissed 1"));
    QVERIFY(desk.exceptions()[0].removedAt);
}

void TestExceptionDialog::saysWhatCannotBeLifted()
{
    QueuePlace place;
    WindowFixture window(place);
    QVERIFY(window.show(QStringLiteral("review")));
    window.shortcuts.action(QStringLiteral("review.exception"))->trigger();
    QVERIFY(!window.find<ExceptionDialog>()); // there is no call
    Desk desk(R"(,"floor":true)");
    QVERIFY(desk.window->show(QStringLiteral("review")));
    ExceptionDialog *dialog = desk.open();
    QVERIFY(dialog); // the version that judged these calls is not known here, so the store decides
    dialog->findChild<QRadioButton *>(QStringLiteral("pattern"))->click();
    dialog->findChild<QLineEdit *>(QStringLiteral("reason"))->setText(QStringLiteral("why"));
    buttonSaying(*dialog, QStringLiteral("Make exception"))->click();
    const auto said = [dialog] {
        const auto labels = dialog->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
            [](const QLabel *label) { return label->text().contains(QLatin1String("floor")); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(said(), patienceMs);
}

void TestExceptionDialog::isReadOfInTheVerdict()
{
    store::InteractionDetail detail;
    CheckResult check = store::test::failedCheck("injection", "prompt_injection", Action::Block, false);
    check.mode = Mode::Enforce;
    check.reason = liftedReason({{"0199a"}}, "9 of them");
    detail.checks = {check};
    const InteractionView view = interactionViewOf(detail);
    QCOMPARE(view.checks.first().exceptions, QStringList{QStringLiteral("0199a")});
    const QString words = explanationOf(view.checks.first());
    QVERIFY2(words.contains(QLatin1String("lifted by exception 0199a")), qPrintable(words));
    QVERIFY2(words.contains(QLatin1String("9 of them.")), qPrintable(words));
    QVERIFY2(!words.contains(QLatin1String("exception:")), qPrintable(words));
}

QTEST_MAIN(TestExceptionDialog)
#include "tst_exception_dialog.moc"
