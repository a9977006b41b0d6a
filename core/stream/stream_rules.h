// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What the response rules of a policy say about a piece of a text that is still arriving.

#include "core/policy/compiled_parts.h"
#include "core/policy/compiled_policy.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse {

// A span an enforced rule acts on. Flags never hold a stream up and are left to the final verdict.
struct StreamFinding {
    std::size_t rule = 0; // index into the policy's rules
    ByteRange range; // in the text that was given
    Action action = Action::Mask; // mask or block
    MaskStyle style = MaskStyle::Label;
    std::string label;
};

// The enforced mask and block rules at stage response, sorted by how they act on a stream.
class StreamRules {
public:
    StreamRules(const CompiledPolicy &policy, const CallFacts &call);

    [[nodiscard]] bool buffersAll() const { return m_buffersAll; }
    // The longest decisive prefix of the prefix rules, in bytes: so much text is held back.
    [[nodiscard]] std::size_t holdBack() const { return m_holdBack; }
    [[nodiscard]] bool hasPrefixRules() const { return !m_prefix.empty(); }
    [[nodiscard]] bool hasDelayedRules() const { return !m_delayed.empty(); }

    // In order of their start; a block finding may be without span (range empty) when its check has no place.
    [[nodiscard]] std::vector<StreamFinding> judgePrefix(TrustZone zone, std::string_view text) const;
    [[nodiscard]] std::vector<StreamFinding> judgeDelayed(TrustZone zone, std::string_view text) const;

private:
    [[nodiscard]] std::vector<StreamFinding> judge(
        const std::vector<std::size_t> &rules, TrustZone zone, std::string_view text) const;

    const CompiledPolicy::Parts &m_parts;
    const CallFacts &m_call;
    std::vector<std::size_t> m_prefix, m_delayed;
    std::size_t m_holdBack = 0;
    bool m_buffersAll = false;
};

} // namespace gatehouse
