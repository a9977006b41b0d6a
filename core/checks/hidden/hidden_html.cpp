// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/characters.h"
#include "core/checks/hidden/hidden_span.h"

#include <algorithm>
#include <array>
#include <re2/re2.h>
#include <string>

namespace gatehouse {

namespace {

constexpr std::size_t longestContent = 8192;
// A label of a closed menu has a word or two; a sentence has more.
constexpr std::size_t fewestWords = 5;

std::string lowered(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
        [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
}

// Words outside of tags; a character of a script without spaces counts as a third of one.
std::size_t wordsOf(std::string_view html)
{
    std::size_t words = 0, unspaced = 0;
    bool inTag = false, inWord = false;
    for (std::size_t at = 0; at < html.size();) {
        const DecodedCharacter character = decodeCharacter(html, at);
        at += character.size;
        inTag = character.value == '<' || (inTag && character.value != '>');
        const bool isWord = !inTag && isWordCharacter(character.value);
        unspaced += isWord && isUnspacedScript(character.value) ? 1 : 0;
        words += isWord && !inWord && !isUnspacedScript(character.value) ? 1 : 0;
        inWord = isWord;
    }
    return words + unspaced / 3;
}

bool matches(const std::string &text, const RE2 &pattern)
{
    return RE2::PartialMatch(text, pattern);
}

// Sites hide menus, dialogs and labels for screen readers as a matter of course; nobody sets letters of no
// size for a reader.
double scoreOfStyle(const std::string &tag)
{
    static const RE2 sizeless(
        R"((?:font-size|line-height)\s*:\s*(?:0|0?\.\d+|1px)(?:[a-z%]*)?\s*[;"'}!]|opacity\s*:\s*0(?:\.0\d*)?\s*[;"'}!]|(?:left|top|text-indent)\s*:\s*-\d{3,})");
    static const RE2 absent(R"(display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|\shidden[\s>=])");
    static const RE2 white(
        R"((?:^|[^-\w])color\s*:\s*(?:white|#fff(?:fff)?\b|rgb\(\s*255\s*,\s*255\s*,\s*255))");
    static const RE2 ground(R"(background(?:-color)?\s*:)");
    static const RE2 whiteGround(R"(background(?:-color)?\s*:\s*(?:white|#fff(?:fff)?\b))");
    if (matches(tag, sizeless))
        return 0.8;
    if (matches(tag, white))
        return matches(tag, whiteGround) ? 0.8 : matches(tag, ground) ? 0 : 0.5;
    return matches(tag, absent) ? 0.5 : 0;
}

// Words by which text is meant for a program that reads.
bool speaksToModel(const std::string &text)
{
    static constexpr std::array<std::string_view, 14> words{"assistant", " ai ", " llm", "language model",
        "chatbot", "chatgpt", "claude", "gemini", "copilot", "instruction", "prompt", "ignore ", "disregard",
        "the user"};
    return std::any_of(words.begin(), words.end(),
        [&](std::string_view word) { return text.find(word) != std::string::npos; });
}

} // namespace

void findHiddenElement(std::string_view text, ByteRange element, std::vector<HiddenSpan> &found)
{
    const std::string tag = lowered(text.substr(element.start, element.size()));
    const std::string name = tag.substr(1, tag.find_first_of(" \t\n\r/>", 1) - 1);
    const std::string_view rest = text.substr(element.end, longestContent);
    const std::size_t end = std::min(lowered(rest).find("</" + name), rest.size());
    const std::string_view content = rest.substr(0, end);
    double score = scoreOfStyle(tag);
    if (score == 0 || wordsOf(content) < fewestWords)
        return;
    constexpr double raise = 0.2, most = 0.95;
    if (speaksToModel(' ' + lowered(content)))
        score = std::min(score + raise, most);
    found.push_back({{element.end, element.end + content.size()}, "hidden-html", score});
}

void findHiddenComment(std::string_view text, ByteRange comment, std::vector<HiddenSpan> &found)
{
    const std::string_view rest = text.substr(comment.end, longestContent);
    const std::size_t end = std::min(rest.find("-->"), rest.size());
    const std::string_view content = rest.substr(0, end);
    if (wordsOf(content) < fewestWords)
        return;
    constexpr double spoken = 0.6, aside = 0.3;
    found.push_back({{comment.end, comment.end + content.size()}, "hidden-html",
        speaksToModel(' ' + lowered(content)) ? spoken : aside});
}

} // namespace gatehouse
