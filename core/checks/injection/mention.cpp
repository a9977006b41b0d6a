// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/injection/injection_pattern.h"

#include <algorithm>
#include <array>

namespace gatehouse {

namespace {

std::string lowered(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
        [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
}

template <std::size_t N>
bool containsAny(std::string_view text, const std::array<std::string_view, N> &words)
{
    return std::any_of(words.begin(), words.end(),
        [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

// Opened before the span on its line and not closed again, closed after it.
bool isBetween(std::string_view before, std::string_view after, std::string_view open, std::string_view close)
{
    if (after.find(close) == std::string_view::npos)
        return false;
    if (open == close) {
        std::size_t count = 0;
        for (std::size_t at = before.find(open); at != std::string_view::npos;
             at = before.find(open, at + open.size()))
            ++count;
        return count % 2 == 1;
    }
    const std::size_t opened = before.rfind(open), closed = before.rfind(close);
    return opened != std::string_view::npos && (closed == std::string_view::npos || closed < opened);
}

bool isQuoted(std::string_view before, std::string_view after)
{
    struct Pair {
        std::string_view open, close;
    };
    static constexpr std::array<Pair, 8> pairs{{{"\"", "\""}, {"`", "`"}, {"“", "”"}, {"„", "“"}, {"«", "»"},
        {"「", "」"}, {"(\'", "\'"}, {" \'", "\'"}}};
    const std::string_view line = before.substr(before.rfind('\n') + 1);
    return std::any_of(pairs.begin(), pairs.end(),
        [&](const Pair &pair) { return isBetween(line, after, pair.open, pair.close); });
}

} // namespace

bool isMention(std::string_view text, ByteRange range)
{
    static constexpr std::array<std::string_view, 34> talk{"phrase", "such as", "example", "e.g.", "attack",
        "injection", "jailbreak", "malicious", "adversar", "detect", "classif", "known as", "called",
        "the words", "sentence", "wording", "means", "translat", "payload", "vulnerab", "security",
        "red team", "red-team", "trick", "instruct", "attempt", "prompts like", "something like",
        "things like", "says", "quote", "beispiel", "ejemplo", "exemple"};
    static constexpr std::array<std::string_view, 12> third{"model to ", "llm to ", "models to ", "llms to ",
        "assistant to ", "chatbot to ", " ai to ", "agent to ", "bot to ", "system to ", "it to ",
        "them to "};
    constexpr std::size_t reach = 200;
    const std::size_t from = range.start - std::min(range.start, reach);
    const std::string before = lowered(text.substr(from, range.start - from));
    const std::string after = lowered(text.substr(range.end, reach));
    if (std::any_of(
            third.begin(), third.end(), [&](std::string_view words) { return before.ends_with(words); }))
        return true;
    return isQuoted(before, after) && (containsAny(before, talk) || containsAny(after, talk));
}

bool isForbidden(std::string_view text, ByteRange range)
{
    static constexpr std::array<std::string_view, 17> negations{"never", "do not", "don't", "don’t", "not to",
        "no circumstance", "not allowed", "must not", "cannot", "can't", "refuse", "decline", "avoid",
        "prevent", "requests to", "request to", "attempts to"};
    constexpr std::size_t reach = 48;
    const std::size_t from = range.start - std::min(range.start, reach);
    const std::string before = lowered(text.substr(from, range.start - from));
    const std::size_t sentence = before.find_last_of(".!?\n;");
    return containsAny(
        std::string_view(before).substr(sentence == std::string::npos ? 0 : sentence + 1), negations);
}

} // namespace gatehouse
