// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The inside of a compiled policy, shared by evaluation and by the judging of streams.

#include "core/checks/check.h"
#include "core/checks/pattern_set.h"
#include "core/checks/pattern_stream.h"
#include "core/policy/compiled_policy.h"

#include <memory>
#include <optional>
#include <vector>

namespace gatehouse {

struct CompiledRule {
    RuleDocument document;
    const CheckKind *kind = nullptr;
    std::unique_ptr<Check> check;
    std::vector<PatternId> patterns; // of the check, ascending
    StreamMode stream = StreamMode::Prefix; // chosen when the document leaves it open
    std::size_t holdBack = 0; // bytes a prefix rule needs before it is decided

    [[nodiscard]] bool wantsZone(TrustZone zone) const;
    // Enforced on answers, and more than a flag: it can hold up a stream.
    [[nodiscard]] bool actsOnStreams() const;
};

struct CompiledPolicy::Parts {
    PolicyDocument document;
    std::vector<CompiledRule> rules; // in document order
    std::shared_ptr<const PatternSet> patterns;
    std::unique_ptr<const PatternStreamSet> streamed; // of the rules that act on a stream by prefix
    std::vector<Error> warnings;
    bool readsViews = false; // at least one rule does
    bool asksRemote = false; // at least one rule does
};

// "[masked:label]", or with the last four characters when the style keeps them. The styles that tell values
// apart need to know the interaction (core/policy/replacements.h); here they show the label alone.
[[nodiscard]] std::string maskReplacement(
    MaskStyle style, const std::string &label, std::string_view original);

// SHA-256 (hex) over the built-in rule packs; part of every verdict.
[[nodiscard]] const std::string &coreResourcesDigest();

} // namespace gatehouse
