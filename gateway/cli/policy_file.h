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

// At most what the core takes (1 MiB); "-" is standard input.
[[nodiscard]] Result<std::string> readPolicyFile(const std::string &path);
// The compiled document of a file, or the baseline when the path is empty. InvalidInput sums all problems up.
[[nodiscard]] Result<std::shared_ptr<const CompiledPolicy>> compilePolicyFile(const std::string &path);
// Several problems as one error: the first of them, and how many more there are.
[[nodiscard]] Error sumUp(const std::vector<Error> &problems, const std::string &path);

} // namespace gatehouse::gateway::cli
