// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// A copied store answers every question as the original does, whatever engines the two have.
#include "core/base/digest.h"
#include "core/policy/document.h"
#include "store/access.h"
#include "store/audit.h"
#include "store/demo.h"
#include "store/exceptions.h"
#include "store/handovers.h"
#include "store/interactions.h"
#include "store/journal.h"
#include "store/legal_holds.h"
#include "store/limits.h"
#include "store/maintenance.h"
#include "store/policies.h"
#include "store/prices.h"
#include "store/reviewer_keys.h"
#include "store/reviews.h"
#include "store/saved_views.h"
#include "store/store_copy.h"
#include "store/verdict_chain.h"
#include "store_fixture.h"

#include <set>

using namespace gatehouse;
using namespace gatehouse::store;
using namespace gatehouse::store::test;

namespace {

constexpr int interactionCount = 250; // more than a slice

bool goOn(std::int64_t, std::int64_t)
{
    return true;
}

std::string placeFor(bool postgres, const QTemporaryDir &folder, const char *name)
{
    return postgres ? PostgresCluster::shared().newDatabase() : (folder.path() + "/" + name).toStdString();
}

std::unique_ptr<Store> openAt(const std::string &place)
{
    auto opened = Store::open(place, OpenMode::Create);
    if (!opened)
        qFatal("%s", opened.error().line().c_str());
    return std::move(*opened);
}

// Something of everything a store can hold.
void fill(Store &store)
{
    QVERIFY_DONE(publishPolicy(store, std::string(baselinePolicyJson()), "to begin with"));
    DemoRequest request;
    request.interactions = interactionCount - 1;
    request.keys = 3;
    QVERIFY_DONE(addDemoData(store, request, goOn));
    Provider provider;
    provider.name = "upstream";
    provider.kind = ProviderKind::OpenAi;
    provider.baseUrl = "https://api.example/v1";
    provider.models = {"*"};
    provider.credential = SecretString("of this provider");
    QVERIFY_DONE(addProvider(store, provider));
    QVERIFY_DONE(addModelTarget(store, {"fast", "upstream", "small", 2}));
    QVERIFY_DONE(addNamedCredential(store, "hook", SecretString("of this hook")));
    const auto found = listInteractions(store, *parseFilter("verdict:blocked,flagged,masked"), 2);
    QVERIFY(found && found->size() == 2);
    QVERIFY_DONE(addNote(store, {(*found)[0].id}, "first\nsecond"));
    QVERIFY_DONE(addNote(store, {(*found)[0].id}, "third"));
    QVERIFY_DONE(assign(store, seen(store, {(*found)[1].id}), "ada"));
    QVERIFY_DONE(placeLegalHold(store, HoldKind::Interaction, (*found)[0].id.value, "a case"));
    QVERIFY_DONE(placeLegalHold(store, HoldKind::Conversation, "to come", "the same case"));
    PolicyException exception;
    exception.rule = "takeover";
    exception.team = (*found)[0].team;
    exception.pattern = "ignore the fish";
    exception.expiresAt = systemClock().now() + std::chrono::hours(1);
    QVERIFY_DONE(addException(store, exception, "a recipe"));
    SavedView view;
    view.name = "urgent";
    view.filter = "severity>=high";
    QVERIFY_DONE(saveView(store, view));
    QVERIFY_DONE(setBodyDays(store, 7));
    QVERIFY_DONE(setLimits(store, LimitTier::Team, "payments", {*parseLimit("5requests/minute")}));
    QVERIFY_DONE(setPrice(store, {"small*", {1, 2, 3}}));
    QVERIFY_DONE(addHandover(store, "two wait for the provider"));
    const auto reviewer = RecipientKey::make();
    QVERIFY_DONE(reviewer);
    QVERIFY_DONE(addReviewerKey(store, "reviewers", reviewer->certificate()));
    QVERIFY_DONE(signAuditHead(store, "g1"));
    {
        auto journal = Journal::open(store.location(), "g1");
        QVERIFY_DONE(journal);
        const Timestamp now = systemClock().now();
        auto refused = requestRecord(idAt(now), now, VerdictKind::Blocked);
        refused.row.outcome = Outcome::Refused;
        refused.sealed = sealedFor(*reviewer,
            {refused.row.id, BodyPart::Request, {{0, {0, 4}, {0, 4}, "word", SecretString("what")}}});
        (*journal)->write(std::move(refused), {});
    }
    QVERIFY_DONE(signVerdictHead(store, "g1"));
}

// What a reader of the store is told of all of it.
std::string everything(Store &store)
{
    std::string text;
    const auto add = [&](const auto &result, const auto &words) {
        if (!result)
            qFatal("%s", result.error().line().c_str());
        text += words(*result) + "\n";
    };
    const auto rows = listInteractions(store, *parseFilter(""), interactionCount + 1);
    for (const InteractionRow &row : *rows)
        add(showInteraction(store, row.id), [](const auto &detail) { return toJson(detail); });
    add(verifyVerdicts(store), [](const auto &verification) { return toJson(verification); });
    (void)exportAudit(store, [&](std::string_view line) {
        text += line;
        return true;
    });
    const auto handovers = listHandovers(store, 10);
    for (const Handover &handover : *handovers)
        text += toJson(handover) + "\n";
    const auto reviewers = listReviewerKeys(store);
    for (const ReviewerKeyRow &row : *reviewers)
        text += row.name + " " + row.certificate + "\n";
    const auto keys = listKeys(store);
    for (const KeyRow &key : *keys)
        text += toJson(key, {}) + "\n";
    const auto table = loadKeyTable(store);
    std::set<std::string> secrets; // the table has no order
    for (const KeyRecord &key : *table)
        secrets.insert(key.id.value + toHex(key.secretHash));
    for (const std::string &secret : secrets)
        text += secret + "\n";
    const auto providers = loadProviders(store);
    for (const Provider &provider : *providers)
        text += provider.name + " " + provider.baseUrl + " " + std::string(provider.credential.reveal())
            + "\n";
    const auto exceptions = listExceptions(store);
    for (const ExceptionRow &row : *exceptions)
        text += toJson(row, row.createdAt) + "\n";
    const auto credentials = loadNamedCredentials(store);
    for (const auto &[name, secret] : *credentials)
        text += name + " " + std::string(secret.reveal()) + "\n";
    for (const char *filter : {"team:payments", "severity>=high", "\"the\"", "check:secrets"})
        text += std::to_string(listInteractions(store, *parseFilter(filter), 1000)->size()) + " ";
    return text;
}

void compare(Store &copy, Store &original)
{
    const QStringList here = QString::fromStdString(everything(copy)).split(QLatin1Char('\n'));
    const QStringList there = QString::fromStdString(everything(original)).split(QLatin1Char('\n'));
    for (int i = 0; i < std::min(here.size(), there.size()); ++i)
        QCOMPARE(here[i], there[i]);
    QCOMPARE(here.size(), there.size());
}

} // namespace

class TestStoreCopy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theCopyIsTheSame_data();
    void theCopyIsTheSame();
    void noTableIsForgotten();
    void aBrokenOffCopyGoesOn_data();
    void aBrokenOffCopyGoesOn();
    void somethingElseIsNotOverwritten();
    void anOriginalThatChangedIsSaid();
    void aGatewayThatRunsIsSaid();
};

// Which reviewers' keys are trusted is kept there.
void TestStoreCopy::initTestCase()
{
    static const QTemporaryDir folder;
    qputenv("XDG_CONFIG_HOME", folder.path().toLocal8Bit());
}

void TestStoreCopy::theCopyIsTheSame_data()
{
    QTest::addColumn<bool>("fromPostgres");
    QTest::addColumn<bool>("toPostgres");
    QTest::newRow("SQLite to PostgreSQL") << false << true;
    QTest::newRow("PostgreSQL to SQLite") << true << false;
    QTest::newRow("SQLite to SQLite") << false << false;
    QTest::newRow("PostgreSQL to PostgreSQL") << true << true;
}

void TestStoreCopy::theCopyIsTheSame()
{
    QFETCH(bool, fromPostgres);
    QFETCH(bool, toPostgres);
    const QTemporaryDir folder;
    const std::string from = placeFor(fromPostgres, folder, "from.db");
    const std::string to = placeFor(toPostgres, folder, "to.db");
    const auto original = openAt(from);
    fill(*original);
    const auto copy = openAt(to);
    std::int64_t last = 0;
    const auto copied = copyStore(*original, *copy, [&](std::int64_t done, std::int64_t total) {
        last = done;
        return done <= total;
    });
    QVERIFY_DONE(copied);
    QCOMPARE(copied->interactions, std::int64_t(interactionCount));
    QCOMPARE(copied->copied, copied->interactions);
    QCOMPARE(last, copied->interactions);
    QCOMPARE(copied->auditHead, (*listAudit(*original, 1))[0].hash);
    compare(*copy, *original);
    // Nothing is left to copy, and a store that was copied works on.
    const auto again = copyStore(*original, *copy, goOn);
    QVERIFY_DONE(again);
    QCOMPARE(again->copied, std::int64_t(0));
    QCOMPARE(again->rows, copied->rows);
    QVERIFY_DONE(createName(*copy, NameKind::Team, "afterwards"));
    QVERIFY(verifyAudit(*copy, copied->auditHead)->ok);
}

// Whoever adds a table says here or in copyStore() whether it goes along.
void TestStoreCopy::noTableIsForgotten()
{
    const std::set<std::string> stays{"change", "heartbeat", "target_health", "review_job", "review_job_row"};
    const std::set<std::string> mayBeEmpty{"permit", "policy_draft"};
    const QTemporaryDir folder;
    const std::string from = placeFor(false, folder, "from.db");
    const std::string to = placeFor(false, folder, "to.db");
    {
        const auto original = openAt(from);
        fill(*original);
        QVERIFY_DONE(copyStore(*original, *openAt(to), goOn));
    }
    Intruder there(from), here(to);
    std::vector<std::string> tables;
    there.each("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' "
               "AND name NOT LIKE 'search%'",
        [&](const char *name) { tables.emplace_back(name); });
    QVERIFY(tables.size() > 20);
    for (const std::string &table : tables) {
        if (stays.contains(table))
            continue;
        const std::string count = there.value("SELECT count(*) FROM " + table);
        QVERIFY2(count != "0" || mayBeEmpty.contains(table), ("nothing in " + table).c_str());
        QVERIFY2(here.value("SELECT count(*) FROM " + table) == count, table.c_str());
    }
}

void TestStoreCopy::aBrokenOffCopyGoesOn_data()
{
    QTest::addColumn<bool>("toPostgres");
    QTest::newRow("into SQLite") << false;
    QTest::newRow("into PostgreSQL") << true;
}

void TestStoreCopy::aBrokenOffCopyGoesOn()
{
    QFETCH(bool, toPostgres);
    const QTemporaryDir folder;
    const auto original = openAt(placeFor(false, folder, "from.db"));
    fill(*original);
    const std::string to = placeFor(toPostgres, folder, "to.db");
    std::int64_t before = 0;
    {
        const auto broken = copyStore(*original, *openAt(to), [&](std::int64_t done, std::int64_t) {
            before = done;
            return false;
        });
        QCOMPARE(broken.error().kind, ErrorKind::Conflict);
        QVERIFY(before > 0 && before < interactionCount);
    }
    const auto copy = openAt(to);
    const auto rest = copyStore(*original, *copy, goOn);
    QVERIFY_DONE(rest);
    QCOMPARE(rest->copied, interactionCount - before);
    compare(*copy, *original);
}

void TestStoreCopy::somethingElseIsNotOverwritten()
{
    const QTemporaryDir folder;
    const auto original = openAt(placeFor(false, folder, "from.db"));
    QVERIFY_DONE(createName(*original, NameKind::Team, "ours"));
    const auto other = openAt(placeFor(true, folder, "to.db"));
    QVERIFY_DONE(createName(*other, NameKind::Team, "theirs"));
    const std::string before = everything(*other);
    const auto refused = copyStore(*original, *other, goOn);
    QCOMPARE(refused.error().kind, ErrorKind::Conflict);
    QCOMPARE(everything(*other), before);
}

void TestStoreCopy::anOriginalThatChangedIsSaid()
{
    const QTemporaryDir folder;
    const auto original = openAt(placeFor(false, folder, "from.db"));
    fill(*original);
    const auto copy = openAt(placeFor(false, folder, "to.db"));
    QVERIFY(!copyStore(*original, *copy, [](std::int64_t, std::int64_t) { return false; }));
    QVERIFY_DONE(createName(*original, NameKind::Team, "meanwhile"));
    const auto refused = copyStore(*original, *copy, goOn);
    QCOMPARE(refused.error().kind, ErrorKind::Conflict);
}

void TestStoreCopy::aGatewayThatRunsIsSaid()
{
    const QTemporaryDir folder;
    const std::string from = placeFor(false, folder, "from.db");
    const auto original = openAt(from);
    Heartbeat beat;
    beat.gateway = "g1";
    beat.at = systemClock().now();
    auto journal = Journal::open(from, "g1", systemClock());
    QVERIFY_DONE(journal);
    (*journal)->write(beat);
    QTRY_VERIFY(!liveGateways(*original)->empty());
    const auto copy = openAt(placeFor(false, folder, "to.db"));
    const auto refused = copyStore(*original, *copy, goOn);
    QCOMPARE(refused.error().kind, ErrorKind::Conflict);
    QVERIFY(refused.error().advice.find("g1") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestStoreCopy)
#include "tst_copy.moc"
