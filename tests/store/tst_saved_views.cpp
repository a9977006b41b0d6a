// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "people_place.h"
#include "store/audit.h"
#include "store/saved_views.h"

using namespace gatehouse;
using namespace gatehouse::store;
using namespace gatehouse::store::test;

namespace {

SavedView view(const std::string &name, const std::string &filter = "state:open", bool shared = false)
{
    SavedView made;
    made.name = name;
    made.filter = filter;
    made.shared = shared;
    return made;
}

QStringList namesOf(Store &store, ViewDesk desk = ViewDesk::Review)
{
    QStringList names;
    const auto views = listSavedViews(store, desk);
    if (!views)
        return {why(views)};
    for (const SavedView &each : *views)
        names.append(QString::fromStdString(each.name));
    return names;
}

QStringList told(Store &store)
{
    QStringList entries;
    const auto log = listAudit(store, 100);
    if (!log)
        return {why(log)};
    for (const AuditEntry &entry : *log) {
        if (entry.action.starts_with("view."))
            entries.prepend(QString::fromStdString(entry.action + " " + entry.object));
    }
    return entries;
}

} // namespace

// Filters kept under a name.
class TestSavedViews : public QObject {
    Q_OBJECT

private slots:
    void keepsWhatWasSaved();
    void changesRenamesAndRemoves();
    void refusesWhatIsWrong_data();
    void refusesWhatIsWrong();
    void hasAnEnd();
    void tellsOfWhatIsSharedAlone();
    void othersSeeWhatIsShared();
    void sharingTakesAReviewer();
};

void TestSavedViews::keepsWhatWasSaved()
{
    const Place place;
    const auto store = place.open();
    SavedView wanted = view("Urgent", "severity>=high zone:tool");
    wanted.live = false;
    wanted.oldestFirst = true;
    QVERIFY_DONE(saveView(*store, wanted));
    wanted.desk = ViewDesk::Explorer;
    QVERIFY_DONE(saveView(*store, wanted));
    const auto views = listSavedViews(*store, ViewDesk::Explorer);
    QVERIFY_DONE(views);
    QCOMPARE(views->size(), std::size_t(1));
    wanted.owner = store->actor();
    wanted.savedAt = place.clock.now();
    QVERIFY(views->front() == wanted);
    QCOMPARE(namesOf(*store), QStringList{"Urgent"});
}

void TestSavedViews::changesRenamesAndRemoves()
{
    Place place;
    const auto store = place.open();
    for (const char *name : {"b", "a"}) {
        QVERIFY_DONE(saveView(*store, view(name)));
        place.clock.advance(std::chrono::seconds(1));
    }
    // In the order they were first saved in.
    QVERIFY_DONE(saveView(*store, view("b", "state:resolved")));
    QCOMPARE(namesOf(*store), (QStringList{"b", "a"}));
    QCOMPARE(listSavedViews(*store, ViewDesk::Review)->front().filter, std::string("state:resolved"));
    QVERIFY_DONE(renameView(*store, view("b"), "c"));
    QCOMPARE(namesOf(*store), (QStringList{"c", "a"}));
    QCOMPARE(renameView(*store, view("c"), "a").error().kind, ErrorKind::Conflict);
    QCOMPARE(renameView(*store, view("b"), "d").error().kind, ErrorKind::NotFound);
    QVERIFY_DONE(removeView(*store, view("c")));
    QCOMPARE(removeView(*store, view("c")).error().kind, ErrorKind::NotFound);
    QCOMPARE(namesOf(*store), QStringList{"a"});
}

void TestSavedViews::refusesWhatIsWrong_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("filter");
    QTest::newRow("no name") << ""
                             << "state:open";
    QTest::newRow("two lines") << "a\nb"
                               << "state:open";
    QTest::newRow("unreadable") << "a"
                                << "colour:red";
    QTest::newRow("endless") << "a" << QString(4001, 'x');
}

void TestSavedViews::refusesWhatIsWrong()
{
    QFETCH(QString, name);
    QFETCH(QString, filter);
    const Place place;
    const auto store = place.open();
    const auto saved = saveView(*store, view(name.toStdString(), filter.toStdString()));
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, ErrorKind::InvalidInput);
    QCOMPARE(namesOf(*store), QStringList());
}

void TestSavedViews::hasAnEnd()
{
    const Place place;
    const auto store = place.open();
    for (int i = 0; i < 100; ++i)
        QVERIFY_DONE(saveView(*store, view("view " + std::to_string(i))));
    QCOMPARE(saveView(*store, view("one more")).error().kind, ErrorKind::Conflict);
    QVERIFY_DONE(saveView(*store, view("view 7", "state:resolved")));
    QVERIFY_DONE(removeView(*store, view("view 7")));
    QVERIFY_DONE(saveView(*store, view("one more")));
}

void TestSavedViews::tellsOfWhatIsSharedAlone()
{
    const Place place;
    const auto store = place.open();
    QVERIFY_DONE(saveView(*store, view("mine")));
    QVERIFY_DONE(saveView(*store, view("mine", "state:resolved")));
    QCOMPARE(told(*store), QStringList());
    QVERIFY_DONE(saveView(*store, view("mine", "state:resolved", true)));
    QVERIFY_DONE(renameView(*store, view("mine"), "ours"));
    QVERIFY_DONE(removeView(*store, view("ours")));
    QVERIFY_DONE(saveView(*store, view("new", "state:open", true)));
    const QString owner = QString::fromStdString(store->actor());
    QCOMPARE(told(*store),
        (QStringList{"view.edit view:" + owner + "/mine", "view.edit view:" + owner + "/ours",
            "view.remove view:" + owner + "/ours", "view.add view:" + owner + "/new"}));
    QVERIFY(verifyAudit(*store)->ok);
}

void TestSavedViews::othersSeeWhatIsShared()
{
    const Place place;
    const auto store = place.open();
    store->setActor("user:ada");
    QVERIFY_DONE(saveView(*store, view("hers")));
    QVERIFY_DONE(saveView(*store, view("ours", "team:payments", true)));
    store->setActor("user:ben");
    QCOMPARE(namesOf(*store), QStringList{"ours"});
    // The same name is another view of another person.
    QVERIFY_DONE(saveView(*store, view("ours", "team:support")));
    QCOMPARE(namesOf(*store), (QStringList{"ours", "ours"}));
    QCOMPARE(listSavedViews(*store, ViewDesk::Review)->front().owner, std::string("user:ben"));
    SavedView hers = view("hers");
    hers.owner = "user:eve";
    QCOMPARE(saveView(*store, hers).error().kind, ErrorKind::NotFound);
}

void TestSavedViews::sharingTakesAReviewer()
{
    if (!testsPostgres())
        QSKIP("a file knows no people");
    PeoplePlace place;
    const auto viewer = place.open("viewer"), analyst = place.open("analyst"), other = place.open("auditor");
    QVERIFY_DONE(saveView(*viewer, view("mine")));
    QVERIFY_DONE(renameView(*viewer, view("mine"), "still mine"));
    QCOMPARE(saveView(*viewer, view("for all", "state:open", true)).error().kind, ErrorKind::NotPermitted);
    QVERIFY(!saveView(*viewer, view("still mine", "state:open", true)));
    QVERIFY_DONE(saveView(*analyst, view("ours", "state:open", true)));
    QCOMPARE(namesOf(*viewer), (QStringList{"still mine", "ours"}));
    QCOMPARE(namesOf(*other), QStringList{"ours"});
    const SavedView ours = listSavedViews(*viewer, ViewDesk::Review)->back();
    QCOMPARE(removeView(*viewer, ours).error().kind, ErrorKind::NotFound);
    const auto administrator = place.open("administrator_all");
    QVERIFY_DONE(removeView(*administrator, ours));
    QVERIFY_DONE(removeView(*viewer, view("still mine")));
    QCOMPARE(told(place.owner()),
        (QStringList{"view.add view:user:analyst/ours", "view.remove view:user:analyst/ours"}));
    QVERIFY(verifyAudit(place.owner())->ok);
}

QTEST_GUILESS_MAIN(TestSavedViews)
#include "tst_saved_views.moc"
