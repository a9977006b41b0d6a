// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The review desk on a list that is longer than what is read of it, and what it remembers of a store.
#include "models/review/groups_model.h"
#include "models/review/queue_model.h"
#include "tests/ui/window_fixture.h"
#include "ui/export/export_bar.h"
#include "ui/review/groups_pane.h"
#include "ui/review/queue_view.h"
#include "ui/review/review_page.h"

#include <QToolButton>

using namespace gatehouse;
using namespace gatehouse::console;
using namespace gatehouse::console::test;

namespace {

struct Desk : WindowFixture {
    explicit Desk(QueuePlace &place)
        : WindowFixture(place)
    {
    }
    [[nodiscard]] bool open(int calls)
    {
        if (!show(QStringLiteral("review")))
            return false;
        page = window.findChild<ReviewPage *>();
        QObject::connect(page, &Page::troubleSaid, page, [this](const QString &text) { said.append(text); });
        view = find<QueueView>();
        model = window.findChild<QueueModel *>();
        return QTest::qWaitFor([&] { return model->known() == calls; }, patienceMs);
    }
    void key(int code, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(view, Qt::Key(code), modifiers);
    }
    // Goes there without looking at what lies between.
    [[nodiscard]] bool jumpTo(int row) const
    {
        view->setCurrentIndex(model->index(row, 0));
        return QTest::qWaitFor([&] { return !view->currentId().isEmpty(); }, patienceMs);
    }

    ReviewPage *page = nullptr;
    QueueView *view = nullptr;
    QueueModel *model = nullptr;
    QStringList said;
};

} // namespace

class TestReviewLists : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRangeReachesOverPagesThatAreNotHere_data();
    void aRangeReachesOverPagesThatAreNotHere();
    void aRangeBeginsWhereNothingIsSelected();
    void aRangeHasAnEnd();
    void aRangeThatIsClearedMeanwhileIsForgotten();
    void groupsAreRememberedOfAStore();
    void whatMatchesIsExported();
};

void TestReviewLists::aRangeReachesOverPagesThatAreNotHere_data()
{
    QTest::addColumn<int>("column");
    QTest::newRow("by time") << int(QueueModel::TimeColumn);
    QTest::newRow("by team") << int(QueueModel::TeamColumn);
}

void TestReviewLists::aRangeReachesOverPagesThatAreNotHere()
{
    QFETCH(int, column);
    constexpr int calls = 1500;
    QueuePlace place;
    const QStringList ids = place.addCalls(calls);
    Desk desk(place);
    QVERIFY(desk.open(calls));
    desk.model->sort(column, Qt::DescendingOrder);
    QTRY_VERIFY_WITH_TIMEOUT(
        desk.model->known() == calls && desk.model->isComplete() && !desk.view->currentId().isEmpty(),
        patienceMs);
    QVERIFY(desk.jumpTo(10));
    desk.key(Qt::Key_X);
    QVERIFY(desk.jumpTo(1299));
    QVERIFY(!desk.model->isHere(700));
    desk.key(Qt::Key_X, Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(desk.view->markedCount(), 1290, patienceMs);
    QVERIFY(!desk.view->isMarked(ids[calls - 1])); // the newest is row 0
    QVERIFY(desk.view->isMarked(ids[calls - 1 - 10]));
    QVERIFY(desk.view->isMarked(ids[calls - 1 - 700]));
    QVERIFY(desk.view->isMarked(ids[calls - 1 - 1299]));
    QVERIFY(!desk.view->isMarked(ids[calls - 1 - 1300]));
    // Decisions know how those stood that were never shown.
    for (const SeenReview &call : desk.view->chosen())
        QCOMPARE(call.state, QStringLiteral("open"));
}

// X twice: nothing is selected, but a range begins there.
void TestReviewLists::aRangeBeginsWhereNothingIsSelected()
{
    constexpr int calls = 900;
    QueuePlace place;
    const QStringList ids = place.addCalls(calls);
    Desk desk(place);
    QVERIFY(desk.open(calls));
    desk.key(Qt::Key_X);
    desk.key(Qt::Key_X);
    QCOMPARE(desk.view->markedCount(), 0);
    QVERIFY(desk.jumpTo(calls - 1));
    desk.key(Qt::Key_X, Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(desk.view->markedCount(), calls, patienceMs);
    for (const SeenReview &call : desk.view->chosen())
        QCOMPARE(call.state, QStringLiteral("open"));
}

void TestReviewLists::aRangeHasAnEnd()
{
    constexpr int calls = InteractionList::mostInRange + 200;
    QueuePlace place;
    place.addCalls(calls);
    Desk desk(place);
    QVERIFY(desk.open(calls));
    desk.key(Qt::Key_X);
    QVERIFY(desk.jumpTo(calls - 1));
    desk.key(Qt::Key_X, Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(desk.said.size(), 1, patienceMs);
    QVERIFY2(desk.said.first().contains(QStringLiteral("all that match")), qPrintable(desk.said.first()));
    QCOMPARE(desk.view->markedCount(), 1);
}

void TestReviewLists::aRangeThatIsClearedMeanwhileIsForgotten()
{
    constexpr int calls = 900;
    QueuePlace place;
    place.addCalls(calls);
    Desk desk(place);
    QVERIFY(desk.open(calls));
    desk.key(Qt::Key_X);
    QVERIFY(desk.jumpTo(calls - 1));
    desk.key(Qt::Key_X, Qt::ShiftModifier);
    desk.view->clearMarks();
    // Read after the range, on the same connection.
    bool read = false;
    const QString last = desk.view->currentId();
    desk.model->readRange(last, last, desk.view, [&](const auto &) { read = true; });
    QTRY_VERIFY_WITH_TIMEOUT(read, patienceMs);
    QCOMPARE(desk.view->markedCount(), 0);
}

void TestReviewLists::groupsAreRememberedOfAStore()
{
    QueuePlace place, other;
    place.addCalls(3);
    other.addCalls(1);
    Desk desk(place);
    QVERIFY(desk.open(3));
    desk.find<GroupsPane>()->groupBy(Grouping::Key);
    {
        ShortcutMap shortcuts(desk.preferences);
        StoreSession session(place.location());
        MainWindow again({session, shortcuts, desk.preferences});
        again.showPage(QStringLiteral("review"));
        auto *groups = again.findChild<GroupsPane *>();
        QCOMPARE(groups->button()->text(), QStringLiteral("Group: Key"));
        QTRY_COMPARE_WITH_TIMEOUT(groups->table().model()->rowCount(), 1, patienceMs);
    }
    ShortcutMap shortcuts(desk.preferences);
    StoreSession session(other.location());
    MainWindow elsewhere({session, shortcuts, desk.preferences});
    elsewhere.showPage(QStringLiteral("review"));
    QVERIFY(!elsewhere.findChild<GroupsPane *>()->isOn());
}

void TestReviewLists::whatMatchesIsExported()
{
    QueuePlace place;
    place.addCalls(2);
    place.addCalls(3, 10, "support");
    Desk desk(place);
    QVERIFY(desk.open(5));
    QVERIFY(desk.shortcuts.action(QStringLiteral("review.export"))->isEnabled());
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("calls.jsonl"));
    auto *bar = desk.page->findChild<ExportBar *>();
    bar->start(file, QStringLiteral("state:open team:support"));
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file), patienceMs);
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(written.readAll().trimmed().split('\n').size(), 3);
    QVERIFY(bar->isVisible());
}

QTEST_MAIN(TestReviewLists)
#include "tst_review_lists.moc"
