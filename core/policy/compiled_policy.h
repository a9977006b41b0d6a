// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A policy made ready to judge: immutable, shared between threads, the same verdict for the same input.

#include "core/checks/check_environment.h"
#include "core/policy/condition.h"
#include "core/policy/document.h"
#include "core/policy/verdict.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace gatehouse {

class CallExceptions;
class Replacements;

// What is judged in one go. Segments outlive the call.
struct EvaluationInput {
    CallFacts call;
    const RequestMessage *request = nullptr; // judged by access and request rules; may be null
    const ResponseMessage *response = nullptr; // judged by response rules; may be null
    bool deniedInAccess = false; // request rules become not_run: denied
    // The request a response answers, where it was judged before: response rules may compare with it.
    const RequestMessage *answeredRequest = nullptr;
    // Of the interaction, so that request and answer agree and the answer can be restored; null: of this call
    // alone, without a key.
    Replacements *replacements = nullptr;
    const CallExceptions *exceptions = nullptr; // that hold for the call; null: none do
};

struct CompileOptions {
    // Where compiled patterns are kept between runs (created when it is missing); empty: nowhere. A folder of
    // this user alone.
    std::filesystem::path cacheFolder = {};
    // What checks need from outside the policy.
    CheckEnvironment environment = {};
};

class CompiledPolicy {
public:
    // Validates and compiles. A user's expression the scan engine can't take, a check parameter out of range,
    // … come back as errors, each with the JSON pointer of the rule's field.
    [[nodiscard]] static tl::expected<std::shared_ptr<const CompiledPolicy>, std::vector<Error>> compile(
        PolicyDocument document, const CompileOptions &options = {});
    // parsePolicy and compile in one.
    [[nodiscard]] static tl::expected<std::shared_ptr<const CompiledPolicy>, std::vector<Error>> fromJson(
        std::string_view json, const CompileOptions &options = {});

    ~CompiledPolicy();
    CompiledPolicy(const CompiledPolicy &) = delete;
    CompiledPolicy &operator=(const CompiledPolicy &) = delete;

    [[nodiscard]] const PolicyDocument &document() const;
    // What is legal but unwise: a rule whose condition a caller escapes by leaving out a field, a response
    // rule that must buffer whole answers.
    [[nodiscard]] const std::vector<Error> &warnings() const;

    // Runs the rules of the stages whose input is present; the others are reported as not_run
    // (not_this_stage). Any number of threads may call this at once.
    [[nodiscard]] Evaluation evaluate(const EvaluationInput &input) const;

    // Whether some rule asks somebody outside the program; evaluating it takes a CallFacts::remote then.
    [[nodiscard]] bool asksRemote() const;
    // Compiles what streams need now rather than with the first of them.
    void prepareStreams() const;
    // Response rules as a stream needs them; see core/stream/.
    struct Parts;
    [[nodiscard]] const Parts &parts() const { return *m_parts; }

private:
    explicit CompiledPolicy(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

// Joins the verdict of the request with that of its response: results by rule, the stronger verdict, both
// coverages.
[[nodiscard]] Verdict joinVerdicts(const Verdict &request, const Verdict &response);
// Its results alone.
[[nodiscard]] std::vector<CheckResult> joinChecks(
    const std::vector<CheckResult> &request, const std::vector<CheckResult> &response);

// What the rules of an answer that is judged apart may ask about those of its request.
[[nodiscard]] FailedRules failedRules(const Verdict &request);

struct PolicyTestResult {
    std::string name;
    bool ok = false;
    std::string expected;
    std::string got;
};
// Runs the document's own test cases.
[[nodiscard]] std::vector<PolicyTestResult> runPolicyTests(const CompiledPolicy &policy);

} // namespace gatehouse
