// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/cli/policy_file.h"

#include "gateway/cli/input.h"
#include "gateway/cli/output.h"
#include "gateway/cli/program.h"
#include "store/key_material.h"
#include "store/store.h"

#include <algorithm>
#include <cstdlib>

namespace gatehouse::gateway::cli {

namespace {

constexpr std::size_t policyLimit = std::size_t{1} << 20;

bool knowsSecrets(const PolicyDocument &document)
{
    return std::any_of(document.rules.begin(), document.rules.end(),
        [](const RuleDocument &rule) { return rule.checkKind == "known_secrets" && rule.mode != Mode::Off; });
}

// The default store is not meant by a command that needs none.
bool isStoreNamed(const Options &options)
{
    const char *named = std::getenv("GATEHOUSE_STORE");
    return !options.store.empty() || (named && *named);
}

} // namespace

Result<std::string> readPolicyFile(const std::string &path)
{
    return readInput(path, policyLimit);
}

Result<CheckEnvironment> environmentFor(std::string_view policy, const Options &options)
{
    CheckEnvironment environment;
    const auto document = parsePolicy(policy);
    if (!document || !knowsSecrets(*document))
        return environment;
    if (!isStoreNamed(options)) {
        reportError(
            {ErrorKind::NotFound, "known_secrets rules end in an error without the key of their store", {},
                "name it with --store or GATEHOUSE_STORE"});
        return environment;
    }
    auto opened = openStore(options, store::OpenMode::ReadOnly);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    const auto hasher = store::PayloadHasher::open((*opened)->location());
    if (!hasher)
        return tl::unexpected<Error>(hasher.error());
    environment.fingerprintKey = hasher->deriveKey(store::fingerprintPurpose);
    return environment;
}

Result<std::shared_ptr<const CompiledPolicy>> compilePolicyFile(
    const std::string &path, const Options &options)
{
    Result<std::string> text = path.empty() ? std::string(baselinePolicyJson()) : readPolicyFile(path);
    if (!text)
        return tl::unexpected<Error>(text.error());
    auto environment = environmentFor(*text, options);
    if (!environment)
        return tl::unexpected<Error>(environment.error());
    auto policy = CompiledPolicy::fromJson(*text, {store::cacheFolder(), std::move(*environment)});
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
