// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/document.h"
#include "store/access.h"
#include "store/audit.h"
#include "store/exception_preview.h"
#include "store/exceptions.h"
#include "store/policies.h"
#include "store_fixture.h"

using namespace gatehouse;
using namespace gatehouse::store;
using namespace gatehouse::store::test;
using namespace std::chrono_literals;

namespace {

// A rule that can be lifted, a floor, and one of the access stage.
const std::string rules
    = R"({"format":"gatehouse-policy/1","name":"words","rules":[)"
      R"({"id":"word","stage":"request","check":{"kind":"keywords","keywords":["halt"]},"action":"block","severity":"high"},)"
      R"({"id":"ground","floor":true,"stage":"request","check":{"kind":"keywords","keywords":["stop"]},"action":"block","severity":"high"},)"
      R"({"id":"models","stage":"access","check":{"kind":"model_allow"},"action":"block","severity":"medium"}]})";

using Change = std::function<void(PolicyException &)>;

class Exceptions {
public:
    Exceptions()
        : store(place.open())
    {
        if (!publishPolicy(*store, rules, "to begin with"))
            qFatal("the policy was not published");
        if (!createName(*store, NameKind::Team, "payments"))
            qFatal("the team was not created");
    }
    [[nodiscard]] PolicyException wanted() const
    {
        PolicyException exception;
        exception.rule = "word";
        exception.team = "payments";
        exception.pattern = "halt+";
        exception.expiresAt = place.clock.now() + 24h;
        return exception;
    }
    [[nodiscard]] ExceptionRow add()
    {
        auto added = addException(*store, wanted(), "they say so all the time");
        if (!added)
            qFatal("%s", added.error().line().c_str());
        return *added;
    }
    [[nodiscard]] ErrorKind refusal(const PolicyException &exception, const std::string &reason = "because")
    {
        const auto added = addException(*store, exception, reason);
        return added ? ErrorKind::Internal : added.error().kind;
    }

    Place place;
    std::unique_ptr<Store> store;
};

CheckResult lifted(const std::vector<ExceptionId> &by, Stage stage = Stage::Request)
{
    CheckResult result = failedCheck("word", "keywords", Action::Block, false);
    result.mode = Mode::Enforce;
    result.stage = stage;
    result.reason = liftedReason(by, {});
    return result;
}

} // namespace

// Permits made from false positives, as the store keeps them.
class TestExceptions : public QObject {
    Q_OBJECT

private slots:
    void isListedAndLoaded();
    void endsByItself();
    void isRemovedOnce();
    void isToldInTheAuditLog();
    void takesThePayloadOfACall();
    void refusesWhatMakesNoSense_data();
    void refusesWhatMakesNoSense();
    void usesAreCountedOnce();
    void previewsCountRecordedCalls();
};

void TestExceptions::isListedAndLoaded()
{
    Exceptions t;
    const ExceptionRow first = t.add();
    QVERIFY(!first.exception.id.empty());
    QCOMPARE(first.author, t.store->actor());
    QCOMPARE(first.reason, std::string("they say so all the time"));
    QCOMPARE(first.uses, 0);
    QVERIFY(stateOf(first, t.place.clock.now()) == ExceptionState::Active);
    t.place.clock.advance(1s);
    const ExceptionRow second = t.add();
    const auto listed = listExceptions(*t.store);
    QVERIFY_DONE(listed);
    QVERIFY(*listed == (std::vector<ExceptionRow>{second, first}));
    const auto loaded = loadExceptions(*t.store);
    QVERIFY_DONE(loaded);
    QCOMPARE(loaded->size(), std::size_t(2));
    QVERIFY(std::find(loaded->begin(), loaded->end(), first.exception) != loaded->end());
}

void TestExceptions::endsByItself()
{
    Exceptions t;
    const ExceptionRow row = t.add();
    t.place.clock.advance(24h - 1us);
    QCOMPARE(loadExceptions(*t.store)->size(), std::size_t(1));
    t.place.clock.advance(1us);
    QVERIFY(loadExceptions(*t.store)->empty());
    QCOMPARE(listExceptions(*t.store)->size(), std::size_t(1));
    QVERIFY(stateOf(row, t.place.clock.now()) == ExceptionState::Expired);
}

void TestExceptions::isRemovedOnce()
{
    Exceptions t;
    const ExceptionRow row = t.add();
    t.place.clock.advance(1min);
    QVERIFY_DONE(removeException(*t.store, row.exception.id));
    QVERIFY(loadExceptions(*t.store)->empty());
    const auto listed = listExceptions(*t.store);
    QCOMPARE(listed->size(), std::size_t(1));
    QVERIFY(listed->front().removedAt == t.place.clock.now());
    QCOMPARE(listed->front().removedBy, t.store->actor());
    QVERIFY(stateOf(listed->front(), t.place.clock.now()) == ExceptionState::Removed);
    QCOMPARE(removeException(*t.store, row.exception.id).error().kind, ErrorKind::Conflict);
    QCOMPARE(removeException(*t.store, {"nothing"}).error().kind, ErrorKind::NotFound);
}

void TestExceptions::isToldInTheAuditLog()
{
    Exceptions t;
    const ExceptionRow row = t.add();
    QVERIFY_DONE(removeException(*t.store, row.exception.id));
    const auto entries = listAudit(*t.store, 2);
    const std::string facts
        = R"({"environment":"","expires_at":"2026-11-21T12:00:00.000000Z","key":"",)"
          R"("pattern":"halt+","payload_hash":"","rule":"word","team":"payments","use_case":""})";
    QCOMPARE((*entries)[1].action, std::string("exception.add"));
    QCOMPARE((*entries)[1].object, "exception:" + row.exception.id.value);
    QCOMPARE((*entries)[1].after, facts);
    QCOMPARE((*entries)[1].reason, std::string("they say so all the time"));
    QCOMPARE((*entries)[0].action, std::string("exception.remove"));
    QCOMPARE((*entries)[0].before, facts);
}

void TestExceptions::takesThePayloadOfACall()
{
    Exceptions t;
    const auto calls = requestRecords(t.place, 2);
    auto without = calls[1];
    without.payloadHash.clear();
    record(t.place, {calls[0], without});
    PolicyException wanted = t.wanted();
    wanted.pattern.clear();
    const auto exception = forPayloadOf(*t.store, calls[0].row.id, wanted);
    QVERIFY_DONE(exception);
    QCOMPARE(exception->payloadHash, calls[0].payloadHash);
    QCOMPARE(exception->key, calls[0].row.key.value);
    QCOMPARE(exception->team, std::string("payments"));
    QCOMPARE(forPayloadOf(*t.store, without.row.id, wanted).error().kind, ErrorKind::Conflict);
    QCOMPARE(forPayloadOf(*t.store, idAt(t.place.clock.now(), 9), wanted).error().kind, ErrorKind::NotFound);
}

void TestExceptions::refusesWhatMakesNoSense_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<Change>("change");
    const auto row = [](const char *name, ErrorKind kind, Change change) {
        QTest::newRow(name) << static_cast<int>(kind) << std::move(change);
    };
    const auto invalid = ErrorKind::InvalidInput, missing = ErrorKind::NotFound;
    row("no scope", invalid, [](auto &e) { e.team.clear(); });
    row("neither payload nor pattern", invalid, [](auto &e) { e.pattern.clear(); });
    row("both", invalid, [](auto &e) { e.payloadHash = "ab"; });
    row("pattern of nothing", invalid, [](auto &e) { e.pattern = ".*"; });
    row("no expression", invalid, [](auto &e) { e.pattern = "(halt"; });
    row("endless pattern", invalid, [](auto &e) { e.pattern = std::string(1001, 'x'); });
    row("large pattern", invalid, [](auto &e) { e.pattern = "((((x{1,100}){1,10}){1,10}){1,10}){1,10}"; });
    row("over already", invalid, [](auto &e) { e.expiresAt -= 24h; });
    row("for ever", invalid, [](auto &e) { e.expiresAt += 24h * 366; });
    row("floor", invalid, [](auto &e) { e.rule = "ground"; });
    row("access", invalid, [](auto &e) { e.rule = "models"; });
    row("unknown rule", missing, [](auto &e) { e.rule = "wort"; });
    row("unknown team", missing, [](auto &e) { e.team = "paiments"; });
    row("unknown environment", missing, [](auto &e) { e.environment = "nowhere"; });
    row("unknown key", missing, [](auto &e) { e.key = "k00000000009"; });
}

void TestExceptions::refusesWhatMakesNoSense()
{
    QFETCH(int, kind);
    QFETCH(Change, change);
    Exceptions t;
    PolicyException exception = t.wanted();
    change(exception);
    QCOMPARE(static_cast<int>(t.refusal(exception)), kind);
    QCOMPARE(t.refusal(t.wanted(), " "), ErrorKind::InvalidInput);
    QVERIFY(listExceptions(*t.store)->empty());
}

void TestExceptions::usesAreCountedOnce()
{
    Exceptions t;
    const ExceptionRow first = t.add(), second = t.add();
    const std::vector<ExceptionId> both{first.exception.id, second.exception.id};
    auto calls = requestRecords(t.place, 3);
    calls[0].checks = {lifted(both), lifted(both)};
    calls[1].checks = {lifted({first.exception.id})};
    calls[2].checks = {failedCheck("word", "keywords", Action::Block)};
    std::vector<VerdictRecord> verdicts;
    for (const RequestRecord &call : calls) {
        verdicts.push_back(verdictRecord(call.row.id));
        verdicts.back().checks = call.checks;
    }
    // What its answer was lifted for counts with the answer.
    verdicts[2].checks.push_back(lifted({second.exception.id}, Stage::Response));
    record(t.place, calls);
    record(t.place, {}, verdicts);
    record(t.place, calls, verdicts);
    const auto rows = listExceptions(*t.store);
    for (const ExceptionRow &row : *rows) {
        QCOMPARE(row.uses, 2);
        QVERIFY(row.lastUsedAt == t.place.clock.now());
    }
    // Both of one call in one go.
    auto later = requestRecord(idAt(t.place.clock.now(), 7), t.place.clock.now());
    later.checks = {lifted({first.exception.id})};
    auto verdict = verdictRecord(later.row.id);
    verdict.checks = later.checks;
    record(t.place, {later}, {verdict});
    const auto now = listExceptions(*t.store);
    for (const ExceptionRow &row : *now)
        QCOMPARE(row.uses, row.exception.id == first.exception.id ? 3 : 2);
}

void TestExceptions::previewsCountRecordedCalls()
{
    Exceptions t;
    auto calls = requestRecords(t.place, 5);
    const auto found = [](RequestRecord &call, const std::string &text, ByteRange range) {
        call.segments = {textSegment(BodyPart::Request, TrustZone::User, text)};
        CheckResult check = failedCheck("word", "keywords", Action::Block);
        Evidence evidence;
        evidence.range = range;
        evidence.stored = range;
        check.evidence = {evidence};
        call.checks = {check};
    };
    found(calls[0], "they say halt", {9, 13});
    found(calls[1], "halttt they say", {0, 6});
    found(calls[2], "stop they say", {0, 4});
    found(calls[3], "[masked:word]", {0, 13});
    calls[1].row.team = "support";
    record(t.place, calls);
    const Timestamp before = t.place.clock.now() - 1h;
    PolicyException exception = t.wanted();
    exception.team.clear();
    exception.environment = "production";
    const auto all = previewException(*t.store, exception, before);
    QVERIFY_DONE(all);
    QVERIFY((*all == ExceptionPreview{4, 2, 1, true}));
    exception.team = "support";
    QVERIFY((previewException(*t.store, exception, before) == ExceptionPreview{1, 1, 0, true}));
    QVERIFY((previewException(*t.store, exception, before + 2h) == ExceptionPreview{0, 0, 0, true}));
    exception = *forPayloadOf(*t.store, calls[2].row.id, t.wanted());
    exception.pattern.clear();
    QVERIFY((previewException(*t.store, exception, before) == ExceptionPreview{3, 1, 0, true}));
    exception.pattern = "(";
    QCOMPARE(previewException(*t.store, exception, before).error().kind, ErrorKind::InvalidInput);
}

QTEST_GUILESS_MAIN(TestExceptions)
#include "tst_exceptions.moc"
