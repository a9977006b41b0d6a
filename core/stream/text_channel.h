// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// One text of an answer (a choice's content, a refusal, …) while it arrives: how much of it may be released,
// and as what.

#include "core/checks/pattern_stream.h"
#include "core/stream/stream_rules.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse {

class TextChannel {
public:
    // `rules` outlives the channel.
    TextChannel(StreamRules &rules, TrustZone zone);

    // Takes more of the text; adds to `out` what may be given to the caller now, masked where a rule masks.
    void append(std::string_view text, std::string &out);
    // The text is complete while others of its answer are not: judged as it stands, what remains is given.
    // What rules see only in the whole answer comes too late for it. Nothing when a rule wants to wait.
    void complete(std::string &out);
    // Takes the last of the text, to be judged with the whole.
    void appendLast(std::string_view text) { m_text += text; }
    // The text is complete and was judged as a whole: adds what remains to be given, with `masks` (of this
    // text) applied.
    void finish(const std::vector<MaskSpan> &masks, std::string &out);

    // A rule stopped the text; the finding that did it.
    [[nodiscard]] const std::optional<StreamFinding> &cutBy() const { return m_cutBy; }
    [[nodiscard]] const std::string &text() const { return m_text; } // as the model sent it
    [[nodiscard]] TrustZone zone() const { return m_zone; }
    [[nodiscard]] std::uint64_t longestHoldBack() const { return m_longestHoldBack; }
    [[nodiscard]] std::uint64_t receivedBytes() const { return m_receivedBytes; } // of the original text

private:
    // What was found in the text so far and can't change any more but for its end.
    struct Decided {
        std::vector<MaskSpan> masks; // ordered, not overlapping
        std::optional<StreamFinding> block; // the first
        bool keepsEnd = false; // a mask shows the last characters of what it hides
    };

    void release(std::string &out);
    void releaseUpTo(std::size_t end, std::string &out);
    [[nodiscard]] bool judge(std::size_t limit, std::string &out);
    [[nodiscard]] Decided decide(std::size_t base);
    [[nodiscard]] bool mask(
        const MaskSpan &mask, const Decided &decided, std::size_t limit, std::string &out);
    void judgeBehind();
    void waitForMore();
    [[nodiscard]] bool isOpen(ByteRange range) const;
    [[nodiscard]] std::size_t windowStart() const;
    [[nodiscard]] std::size_t safeEnd() const;

    StreamRules &m_rules;
    TrustZone m_zone;
    std::string m_text;
    std::optional<PatternStream> m_scan;
    PatternHits m_candidates; // reused
    std::size_t m_done = 0; // bytes released or swallowed
    std::size_t m_nextJudged = 0; // text size at which prefix rules look again
    std::size_t m_nextDelayed = 0; // the same of delayed rules
    // Start of a masked token whose end has not been seen. Its replacement was released; what follows is
    // swallowed until it ends.
    std::optional<std::size_t> m_open;
    std::optional<StreamFinding> m_cutBy;
    bool m_complete = false;
    std::uint64_t m_longestHoldBack = 0;
    std::uint64_t m_receivedBytes = 0;
};

} // namespace gatehouse
