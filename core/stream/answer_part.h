// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// One text of a streamed answer, from the pieces an upstream sends to what the caller gets of it.

#include "core/policy/replacements.h"
#include "core/stream/split_characters.h"
#include "core/stream/text_channel.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse {

class AnswerPart {
public:
    enum class Release {
        WhileItArrives,
        WhenComplete, // this text alone
        AtTheEnd, // of the whole answer, once that was judged
    };
    // `rules` and `replacements` (may be null) outlive the part. `place` is the segment without its text.
    AnswerPart(StreamRules &rules, Segment place, const Replacements *replacements, Release release);

    // Takes a piece and returns what the caller may have now. `marked`: see split_characters.h.
    [[nodiscard]] std::string append(std::string_view piece, bool marked);
    // The text is complete while the answer goes on: judged as far as it can be, and the rest returned.
    [[nodiscard]] std::string complete();
    // No more comes; to be called before the answer is judged.
    void end();
    // The answer was judged: the rest, with `masks` (of this text) applied.
    [[nodiscard]] std::string finish(const std::vector<MaskSpan> &masks);

    [[nodiscard]] Segment segment() const;
    [[nodiscard]] const Segment &place() const { return m_place; }
    [[nodiscard]] bool empty() const { return m_channel.text().empty(); }
    // Which segment of the judged answer it is; -1 while it is none, or when it is empty and gets none.
    void setIndex(int index) { m_index = index; }
    [[nodiscard]] int index() const { return m_index; }
    [[nodiscard]] const std::string &given() const { return m_given; } // all that was returned
    [[nodiscard]] const TextChannel &channel() const { return m_channel; }

private:
    [[nodiscard]] std::string give(std::string released, bool last);

    Segment m_place;
    TextChannel m_channel;
    Release m_release;
    CharacterJoiner m_joiner;
    const Replacements *m_replacements;
    std::optional<RestoringStream> m_restoring; // where the request's placeholders get their originals back
    std::string m_given;
    int m_index = -1;
};

} // namespace gatehouse
