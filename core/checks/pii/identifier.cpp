// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/pii/identifier.h"

#include <algorithm>

namespace gatehouse {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool isAlphanumeric(char c)
{
    return isDigit(c) || isLetter(c);
}
char upper(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}
char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool fits(char pattern, char c)
{
    switch (pattern) {
    case '9':
        return isDigit(c);
    case 'A':
        return isLetter(c);
    case '*':
        return isAlphanumeric(c);
    default:
        return c == pattern;
    }
}

bool matchesAt(std::string_view text, std::size_t at, std::string_view shape)
{
    if (text.size() - at < shape.size())
        return false;
    for (std::size_t i = 0; i < shape.size(); ++i) {
        if (!fits(shape[i], text[at + i]))
            return false;
    }
    return true;
}

// Not the middle of a longer number or word: "-", "." and "/" go on when a digit follows.
bool endsHere(std::string_view text, std::size_t end)
{
    if (end >= text.size())
        return true;
    const char next = text[end];
    if (isAlphanumeric(next) || next == '_')
        return false;
    const bool joins = next == '-' || next == '.' || next == '/' || next == ',';
    return !joins || end + 1 >= text.size() || !isDigit(text[end + 1]);
}

bool startsHere(std::string_view text, std::size_t at)
{
    if (at == 0)
        return true;
    const char before = text[at - 1];
    if (isAlphanumeric(before) || before == '_' || before == '$')
        return false;
    const bool joins = before == '-' || before == '.' || before == '/' || before == ',';
    return !joins || at < 2 || !isDigit(text[at - 2]);
}

std::string compactOf(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (isAlphanumeric(c))
            out.push_back(upper(c));
    }
    return out;
}

std::optional<FoundIdentifier> tryKind(std::string_view text, std::size_t at, const IdentifierKind &kind)
{
    for (const IdentifierForm &form : kind.forms) {
        const ByteRange range{at, at + form.shape.size()};
        if (!matchesAt(text, at, form.shape) || !endsHere(text, range.end))
            continue;
        if (!kind.isValid(compactOf(text.substr(at, range.size()))))
            continue;
        const bool context = hasContext(text, range, kind.context);
        return FoundIdentifier{range, kind.kind, context ? kind.withContext : form.alone};
    }
    return {};
}

} // namespace

bool hasContext(std::string_view text, ByteRange range, std::span<const std::string_view> words)
{
    constexpr std::size_t before = 48, after = 32;
    const std::size_t from = range.start - std::min(range.start, before);
    std::string window(text.substr(from, range.start - from));
    window += '\n';
    window += text.substr(range.end, after);
    std::transform(window.begin(), window.end(), window.begin(), lower);
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        for (std::size_t at = window.find(word); at != std::string::npos; at = window.find(word, at + 1)) {
            const std::size_t end = at + word.size();
            const bool whole = (at == 0 || !isAlphanumeric(window[at - 1]))
                && (end == window.size() || !isLetter(window[end]));
            if (whole)
                return true;
        }
        return false;
    });
}

void findIdentifiers(std::string_view text, std::span<const IdentifierKind> kinds,
    const std::function<void(const FoundIdentifier &)> &found)
{
    // Every form has a digit among its first seven characters; text without digits is passed over.
    constexpr std::size_t head = 7;
    const auto nextDigit = [&](std::size_t from) {
        return static_cast<std::size_t>(
            std::find_if(text.begin() + static_cast<std::ptrdiff_t>(from), text.end(), isDigit)
            - text.begin());
    };
    std::size_t digit = nextDigit(0);
    for (std::size_t at = 0; digit < text.size(); ++at) {
        if (digit < at)
            digit = nextDigit(at);
        if (digit >= at + head)
            at = digit - head + 1;
        if (digit >= text.size())
            return;
        if (!isAlphanumeric(text[at]) || !startsHere(text, at))
            continue;
        for (const IdentifierKind &kind : kinds) {
            if (const auto identifier = tryKind(text, at, kind))
                found(*identifier);
        }
    }
}

} // namespace gatehouse
