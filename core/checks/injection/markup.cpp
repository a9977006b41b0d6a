// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/injection/injection_pattern.h"

namespace gatehouse {

// Text that people can't see, and text that speaks to the model behind their back.
std::vector<InjectionPattern> markupInjections()
{
    return {
        {"hidden-text",
            R"re(<!--[^>]{0,80}\b(?:ignore|disregard|override|forget)\b[^>]{0,40}\b(?:instructions?|prompt|rules|above|previous)\b)re",
            R"re(<!--)re", 0.85},
        {"concealment",
            R"re(\b(?:(?:if|when) you(?:\W?re| are) (?:an? )?(?:ai|llm|language model|assistant|chatbot|gpt)\b|(?:note|message|instructions?|attention|important)(?: to| for)? (?:the )?(?:any )?(?:ai|llm|language model|ai assistant|ai model|chatgpt|claude|gpt-?4?)\b(?: (?:assistant|model|agent|reader|system)s?)?\s?[:,]))re",
            R"re((?:if|when) you.{1,3}re (?:an? )?(?:ai|llm|language|assistant|chatbot|gpt)|(?:note|message|instructions?|attention|important)(?: to| for)? (?:the )?(?:any )?(?:ai|llm|language|chatgpt|claude|gpt))re",
            0.65},
    };
}

std::vector<InjectionPattern> injectionPatterns()
{
    std::vector<InjectionPattern> all = englishInjections();
    for (const auto table : {translatedInjections, markupInjections, roleMarks}) {
        std::vector<InjectionPattern> more = table();
        all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
    return all;
}

} // namespace gatehouse
