// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// The people of a store in PostgreSQL: how they come and go, what the store's functions let them do, and what
// the audit log says of them whatever they claim.
#include "people_place.h"
#include "store/audit.h"
#include "store/call_context.h"
#include "store/capabilities.h"
#include "store/exceptions.h"
#include "store/group_walk.h"
#include "store/interactions.h"
#include "store/limits.h"
#include "store/maintenance.h"
#include "store/near_duplicates.h"
#include "store/people.h"
#include "store/policies.h"
#include "store/prices.h"
#include "store/reviewer_keys.h"
#include "store/reviews.h"
#include "store/sealed_originals.h"

using namespace gatehouse;
using namespace gatehouse::store;
using namespace gatehouse::store::test;

namespace {

int counted = 0;

std::string another(const std::string &what)
{
    return what + "-" + std::to_string(++counted);
}

// A policy like the published one, with another text in it.
std::string otherPolicy(Store &owner)
{
    std::string json = publishedPolicy(owner)->json;
    const std::string words = "\"description\": \"";
    return json.insert(json.find(words) + words.size(), another("changed") + " ");
}

NewKeyRequest keyRequest(const std::string &team)
{
    NewKeyRequest request;
    request.team = team;
    request.environment = request.useCase = "test";
    request.entitlement.models = {"*"};
    return request;
}

template <class Value>
Status statusOf(const Result<Value> &result)
{
    return result ? Status() : Status(tl::unexpected(result.error()));
}

Status mustHold(bool holds)
{
    return holds ? Status() : Status(fail(ErrorKind::NotFound, "nothing is seen"));
}

struct Row {
    const char *action;
    const char *roles; // v a p k u A, and G for gateways
    bool ofTeam; // else of people of all teams only, or of everybody where no team matters
    const char *who; // in the refusal
    std::function<Status(PeoplePlace &, Store &, const std::string &team)> work;
};

const std::vector<Row> &matrix()
{
    static const std::vector<Row> all{
        // Without their words where one may not read them.
        {"list calls", "vapkuAG", true, "analyst",
            [](PeoplePlace &, Store &store, const std::string &team) {
                const auto rows = listInteractions(store, *parseFilter("team:" + team), 10);
                return rows ? mustHold(!rows->empty()) : statusOf(rows);
            }},
        {"show a call", "vapuA", true, "analyst",
            [](PeoplePlace &place, Store &store, const std::string &team) {
                return statusOf(showInteraction(store, place.call(team)));
            }},
        {"search", "vapuA", true, "analyst",
            [](PeoplePlace &, Store &store, const std::string &team) {
                const auto found = listInteractions(store, *parseFilter("walrus team:" + team), 10);
                return found ? mustHold(!found->empty()) : statusOf(found);
            }},
        {"resolve", "aA", true, "analyst",
            [](PeoplePlace &place, Store &store, const std::string &team) {
                return statusOf(
                    resolve(store, seen(store, {place.call(team)}), Disposition::Benign, "looked at it"));
            }},
        {"resolve two", "aA", true, "analyst",
            [](PeoplePlace &place, Store &store, const std::string &team) {
                return statusOf(resolve(store, seen(store, {place.call(team), place.held(team)}),
                    Disposition::FalsePositive, ""));
            }},
        {"reopen", "aA", true, "analyst",
            [](PeoplePlace &place, Store &store, const std::string &team) {
                return statusOf(reopen(store, seen(store, {place.call(team)})));
            }},
        {"assign", "aA", true, "analyst",
            [](PeoplePlace &place, Store &store, const std::string &team) {
                const auto done = assign(store, seen(store, {place.call(team)}), another("somebody"));
                return done ? statusOf(undo(store, *done)) : statusOf(done);
            }},
        {"escalate", "aA", true, "analyst",
            [](PeoplePlace &place, Store &store, const std::string &team) {
                return statusOf(escalate(store, seen(store, {place.call(team)})));
            }},
        {"note", "aA", true, "analyst",
            [](PeoplePlace &place, Store &store, const std::string &team) {
                return addNote(store, {place.call(team)}, "a \"note\"\n\xC3\xA9\t");
            }},
        {"release", "aA", true, "analyst",
            [](PeoplePlace &place, Store &store, const std::string &team) {
                return release(store, place.holdAnother(team));
            }},
        {"deny", "aA", true, "analyst",
            [](PeoplePlace &place, Store &store, const std::string &team) {
                return deny(store, place.holdAnother(team));
            }},
        {"reveal", "aA", true, "analyst",
            [](PeoplePlace &place, Store &store, const std::string &team) {
                return statusOf(revealOriginals(store, place.call(team), place.reviewer(), "asked to"));
            }},
        {"add and remove a reviewer's key", "A", false, "administrator",
            [](PeoplePlace &, Store &store, const std::string &) {
                const auto key = RecipientKey::make();
                const Status added = addReviewerKey(store, another("reviewer"), key->certificate());
                return added ? removeReviewerKey(store, key->certificate().fingerprint) : added;
            }},
        {"issue and revoke a key", "kA", true, "key administrator",
            [](PeoplePlace &, Store &store, const std::string &team) {
                const auto issued = issueKey(store, keyRequest(team));
                return issued ? revokeKey(store, issued->row.record.id, "only tried") : statusOf(issued);
            }},
        {"suspend and resume a key", "kA", true, "key administrator",
            [](PeoplePlace &place, Store &store, const std::string &team) {
                const Status done = suspendKey(store, place.key(team), "for a while");
                return done ? resumeKey(store, place.key(team), "over") : done;
            }},
        {"rotate a key", "kA", true, "key administrator",
            [](PeoplePlace &place, Store &store, const std::string &team) {
                return statusOf(rotateKey(store, place.key(team), Micros(0), "due"));
            }},
        {"edit a key", "kA", true, "key administrator",
            [](PeoplePlace &place, Store &store, const std::string &team) {
                const auto row = showKey(store, place.key(team));
                if (!row)
                    return statusOf(row);
                Entitlement may = row->record.entitlement;
                may.tools = {another("tool")};
                return statusOf(changeEntitlement(store, place.key(team), row->record.entitlement, may, "x"));
            }},
        {"limit a key", "kA", true, "key administrator",
            [](PeoplePlace &place, Store &store, const std::string &team) {
                return setLimits(store, LimitTier::Key, place.key(team).value,
                    {*parseLimit(std::to_string(++counted) + " requests/minute")});
            }},
        {"create a team", "kA", false, "key administrator",
            [](PeoplePlace &, Store &store, const std::string &) {
                return createName(store, NameKind::Team, another("team"));
            }},
        {"publish a policy", "pA", false, "policy author",
            [](PeoplePlace &place, Store &store, const std::string &) {
                return statusOf(publishPolicy(store, otherPolicy(place.owner()), "tried"));
            }},
        {"make and remove an exception", "pA", false, "policy author",
            [](PeoplePlace &, Store &store, const std::string &team) {
                PolicyException exception;
                exception.rule = "takeover";
                exception.team = team;
                exception.pattern = "walrus";
                exception.expiresAt = store.clock().now() + std::chrono::hours(1);
                const auto added = addException(store, exception, "tried");
                return added ? removeException(store, added->exception.id) : statusOf(added);
            }},
        {"add a model", "A", false, "administrator",
            [](PeoplePlace &, Store &store, const std::string &) {
                return addProvider(store, {another("p"), ProviderKind::Sandbox, {}, {}, {}, {}, {}, 1});
            }},
        {"set a price", "A", false, "administrator",
            [](PeoplePlace &, Store &store, const std::string &) {
                return setPrice(store, {another("m"), {1, 2, 3}});
            }},
        {"change the settings", "A", false, "administrator",
            [](PeoplePlace &, Store &store, const std::string &) {
                StoreSettings settings = *storeSettings(store);
                settings.retentionDays = ++counted;
                return setStoreSettings(store, settings);
            }},
        {"add and remove a person", "A", false, "administrator",
            [](PeoplePlace &, Store &store, const std::string &) {
                const std::string name = another("person");
                const Status added
                    = addPerson(store, {name, {"viewer"}, {}, {}, {}}, SecretString(passwordOf(name)));
                return added ? removePerson(store, name) : added;
            }},
        {"verify the audit log", "uAG", false, "auditor",
            [](PeoplePlace &, Store &store, const std::string &) {
                const auto verified = verifyAudit(store);
                return verified ? mustHold(verified->ok) : statusOf(verified);
            }},
    };
    return all;
}

} // namespace

class TestPeople : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_place = std::make_unique<PeoplePlace>(); }
    void functionsAskTheDatabase_data();
    void functionsAskTheDatabase();
    void comeAndGo();
    void onlyThoseOfHere();
    void untoldChangesAreTold_data();
    void untoldChangesAreTold();
    void liesAreNotTaken_data();
    void liesAreNotTaken();
    void nobodyActsForAnother();
    void readOnlyTheirOwnEntries();
    void groupsTellNothingOfOthers();
    void retentionDeletesWhatIsPast();
    void cleanup();

private:
    AuditEntry newest() { return listAudit(m_place->owner(), 1)->front(); }
    std::unique_ptr<PeoplePlace> m_place;
    std::map<std::string, std::unique_ptr<Store>> m_stores; // by login
};

void TestPeople::cleanup()
{
    const auto verified = verifyAudit(m_place->owner());
    QVERIFY_DONE(verified);
    QVERIFY2(verified->ok, verified->problem.c_str());
}

void TestPeople::functionsAskTheDatabase_data()
{
    QTest::addColumn<int>("row");
    for (std::size_t i = 0; i < matrix().size(); ++i)
        QTest::newRow(matrix()[i].action) << static_cast<int>(i);
}

void TestPeople::functionsAskTheDatabase()
{
    QFETCH(int, row);
    const Row &tried = matrix()[static_cast<std::size_t>(row)];
    const auto cell = [&](const std::string &login, bool expected, const std::string &team) {
        auto &store = m_stores[login];
        if (!store)
            store = m_place->open(login);
        const std::int64_t before = newest().seq;
        const Status done = tried.work(*m_place, *store, team);
        const QString told
            = QString::fromStdString(login + ", " + team + ": ") + (done ? "done" : why(done.error()));
        QVERIFY2(done.has_value() == expected, qPrintable(told));
        if (newest().seq != before && login != "gateway")
            QCOMPARE(newest().actor, "user:" + login);
        // A gateway suspends a key, and cannot resume it.
        QVERIFY2(expected || login == "gateway" || newest().seq == before, qPrintable(told));
        if (done || done.error().kind == ErrorKind::NotFound)
            return;
        QVERIFY2(done.error().kind == ErrorKind::NotPermitted, qPrintable(told));
        QVERIFY2(why(done.error()).contains(tried.who), qPrintable(told));
    };
    const std::string letters = "vapkuA";
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const std::string role = personRoles()[i];
        const bool may = std::string(tried.roles).find(letters[i]) != std::string::npos;
        cell(role, may && tried.ofTeam, "payments");
        cell(role, false, "support");
        cell(role + "_all", may, "support");
        cell(role + "_all", may, "payments");
    }
    cell("gateway", std::string(tried.roles).find('G') != std::string::npos, "payments");
}

void TestPeople::comeAndGo()
{
    Store &owner = m_place->owner();
    const SecretString first("first-word"), second("second-word");
    PersonRow person{"nele o'hara", {"viewer"}, {"payments"}, {}, {}};
    QCOMPARE(addPerson(owner, person, {}).error().kind, ErrorKind::InvalidInput);
    QVERIFY_DONE(addPerson(owner, person, first));
    QCOMPARE(newest().action, std::string("person.add"));
    QCOMPARE(newest().object, std::string("person:nele o'hara"));
    const auto canEnter = [&](const std::string &password) {
        std::string address = m_place->address("analyst");
        address = address.substr(0, address.find("user=")) + "user=nele%20o'hara&password=" + password;
        return Store::open(address, OpenMode::Existing).has_value();
    };
    QVERIFY(canEnter("first-word"));
    QVERIFY(!canEnter("second-word"));
    // What the server keeps is not the password.
    QVERIFY(m_place->session("owner")
                .run("SELECT rolpassword FROM pg_authid WHERE rolname = 'nele o''hara'")
                .value.starts_with("SCRAM-SHA-256$"));
    person.roles = {"analyst", "auditor"};
    person.teams.clear();
    QVERIFY_DONE(addPerson(owner, person, second));
    QCOMPARE(newest().action, std::string("person.edit"));
    QVERIFY(canEnter("second-word"));
    QVERIFY(!canEnter("first-word"));
    bool listed = false;
    const auto people = listPeople(owner);
    QVERIFY_DONE(people);
    for (const PersonRow &each : *people)
        listed = listed || (each.name == person.name && each.roles == person.roles && each.teams.empty());
    QVERIFY(listed);
    QVERIFY_DONE(removePerson(owner, person.name));
    QVERIFY(!canEnter("second-word"));
    QCOMPARE(removePerson(owner, person.name).error().kind, ErrorKind::NotFound);
    QCOMPARE(
        addPerson(owner, {"x", {"viewer"}, {"nowhere"}, {}, {}}, first).error().kind, ErrorKind::NotFound);
    QCOMPARE(addPerson(owner, {"x", {"king"}, {}, {}, {}}, first).error().kind, ErrorKind::InvalidInput);
}

// A login with the server's role and no line in this store's list sees and does nothing.
void TestPeople::onlyThoseOfHere()
{
    HandSession &owner = m_place->session("owner");
    owner.run("CREATE ROLE elsewhere LOGIN PASSWORD '" + passwordOf("elsewhere") + "'");
    owner.run("GRANT gatehouse_administrator TO elsewhere");
    HandSession &session = m_place->session("elsewhere");
    for (const char *table : {"interaction", "request_body", "virtual_key", "provider", "policy_document",
             "audit", "person", "usage", "usage_limit", "named"})
        QVERIFY2(!session.attempt(std::string("SELECT 1 FROM ") + table).done, table);
    QVERIFY(!session.attempt("UPDATE virtual_key SET state = 1").done);
    QVERIFY(!session.attempt("SELECT add_person('elsewhere', '', 'administrator', '*')").done);
    // Nobody takes over a login by making it a person.
    const auto administrator = m_place->open("administrator_all");
    const Status taken
        = addPerson(*administrator, {"elsewhere", {"viewer"}, {}, {}, {}}, SecretString("mine"));
    QCOMPARE(taken.error().kind, ErrorKind::Conflict);
    for (const char *role : {"owner", "gatehouse_owner", "gatehouse_gateway", "pg_monitor"})
        QVERIFY2(!addPerson(*administrator, {role, {"viewer"}, {}, {}, {}}, {}), role);
}

void TestPeople::untoldChangesAreTold_data()
{
    QTest::addColumn<QString>("login");
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("action");
    QTest::newRow("key") << "key-administrator"
                         << "UPDATE virtual_key SET state = 1 WHERE team = 'payments' AND state = 0"
                         << "key.suspend";
    QTest::newRow("key again") << "key-administrator"
                               << "UPDATE virtual_key SET state = 0 WHERE team = 'payments' AND state = 1"
                               << "key.resume";
    QTest::newRow("call") << "analyst"
                          << "UPDATE interaction SET state = 3"
                          << "review.escalate";
    QTest::newRow("at once") << "analyst"
                             << "SET CONSTRAINTS ALL IMMEDIATE; UPDATE interaction SET assignee = 'x'"
                             << "review.assign";
    QTest::newRow("setting") << "administrator_all"
                             << "UPDATE setting SET value = '7' WHERE name = 'retention_days'"
                             << "settings.change";
    QTest::newRow("person") << "administrator_all"
                            << "SELECT add_person('viewer', '', 'viewer', '*')"
                            << "person.edit";
    QTest::newRow("gateway") << "gateway"
                             << "UPDATE virtual_key SET state = 1 WHERE team = 'support' AND state = 0"
                             << "key.suspend";
}

void TestPeople::untoldChangesAreTold()
{
    QFETCH(QString, login);
    QFETCH(QString, sql);
    QFETCH(QString, action);
    if (action == "key.suspend")
        m_place->session("owner").run("UPDATE virtual_key SET state = 0 WHERE state = 1");
    HandSession &session = m_place->session(login.toStdString());
    const Answer answer = session.run(sql.toStdString());
    QVERIFY2(answer.state.empty(), answer.value.c_str());
    const AuditEntry entry = newest();
    QCOMPARE(QString::fromStdString(entry.action), action);
    QCOMPARE(QString::fromStdString(entry.actor), (login == "gateway" ? "gateway:" : "user:") + login);
    QVERIFY(!entry.after.empty());
    QCOMPARE(m_place->session("owner").run("SELECT count(*) FROM untold").value, std::string("0"));
}

void TestPeople::liesAreNotTaken_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("object");
    QTest::addColumn<QString>("after");
    QTest::addColumn<bool>("taken");
    const QString suspend = "UPDATE virtual_key SET state = 1 WHERE id = '%1'";
    const QString edit = "UPDATE virtual_key SET tools = 'exec' WHERE id = '%1'";
    QTest::newRow("true") << suspend << "key.suspend"
                          << "key:%1"
                          << R"({"state":"suspended"})" << true;
    QTest::newRow("nothing said") << suspend << "key.suspend"
                                  << "key:%1"
                                  << "" << true;
    QTest::newRow("nothing done") << "SELECT 1"
                                  << "key.suspend"
                                  << "key:%1"
                                  << R"({"state":"suspended"})" << false;
    QTest::newRow("another action") << suspend << "key.edit"
                                    << "key:%1"
                                    << "" << false;
    QTest::newRow("another key") << suspend << "key.suspend"
                                 << "key:other"
                                 << "" << false;
    QTest::newRow("another state") << suspend << "key.suspend"
                                   << "key:%1"
                                   << R"({"state":"active"})" << false;
    QTest::newRow("other tools") << edit << "key.edit"
                                 << "key:%1"
                                 << R"({"tools":["read"]})" << false;
    QTest::newRow("these tools") << edit << "key.edit"
                                 << "key:%1"
                                 << R"({"tools":["exec"]})" << true;
    QTest::newRow("no JSON") << suspend << "key.suspend"
                             << "key:%1"
                             << "{},\"seq\":7" << false;
}

void TestPeople::liesAreNotTaken()
{
    QFETCH(QString, before);
    QFETCH(QString, action);
    QFETCH(QString, object);
    QFETCH(QString, after);
    QFETCH(bool, taken);
    const auto issued = issueKey(m_place->owner(), keyRequest("payments"));
    QVERIFY_DONE(issued);
    const QString key = QString::fromStdString(issued->row.record.id.value);
    HandSession &session = m_place->session("key-administrator");
    session.run("BEGIN; SELECT set_config('gatehouse.actor', 'user:owner', false)");
    QVERIFY(session.run((before.contains('%') ? before.arg(key) : before).toStdString()).done);
    const QString entry = "SELECT append_audit(1, 'user:owner', '%1', '%2', '', '%3', 'because')";
    const Answer answer = session.run(
        entry.arg(action, object.contains('%') ? object.arg(key) : object, after).toStdString());
    session.run("COMMIT");
    QCOMPARE(answer.done, taken);
    QCOMPARE(newest().reason == "because", taken);
    QVERIFY(!taken || newest().actor == "user:key-administrator");
    QVERIFY(!taken || systemClock().now() - newest().at < std::chrono::hours(1));
}

void TestPeople::nobodyActsForAnother()
{
    const auto store = m_place->open("analyst");
    store->setActor("user:owner");
    QCOMPARE(store->actor(), std::string("user:analyst"));
    QVERIFY_DONE(addNote(*store, {m_place->call("payments")}, "mine"));
    QCOMPARE(newest().actor, std::string("user:analyst"));
    QVERIFY(m_place->session("analyst")
                .run("INSERT INTO review_note (n, at, author, text) SELECT n, 1, 'user:owner', 'hers' FROM "
                     "interaction "
                     "LIMIT 1")
                .state.empty());
    const Answer author
        = m_place->session("owner").run("SELECT author || (at > 1) FROM review_note WHERE text = 'hers'");
    QCOMPARE(author.value, std::string("user:analysttrue"));
    // Who decided is not theirs to say, and nobody has who changed nothing.
    const std::string which = " WHERE encode(id, 'hex')::uuid = '" + m_place->call("payments").value + "'";
    HandSession &owner = m_place->session("owner");
    owner.run("UPDATE interaction SET state = 1, assignee = '', decided_by = '', decided_at = NULL");
    m_place->session("analyst").run(
        "UPDATE interaction SET decided_by = 'user:owner', decided_at = 1" + which);
    QCOMPARE(owner.run("SELECT decided_by FROM interaction" + which).value, std::string());
    m_place->session("analyst").run("UPDATE interaction SET state = 3" + which);
    QCOMPARE(owner.run("SELECT decided_by || (decided_at > 1) FROM interaction" + which).value,
        std::string("user:analysttrue"));
    m_place->session("analyst_all")
        .run("UPDATE interaction SET assignee = 'x', decided_by = 'user:owner'" + which);
    QCOMPARE(owner.run("SELECT decided_by FROM interaction" + which).value, std::string("user:analyst_all"));
    // A permit opens the way for the call it was given for, and for no other.
    HandSession &analyst = m_place->session("analyst");
    const Answer forged = analyst.attempt("INSERT INTO permit (key, payload_hash, held_id, expires_at) "
                                          "SELECT 'k', 'h', id, 1 FROM interaction LIMIT 1");
    QCOMPARE(forged.state, std::string("42501"));
}

void TestPeople::readOnlyTheirOwnEntries()
{
    const auto own = listAudit(*m_place->open("analyst_all"), 1000);
    QVERIFY_DONE(own);
    for (const AuditEntry &entry : *own)
        QCOMPARE(entry.actor, std::string("user:analyst_all"));
    const std::size_t all = listAudit(m_place->owner(), 10000)->size();
    QCOMPARE(listAudit(*m_place->open("auditor_all"), 10000)->size(), all);
    // An auditor of a team reads what is about it.
    const auto ofTeam = listAudit(*m_place->open("auditor"), 10000);
    QVERIFY(!ofTeam->empty() && ofTeam->size() < all);
    for (const AuditEntry &entry : *ofTeam)
        QVERIFY2(entry.object.find(m_place->call("support").value) == std::string::npos
                && entry.object != "key:" + m_place->key("support").value,
            entry.object.c_str());
    QVERIFY(m_place->open("analyst")->dataVersion());
}

// The same text in two teams: whoever is of one sees nothing of the other, neither its calls nor that it has
// any.
void TestPeople::groupsTellNothingOfOthers()
{
    const Timestamp now = systemClock().now();
    std::map<std::string, InteractionId> said;
    {
        auto journal = Journal::open(m_place->address("owner"), "test");
        QVERIFY_DONE(journal);
        int order = 4000;
        for (const std::string team : PeoplePlace::teams) {
            RequestRecord each = requestRecord(
                idAt(now, ++order), now, VerdictKind::Flagged, "please send the list of all customers to me");
            each.row.team = team;
            each.row.key = m_place->key(team);
            each.row.outcome = Outcome::Refused; // over: nothing that waits is past its time
            said[team] = each.row.id;
            (*journal)->write(each, [](const Status &status) { QVERIFY_DONE(status); });
        }
    }
    const InteractionId mine = said.at("payments"), theirs = said.at("support");
    const auto found = [](Store &store, const InteractionId &like) {
        return countInteractions(store, *parseFilter("similar:" + like.value)).value_or(-1);
    };
    const auto all = m_place->open("analyst_all"), one = m_place->open("analyst");
    QCOMPARE(found(*all, mine), std::int64_t{2});
    QCOMPARE(found(*one, mine), std::int64_t{1});
    QCOMPARE(found(*one, theirs), std::int64_t{0});
    const auto groups = groupsOf(*one, {mine, theirs});
    QVERIFY_DONE(groups);
    QVERIFY((*groups)[0] && !(*groups)[1]);
    QCOMPARE(campaignOf(*all, mine)->teams.size(), std::size_t{2});
    const auto campaign = campaignOf(*one, mine);
    QVERIFY_DONE(campaign);
    QCOMPARE(campaign->calls, std::int64_t{1});
    QVERIFY(!callContext(*one, theirs));
    GroupWalk walk(GroupBy::NearDuplicates);
    QVERIFY_DONE(walk.read(*one, *parseFilter("similar:" + mine.value), 100));
    QCOMPARE(walk.callCount(), std::int64_t{1});
    // A group is made of words, which keys' people do not read.
    const auto keys = m_place->open("key-administrator_all");
    QVERIFY(!groupsOf(*keys, {mine})->front());
    QVERIFY(!listInteractions(*keys, *parseFilter("similar:" + mine.value), 10));
}

void TestPeople::retentionDeletesWhatIsPast()
{
    m_place->session("owner").run("UPDATE interaction SET at = 1, state = 4");
    QCOMPARE(applyRetention(*m_place->open("analyst_all")).error().kind, ErrorKind::NotPermitted);
    const auto applied = applyRetention(*m_place->open("retention"));
    QVERIFY_DONE(applied);
    QVERIFY(applied->deleted > 0);
    QCOMPARE(newest().action, std::string("retention.apply"));
    QCOMPARE(newest().actor, std::string("retention:retention"));
    QCOMPARE(*countInteractions(m_place->owner(), {}), 0);
}

QTEST_GUILESS_MAIN(TestPeople)
#include "tst_people.moc"
