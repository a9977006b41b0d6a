// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What one shift tells the next, through the real window.
#include "models/review/decisions.h"
#include "store/handovers.h"
#include "store/interactions.h"
#include "store/reviews.h"
#include "tests/ui/buttons.h"
#include "tests/ui/window_fixture.h"
#include "ui/review/handover_dialog.h"
#include "ui/review/handover_line.h"
#include "ui/review/queue_view.h"
#include "ui/review/shift_grid.h"
#include "ui/widgets/filter_bar.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTabWidget>

using namespace gatehouse;
using namespace gatehouse::console;
using namespace gatehouse::console::test;

namespace {

struct Desk : WindowFixture {
    explicit Desk(QueuePlace &place)
        : WindowFixture(place)
    {
    }
    [[nodiscard]] HandoverDialog *run(const char *command)
    {
        shortcuts.action(QLatin1String(command))->trigger();
        return window.findChild<HandoverDialog *>();
    }
};

// By whoever writes the tests' stores.
std::string login(const store::Store &store)
{
    return store.actor().substr(store.actor().find(':') + 1);
}

store::InteractionRow rowOf(const QueuePlace &place, const QString &id)
{
    const auto rows = store::interactionsById(*place.place.open(), {{id.toStdString()}});
    return rows && !rows->empty() ? rows->front() : store::InteractionRow();
}

} // namespace

class TestHandover : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aShiftIsHandedOver();
    void numbersLeadToTheirCalls();
    void callsAreGivenAwayAndComeBack();
    void anothersHandoverIsSeenUntilDismissed();
    void whatWentWrongIsSaid();
};

void TestHandover::aShiftIsHandedOver()
{
    QueuePlace place;
    place.addCalls(2);
    Desk desk(place);
    QVERIFY(desk.show(QStringLiteral("review")));
    auto *dialog = desk.run("review.handover");
    auto *send = buttonSaying(*dialog, QStringLiteral("Hand over"));
    QTRY_VERIFY_WITH_TIMEOUT(send->isEnabled(), patienceMs);
    QVERIFY(!dialog->findChild<QComboBox *>()->isVisible()); // nothing is mine
    dialog->findChild<QPlainTextEdit *>()->setPlainText(QStringLiteral("Two wait.\nKey k1 is noisy."));
    QSignalSpy accepted(dialog, &QDialog::accepted);
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!accepted.isEmpty() || accepted.wait(patienceMs));
    const auto kept = store::listHandovers(*place.place.open(), 10);
    QCOMPARE(kept->size(), std::size_t(1));
    QCOMPARE(kept->front().text, std::string("Two wait.\nKey k1 is noisy."));
    QCOMPARE(kept->front().summary.open[static_cast<std::size_t>(Severity::High)], 2);
    // One's own is no news to oneself; it is found again.
    QVERIFY(!desk.find<HandoverLine>()->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(!desk.find<HandoverDialog>(), patienceMs);
    dialog = desk.run("review.handovers");
    auto *list = dialog->findChild<QListWidget *>();
    QTRY_COMPARE_WITH_TIMEOUT(list->count(), 1, patienceMs);
    QCOMPARE(dialog->findChild<QTabWidget *>()->currentIndex(), 1);
    QVERIFY(!buttonSaying(*dialog, QStringLiteral("Hand over"))->isVisible());
    const auto labels = dialog->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(),
        [](const QLabel *label) { return label->text() == QLatin1String("Two wait.\nKey k1 is noisy."); }));
}

void TestHandover::numbersLeadToTheirCalls()
{
    QueuePlace place;
    place.addCalls(1, 0, "payments", Severity::Critical);
    place.addCalls(2, 1);
    Desk desk(place);
    QVERIFY(desk.show(QStringLiteral("review")));
    auto *dialog = desk.run("review.handover");
    auto *grid = dialog->findChild<ShiftGrid *>(QStringLiteral("now"));
    QTRY_VERIFY_WITH_TIMEOUT(buttonSaying(*grid, QStringLiteral("2")), patienceMs);
    auto *critical = buttonSaying(*grid, QStringLiteral("1"));
    QCOMPARE(critical->accessibleName(), QStringLiteral("Open, critical: 1"));
    critical->click();
    QCOMPARE(desk.find<FilterBar>()->text(), QStringLiteral("state:open severity:critical"));
    QTRY_COMPARE_WITH_TIMEOUT(desk.find<QueueView>()->model()->rowCount(), 1, patienceMs);
}

void TestHandover::callsAreGivenAwayAndComeBack()
{
    QueuePlace place;
    const QStringList ids = place.addCalls(3);
    std::string me;
    {
        const auto store = place.place.open();
        me = login(*store);
        const auto calls = store::seeCalls(*store, {{ids[0].toStdString()}, {ids[1].toStdString()}});
        QVERIFY(store::assign(*store, *calls, me));
    }
    Desk desk(place);
    QVERIFY(desk.show(QStringLiteral("review")));
    auto *dialog = desk.run("review.handover");
    auto *mine = dialog->findChild<QComboBox *>();
    QTRY_VERIFY_WITH_TIMEOUT(mine->isVisible(), patienceMs);
    auto *send = buttonSaying(*dialog, QStringLiteral("Hand over"));
    mine->setCurrentIndex(2);
    QVERIFY(!send->isEnabled()); // to whom?
    dialog->findChild<QLineEdit *>()->setText(QStringLiteral("grace"));
    QVERIFY(send->isEnabled());
    send->click();
    for (const int call : {0, 1})
        QTRY_COMPARE_WITH_TIMEOUT(rowOf(place, ids[call]).assignee, std::string("grace"), patienceMs);
    QCOMPARE(rowOf(place, ids[2]).assignee, std::string());
    const auto *decisions = desk.window.findChild<Decisions *>();
    QTRY_VERIFY_WITH_TIMEOUT(decisions->canUndo() && !decisions->isBusy(), patienceMs);
    desk.shortcuts.action(QStringLiteral("review.undo"))->trigger();
    for (const int call : {0, 1})
        QTRY_COMPARE_WITH_TIMEOUT(rowOf(place, ids[call]).assignee, me, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!decisions->isBusy() && !desk.find<HandoverDialog>(), patienceMs);
    dialog = desk.run("review.handover");
    mine = dialog->findChild<QComboBox *>();
    QTRY_VERIFY_WITH_TIMEOUT(mine->isVisible(), patienceMs);
    mine->setCurrentIndex(1);
    buttonSaying(*dialog, QStringLiteral("Hand over"))->click();
    for (const int call : {0, 1}) {
        QTRY_COMPARE_WITH_TIMEOUT(rowOf(place, ids[call]).assignee, std::string(), patienceMs);
        QCOMPARE(rowOf(place, ids[call]).state, store::ReviewState::Open);
    }
}

void TestHandover::anothersHandoverIsSeenUntilDismissed()
{
    QueuePlace place;
    place.addCalls(1);
    Desk desk(place);
    QVERIFY(desk.show(QStringLiteral("review")));
    auto *line = desk.find<HandoverLine>();
    QVERIFY(!line->isVisible());
    const auto ada = place.place.open();
    ada->setActor("user:ada");
    QVERIFY(store::addHandover(*ada, "The & in it stays.\nAnd more"));
    QTRY_VERIFY_WITH_TIMEOUT(line->isVisible(), patienceMs);
    auto *said = line->findChild<QPushButton *>();
    QVERIFY(said->accessibleName().startsWith(QStringLiteral("Hand-over by ada, ")));
    QVERIFY(said->accessibleName().endsWith(QStringLiteral(": The & in it stays.")));
    said->click();
    auto *dialog = desk.find<HandoverDialog>();
    QVERIFY(dialog);
    QTRY_COMPARE_WITH_TIMEOUT(dialog->findChild<QListWidget *>()->count(), 1, patienceMs);
    dialog->close();
    buttonSaying(*line, QStringLiteral("Dismiss"))->click();
    QVERIFY(!line->isVisible());
    place.place.clock.advance(std::chrono::hours(8));
    ada->setActor("user:grace");
    QVERIFY(store::addHandover(*ada, "newer"));
    QTRY_VERIFY_WITH_TIMEOUT(line->isVisible(), patienceMs);
    QVERIFY(said->accessibleName().contains(QStringLiteral("grace")));
}

void TestHandover::whatWentWrongIsSaid()
{
    QueuePlace place;
    place.addCalls(1);
    Desk desk(place);
    QVERIFY(desk.show(QStringLiteral("review")));
    auto *dialog = desk.run("review.handover");
    auto *send = buttonSaying(*dialog, QStringLiteral("Hand over"));
    QTRY_VERIFY_WITH_TIMEOUT(send->isEnabled(), patienceMs);
    auto *text = dialog->findChild<QPlainTextEdit *>();
    text->setPlainText(QString(8001, QLatin1Char('x')));
    send->click();
    QTRY_VERIFY_WITH_TIMEOUT(send->isEnabled(), patienceMs);
    QVERIFY(dialog->isVisible());
    QCOMPARE(text->toPlainText().size(), 8001); // what was written is still there
    QVERIFY(store::listHandovers(*place.place.open(), 1)->empty());
}

QTEST_MAIN(TestHandover)
#include "tst_handover.moc"
