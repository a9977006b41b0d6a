// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The parts of the core's bench: each prints its figures.

#include "core/policy/compiled_policy.h"

#include <memory>
#include <string>
#include <vector>

namespace gatehouse::bench {

// Texts of one kind; every figure is measured over all of a group.
struct TextGroup {
    std::string name; // "prose_1k"
    std::vector<std::string> texts;
};

// Prose, code and JSON of our own making, about that long; another edition is another text.
[[nodiscard]] std::string prose(std::size_t bytes, std::size_t edition = 0);
[[nodiscard]] std::string code(std::size_t bytes, std::size_t edition = 0);
[[nodiscard]] std::string jsonLines(std::size_t bytes, std::size_t edition = 0);
// Many editions: judging may remember the last texts it saw, and traffic does not repeat itself.
[[nodiscard]] TextGroup groupOf(
    const char *name, std::string (*make)(std::size_t, std::size_t), std::size_t bytes);
// Rows of a labelled folder as they come, at most 400; none when the folder isn't there.
[[nodiscard]] std::vector<std::string> labelledTexts(const std::string &folder);

[[nodiscard]] std::string chatBody(const std::string &text);

// The least that reading these texts can cost: one scan for all patterns of the policy and one score of the
// trained model.
void bareWork(const CompiledPolicy &policy, const std::vector<std::string> &texts);

using Policy = std::shared_ptr<const CompiledPolicy>;
void judging(const Policy &policy, const TextGroup &group); // beside the bare work
void parts(const Policy &policy, const TextGroup &group); // where the time goes
void parsing();
void streaming(const Policy &policy);
void compiling();
void oneByOne(const TextGroup &group); // our credential patterns without the common scan
// Detectors from npm on the same texts; `policy` is what they are measured beside.
void npmPeers(const Policy &policy, const std::vector<TextGroup> &groups);

} // namespace gatehouse::bench
