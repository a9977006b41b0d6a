// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The policy document as the rest of the house sees it: a named, versioned list of rules.
// The document itself is JSON text (see resources/policies/policy.schema.json); these are its parsed values.

#include "core/base/error.h"
#include "core/policy/condition.h"
#include "core/policy/verdict.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse {

// What the caller of a refused call is told.
enum class TellCaller { Nothing, Category, Rule };
// How a response rule acts on a stream: see core/stream/.
enum class StreamMode { Prefix, Buffer, Delayed };

// What one run of a rule's check may cost; beyond it the outcome is an error, and on_error decides.
struct CheckBudget {
    std::uint64_t bytes = 64ULL * 1024 * 1024; // of all texts it is given, views included
    std::uint64_t steps = 1000000; // core/checks/step_budget.h
};

struct RuleDocument {
    std::string id;
    std::string title;
    std::string description;
    Stage stage = Stage::Request;
    std::vector<TrustZone> zones; // empty: all zones
    std::optional<Condition> when;
    std::string checkKind;
    std::string checkJson; // the "check" object, with its parameters, as JSON text
    Action action = Action::Flag;
    MaskStyle maskStyle = MaskStyle::Label;
    bool maskRestore = false; // placeholders become originals again in the answer
    std::optional<Capture> capture; // what is stored of a call it is applied to; nothing: others say
    Severity severity = Severity::Medium;
    Mode mode = Mode::Enforce;
    Action onError = Action::Block; // allow or block
    CheckBudget budget;
    Action onTimeout = Action::Block; // likewise, for checks that ask somebody outside

    // What an error of the check means, by its reason.
    [[nodiscard]] Action meaningOfError(std::string_view reason) const
    {
        return reason == "timeout" ? onTimeout : onError;
    }
    StreamMode stream = StreamMode::Prefix;
    bool streamGiven = false; // false: the compiler chooses
    bool floor = false; // holds whatever a caller sends: its condition asks for nothing a caller sets
};

// Whose calls a policy judges. Names; an empty list is everybody.
struct PolicyScope {
    std::vector<std::string> teams, environments, useCases;

    [[nodiscard]] bool coversAll() const { return teams.empty() && environments.empty() && useCases.empty(); }
    // A call without an identity is judged: nothing says that it may be left out.
    [[nodiscard]] bool covers(const Identity *identity) const;
};

struct PolicyTestCase {
    std::string name;
    std::string text; // "input.text"
    std::string requestJson, responseJson; // "input.request", "input.response": chat bodies instead of a text
    TrustZone zone = TrustZone::User;
    Stage stage = Stage::Request;
    // Who calls and with what, for conditions.
    std::optional<Identity> identity;
    std::string model;
    std::map<std::string, std::string> metadata;
    CallHeaders headers;
    std::optional<VerdictKind> expectVerdict;
    std::optional<std::string> expectRule; // a rule that must fail
    std::optional<std::string> expectLabel; // a label its evidence must carry
};

struct PolicyDocument {
    std::string name;
    std::string description;
    PolicyScope scope;
    TellCaller tellCaller = TellCaller::Category;
    bool failOpen = false; // calls are answered also while nothing can record them
    std::vector<RuleDocument> rules; // in document order
    std::vector<PolicyTestCase> tests;
    std::string json; // the document in RFC 8785 form
    PolicyVersion version; // SHA-256 of `json`

    // Whether a rule that is enforced has originals sealed.
    [[nodiscard]] bool seals() const;
};

// Reads and validates a document. On failure every problem found is listed, one error each, with the JSON
// pointer in `where` and, for an unknown field, the nearest known name in `advice`. At most 1 MiB, 500 rules.
[[nodiscard]] tl::expected<PolicyDocument, std::vector<Error>> parsePolicy(std::string_view json);

// The changes the console's rule list offers; what is not set stays.
struct RuleEdit {
    std::string rule; // id
    std::optional<Mode> mode;
    std::optional<Action> action;
    std::optional<Severity> severity;
    std::optional<double> threshold; // the check's "min_confidence"; only for checks that have one
};
// The document with one rule changed, pretty-printed. NotFound for an unknown rule.
[[nodiscard]] Result<std::string> editRule(std::string_view json, const RuleEdit &edit);
// The rule's "min_confidence", when its check takes one (its default when the document leaves it out).
[[nodiscard]] std::optional<double> ruleThreshold(const RuleDocument &rule);
// The document indented by two spaces, keys in the order written.
[[nodiscard]] Result<std::string> prettyPolicy(std::string_view json);

// The baseline policy that ships with Gatehouse (resources/policies/baseline.json).
[[nodiscard]] std::string_view baselinePolicyJson();
// The JSON Schema of the document, with the parameter schema of every registered check.
[[nodiscard]] std::string policySchemaJson();

} // namespace gatehouse
