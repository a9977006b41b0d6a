// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/sql/record_rows.h"

#include "store/filter_values.h"
#include "store/likeness.h"
#include "store/sql/ids.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace gatehouse::store {

namespace {

ReviewState firstState(VerdictKind verdict)
{
    return verdict == VerdictKind::Allowed ? ReviewState::None : ReviewState::Open;
}

// The index row of a call that is over.
InteractionRow finishedRow(const InteractionRow &begun, const VerdictRecord &record)
{
    InteractionRow row = begun;
    row.verdict = record.verdict;
    row.severity = record.severity;
    row.outcome = record.outcome;
    if (!record.provider.empty())
        row.provider = record.provider;
    row.tokensIn = record.tokensIn;
    row.tokensOut = record.tokensOut;
    row.costUusd = record.costUusd;
    row.latencyUs = record.latencyUs;
    row.overheadUs = record.overheadUs;
    row.rules = record.rules;
    row.topCheck = record.topCheck;
    if (!record.snippet.empty())
        row.snippet = record.snippet;
    return row;
}

} // namespace

std::optional<std::int64_t> payloadNumber(std::string_view hash)
{
    constexpr std::size_t digits = 16;
    std::uint64_t number = 0;
    const std::string_view first = hash.substr(0, digits);
    const auto [end, wrong] = std::from_chars(first.data(), first.data() + first.size(), number, 16);
    if (wrong != std::errc() || end != first.data() + first.size() || first.size() != digits)
        return {};
    return static_cast<std::int64_t>(number);
}

Result<NewCall> newCall(const RequestRecord &request, const VerdictRecord *verdict)
{
    auto id = toBlob(request.row.id);
    if (!id)
        return tl::unexpected(notAnId(request.row.id));
    const ReviewState begun = firstState(request.row.verdict);
    const auto fingerprint = fingerprintOf(request);
    const auto payload = payloadNumber(request.payloadHash);
    if (!verdict)
        return NewCall{&request, nullptr, std::move(*id), request.row, begun, fingerprint, payload};
    return NewCall{&request, verdict, std::move(*id), finishedRow(request.row, *verdict),
        std::max(begun, firstState(verdict->verdict)), fingerprint ? fingerprint : fingerprintOf(*verdict),
        payload};
}

const std::vector<CheckResult> &NewCall::checks() const
{
    return verdict ? verdict->checks : request->checks;
}

const Coverage &NewCall::coverage() const
{
    return verdict ? verdict->coverage : request->coverage;
}

bool NewCall::isHeld() const
{
    return request->row.verdict == VerdictKind::Held || row.verdict == VerdictKind::Held;
}

std::optional<std::int64_t> NewCall::receivedBytes() const
{
    return verdict ? verdict->receivedBytes : std::nullopt;
}

std::string NewCall::answer() const
{
    return verdict ? verdict->answer : std::string();
}

Charge NewCall::charge() const
{
    const Estimate &reserved = request->reserved;
    const std::int64_t requests = reserved.counted ? 1 : 0;
    if (row.outcome == Outcome::Pending)
        return {requests, reserved.tokensIn + reserved.tokensOut, reserved.costUusd};
    return {requests, row.tokensIn + row.tokensOut, row.costUusd};
}

const std::string &knownColumns()
{
    // A call under way stands in the usage with what is reserved for it.
    static const std::string columns
        = "i.n, i.key, i.team, i.at, i.verdict, i.outcome, CASE WHEN i.alike IS NULL THEN 0 ELSE 1 END, "
          "CASE WHEN i.outcome = 0 THEN d.reserved_in + d.reserved_out ELSE i.tokens_in + i.tokens_out END, "
          "CASE WHEN i.outcome = 0 THEN d.reserved_uusd ELSE i.cost_uusd END, i.model, i.cost_uusd, "
          "i.state, i.disposition, i.decided_at";
    return columns;
}

KnownCall readKnown(const Query &query, int firstColumn)
{
    const auto integer = [&](int column) { return query.integer(firstColumn + column); };
    return {integer(0), query.text(firstColumn + 1), query.text(firstColumn + 2), query.time(firstColumn + 3),
        {0, integer(7), integer(8)}, static_cast<VerdictKind>(integer(4)), static_cast<Outcome>(integer(5)),
        integer(6) != 0, query.text(firstColumn + 9), integer(10), static_cast<ReviewState>(integer(11)),
        static_cast<Disposition>(integer(12)), query.optionalTime(firstColumn + 13)};
}

Charge correction(const KnownCall &known, const VerdictRecord &record)
{
    return {0, record.tokensIn + record.tokensOut - known.charged.tokens,
        record.costUusd - known.charged.microUsd};
}

CountedCall counted(const NewCall &call)
{
    const InteractionRow &row = call.row;
    return {row.at, row.team, row.key.value, row.model, row.verdict, row.costUusd, call.state};
}

CountedCall counted(const KnownCall &known)
{
    return {known.at, known.team, known.key, known.model, known.verdict, known.costUusd, known.state,
        known.disposition, known.decidedAt};
}

CountedCall counted(const KnownCall &known, const VerdictRecord &record)
{
    CountedCall call = counted(known);
    call.verdict = record.verdict;
    call.costUusd = record.costUusd;
    if (call.state == ReviewState::None)
        call.state = firstState(record.verdict);
    return call;
}

void countNew(RollupSheet &rollups, const NewCall &call)
{
    rollups.add(counted(call), findingsOf(call.checks()), 1);
    if (isMeasured(call.row.outcome))
        rollups.addMeasures(call.row.at, call.row.team, call.checks(), call.coverage());
}

void countVerdict(RollupSheet &rollups, const KnownCall &known, const std::vector<FoundBy> &before,
    const VerdictRecord &record)
{
    rollups.add(counted(known), before, -1);
    rollups.add(counted(known, record), findingsOf(record.checks), 1);
    if (!isMeasured(known.outcome) && isMeasured(record.outcome))
        rollups.addMeasures(known.at, known.team, record.checks, record.coverage);
}

Error notAnId(const InteractionId &id)
{
    return {ErrorKind::InvalidInput, "not an interaction id", id.value, "an id is a UUID in text form"};
}

Error strangeVerdict(const InteractionId &id)
{
    return {ErrorKind::NotFound, "a verdict came for a call that was not recorded", id.value, {}};
}

bool isSearchable(VerdictKind verdict, Outcome outcome)
{
    return verdict != VerdictKind::Allowed && outcome != Outcome::Pending;
}

bool isFinding(const CheckResult &check)
{
    return check.outcome == CheckOutcome::Fail || check.applied;
}

std::int64_t zonesOf(const CheckResult &check)
{
    std::int64_t zones = 0;
    for (const Evidence &each : check.evidence)
        zones |= zoneBit(each.zone);
    return zones;
}

std::int64_t storedScore(const CheckResult &check)
{
    return check.score ? millionths(*check.score) : -1;
}

} // namespace gatehouse::store
