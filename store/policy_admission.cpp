// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/policy_admission.h"

#include "store/store.h"

#include <algorithm>

namespace gatehouse::store {

namespace {

// More would not be read in a message; the validate command lists them all.
constexpr std::size_t errorsTold = 3;

} // namespace

Error asOneError(const std::vector<Error> &errors)
{
    if (errors.empty())
        return {ErrorKind::InvalidInput, "the policy is not valid", {}, {}};
    if (errors.size() == 1)
        return errors.front();
    std::string words;
    for (std::size_t i = 0; i < std::min(errors.size(), errorsTold); ++i)
        words += (i == 0 ? "" : "; ") + errors[i].line();
    if (errors.size() > errorsTold)
        words += "; and " + std::to_string(errors.size() - errorsTold) + " more";
    return {ErrorKind::InvalidInput, "the policy is not valid: " + words, errors.front().where,
        "gatehouse policy validate lists everything"};
}

Result<std::shared_ptr<const CompiledPolicy>> admitDraft(std::string_view json)
{
    auto compiled = CompiledPolicy::fromJson(json, {cacheFolder()});
    if (!compiled)
        return tl::unexpected(asOneError(compiled.error()));
    return std::move(*compiled);
}

Result<std::shared_ptr<const CompiledPolicy>> admitForPublication(std::string_view json)
{
    auto policy = admitDraft(json);
    if (!policy)
        return policy;
    std::vector<Error> failures;
    for (const PolicyTestResult &test : runPolicyTests(**policy)) {
        if (!test.ok)
            failures.push_back({ErrorKind::InvalidInput,
                "a test of the policy fails: expected " + test.expected + ", got " + test.got, test.name,
                "correct the rule or the test"});
    }
    if (!failures.empty())
        return tl::unexpected(asOneError(failures));
    return policy;
}

} // namespace gatehouse::store
