// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/cli/policy_file.h"

#include "gateway/cli/input.h"
#include "store/store.h"

namespace gatehouse::gateway::cli {

namespace {
constexpr std::size_t policyLimit = std::size_t{1} << 20;
}

Result<std::string> readPolicyFile(const std::string &path)
{
    return readInput(path, policyLimit);
}

Result<std::shared_ptr<const CompiledPolicy>> compilePolicyFile(const std::string &path)
{
    Result<std::string> text = path.empty() ? std::string(baselinePolicyJson()) : readPolicyFile(path);
    if (!text)
        return tl::unexpected<Error>(text.error());
    auto policy = CompiledPolicy::fromJson(*text, {store::cacheFolder()});
    if (!policy)
        return tl::unexpected<Error>(sumUp(policy.error(), path));
    return *policy;
}

Error sumUp(const std::vector<Error> &problems, const std::string &path)
{
    if (problems.empty())
        return {ErrorKind::InvalidInput, "not a valid policy", path, {}};
    Error first = problems.front();
    first.kind = ErrorKind::InvalidInput;
    first.where = path + (first.where.empty() || path.empty() ? "" : " ") + first.where;
    if (problems.size() > 1) {
        first.what += " (and " + std::to_string(problems.size() - 1) + " more)";
        first.advice = "see them all with: gatehouse policy validate " + path;
    }
    return first;
}

} // namespace gatehouse::gateway::cli
