// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/injection/injection_pattern.h"

namespace gatehouse {

// Control tokens as the chat templates of the model families spell them (tokenizer_config.json of ChatML,
// Llama 2 to 4, Mistral, Gemma, Phi, Command R, Granite, GLM, DeepSeek, Harmony), and forged turns.
std::vector<InjectionPattern> roleMarks()
{
    return {
        {"role-spoof",
            R"re(<\|(?:im_start|im_end|im_sep|endoftext|system|user|assistant|start_header_id|end_header_id|eot_id|eom_id|python_tag|begin_of_text|end_of_text|endofprompt|fim_prefix|start|end|return|call|constrain|channel|message|observation|start_of_role|end_of_role|(?:start|end)_of_turn_token|(?:user|system|chatbot)_token)\|>)re",
            R"re(<\|(?:im_|end|system|user|assistant|start|eo[tm]_id|python_tag|begin_of|fim_|return|call|constrain|channel|message|observation|chatbot))re",
            0.85, false, true, "chat-token"},
        {"role-spoof",
            R"re(<<SYS>>|<</SYS>>|\[INST\]|\[/INST\]|\[/?SYSTEM_PROMPT\]|\[/?AVAILABLE_TOOLS\]|<start_of_turn>|<end_of_turn>)re",
            R"re(<<SYS>>|<</SYS>>|\[/?INST\]|\[/?SYSTEM_PROMPT\]|\[/?AVAILABLE_TOOLS\]|<(?:start|end)_of_turn>)re",
            0.85, false, false, "chat-token"},
        {"role-spoof",
            R"re(<｜(?:begin▁of▁sentence|end▁of▁sentence|User|Assistant|tool▁(?:calls?|outputs?|sep)(?:▁begin|▁end)?)｜>)re",
            R"re(<｜(?:begin|end|User|Assistant|tool))re", 0.85, false, false, "chat-token"},
        {"role-spoof",
            R"re(<\|(?:tool_calls?|tool_response|tool_results?|ipython)\|>|\[/?TOOL_(?:RESULTS|CALLS)\])re",
            R"re(<\|(?:tool_|ipython)|\[/?tool_(?:results|calls)\])re", 0.85, false, true,
            "fake-tool-result"},
        {"role-spoof",
            R"re(\[system\]\s?\(#\w+\)|(?:^|\n)\s{0,3}(?:#{2,4}\s{0,2}|\*\*|\[|<)?(?:system|developer)(?: (?:prompt|message|instructions?|override|update|note))?(?:\]|>|\*\*)?\s{0,2}:\s{1,2}(?:\W{0,3})(?:you (?:are|must|will|should|can)|ignore|disregard|forget|from now|new instructions|the (?:user|assistant)|override|always|never)\b)re",
            R"re(\[system\]|(?:system|developer)[ \w]{0,16}(?:\]|>|\*\*)?\s{0,2}:)re", 0.8, true, true,
            "fake-system"},
        {"role-spoof",
            R"re((?:^|\n)\s{0,3}(?:</?(?:system|instructions?|user_?(?:query|input|message)|context|document|data|prompt)>\s{0,4}){1,3}(?:\S+\s+){0,6}?(?:ignore|disregard|forget|new instructions?|you (?:are now|must now|will now))\b)re",
            R"re(<\/?(?:system|instruction|user|context|document|data|prompt))re", 0.8, true, true,
            "fake-system"},
        {"role-spoof",
            R"re((?:-{3,}|={3,}|\*{3,}|#{3,}|~{3,})\s{0,3}(?:end|begin|start)\s+(?:of\s+)?(?:the\s+)?(?:system|user|context|document|prompt|instructions?|conversation|input|data|text|email|message|new)\b[^\n]{0,30}(?:-{3,}|={3,}|\*{3,}|#{3,}|~{3,})[\s\S]{0,80}?\b(?:ignore|disregard|forget|new (?:task|instructions?)|you (?:are now|must|will)|instead)\b)re",
            R"re((?:---|===|\*\*\*|###|~~~)\s{0,3}(?:end|begin|start))re", 0.7, true, true, "fake-turn"},
    };
}

std::vector<InjectionPattern> roleHints()
{
    return {
        // Two turns of a conversation: a transcript, or turns that never were.
        {"role-spoof",
            R"re((?:^|\n)[ \t>*_#\[]{0,6}(?:user|human|customer)[\]*_]{0,3}\s?:[^\n]+\n(?:[^\n]*\n){0,6}[ \t>*_#\[]{0,6}(?:assistant|ai|bot|chatgpt|claude|gemini|model)[\]*_]{0,3}\s?:)re",
            R"re((?:user|human|customer)[\]*_]{0,3}\s?:)re", 0.45, true, true, "fake-turn"},
        // An answer already begun, at the very end.
        {"role-spoof",
            R"re(\n[ \t*#\[]{0,4}(?:assistant|ai|bot|### response)[\]*]{0,2}\s?:[^\n]{0,120}\s{0,4}$)re",
            R"re((?:assistant|ai|bot|response)[\]*]{0,2}\s?:)re", 0.5, true, true, "fake-turn"},
        {"role-spoof", R"re((?:^|\n)###\s?(?:instruction|response|human|assistant)\s?:)re",
            R"re(###\s?(?:instruction|response|human|assistant)\s?:)re", 0.45, true, true, "fake-turn"},
        {"role-spoof",
            R"re(</?(?:tool_(?:result|response|output|call)s?|function_(?:results?|response|calls?|output)|observation)\b[^>\n]{0,60}>)re",
            R"re(</?(?:tool_|function_|observation))re", 0.65, true, true, "fake-tool-result"},
        {"role-spoof",
            R"re((?:^|\n)[ \t*#\[]{0,4}(?:tool (?:result|output|response)|function (?:result|output|returned))s?(?: (?:from|of) [\w.]{1,40})?[\]*]{0,2}\s?:)re",
            R"re((?:tool|function) (?:result|output|response|returned))re", 0.6, true, true,
            "fake-tool-result"},
        {"role-spoof", R"re("role"\s{0,4}:\s{0,4}"(?:system|developer|assistant|tool|function)")re",
            R"re("role"\s{0,4}:)re", 0.4, true, true, "fake-turn"},
        {"role-spoof",
            R"re(</?(?:system|developer)(?:[-_ ](?:reminder|message|prompt|instructions?|notice|note|override))?>)re",
            R"re(</?(?:system|developer)[-_ >])re", 0.65, true, true, "fake-system"},
        {"role-spoof",
            R"re((?:^|\n)\s{0,3}(?:[\[(]|\*\*|#{1,4})\s?(?:system|developer|admin(?:istrator)?)\s?(?:message|notice|note|alert|update|instruction|override|prompt)?\s?[\])*#:]{1,4})re",
            R"re([\[(*#]\s?(?:system|developer|admin))re", 0.6, true, true, "fake-system"},
    };
}

} // namespace gatehouse
