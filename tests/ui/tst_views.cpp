// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Saved views through the real window: saved, chosen by key, counted, renamed, shared, deleted and brought
// back.
#include "store/saved_views.h"
#include "tests/store/people_place.h"
#include "tests/ui/window_fixture.h"
#include "ui/frame/rail_views.h"
#include "ui/review/queue_view.h"
#include "ui/settings/right_binding.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/views_button.h"

#include <QInputDialog>
#include <QMenu>

using namespace gatehouse;
using namespace gatehouse::console;
using namespace gatehouse::console::test;

namespace {

store::SavedView saved(
    const std::string &name, const std::string &filter, store::ViewDesk desk = store::ViewDesk::Review)
{
    store::SavedView view;
    view.name = name;
    view.filter = filter;
    view.desk = desk;
    return view;
}

QAction *entry(ViewsButton &button, const QString &name)
{
    for (QAction *action : button.entries().actions()) {
        if (action->objectName() == name || action->text().section(QStringLiteral("   "), 0, 0) == name)
            return action;
    }
    return nullptr;
}

std::vector<store::SavedView> viewsIn(const QueuePlace &place, store::ViewDesk desk = store::ViewDesk::Review)
{
    return store::listSavedViews(*place.place.open(), desk).value_or(std::vector<store::SavedView>{});
}

// Answers the question for a name that is open.
void giveName(const WindowFixture &fixture, const QString &name)
{
    QPointer<QInputDialog> dialog(fixture.find<QInputDialog>());
    QVERIFY(dialog);
    dialog->setTextValue(name);
    dialog->accept();
    QTRY_VERIFY_WITH_TIMEOUT(!dialog, patienceMs);
}

} // namespace

class TestViews : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void savesWhatIsShown();
    void keysChooseAndCountsCome();
    void renamesSharesDeletesAndBringsBack();
    void eachDeskHasItsOwn();
    void sharingSaysWhoCould();
    void theRailCountsThem();
};

void TestViews::savesWhatIsShown()
{
    QueuePlace place;
    place.addCalls(3);
    WindowFixture fixture(place);
    QVERIFY(fixture.show(QStringLiteral("review")));
    auto *button = fixture.find<ViewsButton>();
    fixture.find<FilterBar>()->setFilter(QStringLiteral("severity>=high team:payments"));
    fixture.shortcuts.action(QStringLiteral("review.live"))->trigger();
    entry(*button, QStringLiteral("save"))->trigger();
    giveName(fixture, QStringLiteral("Urgent & mine"));
    QTRY_COMPARE_WITH_TIMEOUT(viewsIn(place).size(), std::size_t(1), patienceMs);
    const store::SavedView view = viewsIn(place).front();
    QCOMPARE(view.name, std::string("Urgent & mine"));
    QCOMPARE(view.filter, std::string("severity>=high team:payments"));
    QVERIFY(!view.live && !view.shared);
    QTRY_VERIFY_WITH_TIMEOUT(entry(*button, QStringLiteral("Urgent && mine")), patienceMs);
    QVERIFY(entry(*button, QStringLiteral("Urgent && mine"))->isChecked());
}

void TestViews::keysChooseAndCountsCome()
{
    QueuePlace place;
    place.addCalls(3);
    place.addCalls(2, 10, "support");
    const auto store = place.place.open();
    QVERIFY_DONE(store::saveView(*store, saved("payments", "team:payments")));
    QVERIFY_DONE(store::saveView(*store, saved("support", "team:support")));
    WindowFixture fixture(place);
    QVERIFY(fixture.show(QStringLiteral("review")));
    auto *button = fixture.find<ViewsButton>();
    auto *queue = fixture.find<QueueView>();
    QTRY_VERIFY_WITH_TIMEOUT(entry(*button, QStringLiteral("support")), patienceMs);
    queue->setFocus();
    QTest::keyClick(queue, Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(fixture.find<FilterBar>()->filter(), QStringLiteral("team:support"));
    QTRY_COMPARE_WITH_TIMEOUT(queue->model()->rowCount(), 2, patienceMs);
    QVERIFY(entry(*button, QStringLiteral("support"))->isChecked());
    QTest::keyClick(queue, Qt::Key_1, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(queue->model()->rowCount(), 3, patienceMs);
    QVERIFY(!fixture.shortcuts.action(QStringLiteral("review.view.3"))->isEnabled());
    Q_EMIT button->entries().aboutToShow();
    QTRY_VERIFY_WITH_TIMEOUT(
        entry(*button, QStringLiteral("payments"))->text().contains(QStringLiteral("   3\t")), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(
        entry(*button, QStringLiteral("support"))->text().contains(QStringLiteral("   2\t")), patienceMs);
}

void TestViews::renamesSharesDeletesAndBringsBack()
{
    QueuePlace place;
    place.addCalls(1);
    QVERIFY_DONE(store::saveView(*place.place.open(), saved("first", "team:payments")));
    WindowFixture fixture(place);
    QVERIFY(fixture.show(QStringLiteral("review")));
    auto *button = fixture.find<ViewsButton>();
    QTRY_VERIFY_WITH_TIMEOUT(entry(*button, QStringLiteral("first")), patienceMs);
    QVERIFY(!entry(*button, QStringLiteral("rename")));
    entry(*button, QStringLiteral("first"))->trigger();
    entry(*button, QStringLiteral("rename"))->trigger();
    giveName(fixture, QStringLiteral("second"));
    QTRY_VERIFY_WITH_TIMEOUT(entry(*button, QStringLiteral("second")), patienceMs);
    QVERIFY(!entry(*button, QStringLiteral("first")));
    entry(*button, QStringLiteral("share"))->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(viewsIn(place).front().shared, patienceMs);
    entry(*button, QStringLiteral("delete"))->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!entry(*button, QStringLiteral("second")), patienceMs);
    QVERIFY(viewsIn(place).empty());
    QTRY_VERIFY_WITH_TIMEOUT(entry(*button, QStringLiteral("undo")), patienceMs);
    entry(*button, QStringLiteral("undo"))->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(entry(*button, QStringLiteral("second")), patienceMs);
    QCOMPARE(viewsIn(place).front().filter, std::string("team:payments"));
    QVERIFY(viewsIn(place).front().shared);
}

void TestViews::eachDeskHasItsOwn()
{
    QueuePlace place;
    place.addCalls(1);
    const auto store = place.place.open();
    QVERIFY_DONE(store::saveView(*store, saved("queue", "state:open")));
    QVERIFY_DONE(store::saveView(*store, saved("cut", "outcome:cut", store::ViewDesk::Explorer)));
    WindowFixture fixture(place);
    QVERIFY(fixture.show(QStringLiteral("explorer")));
    auto *button = fixture.find<ViewsButton>();
    QTRY_VERIFY_WITH_TIMEOUT(entry(*button, QStringLiteral("cut")), patienceMs);
    QVERIFY(!entry(*button, QStringLiteral("queue")));
    fixture.shortcuts.action(QStringLiteral("explorer.view.1"))->trigger();
    QCOMPARE(fixture.find<FilterBar>()->filter(), QStringLiteral("outcome:cut"));
}

void TestViews::sharingSaysWhoCould()
{
    store::test::PeoplePlace place;
    const auto viewer = place.open("viewer");
    QVERIFY_DONE(store::saveView(*viewer, saved("mine", "team:payments")));
    WindowFixture fixture(QString::fromStdString(place.address("viewer")));
    QVERIFY(fixture.show(QStringLiteral("review")));
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.session.permissions().may(Right::Review), patienceMs);
    auto *button = fixture.find<ViewsButton>();
    QTRY_VERIFY_WITH_TIMEOUT(entry(*button, QStringLiteral("mine")), patienceMs);
    entry(*button, QStringLiteral("mine"))->trigger();
    const QAction *share = entry(*button, QStringLiteral("share"));
    QVERIFY(!share->isEnabled());
    QCOMPARE(share->toolTip(), QStringLiteral("Needs an analyst."));
    QVERIFY(entry(*button, QStringLiteral("delete"))->isEnabled());
}

void TestViews::theRailCountsThem()
{
    QueuePlace place;
    place.addCalls(3);
    const auto store = place.place.open();
    QVERIFY_DONE(store::saveView(*store, saved("Payments that wait", "team:payments")));
    QVERIFY_DONE(store::saveView(*store, saved("support", "team:support")));
    QVERIFY_DONE(store::saveView(*store, saved("cut", "outcome:cut", store::ViewDesk::Explorer)));
    WindowFixture fixture(place);
    QVERIFY(fixture.show(QStringLiteral("review")));
    auto *rail = fixture.find<RailViews>();
    const auto view = [&](const QString &name) {
        for (RailView *each : rail->findChildren<RailView *>()) {
            if (each->text() == name && each->isVisible())
                return each;
        }
        return static_cast<RailView *>(nullptr);
    };
    const QString waiting = QStringLiteral("Payments that wait");
    QTRY_VERIFY_WITH_TIMEOUT(view(waiting) && view(waiting)->count() == QStringLiteral("3"), patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(view(QStringLiteral("support"))->count(), QStringLiteral("0"), patienceMs);
    QVERIFY(view(waiting)->toolTip().contains(QStringLiteral("(Ctrl+1)")));
    QVERIFY(!view(QStringLiteral("cut")));
    // Counted anew, when they have rested.
    place.addCalls(2, 10, "support");
    QTRY_COMPARE_WITH_TIMEOUT(view(QStringLiteral("support"))->count(), QStringLiteral("2"), patienceMs);
    view(QStringLiteral("support"))->click();
    QCOMPARE(fixture.find<FilterBar>()->filter(), QStringLiteral("team:support"));
    QVERIFY(view(QStringLiteral("support"))->isChecked());
    QVERIFY(!view(waiting)->isChecked());
    fixture.window.showPage(QStringLiteral("explorer"));
    QTRY_VERIFY_WITH_TIMEOUT(view(QStringLiteral("cut")), patienceMs);
    QVERIFY(!view(QStringLiteral("support")));
}

QTEST_MAIN(TestViews)
#include "tst_views.moc"
