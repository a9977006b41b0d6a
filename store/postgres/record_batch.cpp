// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/postgres/record_batch.h"

#include "core/policy/verdict_rows.h"
#include "store/likeness.h"
#include "store/postgres/array.h"
#include "store/postgres/group_batch.h"
#include "store/postgres/rollup_batch.h"
#include "store/sql/ids.h"

#include <algorithm>
#include <cctype>
#include <unordered_map>

namespace gatehouse::store {

namespace {

using enum ArrayOf;

// Together at most; a statement's parameters are in memory here and at the server.
constexpr std::size_t mostCalls = 1000;
constexpr std::size_t mostBytes = 16 * 1024 * 1024;

const std::vector<Column> callColumns{{"id", Bytes}, {"at", Integers}, {"key", Texts}, {"team", Texts},
    {"environment", Texts}, {"use_case", Texts}, {"route", Texts}, {"model", Texts}, {"provider", Texts},
    {"verdict", Integers}, {"severity", Integers}, {"outcome", Integers}, {"policy_name", Texts},
    {"policy_version", Texts}, {"tokens_in", Integers}, {"tokens_out", Integers}, {"cost_uusd", Integers},
    {"latency_us", Integers}, {"overhead_us", Integers}, {"rules", Texts}, {"top_check", Texts},
    {"snippet", Texts}, {"state", Integers}, {"disposition", Integers}, {"assignee", Texts},
    {"fingerprint", Integers}, {"alike", Integers}, {"leads", Integers}, {"payload", Integers}};
const std::vector<Column> detailColumns{{"n", Integers}, {"checks", Texts}, {"coverage", Texts},
    {"source_address", Texts}, {"conversation", Texts}, {"payload_hash", Texts}, {"held", Integers},
    {"received_bytes", Integers}, {"counted", Integers}, {"reserved_in", Integers},
    {"reserved_out", Integers}, {"reserved_uusd", Integers}, {"end_user", Texts}, {"answer", Texts}};
const std::vector<Column> bodyColumns{{"n", Integers}, {"segments", Texts}};
const std::vector<Column> sealedColumns{{"n", Integers}, {"body", Integers}, {"envelope", Texts}};
const std::vector<Column> findingColumns{{"n", Integers}, {"rule", Texts}, {"kind", Texts}, {"at", Integers},
    {"zones", Integers}, {"score", Integers}};
const std::vector<Column> searchColumns{{"n", Integers}, {"plain", Integers}, {"text", Texts}};
const std::vector<Column> idColumn{{"id", Bytes}};
const std::vector<Column> judgedColumns{{"id", Bytes}, {"verdict", Integers}, {"severity", Integers},
    {"outcome", Integers}, {"provider", Texts}, {"tokens_in", Integers}, {"tokens_out", Integers},
    {"cost_uusd", Integers}, {"latency_us", Integers}, {"overhead_us", Integers}, {"rules", Texts},
    {"top_check", Texts}, {"snippet", Texts}};
const std::vector<Column> judgedDetailColumns{{"n", Integers}, {"checks", Texts}, {"coverage", Texts},
    {"received_bytes", Integers}, {"held", Integers}, {"answer", Texts}};
const std::vector<Column> placeColumns{
    {"id", Bytes}, {"fingerprint", Integers}, {"alike", Integers}, {"leads", Integers}};
const std::vector<Column> usageColumns{{"key", Texts}, {"start", Integers}, {"requests", Integers},
    {"tokens", Integers}, {"cost_uusd", Integers}};

// Rows that belong to calls, whether these are new or only now judged.
class Parts {
public:
    void addFindings(std::int64_t n, Timestamp at, const std::vector<CheckResult> &checks)
    {
        for (const CheckResult &check : checks) {
            if (isFinding(check))
                m_findings.add(n, check.rule, check.check, at, zonesOf(check), storedScore(check));
        }
    }
    void addResponse(std::int64_t n, const std::vector<StoredSegment> &segments)
    {
        if (!segments.empty())
            m_responses.add(n, segmentsToJson(segments));
    }
    void addSealed(std::int64_t n, BodyPart in, const std::string &envelope)
    {
        if (!envelope.empty())
            m_sealed.add(n, in, envelope);
    }
    void write(Connection &connection) const
    {
        static const std::string findings
            = Columns::insertInto("finding", findingColumns) + " ON CONFLICT DO NOTHING";
        static const std::string responses = Columns::insertInto("response_body", bodyColumns)
            + " ON CONFLICT (n) DO UPDATE SET segments = excluded.segments";
        m_findings.run(connection, findings);
        // A body is sealed once; whoever says so again says the same.
        static const std::string sealed
            = Columns::insertInto("sealed_originals", sealedColumns) + " ON CONFLICT (n, body) DO NOTHING";
        m_responses.run(connection, responses);
        m_sealed.run(connection, sealed);
    }

private:
    Columns m_findings{findingColumns}, m_responses{bodyColumns}, m_sealed{sealedColumns};
};

void runFor(Connection &connection, const std::string &sql, const std::vector<std::int64_t> &numbers)
{
    if (numbers.empty())
        return;
    ArrayParameter array(Integers);
    for (const std::int64_t n : numbers)
        array.add(n);
    Query(connection, sql, array.finished()).run();
}

std::size_t textBytes(const std::vector<StoredSegment> &segments)
{
    std::size_t bytes = 0;
    for (const StoredSegment &each : segments)
        bytes += each.segment.text.size();
    return bytes;
}

// The text index of calls whose texts are at hand.
class SearchRows {
public:
    void add(std::int64_t n, const NewCall &call)
    {
        std::string text;
        for (const StoredSegment &each : call.request->segments)
            text += each.segment.text + '\n';
        if (call.verdict) {
            for (const StoredSegment &each : call.verdict->responseSegments)
                text += each.segment.text + '\n';
        }
        m_rows.add(n, isAscii(text), isAscii(text) ? wordsOnly(text) : text);
    }
    void write(Connection &connection) const
    {
        static const std::string sql
            = "INSERT INTO search_text (n, words) SELECT u.n, CASE WHEN u.plain = 1 THEN "
              "to_tsvector('pg_catalog.simple', left(u.text, 131072)) ELSE search_words(u.text) END FROM "
            + Columns::unnested(searchColumns);
        m_rows.run(connection, sql);
    }

private:
    static bool isAscii(const std::string &text)
    {
        return std::all_of(text.begin(), text.end(), [](char c) { return c > 0; });
    }
    // What plain_words() of the database makes of a text without other letters, where it costs much less.
    static std::string wordsOnly(std::string text)
    {
        for (char &c : text) {
            if (!std::isalnum(static_cast<unsigned char>(c)))
                c = ' ';
        }
        return text;
    }
    Columns m_rows{searchColumns};
};

void addDetail(Columns &details, std::int64_t n, const NewCall &call)
{
    const RequestRecord &record = *call.request;
    const Estimate &reserved = record.reserved;
    details.add(n, checksToRows(call.checks()), coverageToJson(call.coverage()), record.sourceAddress,
        record.conversation, record.payloadHash, call.isHeld(), call.receivedBytes(), reserved.counted,
        reserved.tokensIn, reserved.tokensOut, reserved.costUusd, record.endUser, call.answer());
}

void addIndexRow(Columns &rows, const NewCall &call, const std::optional<Placement> &place)
{
    const InteractionRow &row = call.row;
    std::optional<std::int64_t> fingerprint, group;
    if (place) {
        fingerprint = place->fingerprint;
        group = place->group;
    }
    rows.add(call.id, row.at, row.key.value, row.team, row.environment, row.useCase, row.route, row.model,
        row.provider, row.verdict, row.severity, row.outcome, row.policyName, row.policyVersion.value,
        row.tokensIn, row.tokensOut, row.costUusd, row.latencyUs, row.overheadUs, joinLines(row.rules),
        row.topCheck, row.snippet, call.state, Disposition::None, std::string_view(), fingerprint, group,
        place && place->leads, call.payload);
}

} // namespace

void RecordBatch::addCall(const RequestRecord &request, const VerdictRecord *verdict, Status &status)
{
    auto call = newCall(request, verdict);
    if (!call) {
        status = tl::unexpected(call.error());
        return;
    }
    const std::string &id = call->id.bytes;
    // What was said of a call is written in the order it was said in.
    if (m_callIds.contains(id) || m_judgedIds.contains(id))
        flush();
    m_callIds.insert(id);
    if (verdict)
        m_judgedIds.insert(id);
    m_calls.push_back({std::move(*call), &status});
    grow(textBytes(request.segments) + (verdict ? textBytes(verdict->responseSegments) : 0));
}

void RecordBatch::write(const VerdictRecord &record, Status &status)
{
    auto id = toBlob(record.id);
    if (!id) {
        status = tl::unexpected(notAnId(record.id));
        return;
    }
    if (m_judgedIds.contains(id->bytes))
        flush();
    m_judgedIds.insert(id->bytes);
    m_judged.push_back({std::move(*id), &record, &status});
    grow(textBytes(record.responseSegments));
}

void RecordBatch::grow(std::size_t bytes)
{
    m_bytes += bytes;
    if (m_calls.size() + m_judged.size() >= mostCalls || m_bytes >= mostBytes)
        flush();
}

void RecordBatch::finish()
{
    flush();
    writeUsage();
    writeRollups(m_connection, m_rollups);
    m_exceptions.write(m_connection);
}

void RecordBatch::flush()
{
    makeRoom();
    findKnown();
    insertCalls();
    judge();
    noteChanges();
    m_calls.clear();
    m_judged.clear();
    m_callIds.clear();
    m_judgedIds.clear();
    m_known.clear();
    m_bytes = 0;
}

// Before any row is locked.
void RecordBatch::makeRoom()
{
    for (const Waiting &each : m_calls)
        m_connection.makeRoom(timeIn(each.call.id), timeIn(each.call.id));
}

// Who of the batch the store has already.
void RecordBatch::findKnown()
{
    static const std::string sql = "SELECT i.id, " + knownColumns()
        + " FROM interaction i JOIN interaction_detail d ON d.n = i.n WHERE i.id = ANY(?::bytea[]) "
          "FOR UPDATE OF i";
    ArrayParameter ids(Bytes);
    for (const Waiting &each : m_calls)
        ids.add(each.call.id.bytes);
    for (const Judged &each : m_judged) {
        if (!m_callIds.contains(each.id.bytes))
            ids.add(each.id.bytes);
    }
    if (ids.size() == 0)
        return;
    Query query(m_connection, sql, ids.finished());
    while (query.step())
        m_known.emplace(query.blob(0).bytes, readKnown(query, 1));
}

void RecordBatch::placeCalls()
{
    GroupBatch groups;
    std::vector<Waiting *> placed;
    for (Waiting &each : m_calls) {
        if (!each.call.fingerprint)
            continue;
        groups.add(*each.call.fingerprint, each.call.row.team, each.call.row.at);
        placed.push_back(&each);
    }
    const std::vector<Placement> places = groups.place(m_connection);
    for (std::size_t i = 0; i < placed.size(); ++i)
        placed[i]->place = places[i];
}

// Two who write the same call at once are told apart by its unique id: the later one fails as a whole, and
// finds the call when it tries again.
void RecordBatch::insertCalls()
{
    std::erase_if(m_calls, [this](const Waiting &each) {
        const bool known = m_known.contains(each.call.id.bytes);
        if (known && each.call.verdict)
            m_judged.push_back({each.call.id, each.call.verdict, each.status});
        return known;
    });
    if (m_calls.empty())
        return;
    placeCalls();
    static const std::string sql = "INSERT INTO interaction (n, " + Columns::names(callColumns)
        + ") SELECT call_number(u.id), u.* FROM " + Columns::unnested(callColumns) + " RETURNING id, n";
    Columns rows(callColumns);
    for (const Waiting &each : m_calls)
        addIndexRow(rows, each.call, each.place);
    std::unordered_map<std::string, std::int64_t> numbers;
    {
        Query query(m_connection, sql);
        rows.bindTo(query);
        while (query.step())
            numbers.emplace(query.blob(0).bytes, query.integer(1));
    }
    for (Waiting &each : m_calls)
        each.n = numbers.at(each.call.id.bytes);
    insertParts();
}

void RecordBatch::insertParts()
{
    static const std::string details = Columns::insertInto("interaction_detail", detailColumns);
    static const std::string requests = Columns::insertInto("request_body", bodyColumns);
    Columns detailRows(detailColumns), requestRows(bodyColumns);
    Parts parts;
    SearchRows search;
    for (const auto &[call, status, n, place] : m_calls) {
        const InteractionRow &row = call.row;
        const KnownCall known{n, row.key.value, row.team, row.at, call.charge(), row.verdict, row.outcome,
            place.has_value(), row.model, row.costUusd, call.state};
        addDetail(detailRows, n, call);
        requestRows.add(n, segmentsToJson(call.request->segments));
        parts.addSealed(n, BodyPart::Request, call.request->sealed);
        if (call.verdict) {
            parts.addResponse(n, call.verdict->responseSegments);
            parts.addSealed(n, BodyPart::Response, call.verdict->sealed);
        }
        parts.addFindings(n, known.at, call.checks());
        m_usage.add(known.key, known.at, known.charged);
        countNew(m_rollups, call);
        m_exceptions.add(known.at, call.checks());
        if (isSearchable(known.verdict, known.outcome))
            search.add(n, call);
        m_changed.push_back(call.id);
        m_known.emplace(call.id.bytes, known);
    }
    detailRows.run(m_connection, details);
    requestRows.run(m_connection, requests);
    parts.write(m_connection);
    search.write(m_connection);
}

void RecordBatch::judge()
{
    std::erase_if(m_judged, [this](const Judged &each) {
        const bool strange = !m_known.contains(each.id.bytes);
        if (strange)
            *each.status = tl::unexpected(strangeVerdict(each.record->id));
        return strange;
    });
    if (m_judged.empty())
        return;
    for (const Judged &each : m_judged)
        m_connection.makeRoom(timeIn(each.id), timeIn(each.id));
    updateJudged();
    placeJudged();
    static const std::string unsearch = "DELETE FROM search_text WHERE n = ANY(?::bigint[])";
    static const std::string search = "INSERT INTO search_text (n, words) SELECT n, search_words(text) "
                                      "FROM searchable WHERE n = ANY(?::bigint[])";
    Parts parts;
    std::vector<std::int64_t> numbers, searchable;
    for (const auto &[id, record, status] : m_judged)
        numbers.push_back(m_known.at(id.bytes).n);
    const auto before = takeFindings(numbers);
    for (const auto &[id, record, status] : m_judged) {
        const KnownCall &known = m_known.at(id.bytes);
        const auto found = before.find(known.n);
        countVerdict(
            m_rollups, known, found == before.end() ? std::vector<FoundBy>() : found->second, *record);
        // Those of the request were counted with its record, and those of an answer once.
        if (!isMeasured(known.outcome))
            m_exceptions.add(known.at, record->checks, Stage::Response);
        parts.addFindings(known.n, known.at, record->checks);
        parts.addResponse(known.n, record->responseSegments);
        parts.addSealed(known.n, BodyPart::Response, record->sealed);
        m_usage.add(known.key, known.at, correction(known, *record));
        if (isSearchable(record->verdict, record->outcome))
            searchable.push_back(known.n);
        m_changed.push_back(id);
    }
    runFor(m_connection, unsearch, numbers);
    parts.write(m_connection);
    runFor(m_connection, search, searchable);
}

std::unordered_map<std::int64_t, std::vector<FoundBy>> RecordBatch::takeFindings(
    const std::vector<std::int64_t> &numbers)
{
    static const std::string sql = "DELETE FROM finding WHERE n = ANY(?::bigint[]) RETURNING n, rule, kind";
    ArrayParameter array(Integers);
    for (const std::int64_t n : numbers)
        array.add(n);
    Query query(m_connection, sql, array.finished());
    std::unordered_map<std::int64_t, std::vector<FoundBy>> findings;
    while (query.step())
        findings[query.integer(0)].push_back({query.text(1), query.text(2)});
    return findings;
}

void RecordBatch::updateJudged()
{
    static const std::string index
        = "UPDATE interaction i SET verdict = u.verdict, severity = u.severity, outcome = u.outcome, "
          "provider = CASE WHEN u.provider = '' THEN i.provider ELSE u.provider END, "
          "tokens_in = u.tokens_in, tokens_out = u.tokens_out, cost_uusd = u.cost_uusd, "
          "latency_us = u.latency_us, overhead_us = u.overhead_us, rules = u.rules, top_check = u.top_check, "
          "snippet = CASE WHEN u.snippet = '' THEN i.snippet ELSE u.snippet END, "
          "state = CASE WHEN i.state = 0 AND u.verdict <> 0 THEN 1 ELSE i.state END FROM "
        + Columns::unnested(judgedColumns) + " WHERE i.id = u.id";
    static const std::string details
        = "UPDATE interaction_detail d SET checks = u.checks, coverage = u.coverage, "
          "received_bytes = u.received_bytes, held = CASE WHEN d.held = 0 THEN u.held ELSE d.held END, "
          "answer = u.answer FROM "
        + Columns::unnested(judgedDetailColumns) + " WHERE d.n = u.n";
    Columns indexRows(judgedColumns), detailRows(judgedDetailColumns);
    for (const auto &[id, record, status] : m_judged) {
        indexRows.add(id, record->verdict, record->severity, record->outcome, record->provider,
            record->tokensIn, record->tokensOut, record->costUusd, record->latencyUs, record->overheadUs,
            joinLines(record->rules), record->topCheck, record->snippet);
        detailRows.add(m_known.at(id.bytes).n, checksToRows(record->checks), coverageToJson(record->coverage),
            record->receivedBytes, record->verdict == VerdictKind::Held, record->answer);
    }
    indexRows.run(m_connection, index);
    detailRows.run(m_connection, details);
}

// Calls that were let pass, and are to be reviewed for their answer.
void RecordBatch::placeJudged()
{
    static const std::string sql
        = "UPDATE interaction i SET fingerprint = u.fingerprint, alike = u.alike, leads = u.leads FROM "
        + Columns::unnested(placeColumns) + " WHERE i.id = u.id";
    GroupBatch groups;
    std::vector<const Blob *> placed;
    for (const auto &[id, record, status] : m_judged) {
        const KnownCall &known = m_known.at(id.bytes);
        const auto fingerprint = known.hasGroup ? std::nullopt : fingerprintOf(*record);
        if (!fingerprint)
            continue;
        groups.add(*fingerprint, known.team, known.at);
        placed.push_back(&id);
    }
    const std::vector<Placement> places = groups.place(m_connection);
    Columns rows(placeColumns);
    for (std::size_t i = 0; i < placed.size(); ++i)
        rows.add(*placed[i], places[i].fingerprint, places[i].group, places[i].leads);
    rows.run(m_connection, sql);
}

void RecordBatch::noteChanges()
{
    static const std::string sql = Columns::insertInto("change", idColumn);
    Columns ids(idColumn);
    for (const Blob &id : m_changed)
        ids.add(id);
    ids.run(m_connection, sql);
    m_changed.clear();
}

void RecordBatch::writeUsage()
{
    static const std::string sql = Columns::insertInto("usage", usageColumns)
        + " ON CONFLICT (key, start) DO UPDATE SET requests = usage.requests + excluded.requests, "
          "tokens = usage.tokens + excluded.tokens, cost_uusd = usage.cost_uusd + excluded.cost_uusd";
    Columns rows(usageColumns);
    for (const auto &[place, charge] : m_usage.rows())
        rows.add(place.first, place.second, charge.requests, charge.tokens, charge.microUsd);
    rows.run(m_connection, sql);
}

} // namespace gatehouse::store
