// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// When a rule applies: a tree of all / any / not over typed fields.

#include "core/base/time.h"
#include "core/message/segment.h"
#include "core/policy/call_headers.h"

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace gatehouse {

struct BehaviourFacts;
class RemoteJudge;

// Who calls. Everything here comes from the virtual key, so it can be trusted.
struct Identity {
    std::string team;
    std::string environment;
    std::string useCase;
    std::string key; // public id
    std::map<std::string, std::string> keyMetadata; // set at issue
};

// Ids of rules that failed in the stages before.
struct FailedRules {
    std::set<std::string> enforced; // what enforced rules may ask for
    std::set<std::string> shadow; // what shadow rules may ask for beside these
};

// What a condition may ask about a call.
struct CallFacts {
    const Identity *identity = nullptr; // null when there is none (gatehouse check)
    const RequestFacts *request = nullptr; // never null
    std::string route; // "chat", …
    std::string provider; // name of the target, "" before one is chosen
    std::string upstreamModel = {}; // what the target calls the model, "" before one is chosen
    std::string sourceAddress; // textual IP, "" when unknown
    const std::map<std::string, std::string> *claims = nullptr; // of a verified token; null: there is none
    std::vector<std::string> allowedModels; // of the key; used by model_allow
    std::vector<std::string> allowedTools; // of the key; used by tool_allow
    bool entitlementKnown = false; // false: access checks are not_run: no_identity
    // When it is judged. Nothing in the core looks at a clock; without it what depends on time does not run.
    std::optional<Timestamp> now = {};
    const BehaviourFacts *behaviour = nullptr; // null: behavioural checks are not_run: no_history
    const CallHeaders *headers = nullptr; // caller-supplied, not trusted; null: there are none
    FailedRules failedBefore = {}; // where an answer is judged apart from its request: of the request's rules
    const RemoteJudge *remote = nullptr; // asks webhooks and models; null: such checks are not_run: no_runner
};

struct Condition {
    enum class Kind { All, Any, Not, Field };
    enum class Operator { Equals, NotEquals, In, NotIn, Matches, Exists, Between, Under };

    Kind kind = Kind::All;
    std::vector<Condition> parts; // for all, any, not
    std::string
        field; // "team", "key.metadata.purpose", "call.metadata.x", "model.name", "rule.<id>.failed", …
    Operator op = Operator::Equals;
    std::vector<std::string> values; // text values; numbers and booleans in their JSON spelling
    bool wantsToExist = true; // operand of `exists`
};

// `failedRules`: rules that already failed in this evaluation, or before it. `request`: the texts of the
// request, for conditions on trust zones.
[[nodiscard]] bool holds(const Condition &condition, const CallFacts &call,
    const std::set<std::string> &failedRules, std::span<const Segment> request = {});

} // namespace gatehouse
