// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What the response rules of a policy say about a piece of a text that is still arriving.

#include "core/policy/compiled_parts.h"
#include "core/policy/compiled_policy.h"
#include "core/policy/scanned_body.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse {

// A span an enforced rule acts on. Flags never hold a stream up and are left to the final verdict.
struct StreamFinding {
    std::size_t rule = 0; // index into the policy's rules
    ByteRange range; // in the text that was given; empty when the finding has no place there
    Action action = Action::Mask; // mask or block
    MaskStyle style = MaskStyle::Label;
    Severity severity = Severity::Info;
    std::string label;
};

// The enforced mask and block rules at stage response, sorted by how they act on a stream. One for each
// stream; not shared between threads.
class StreamRules {
public:
    // `policy`, `call`, the request that is answered and the exceptions (both may be null) outlive this.
    StreamRules(const CompiledPolicy &policy, const CallFacts &call, const RequestMessage *answered = nullptr,
        const CallExceptions *exceptions = nullptr);

    [[nodiscard]] bool buffersAll() const { return m_buffersAll; }
    // The longest decisive prefix of the prefix rules, in bytes: so much text is held back.
    [[nodiscard]] std::size_t holdBack() const { return m_holdBack; }
    [[nodiscard]] bool hasPrefixRules() const { return !m_nearHits.empty() || !m_always.empty(); }
    [[nodiscard]] bool hasDelayedRules() const { return !m_delayed.empty() || !m_behindInViews.empty(); }
    // What to look for in the text as it arrives: prefix rules find nothing away from hits. Null: nothing.
    [[nodiscard]] const PatternStreamSet *patterns() const;
    // Some prefix rules must be asked wherever the text goes on.
    [[nodiscard]] bool asksAlways() const { return !m_always.empty(); }

    // In order of their start. `candidates`: patterns that may be hit in the text; null for none.
    [[nodiscard]] std::vector<StreamFinding> judgePrefix(
        TrustZone zone, std::string_view text, const PatternHits *candidates) const;
    // The same where the text goes no further: it is searched here, and its end is the end.
    [[nodiscard]] std::vector<StreamFinding> judgeComplete(TrustZone zone, std::string_view text) const;
    [[nodiscard]] std::vector<StreamFinding> judgeDelayed(TrustZone zone, std::string_view text);

private:
    using RuleList = std::vector<std::size_t>;

    void take(std::size_t index);
    [[nodiscard]] CallContent contentWith(std::span<const ScannedSegment> response) const;
    void judge(std::size_t index, std::span<const ScannedSegment> texts, const CallContent &content,
        std::vector<StreamFinding> &findings) const;

    const CompiledPolicy::Parts &m_parts;
    const CallFacts &m_call;
    const RequestMessage *m_answered;
    RuleList m_nearHits, m_always; // by prefix
    RuleList m_delayed;
    RuleList m_behindInViews; // prefix rules that block: what only a view shows is judged behind the stream
    ScannedBody m_request; // what is answered, listed when a delayed rule first asks
    std::size_t m_holdBack = 0;
    bool m_buffersAll = false;
};

} // namespace gatehouse
