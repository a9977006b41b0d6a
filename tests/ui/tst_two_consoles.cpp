// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Two reviewers, each at a console, decide about the same calls.
#include "models/review/queue_model.h"
#include "store/interactions.h"
#include "tests/ui/window_fixture.h"
#include "ui/review/detail_pane.h"
#include "ui/review/queue_view.h"
#include "ui/review/review_page.h"
#include "ui/settings/languages.h"

#include <QPlainTextEdit>

using namespace gatehouse;
using namespace gatehouse::console;
using namespace gatehouse::console::test;

namespace {

constexpr int never = 24 * 3600 * 1000;

struct Desk : WindowFixture {
    explicit Desk(QueuePlace &place)
        : WindowFixture(place)
    {
    }
    [[nodiscard]] bool open()
    {
        if (!show(QStringLiteral("review")))
            return false;
        page = window.findChild<ReviewPage *>();
        QObject::connect(page, &Page::troubleSaid, page, [this](const QString &text) { said.append(text); });
        view = find<QueueView>();
        model = window.findChild<QueueModel *>();
        detail = find<DetailPane>();
        return true;
    }
    // From now on it sees nothing of what others do, until it looks by itself.
    [[nodiscard]] bool lookAway()
    {
        session.setPollInterval(never);
        const QDateTime before = session.lastAnswer();
        return QTest::qWaitFor([&] { return session.lastAnswer() > before; }, patienceMs);
    }
    [[nodiscard]] bool press(int code)
    {
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            return false;
        view->setFocus();
        QTest::keyClick(view, Qt::Key(code));
        return true;
    }

    ReviewPage *page = nullptr;
    QueueView *view = nullptr;
    QueueModel *model = nullptr;
    DetailPane *detail = nullptr;
    QStringList said;
};

std::string stateOf(QueuePlace &place, const QString &id)
{
    const auto reader = place.place.open();
    const auto detail = store::showInteraction(*reader, {id.toStdString()});
    return detail ? std::string(store::name(detail->row.state)) + '/'
            + std::string(store::name(detail->row.disposition))
                  : detail.error().line();
}

} // namespace

class TestTwoConsoles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSecondSeesWhatTheFirstDecided();
    void aSelectionStaysForAnotherTry();
    void aHalfTypedNoteIsNotLost();
    void theSecondIsToldInItsOwnLanguage();
};

void TestTwoConsoles::theSecondSeesWhatTheFirstDecided()
{
    QueuePlace place;
    const QStringList ids = place.addCalls(3);
    Desk ada(place), bob(place);
    QVERIFY(bob.open());
    QVERIFY(ada.open());
    QVERIFY(bob.lookAway());
    QVERIFY(ada.press(Qt::Key_D));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(place, ids[2]), std::string("resolved/false_positive"), patienceMs);
    QCOMPARE(bob.view->currentId(), ids[2]);
    QVERIFY(bob.press(Qt::Key_C));
    QCOMPARE(bob.view->currentId(), ids[1]); // on at once, as always
    QTRY_COMPARE_WITH_TIMEOUT(bob.said.size(), 1, patienceMs);
    QVERIFY2(
        bob.said[0].contains(QStringLiteral("marked it false positive just now")), qPrintable(bob.said[0]));
    // The row is back with the first one's decision, though the filter asks for open ones.
    QTRY_COMPARE_WITH_TIMEOUT(bob.view->currentId(), ids[2], patienceMs);
    QCOMPARE(bob.model->seen(ids[2]).disposition, QStringLiteral("false_positive"));
    QTRY_COMPARE_WITH_TIMEOUT(
        bob.detail->view().row.disposition, QStringLiteral("false_positive"), patienceMs);
    QCOMPARE(stateOf(place, ids[2]), std::string("resolved/false_positive"));
    // Going on, it leaves the queue.
    QVERIFY(bob.press(Qt::Key_J));
    QCOMPARE(bob.view->currentId(), ids[1]);
    QCOMPARE(bob.model->positionOf(ids[2]), -1);
    QVERIFY(bob.press(Qt::Key_C));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(place, ids[1]), std::string("resolved/true_positive"), patienceMs);
    QCOMPARE(bob.said.size(), 1);
}

void TestTwoConsoles::aSelectionStaysForAnotherTry()
{
    QueuePlace place;
    const QStringList ids = place.addCalls(4);
    Desk ada(place), bob(place);
    QVERIFY(bob.open());
    QVERIFY(ada.open());
    QVERIFY(bob.lookAway());
    QVERIFY(ada.press(Qt::Key_E)); // the newest
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(place, ids[3]), std::string("escalated/"), patienceMs);
    QVERIFY(bob.press(Qt::Key_X));
    QVERIFY(bob.press(Qt::Key_J));
    QVERIFY(bob.press(Qt::Key_X));
    QVERIFY(bob.press(Qt::Key_J));
    QVERIFY(bob.press(Qt::Key_X));
    QVERIFY(bob.press(Qt::Key_D));
    QTRY_COMPARE_WITH_TIMEOUT(bob.said.size(), 1, patienceMs);
    QVERIFY2(bob.said[0].contains(QStringLiteral("escalated it just now")), qPrintable(bob.said[0]));
    QTRY_COMPARE_WITH_TIMEOUT(bob.view->currentId(), ids[3], patienceMs);
    for (const QString &id : {ids[1], ids[2]}) {
        QCOMPARE(stateOf(place, id), std::string("open/"));
        QVERIFY(bob.view->isMarked(id));
    }
    QVERIFY(!bob.view->isMarked(ids[3]));
    QVERIFY(bob.press(Qt::Key_D));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(place, ids[1]), std::string("resolved/false_positive"), patienceMs);
    QCOMPARE(stateOf(place, ids[2]), std::string("resolved/false_positive"));
    QCOMPARE(stateOf(place, ids[3]), std::string("escalated/"));
}

void TestTwoConsoles::aHalfTypedNoteIsNotLost()
{
    QueuePlace place;
    const QStringList ids = place.addCalls(2);
    Desk ada(place), bob(place);
    QVERIFY(ada.open());
    QVERIFY(bob.open());
    QVERIFY(bob.press(Qt::Key_N));
    QWidget *dialog = nullptr;
    QTRY_VERIFY(dialog = QApplication::activeModalWidget());
    auto *text = dialog->findChild<QPlainTextEdit *>();
    text->setPlainText(QStringLiteral("Asked the team"));
    const auto other = place.place.open();
    QVERIFY(store::resolve(
        *other, store::test::seen(*other, {{ids[1].toStdString()}}), store::Disposition::Benign, {})
                .has_value());
    QTRY_COMPARE_WITH_TIMEOUT(bob.model->seen(ids[1]).disposition, QStringLiteral("benign"), patienceMs);
    QCOMPARE(text->toPlainText(), QStringLiteral("Asked the team"));
    dialog->activateWindow();
    QTRY_VERIFY(dialog->isActiveWindow());
    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    const auto detail = store::showInteraction(*other, {ids[1].toStdString()});
    QCOMPARE(detail->notes.size(), std::size_t{1});
    QCOMPARE(detail->row.disposition, store::Disposition::Benign);
}

// The last, because the language stays.
void TestTwoConsoles::theSecondIsToldInItsOwnLanguage()
{
    installLanguage(QStringLiteral("de"));
    QueuePlace place;
    const QStringList ids = place.addCalls(2);
    Desk bob(place);
    QVERIFY(bob.open());
    QVERIFY(bob.lookAway());
    const auto ada = place.place.open();
    ada->setActor("user:ada");
    place.place.clock.set(systemClock().now() - std::chrono::minutes(3));
    QVERIFY(store::resolve(
        *ada, store::test::seen(*ada, {{ids[1].toStdString()}}), store::Disposition::Benign, {})
                .has_value());
    QVERIFY(bob.press(Qt::Key_C));
    QTRY_COMPARE_WITH_TIMEOUT(bob.said.size(), 1, patienceMs);
    QCOMPARE(bob.said[0],
        QStringLiteral("Es wurde nichts geändert: ada hat ihn vor 3 Minuten als harmlos eingestuft."));
    QTRY_COMPARE_WITH_TIMEOUT(bob.view->currentId(), ids[1], patienceMs);
    // Who takes back what somebody else has changed since is told alike.
    QVERIFY(bob.press(Qt::Key_J));
    QVERIFY(bob.press(Qt::Key_C));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(place, ids[0]), std::string("resolved/true_positive"), patienceMs);
    place.place.clock.set(systemClock().now());
    QVERIFY(store::escalate(*ada, store::test::seen(*ada, {{ids[0].toStdString()}})).has_value());
    QVERIFY(bob.press(Qt::Key_Z));
    QTRY_COMPARE_WITH_TIMEOUT(bob.said.size(), 2, patienceMs);
    QCOMPARE(bob.said[1], QStringLiteral("Es wurde nichts geändert: ada hat ihn gerade eben eskaliert."));
}

QTEST_MAIN(TestTwoConsoles)
#include "tst_two_consoles.moc"
