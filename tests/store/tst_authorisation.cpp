// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Who may do what with whose calls, in a store in PostgreSQL: every role, every action, one's own team and
// another's, by hand, as from psql. Each cell is tried, what is allowed and what is denied.
#include "people_place.h"
#include "store/audit.h"
#include "store/capabilities.h"
#include "store/reviews.h"

using namespace gatehouse;
using namespace gatehouse::store;
using namespace gatehouse::store::test;

namespace {

enum class Reach {
    Team, // what is of one's team
    Whole, // the organisation: by people of all teams only
    Any, // whatever one's teams are
};

struct Row {
    const char *action;
    const char *roles; // of the people's six who may: v a p k u A; G and R for the services
    Reach reach;
    const char *sql; // with $TEAM, $KEY, $CALL, $HELD of the team that is tried
};

// The columns of the matrix, by the letters of the rows.
const std::vector<std::pair<char, std::string>> people{{'v', "viewer"}, {'a', "analyst"},
    {'p', "policy-author"}, {'k', "key-administrator"}, {'u', "auditor"}, {'A', "administrator"}};

const std::vector<Row> &matrix()
{
    static const std::vector<Row> rows{
        {"read calls", "vapkuAGR", Reach::Team, "SELECT verdict FROM interaction WHERE team = $TEAM"},
        {"read their words", "vapuAGR", Reach::Team, "SELECT snippet FROM interaction WHERE team = $TEAM"},
        {"read content", "vapuAGR", Reach::Team, "SELECT segments FROM request_body WHERE n = $CALL"},
        {"read verdicts", "vapuAGR", Reach::Team, "SELECT checks FROM interaction_detail WHERE n = $CALL"},
        {"read findings", "vapkuAGR", Reach::Team, "SELECT kind FROM finding WHERE n = $CALL"},
        {"search", "vapuA", Reach::Team, "SELECT n FROM calls_with('walrus') n WHERE n = $CALL"},
        {"read the text index", "GR", Reach::Team, "SELECT words FROM search_text WHERE n = $CALL"},
        {"read notes", "vapuA", Reach::Team, "SELECT text FROM review_note WHERE n = $CALL"},
        {"decide", "aA", Reach::Team,
            "UPDATE interaction SET state = 4, disposition = 3, assignee = '' WHERE n = $CALL"},
        {"note", "aA", Reach::Team,
            "INSERT INTO review_note (n, at, author, text) VALUES ($CALL, 0, '', 'x')"},
        {"know what is sealed", "vapuAGR", Reach::Team, "SELECT body FROM sealed_originals WHERE n = $CALL"},
        {"take an envelope", "R", Reach::Team, "SELECT envelope FROM sealed_originals WHERE n = $CALL"},
        {"say one looks at originals", "aA", Reach::Team,
            "SELECT note_reveal((SELECT id FROM interaction WHERE n = $CALL), repeat('a', 64), 'why')"},
        {"say so without a reason", "", Reach::Team,
            "SELECT note_reveal((SELECT id FROM interaction WHERE n = $CALL), repeat('a', 64), ' ')"},
        {"look without saying so", "", Reach::Team,
            "SELECT body FROM sealed_of((SELECT id FROM interaction WHERE n = $CALL))"},
        {"look and take back that one said so", "", Reach::Team,
            "SELECT note_reveal((SELECT id FROM interaction WHERE n = $CALL), repeat('a', 64), 'why'); "
            "SELECT body FROM sealed_of((SELECT id FROM interaction WHERE n = $CALL))"},
        {"seal", "G", Reach::Team, "INSERT INTO sealed_originals VALUES ($CALL, 7, '')"},
        {"seal for oneself", "A", Reach::Whole,
            "INSERT INTO reviewer_key VALUES (repeat('a', 64), 'me', '', 0, '')"},
        {"start a job", "aA", Reach::Any,
            "SELECT review_job_start(0, 3, '', 'state:open', '\\x00', '\\x00', 0)"},
        {"write a job", "", Reach::Any, "UPDATE review_job SET changed = 0"},
        {"see what a job changed", "", Reach::Any, "SELECT n FROM review_job_row"},
        {"end jobs", "R", Reach::Any, "SELECT review_job_tidy()"},
        {"hand a shift over", "aA", Reach::Any,
            "INSERT INTO handover VALUES ('user:somebody', 0, 'x', '{}', 'nowhere')"},
        {"read a team's hand-over", "vapuA", Reach::Team, "SELECT text FROM handover WHERE teams = $TEAM"},
        {"read a hand-over about all teams", "vapuA", Reach::Whole,
            "SELECT text FROM handover WHERE teams = '*'"},
        {"change a hand-over", "", Reach::Any, "UPDATE handover SET text = ''"},
        {"drop a hand-over", "", Reach::Any, "DELETE FROM handover"},
        {"release", "aA", Reach::Team, "UPDATE interaction_detail SET held = 2 WHERE n = $HELD"},
        {"record a call", "G", Reach::Team,
            "INSERT INTO finding (n, rule, kind, at) VALUES ($CALL, 'other', 'x', 0)"},
        {"change a verdict", "G", Reach::Team, "UPDATE interaction SET verdict = 0 WHERE n = $CALL"},
        {"delete a call", "R", Reach::Team, "DELETE FROM interaction WHERE n = $CALL"},
        {"read counts", "vapkuAGR", Reach::Team, "SELECT allowed FROM rollup WHERE team = $TEAM"},
        {"count a call", "GR", Reach::Team, "UPDATE rollup SET allowed = allowed WHERE team = $TEAM"},
        {"read what kinds of calls there are", "vapkuAGR", Reach::Team,
            "SELECT hour FROM call_kind WHERE team = $TEAM"},
        {"make up a kind of call", "", Reach::Any, "INSERT INTO call_kind VALUES (4, 4, 1, 'nowhere', 0, 0)"},
        {"join counts", "R", Reach::Any, "SELECT join_rollups(0)"},
        {"drop counts", "", Reach::Any, "DELETE FROM rollup"},
        {"keep a view", "vapkuA", Reach::Any,
            "INSERT INTO saved_view VALUES ('', 0, 'mine', 'state:open', 1, 0, 0, 0)"},
        {"share a view", "aA", Reach::Any,
            "INSERT INTO saved_view VALUES ('', 0, 'mine', 'state:open', 1, 0, 1, 0)"},
        {"read another's own view", "", Reach::Any, "SELECT name FROM saved_view WHERE name = 'own'"},
        {"read a shared view", "vapkuA", Reach::Any, "SELECT name FROM saved_view WHERE name = 'shared'"},
        {"change a shared view", "aA", Reach::Any,
            "UPDATE saved_view SET filter = 'state:resolved' WHERE name = 'shared'"},
        {"remove a shared view", "aA", Reach::Any, "DELETE FROM saved_view WHERE name = 'shared'"},
        {"change another's own view", "", Reach::Any, "UPDATE saved_view SET shared = 1 WHERE name = 'own'"},
        {"take a shared view over", "", Reach::Any, "UPDATE saved_view SET owner = '' WHERE name = 'shared'"},
        {"hide a shared view", "", Reach::Any, "UPDATE saved_view SET shared = 0 WHERE name = 'shared'"},
        {"read keys", "vapkuAGR", Reach::Team, "SELECT id FROM virtual_key WHERE id = $KEY"},
        {"issue a key", "kA", Reach::Team,
            "INSERT INTO virtual_key (id, secret_hash, team, environment, use_case, metadata, models, "
            "providers, routes, "
            "tools, state, created_at, created_by) VALUES ('kNew', '', $TEAM, 'test', 'test', '{}', '*', "
            "'*', '*', '', 0, "
            "0, '')"},
        {"suspend a key", "kAG", Reach::Team, "UPDATE virtual_key SET state = 1 WHERE id = $KEY"},
        {"revoke a key", "kA", Reach::Team, "UPDATE virtual_key SET state = 3 WHERE id = $KEY"},
        {"widen a key", "kA", Reach::Team, "UPDATE virtual_key SET tools = '*' WHERE id = $KEY"},
        {"move a key", "", Reach::Team, "UPDATE virtual_key SET team = 'support' WHERE id = $KEY"},
        {"set a key's limit", "kA", Reach::Team,
            "INSERT INTO usage_limit VALUES (0, $KEY, '9 requests/minute')"},
        {"set a team's limit", "kA", Reach::Team,
            "INSERT INTO usage_limit VALUES (3, $TEAM, '9 requests/minute')"},
        {"set an environment's limit", "kA", Reach::Whole,
            "INSERT INTO usage_limit VALUES (2, 'test', '9 requests/day')"},
        {"create a team", "kA", Reach::Whole,
            "INSERT INTO named (kind, name, created_at) VALUES (0, 'new', 0)"},
        {"write a policy", "pA", Reach::Any, "INSERT INTO policy_document VALUES ('v', 'n', '{}')"},
        {"publish a policy", "pA", Reach::Whole,
            "INSERT INTO policy_publication SELECT max(ordinal) + 1, max(version), 0, '', 'x' FROM "
            "policy_publication"},
        {"change a policy", "", Reach::Any, "UPDATE policy_document SET json = '{}'"},
        {"read exceptions", "vapkuAGR", Reach::Any, "SELECT reason FROM policy_exception"},
        {"make an exception", "pA", Reach::Whole,
            "INSERT INTO policy_exception VALUES ('new', 'word', $TEAM, '', '', '', '', 'x', 'why', '', 0, "
            "0, NULL, '', 7, NULL)"},
        {"end an exception", "pA", Reach::Whole,
            "UPDATE policy_exception SET removed_at = 0 WHERE id = 'active'"},
        {"let one that ended go on", "", Reach::Any,
            "UPDATE policy_exception SET removed_at = NULL WHERE id = 'ended'"},
        {"widen an exception", "", Reach::Any, "UPDATE policy_exception SET pattern = '.*'"},
        {"drop an exception", "", Reach::Any, "DELETE FROM policy_exception"},
        {"count the use of an exception", "G", Reach::Any,
            "UPDATE policy_exception SET uses = uses + 1 WHERE id = 'active'"},
        {"add a provider", "A", Reach::Whole,
            "INSERT INTO provider (name, kind, base_url, models, created_at) "
            "VALUES ('p', 1, '', '*', 0)"},
        {"set a price", "A", Reach::Whole, "INSERT INTO price VALUES ('m', 1, 1, 1)"},
        {"change a setting", "A", Reach::Whole,
            "INSERT INTO setting VALUES ('retention_days', '1') ON CONFLICT (name) DO UPDATE SET value = "
            "'1'"},
        {"add a person", "A", Reach::Whole, "SELECT add_person('stranger', '', 'viewer', '*')"},
        {"make oneself a person", "", Reach::Any,
            "INSERT INTO person VALUES (session_user, 'analyst', '*', 0, 0, '')"},
        {"change people", "", Reach::Any, "UPDATE person SET teams = '*'"},
        {"read all of the audit log", "uAG", Reach::Whole, "SELECT seq FROM audit WHERE seq = 1"},
        {"write the audit log", "", Reach::Any,
            "INSERT INTO audit VALUES (999, 0, 'user:x', 'a', 'o', '', '', '', '')"},
        {"change the audit log", "", Reach::Any, "UPDATE audit SET actor = 'user:x'"},
        {"shorten the audit log", "", Reach::Any, "DELETE FROM audit"},
        {"empty the audit log", "", Reach::Any, "TRUNCATE audit"},
        {"invent an entry", "", Reach::Any,
            "SELECT append_audit(0, 'user:owner', 'key.issue', 'key:' || $KEY, '', '', '')"},
        {"write an entry directly", "", Reach::Any, "SELECT write_audit(0, 'user:x', 'a', 'o', '', '', '')"},
        {"forget what is untold", "", Reach::Any, "DELETE FROM untold"},
        {"stop the auditing", "", Reach::Any, "ALTER TABLE virtual_key DISABLE TRIGGER ALL"},
        {"lift row security", "", Reach::Any, "ALTER TABLE interaction DISABLE ROW LEVEL SECURITY"},
        {"become another role", "", Reach::Any, "SET ROLE gatehouse_owner"},
        {"read the searchable texts", "G", Reach::Team, "SELECT text FROM searchable WHERE n = $CALL"},
    };
    return rows;
}

std::string quoted(const std::string &text)
{
    return "'" + text + "'";
}

QString filled(const char *sql, PeoplePlace &place, const std::string &team)
{
    const auto number = [&](const InteractionId &id) {
        return QStringLiteral("(SELECT c.n FROM call_number c WHERE c.id = '%1')")
            .arg(QString::fromStdString(id.value));
    };
    return QString::fromUtf8(sql)
        .replace("$TEAM", QString::fromStdString(quoted(team)))
        .replace("$KEY", QString::fromStdString(quoted(place.key(team).value)))
        .replace("$CALL", number(place.call(team)))
        .replace("$HELD", number(place.held(team)));
}

bool mayDo(const Row &row, char letter, bool allTeams, const std::string &team)
{
    if (QByteArray(row.roles).indexOf(letter) < 0)
        return false;
    return allTeams || row.reach == Reach::Any || (row.reach == Reach::Team && team == "payments");
}

} // namespace

class TestAuthorisation : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void byHand_data();
    void byHand();
    void capabilitiesAreTheDatabasesOwn_data();
    void capabilitiesAreTheDatabasesOwn();
    void cleanupTestCase();

private:
    std::unique_ptr<PeoplePlace> m_place;
    int m_cells = 0;
};

void TestAuthorisation::initTestCase()
{
    m_place = std::make_unique<PeoplePlace>();
    // Everybody finds a call's number, so that what is tried is what comes after that.
    m_place->session("owner").run(
        "CREATE VIEW call_number AS SELECT n, (encode(id, 'hex')::uuid)::text AS id FROM interaction");
    m_place->session("owner").run("GRANT SELECT ON call_number TO PUBLIC");
    m_place->session("owner").run(
        "INSERT INTO saved_view VALUES ('user:somebody', 0, 'own', 'state:open', 1, 0, 0, 0), "
        "('user:somebody', 0, 'shared', 'state:open', 1, 0, 1, 0)");
    m_place->session("owner").run("INSERT INTO handover VALUES ('user:somebody', 0, 'of all', '{}', '*'), "
                                  "('user:somebody', 1, 'of one', '{}', 'payments'), "
                                  "('user:somebody', 2, 'of another', '{}', 'support')");
    m_place->session("owner").run(
        "INSERT INTO policy_exception VALUES "
        "('active', 'word', 'payments', '', '', '', '', 'x', 'why', '', 0, 1, NULL, '', 0, NULL), "
        "('ended', 'word', 'payments', '', '', '', '', 'x', 'why', '', 0, 1, 1, '', 0, NULL)");
    for (const char *team : PeoplePlace::teams)
        QVERIFY_DONE(addNote(m_place->owner(), {m_place->call(team)}, "seen"));
}

void TestAuthorisation::byHand_data()
{
    QTest::addColumn<int>("row");
    for (std::size_t i = 0; i < matrix().size(); ++i)
        QTest::newRow(matrix()[i].action) << static_cast<int>(i);
}

void TestAuthorisation::byHand()
{
    QFETCH(int, row);
    const Row &tried = matrix()[static_cast<std::size_t>(row)];
    const auto cell = [&](const std::string &login, bool expected, const std::string &team) {
        const Answer answer
            = m_place->session(login).attempt(filled(tried.sql, *m_place, team).toStdString());
        ++m_cells;
        // To whom the schema is closed, nothing is there.
        const bool refused = answer.state.empty() || answer.state == "42501"
            || (login == "stranger" && (answer.state == "42P01" || answer.state == "42883"));
        const QString told
            = QStringLiteral("%1, %2: %3 %4")
                  .arg(QString::fromStdString(login), QString::fromStdString(team),
                      QString::fromStdString(answer.state), QString::fromStdString(answer.value));
        if (answer.done != expected || (!expected && !refused))
            QTest::qFail(qPrintable(told), __FILE__, __LINE__);
    };
    for (const char *team : PeoplePlace::teams) {
        for (const auto &[letter, role] : people) {
            cell(role, mayDo(tried, letter, false, team), team);
            cell(role + "_all", mayDo(tried, letter, true, team), team);
        }
        cell("gateway", mayDo(tried, 'G', true, team), team);
        cell("retention", mayDo(tried, 'R', true, team), team);
        cell("stranger", false, team);
    }
}

void TestAuthorisation::capabilitiesAreTheDatabasesOwn_data()
{
    QTest::addColumn<QString>("login");
    QTest::addColumn<QStringList>("may");
    const QStringList reading{"content.read"};
    QTest::newRow("viewer") << "viewer" << reading;
    QTest::newRow("analyst") << "analyst_all" << QStringList{"content.read", "calls.review"};
    QTest::newRow("policy author") << "policy-author_all"
                                   << QStringList{"content.read", "policies.draft", "policies.publish"};
    QTest::newRow("policy author of a team")
        << "policy-author" << QStringList{"content.read", "policies.draft"};
    QTest::newRow("key administrator")
        << "key-administrator_all" << QStringList{"keys.change", "names.change"};
    QTest::newRow("key administrator of a team") << "key-administrator" << QStringList{"keys.change"};
    QTest::newRow("auditor") << "auditor" << QStringList{"content.read", "audit.read"};
    QTest::newRow("auditor of all teams")
        << "auditor_all" << QStringList{"content.read", "audit.read", "audit.verify"};
    QTest::newRow("administrator") << "administrator_all"
                                   << QStringList{"content.read", "calls.review", "keys.change",
                                          "names.change", "policies.draft", "policies.publish", "audit.read",
                                          "audit.verify", "providers.change", "settings.change",
                                          "people.change"};
    QTest::newRow("gateway") << "gateway" << QStringList{"audit.verify"};
}

void TestAuthorisation::capabilitiesAreTheDatabasesOwn()
{
    QFETCH(QString, login);
    QFETCH(QStringList, may);
    const auto store = m_place->open(login.toStdString());
    const auto held = capabilitiesOf(*store);
    QVERIFY_DONE(held);
    QStringList found;
    for (std::size_t i = 0; i < capabilityCount; ++i) {
        if (held->may(static_cast<Capability>(i)))
            found << QString::fromUtf8(std::string(name(static_cast<Capability>(i))).c_str());
    }
    QCOMPARE(found, may);
    QVERIFY(capabilitiesOf(m_place->owner())->may(Capability::ChangePeople));
}

void TestAuthorisation::cleanupTestCase()
{
    QCOMPARE(m_cells, static_cast<int>(matrix().size()) * 2 * (12 + 3));
    // Nothing of what was tried by hand has stayed.
    const auto verified = verifyAudit(m_place->owner());
    QVERIFY_DONE(verified);
    QVERIFY2(verified->ok, verified->problem.c_str());
}

QTEST_GUILESS_MAIN(TestAuthorisation)
#include "tst_authorisation.moc"
