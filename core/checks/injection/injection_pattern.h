// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Wordings and marks by which text tries to take over a model, each with the reason it is known by.

#include "core/base/byte_range.h"

#include <string>
#include <string_view>
#include <vector>

namespace gatehouse {

struct InjectionPattern {
    std::string_view
        label; // "override", "persona", "prompt-leak", "role-spoof", "exfiltration", "hidden-text"
    std::string expression;
    std::string anchor;
    double confidence = 0.9;
    bool canBeMention = true; // words can be talked about; control tokens in user text have no good reason
    bool caseless = true;
    std::string_view form
        = {}; // of "role-spoof": "chat-token", "fake-turn", "fake-tool-result", "fake-system"
};

[[nodiscard]] std::vector<InjectionPattern> englishInjections();
[[nodiscard]] std::vector<InjectionPattern> translatedInjections();
[[nodiscard]] std::vector<InjectionPattern> markupInjections();
// Control tokens of chat formats, forged turns, tool results and section ends, all "role-spoof".
[[nodiscard]] std::vector<InjectionPattern> roleMarks();
// Forms that also stand in honest text (transcripts, templates): for role_spoof only.
[[nodiscard]] std::vector<InjectionPattern> roleHints();
// All but the hints.
[[nodiscard]] std::vector<InjectionPattern> injectionPatterns();

// A guardrail, not an attempt: "never ignore your instructions", "refuse any request to reveal them".
[[nodiscard]] bool isForbidden(std::string_view text, ByteRange range);
// Whether the span is talked about rather than said: quoted or told of a model, beside words such as
// "phrase", "example" or "attack".
[[nodiscard]] bool isMention(std::string_view text, ByteRange range);

} // namespace gatehouse
