// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// From what a call was to what is stored of it.

#include "gateway/session/interaction.h"
#include "store/records.h"
#include "store/storable.h"

#include <string>
#include <string_view>

namespace gatehouse::gateway {

// A request as it was judged, ready to be stored.
struct JudgedRequest {
    RequestMessage message;
    Evaluation evaluation;
    store::StorableBody storable; // of `message`
    std::string sealed = {}; // the originals of `storable`, for reviewers; "" when none
    store::Estimate reserved = {};
};

// Judged by the gateway itself, before or beside the policy: "entitlement", "wire_format", "key_state".
struct GatewayFinding {
    std::string check;
    Stage stage = Stage::Access;
    Severity severity = Severity::Low;
    std::string reason; // a snake_case word: "model", "route", "malformed", "revoked"
};
// The finding as the first result of the verdict, of an answer the last; the verdict becomes blocked.
void addFinding(Evaluation &evaluation, const GatewayFinding &finding);
// A verdict of a policy none of whose rules ran, because of `reason`.
[[nodiscard]] Evaluation notEvaluated(const Snapshot &snapshot, std::string_view reason);

[[nodiscard]] JudgedRequest judgedRequest(
    RequestMessage message, Evaluation evaluation, const Interaction &interaction);

[[nodiscard]] store::RequestRecord requestRecord(const Interaction &interaction, const JudgedRequest &request,
    store::Outcome outcome, const std::string &provider, const std::string &payloadHash);

// What came of a call after its request was judged.
struct CallEnd {
    store::Outcome outcome = store::Outcome::Completed;
    std::string provider;
    ResponseMessage response; // empty when none came
    std::optional<Evaluation> evaluation; // of `response`
    std::optional<std::uint64_t> receivedBytes; // of a stream
    std::int64_t costUusd = 0; // of response.usage
    Micros waited{0}; // of the whole time, on the provider and the client
};
// The verdict of request and response together.
[[nodiscard]] Verdict finalVerdict(const JudgedRequest &request, const CallEnd &end);
[[nodiscard]] store::VerdictRecord verdictRecord(
    const Interaction &interaction, const JudgedRequest &request, const CallEnd &end, const Verdict &final);

} // namespace gatehouse::gateway
