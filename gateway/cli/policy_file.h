// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Policy documents named on the command line.

#include "core/base/error.h"
#include "core/policy/compiled_policy.h"

#include <memory>
#include <string>
#include <vector>

namespace gatehouse::gateway::cli {

struct Options;

// At most what the core takes (1 MiB); "-" is standard input.
[[nodiscard]] Result<std::string> readPolicyFile(const std::string &path);
// What the checks of a policy need from outside it. Where its rules know secrets by fingerprint, the key
// comes from the store that was named; when none was, those rules end in an error, and a line on standard
// error says so. Of a text that is no policy: nothing.
[[nodiscard]] Result<CheckEnvironment> environmentFor(std::string_view policy, const Options &options);
// The compiled document of a file, or the baseline when the path is empty. InvalidInput sums all problems up.
[[nodiscard]] Result<std::shared_ptr<const CompiledPolicy>> compilePolicyFile(
    const std::string &path, const Options &options);
// Several problems as one error: the first of them, and how many more there are.
[[nodiscard]] Error sumUp(const std::vector<Error> &problems, const std::string &path);

} // namespace gatehouse::gateway::cli
