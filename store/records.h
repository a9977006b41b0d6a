// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What the store keeps, as plain values. Text fields are UTF-8; money is integer micro-USD.

#include "core/access/key_table.h"
#include "core/access/limit.h"
#include "core/base/names.h"
#include "core/base/secret_string.h"
#include "core/base/time.h"
#include "core/policy/verdict.h"
#include "core/policy/verdict_json.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace gatehouse::store {

// What became of a call.
enum class Outcome { Pending, Completed, Refused, UpstreamError, ClientAbort, Cut, Interrupted };
enum class ReviewState {
    None,
    Open,
    InReview,
    Escalated,
    Resolved
}; // None: an allowed call, nothing to review
enum class Disposition { None, TruePositive, FalsePositive, Benign, Duplicate };
[[nodiscard]] std::string_view name(Outcome value);
[[nodiscard]] std::string_view name(ReviewState value); // None is ""
[[nodiscard]] std::string_view name(Disposition value); // None is ""
[[nodiscard]] std::optional<Outcome> outcomeFromName(std::string_view word);
[[nodiscard]] std::optional<ReviewState> reviewStateFromName(std::string_view word);
[[nodiscard]] std::optional<Disposition> dispositionFromName(std::string_view word);

// The index row of an interaction: enough for every list, never a prompt.
struct InteractionRow {
    InteractionId id;
    Timestamp at{};
    KeyId key;
    std::string team, environment, useCase;
    std::string route, model, provider;
    VerdictKind verdict = VerdictKind::Allowed;
    Severity severity = Severity::Info;
    Outcome outcome = Outcome::Pending;
    std::string policyName;
    PolicyVersion policyVersion;
    std::int64_t tokensIn = 0, tokensOut = 0, costUusd = 0;
    std::int64_t latencyUs = 0; // request read to last byte handed over
    std::int64_t overheadUs = 0; // of it, spent in Gatehouse
    std::vector<std::string> rules; // ids of rules that failed, enforced ones first
    std::string topCheck; // check kind of the strongest applied result, "" when none
    std::string
        snippet; // up to 120 characters of masked text around the first evidence, or of the last user text
    ReviewState state = ReviewState::None;
    Disposition disposition = Disposition::None;
    std::string assignee;
};

struct ReviewNote {
    Timestamp at{};
    std::string author;
    std::string text;
};

// What is taken from the limits of a call before it is made; what it is settled at when its gateway dies.
struct Estimate {
    bool counted = false; // as a request; a call refused for a limit is not
    std::int64_t tokensIn = 0, tokensOut = 0, costUusd = 0;
};

struct InteractionDetail {
    InteractionRow row;
    std::vector<CheckResult> checks;
    std::vector<StoredSegment> segments; // masked text; evidence carries the stored range
    Coverage coverage;
    std::vector<ReviewNote> notes; // oldest first
    std::optional<std::int64_t> receivedBytes; // of a stream: text the caller was given
    std::string heldState; // "", "waiting", "released", "denied"
    InteractionId permitOf; // the held call whose release let this one pass
    InteractionId permitUsedBy; // of a released call: the repeat that used the permit
    std::string sourceAddress;
    std::string conversation;
    std::string answer; // the id later calls name it by, "" when it has none
    std::string endUser; // named by a verified token
    Estimate reserved;
    std::string decidedBy = {}; // who changed state, disposition or assignee last: "user:<login>", "" nobody
    std::optional<Timestamp> decidedAt = {};
    bool sealed = false; // what is masked in `segments` can be revealed (store/sealed_originals.h)
};

// Written when a request was judged, before the first byte of its answer.
struct RequestRecord {
    InteractionRow row; // outcome pending (or refused), verdict of the request stage
    std::vector<CheckResult> checks;
    std::vector<StoredSegment> segments; // already masked
    Coverage coverage;
    std::string sourceAddress;
    std::string conversation;
    std::string payloadHash; // HMAC (hex) of key id and body; what a release permits
    Estimate reserved;
    std::string endUser; // named by a verified token, "" otherwise
    std::string sealed = {}; // the originals of `segments`, for reviewers (store/originals.h); "" when none
};

// Written before the last byte of the answer.
struct VerdictRecord {
    InteractionId id;
    VerdictKind verdict = VerdictKind::Allowed;
    Severity severity = Severity::Info;
    Outcome outcome = Outcome::Completed;
    std::string provider;
    std::int64_t tokensIn = 0, tokensOut = 0, costUusd = 0;
    std::int64_t latencyUs = 0, overheadUs = 0;
    std::vector<std::string> rules;
    std::string topCheck;
    std::vector<CheckResult> checks; // request and response, replaces what the request record had
    std::vector<StoredSegment> responseSegments; // added to the request's, already masked
    Coverage coverage; // of both
    std::optional<std::int64_t> receivedBytes;
    std::string snippet; // "" keeps the request record's
    std::string answer = {}; // the id later calls name it by, "" when it has none
    std::string sealed = {}; // the originals of `responseSegments`, for reviewers; "" when none
};

enum class ProviderKind {
    OpenAi, // and whatever is compatible
    Sandbox, // built in
    Anthropic,
    Azure, // OpenAI models, one deployment each
};
[[nodiscard]] std::string_view name(ProviderKind value);
[[nodiscard]] std::optional<ProviderKind> providerKindFromName(std::string_view word);

struct Provider {
    std::string name;
    ProviderKind kind = ProviderKind::OpenAi;
    std::string baseUrl; // "https://host[:port]/v1" (azure: without a path); empty for sandbox
    std::vector<std::string> models; // names it serves; "*" any
    SecretString credential; // empty when none
    Timestamp createdAt{};
    std::string apiVersion = {}; // anthropic-version, Azure's api-version; filled in when it is added
    int weight = 1; // among the providers that serve a model; 0: only when the others fail
};

// Who serves a model name callers use, and under which name there.
struct ModelTarget {
    std::string model;
    std::string provider;
    std::string upstreamModel; // Azure: the deployment
    int weight = 1; // share of the calls; 0: only when the others fail
    Timestamp createdAt{};
};

// What a gateway thinks of a target it calls.
enum class CircuitState { Closed, Open, HalfOpen };
[[nodiscard]] std::string_view name(CircuitState value); // "closed", "open", "half_open"
struct TargetHealthRow {
    std::string gateway; // id
    std::string provider;
    std::string upstreamModel; // "" for a provider that serves models under their own names
    CircuitState state = CircuitState::Closed;
    std::int64_t calls = 0, failures = 0; // since the gateway started
    Timestamp since{}; // of the state
};

// A secret that rules name; never holds it.
struct NamedCredentialRow {
    std::string name;
    Timestamp createdAt{};
};

// A virtual key as lists show it; never holds a secret.
struct KeyRow {
    KeyRecord record;
    std::string createdBy;
    std::optional<Timestamp> lastUsedAt;
};

struct NewKeyRequest {
    std::string team, environment, useCase;
    bool createNames = false; // otherwise an unknown name is an error
    Entitlement entitlement; // empty lists are filled in as architecture says, models excepted
    std::optional<Timestamp> expiresAt; // default: 90 days from now
    std::map<std::string, std::string> metadata;
    std::vector<Limit> limits;
};

enum class PolicyState { Draft, Published, Superseded };
struct PolicyRow {
    PolicyVersion version;
    int ordinal = 0; // 1, 2, 3 … in order of publication; 0 for a draft
    std::string name;
    std::optional<Timestamp> publishedAt;
    std::string author, reason;
    PolicyState state = PolicyState::Draft;
};

struct AuditEntry {
    std::int64_t seq = 0;
    Timestamp at{};
    std::string actor; // "user:<login>", "gateway:<id>"
    std::string action; // "key.issue", "policy.publish", "review.resolve", …
    std::string object; // "key:…", "interaction:…"
    std::string before, after; // JSON text, "" when none; never a secret
    std::string reason;
    std::string hash; // hex, chains to the entry before
};

struct AuditVerification {
    bool ok = false;
    std::int64_t entries = 0;
    std::string head; // hash of the last entry
    std::optional<std::int64_t> firstBad; // seq
    std::string problem; // "" when ok
};

struct StoreStatus {
    std::string engine; // "sqlite 3.40.1"
    int schema = 0;
    std::int64_t interactions = 0, bytes = 0;
    int gateways = 0; // with a heartbeat in the last 10 s
};

// What a running gateway says of itself each second.
struct Heartbeat {
    std::string gateway; // id
    std::string address;
    std::string version;
    PolicyVersion policy;
    int policyOrdinal = 0;
    std::string policyName;
    std::int64_t journalDepth = 0;
    double requestsPerSecond = 0;
    std::int64_t streams = 0;
    std::string degraded; // "" when healthy, else in words
    Timestamp at{};
};

using gatehouse::Capture;
struct StoreSettings {
    Capture capture = Capture::Masked;
    int retentionDays = 90;
    std::int64_t maximumBytes = 4LL * 1024 * 1024 * 1024;
};

} // namespace gatehouse::store
