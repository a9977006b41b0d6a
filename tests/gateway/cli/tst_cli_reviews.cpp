// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// gatehouse interaction and review: recorded calls are listed, shown, exported and decided.

#include "tests/gateway/cli/cli_runner.h"
#include "tests/store/store_fixture.h"

#include "store/reviews.h"

#include <QJsonArray>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::store;
using namespace gatehouse::store::test;

class TestCliReviews : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void listHasTheContractsFields();
    void listCountsEveryCall();
    void limitAndFilter();
    void showHasTheContractsFields();
    void showOfUnknownCalls();
    void textNeverReachesTheTerminalRaw();
    void exportsJsonLines();
    void exportsCsvThatSpreadsheetsDoNotRun();
    void queueLeavesOutWhatNeedsNobody();
    void reviewCycle();
    void notesFromStandardInput();
    void oneUnknownIdChangesNothing();
    void releasedCallMayPassOnce();
    void deniedCallStaysClosed();
    void shiftsAreHandedOver();

private:
    QString id(int index) const
    {
        return QString::fromStdString(m_ids.at(static_cast<std::size_t>(index)).value);
    }

    std::unique_ptr<Place> m_place;
    std::unique_ptr<CliRunner> m_cli;
    std::vector<InteractionId> m_ids; // blocked, flagged, held, allowed
};

void TestCliReviews::init()
{
    m_place = std::make_unique<Place>();
    m_cli = std::make_unique<CliRunner>(m_place->store());
    m_ids.clear();
    const auto opened = m_place->open();
    const Timestamp now = m_place->clock.now();
    for (int i = 0; i < 4; ++i)
        m_ids.push_back(idAt(now + std::chrono::seconds(i), i));
    std::vector<RequestRecord> requests;
    const VerdictKind kinds[]
        = {VerdictKind::Blocked, VerdictKind::Flagged, VerdictKind::Held, VerdictKind::Allowed};
    for (int i = 0; i < 4; ++i) {
        const auto at = static_cast<std::size_t>(i);
        requests.push_back(requestRecord(m_ids[at], now + std::chrono::seconds(i), kinds[at]));
        if (kinds[at] != VerdictKind::Allowed) {
            requests.back().checks = {failedCheck("stop", "keywords", Action::Block)};
            requests.back().row.rules = {"stop"};
            requests.back().row.topCheck = "keywords";
        }
        if (kinds[at] == VerdictKind::Blocked || kinds[at] == VerdictKind::Held)
            requests.back().row.outcome = Outcome::Refused;
    }
    requests[0].row.snippet = "=cmd()\x1b[31m";
    requests[0].segments = {textSegment(BodyPart::Request, TrustZone::User, "=cmd()\x1b[31m halt")};
    record(*m_place, requests, {verdictRecord(m_ids[1], VerdictKind::Flagged), verdictRecord(m_ids[3])});
}

void TestCliReviews::listHasTheContractsFields()
{
    const auto rows = m_cli->json({"interaction", "list"}).objects();
    QCOMPARE(rows.size(), 4);
    for (const char *field : {"id", "at", "key", "team", "environment", "use_case", "route", "model",
             "provider", "verdict", "severity", "outcome", "policy", "tokens_in", "tokens_out", "cost_uusd",
             "latency_us", "overhead_us", "rules", "state", "disposition"})
        QVERIFY2(rows[0].contains(field), field);
    QCOMPARE(rows[0]["id"].toString(), id(3));
    QCOMPARE(rows[3]["id"].toString(), id(0));
    QCOMPARE(rows[3]["verdict"].toString(), "blocked");
    QCOMPARE(rows[3]["rules"].toArray(), QJsonArray({"stop"}));
    QCOMPARE(rows[3]["at"].toString(), "2026-11-20T12:00:00.000000Z");
    const auto table = m_cli->run({"interaction", "list"}).lines();
    QCOMPARE(table.size(), 5);
    QCOMPARE(table[4].indexOf("blocked"), table[0].indexOf("VERDICT"));
}

void TestCliReviews::listCountsEveryCall()
{
    constexpr int calls = 1234;
    std::vector<RequestRecord> requests;
    requests.reserve(calls);
    for (int i = 0; i < calls; ++i)
        requests.push_back(requestRecord(
            idAt(m_place->clock.now() - Micros(1000000LL * (i + 10)), i), m_place->clock.now()));
    record(*m_place, requests);
    const auto rows = m_cli->json({"interaction", "list"}).objects();
    QCOMPARE(rows.size(), 1238);
    QSet<QString> ids;
    for (const QJsonObject &row : rows)
        ids.insert(row["id"].toString());
    QCOMPARE(ids.size(), 1238);
    QCOMPARE(m_cli->json({"interaction", "list", "--limit", "700"}).lines().size(), 700);
}

void TestCliReviews::limitAndFilter()
{
    QCOMPARE(m_cli->json({"interaction", "list", "--limit", "2"}).objects().size(), 2);
    const auto blocked
        = m_cli->json({"interaction", "list", "--filter", "verdict:blocked,held team:payments"}).objects();
    QCOMPARE(blocked.size(), 2);
    QCOMPARE(m_cli->json({"interaction", "list", "--filter", "-verdict:allowed"}).objects().size(), 3);
    QVERIFY(m_cli->json({"interaction", "list", "--filter", "team:nobody"}).out.isEmpty());
    const CliResult empty = m_cli->run({"interaction", "list", "--filter", "team:nobody"});
    QCOMPARE(empty.status, 0);
    QVERIFY(empty.out.startsWith("AT "));
}

void TestCliReviews::showHasTheContractsFields()
{
    const QJsonObject shown = m_cli->json({"interaction", "show", id(1)}).object();
    for (const char *field : {"id", "verdict", "checks", "segments", "coverage", "review", "received_bytes"})
        QVERIFY2(shown.contains(field), field);
    QCOMPARE(shown["checks"].toArray().size(), 0); // the verdict's checks replaced the request's
    QCOMPARE(shown["segments"].toArray().size(), 2);
    QCOMPARE(shown["review"].toObject()["state"].toString(), "open");
    const CliResult text = m_cli->run({"interaction", "show", id(0)});
    for (const QByteArray part :
        {"blocked, severity high", "refused", "payments / production / assistant", "halt"})
        QVERIFY2(text.out.contains(part), part.constData());
}

void TestCliReviews::showOfUnknownCalls()
{
    const CliResult unknown = m_cli->run({"interaction", "show", "01890000-0000-7000-8000-000000000000"});
    QCOMPARE(unknown.status, 1);
    QVERIFY(unknown.isOneLineError());
}

void TestCliReviews::textNeverReachesTheTerminalRaw()
{
    for (const QStringList &command : {QStringList{"interaction", "list"},
             QStringList{"interaction", "show", id(0)}, QStringList{"review", "list"}})
        QVERIFY2(!m_cli->run(command).out.contains('\x1b'), qPrintable(command.join(' ')));
}

void TestCliReviews::exportsJsonLines()
{
    const CliResult result = m_cli->run({"interaction", "export", "--filter", "-verdict:allowed"});
    QCOMPARE(result.status, 0);
    const auto rows = result.objects();
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows[0]["id"].toString(), id(2));
    QCOMPARE(rows[2]["id"].toString(), id(0));
}

void TestCliReviews::exportsCsvThatSpreadsheetsDoNotRun()
{
    const CliResult result = m_cli->run({"interaction", "export", "--format", "csv"});
    QCOMPARE(result.status, 0);
    QCOMPARE(result.lines().size(), 5);
    QVERIFY(result.lines()[0].startsWith("id,"));
    QVERIFY2(!result.out.contains(",=cmd"), result.out.constData());
    QVERIFY2(!result.out.contains(",\"=cmd"), result.out.constData());
}

void TestCliReviews::queueLeavesOutWhatNeedsNobody()
{
    auto rows = m_cli->json({"review", "list"}).objects();
    QCOMPARE(rows.size(), 3);
    for (const char *field : {"id", "verdict", "state", "assignee", "due_at", "group"})
        QVERIFY2(rows[0].contains(field), field);
    QCOMPARE(m_cli->run({"review", "resolve", id(1), "--disposition", "benign"}).status, 0);
    rows = m_cli->json({"review", "list"}).objects();
    QCOMPARE(rows.size(), 2);
    rows = m_cli->json({"review", "list", "--filter", "state:resolved"}).objects();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows[0]["id"].toString(), id(1));
    QCOMPARE(m_cli->json({"review", "list", "--filter", "verdict:blocked"}).objects().size(), 1);
}

void TestCliReviews::reviewCycle()
{
    const auto one = [&](const QStringList &command) { return m_cli->json(command).object(); };
    const QJsonObject assigned = one({"review", "assign", id(0), "--to", "analyst"});
    QCOMPARE(assigned["assignee"].toString(), "analyst");
    QCOMPARE(one({"review", "note", id(0), "--note", "- looked at it"})["id"].toString(), id(0));
    QCOMPARE(one({"review", "escalate", id(0)})["state"].toString(), "escalated");
    const CliResult resolved = m_cli->json(
        {"review", "resolve", id(0), id(1), "--disposition", "true_positive", "--note", "real"});
    QCOMPARE(resolved.status, 0);
    QCOMPARE(resolved.objects().size(), 2);
    for (const QJsonObject &row : resolved.objects()) {
        QCOMPARE(row["state"].toString(), "resolved");
        QCOMPARE(row["disposition"].toString(), "true_positive");
    }
    QCOMPARE(one({"review", "reopen", id(0)})["state"].toString(), "open");
    const QJsonArray notes
        = m_cli->json({"interaction", "show", id(0)}).object()["review"].toObject()["notes"].toArray();
    QCOMPARE(notes.size(), 2);
    QCOMPARE(notes[0].toObject()["text"].toString(), "- looked at it");
    QCOMPARE(notes[1].toObject()["text"].toString(), "real");
    QVERIFY(m_cli->run({"review", "resolve", id(1), "--disposition", "benign"}).status <= 1);
    QStringList actions;
    for (const QJsonObject &entry : m_cli->json({"audit", "list"}).objects())
        actions.prepend(entry["action"].toString());
    for (const char *action :
        {"review.assign", "review.note", "review.escalate", "review.resolve", "review.reopen"})
        QVERIFY2(actions.contains(action), action);
}

void TestCliReviews::notesFromStandardInput()
{
    QCOMPARE(m_cli->run({"review", "note", id(0)}, "two\nlines\n").status, 0);
    const QJsonObject shown = m_cli->json({"interaction", "show", id(0)}).object();
    QCOMPARE(shown["review"].toObject()["notes"].toArray().at(0).toObject()["text"].toString(), "two\nlines");
    QCOMPARE(m_cli->run({"review", "note", id(0)}, "\n").status, 2);
    QCOMPARE(m_cli->run({"review", "note", id(0)}, "\xff").status, 2);
}

void TestCliReviews::oneUnknownIdChangesNothing()
{
    const CliResult result = m_cli->run(
        {"review", "resolve", id(0), "01890000-0000-7000-8000-000000000000", "--disposition", "benign"});
    QCOMPARE(result.status, 1);
    QVERIFY(result.isOneLineError());
    QCOMPARE(m_cli->json({"review", "list"}).objects().size(), 3);
}

void TestCliReviews::releasedCallMayPassOnce()
{
    QCOMPARE(m_cli->run({"review", "release", id(2)}).status, 0);
    QCOMPARE(m_cli->run({"review", "release", id(2)}).status, 1);
    QCOMPARE(m_cli->run({"review", "deny", id(2)}).status, 1);
    QCOMPARE(m_cli->run({"review", "release", id(0)}).status, 1);
    QCOMPARE(m_cli->json({"interaction", "show", id(2)}).object()["review"].toObject()["held"].toString(),
        "released");
}

void TestCliReviews::deniedCallStaysClosed()
{
    QCOMPARE(m_cli->run({"review", "deny", id(2)}).status, 0);
    QCOMPARE(m_cli->run({"review", "release", id(2)}).status, 1);
    const auto opened = m_place->open(OpenMode::Existing);
    const auto permit = hasPermit(*opened, KeyId{"k00000000001"}, "hash-of-" + m_ids[2].value);
    QVERIFY(permit.has_value());
    QVERIFY(!*permit);
}

void TestCliReviews::shiftsAreHandedOver()
{
    QCOMPARE(m_cli->run({"review", "resolve", id(0), "--disposition", "benign"}).status, 0);
    const QJsonObject first = m_cli->json({"handover", "add", "--text", "Watch\tthe 0x41 keys"}).object();
    QCOMPARE(first["text"].toString(), "Watch\tthe 0x41 keys");
    QVERIFY(first["author"].toString().startsWith("user:"));
    const QJsonObject summary = first["summary"].toObject();
    QCOMPARE(summary["decided"].toObject()["benign"].toInt(), 1);
    QCOMPARE(summary["open"].toObject()["high"].toInt(), 2);
    for (const char *field : {"since", "overdue", "mine"})
        QVERIFY2(summary.contains(field), field);
    const QJsonObject second = m_cli->json({"handover", "add"}, "from a pipe\n").object();
    QCOMPARE(second["text"].toString(), "from a pipe");
    QCOMPARE(second["summary"].toObject()["since"].toString(), first["at"].toString());
    QCOMPARE(second["summary"].toObject()["decided"].toObject()["benign"].toInt(), 0);
    const auto listed = m_cli->json({"handover", "list"}).objects();
    QCOMPARE(listed.size(), 2);
    QCOMPARE(listed[0], second);
    QCOMPARE(m_cli->json({"handover", "list", "--limit", "1"}).objects().size(), 1);
    QVERIFY(m_cli->run({"handover", "list"}).out.contains("from a pipe"));
}

QTEST_GUILESS_MAIN(TestCliReviews)
#include "tst_cli_reviews.moc"
