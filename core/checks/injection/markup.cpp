// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/injection/injection_pattern.h"

namespace gatehouse {

// Control tokens of chat formats, forged turns and section ends, text that people can't see.
std::vector<InjectionPattern> markupInjections()
{
    return {
        {"role-spoof",
            R"re(<\|(?:im_start|im_end|endoftext|system|user|assistant|start_header_id|end_header_id|eot_id|begin_of_text|end_of_text|endofprompt|fim_prefix|channel|message)\|>)re",
            R"re(<\|(?:im_|end|system|user|assistant|start_header|eot_id|begin_of|fim_|channel|message))re",
            0.85, false},
        {"role-spoof",
            R"re(<<SYS>>|<</SYS>>|\[INST\]|\[/INST\]|\[/?SYSTEM_PROMPT\]|<start_of_turn>|<end_of_turn>)re",
            R"re(<<SYS>>|<</SYS>>|\[/?INST\]|\[/?SYSTEM_PROMPT\]|<(?:start|end)_of_turn>)re", 0.85, false,
            false},
        {"role-spoof",
            R"re(\[system\]\s?\(#\w+\)|(?:^|\n)\s{0,3}(?:#{2,4}\s{0,2}|\*\*|\[|<)?(?:system|developer)(?: (?:prompt|message|instructions?|override|update|note))?(?:\]|>|\*\*)?\s{0,2}:\s{1,2}(?:\W{0,3})(?:you (?:are|must|will|should|can)|ignore|disregard|forget|from now|new instructions|the (?:user|assistant)|override|always|never)\b)re",
            R"re(\[system\]|(?:system|developer)[ \w]{0,16}(?:\]|>|\*\*)?\s{0,2}:)re", 0.8},
        {"role-spoof",
            R"re((?:^|\n)\s{0,3}(?:</?(?:system|instructions?|user_?(?:query|input|message)|context|document|data|prompt)>\s{0,4}){1,3}(?:\S+\s+){0,6}?(?:ignore|disregard|forget|new instructions?|you (?:are now|must now|will now))\b)re",
            R"re(<\/?(?:system|instruction|user|context|document|data|prompt))re", 0.8},
        {"role-spoof",
            R"re((?:-{3,}|={3,}|\*{3,}|#{3,}|~{3,})\s{0,3}(?:end|begin|start)\s+(?:of\s+)?(?:the\s+)?(?:system|user|context|document|prompt|instructions?|conversation|input|data|text|email|message|new)\b[^\n]{0,30}(?:-{3,}|={3,}|\*{3,}|#{3,}|~{3,})[\s\S]{0,80}?\b(?:ignore|disregard|forget|new (?:task|instructions?)|you (?:are now|must|will)|instead)\b)re",
            R"re((?:---|===|\*\*\*|###|~~~)\s{0,3}(?:end|begin|start))re", 0.7},
        {"hidden-text", R"re([\x{E0020}-\x{E007E}]{8,})re", R"re([\x{E0020}-\x{E007E}]{8})re", 0.95, false},
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
    for (const auto table : {translatedInjections, markupInjections}) {
        std::vector<InjectionPattern> more = table();
        all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
    return all;
}

} // namespace gatehouse
