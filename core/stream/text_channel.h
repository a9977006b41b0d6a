// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// One text of an answer (a choice's content, a refusal, …) while it arrives: how much of it may be released,
// and as what.

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
    TextChannel(const StreamRules &rules, TrustZone zone);

    // Takes more of the text; returns what may be given to the caller now, masked where a rule masks.
    [[nodiscard]] std::string append(std::string_view text);
    // The text is complete and was judged as a whole: what remains to be given, with `masks` (of this text)
    // applied.
    [[nodiscard]] std::string finish(const std::vector<MaskSpan> &masks);

    // A rule stopped the text; the finding that did it.
    [[nodiscard]] const std::optional<StreamFinding> &cutBy() const { return m_cutBy; }
    [[nodiscard]] const std::string &text() const { return m_text; } // as the model sent it
    [[nodiscard]] TrustZone zone() const { return m_zone; }
    [[nodiscard]] std::uint64_t longestHoldBack() const { return m_longestHoldBack; }
    [[nodiscard]] std::uint64_t receivedBytes() const { return m_receivedBytes; } // of the original text

private:
    // A masked token whose end has not been seen: what follows is swallowed until it ends.
    struct OpenToken {
        std::size_t start = 0;
        std::size_t rule = 0;
        bool announced = false; // its replacement was released
    };

    [[nodiscard]] std::string release();
    [[nodiscard]] std::string releaseUpTo(std::size_t end);
    [[nodiscard]] bool handle(const StreamFinding &finding, std::string &out);
    void judgeBehind();
    [[nodiscard]] std::size_t windowStart() const;
    [[nodiscard]] std::size_t safeEnd() const;

    const StreamRules &m_rules;
    TrustZone m_zone;
    std::string m_text;
    std::size_t m_done = 0; // bytes released or swallowed
    std::size_t m_nextDelayed = 0; // text size at which delayed rules look again
    std::optional<OpenToken> m_open;
    std::optional<StreamFinding> m_cutBy;
    std::uint64_t m_longestHoldBack = 0;
    std::uint64_t m_receivedBytes = 0;
};

} // namespace gatehouse
