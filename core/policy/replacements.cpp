// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/replacements.h"

#include "core/policy/compiled_parts.h"

#include <algorithm>
#include <array>
#include <boost/json/serialize.hpp>

namespace gatehouse {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
bool isSmall(char c)
{
    return c >= 'a' && c <= 'z';
}
bool isCapital(char c)
{
    return c >= 'A' && c <= 'Z';
}
bool isWord(char c)
{
    return isDigit(c) || isSmall(c) || isCapital(c);
}

// RFC 5737: three networks for documentation, host 0 and 255 left out.
std::string exampleIpv4(std::size_t number)
{
    static constexpr std::array<std::string_view, 3> networks{"192.0.2.", "198.51.100.", "203.0.113."};
    constexpr std::size_t hosts = 254;
    const std::size_t network = (number - 1) / hosts;
    return network < networks.size()
        ? std::string(networks[network]) + std::to_string((number - 1) % hosts + 1)
        : std::string();
}

// RFC 3849.
std::string exampleIpv6(std::size_t number)
{
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string host;
    for (; number > 0; number /= digits.size())
        host.insert(host.begin(), digits[number % digits.size()]);
    return host.size() <= 4 ? "2001:db8::" + host : std::string();
}

// Where in `text` the longest placeholder starts at `at`; null for none.
const Restorable *placeholderAt(
    std::string_view text, std::size_t at, const std::vector<Restorable> &restorable)
{
    const Restorable *longest = nullptr;
    for (const Restorable &candidate : restorable) {
        const bool fits = text.substr(at).starts_with(candidate.placeholder);
        if (fits && (!longest || candidate.placeholder.size() > longest->placeholder.size()))
            longest = &candidate;
    }
    if (!longest)
        return nullptr;
    // "000-00-0001" is not meant within "5000-00-00012".
    const std::size_t end = at + longest->placeholder.size();
    const bool within = (at > 0 && isWord(text[at - 1]) && isWord(text[at]))
        || (end < text.size() && isWord(text[end]) && isWord(text[end - 1]));
    return within ? nullptr : longest;
}

std::string insideOfString(std::string_view text)
{
    const std::string quoted = boost::json::serialize(boost::json::string_view(text.data(), text.size()));
    return quoted.substr(1, quoted.size() - 2);
}

} // namespace

std::string placeholderText(std::string_view label, std::string_view original, std::size_t number)
{
    if (label == "email")
        return "person" + std::to_string(number) + "@example.com"; // RFC 2606
    if (label == "ipv4")
        return exampleIpv4(number);
    if (label == "ipv6")
        return exampleIpv6(number);
    std::string out(original);
    std::size_t left = number;
    for (std::size_t at = out.size(); at-- > 0;) {
        char &c = out[at];
        if (isDigit(c)) {
            c = static_cast<char>('0' + left % 10);
            left /= 10;
        } else if (isSmall(c)) {
            c = 'x';
        } else if (isCapital(c)) {
            c = 'X';
        } else if (static_cast<unsigned char>(c) >= 0x80) {
            return {}; // letters of other scripts have no obvious filler
        }
    }
    return left == 0 && out != original ? out : std::string();
}

std::string Replacements::placeholderFor(const std::string &label, std::string_view original)
{
    constexpr std::size_t tries = 10000;
    for (std::size_t number = 1; number <= tries; ++number) {
        std::string text = placeholderText(label, original, number);
        if (text.empty())
            break;
        if (!m_used.contains(text))
            return text;
    }
    std::size_t number = 1;
    const auto numbered = [&] { return "[masked:" + label + ":" + std::to_string(number) + "]"; };
    while (m_used.contains(numbered()))
        ++number;
    return numbered();
}

std::string Replacements::hashFor(const std::string &label, std::string_view original)
{
    constexpr std::size_t shortest = 6;
    const std::string name = label + std::string(1, '\0') + std::string(original);
    const std::string hex = toHex(hmacSha256(m_key.reveal(), name));
    std::size_t size = shortest;
    const auto tagged = [&] { return "[masked:" + label + ":" + hex.substr(0, size) + "]"; };
    while (size < hex.size() && m_used.contains(tagged()))
        ++size;
    return tagged();
}

std::string Replacements::replacementFor(const MaskSpan &span, std::string_view original)
{
    const bool keyless = span.style == MaskStyle::Hash && m_key.empty();
    if (keyless || span.style == MaskStyle::Label || span.style == MaskStyle::KeepLast4)
        return maskReplacement(span.style, span.label, original);
    const auto key = std::pair(span.style, sha256(span.label + std::string(1, '\0') + std::string(original)));
    if (const auto known = m_known.find(key); known != m_known.end())
        return known->second;
    std::string text = span.style == MaskStyle::Hash ? hashFor(span.label, original)
                                                     : placeholderFor(span.label, original);
    m_used.insert(text);
    m_known.emplace(key, text);
    if (span.restore && span.style == MaskStyle::Placeholder)
        m_restorable.push_back({text, SecretString(original)});
    return text;
}

std::vector<MaskSpan> restoringSpans(std::string_view text, const std::vector<Restorable> &restorable,
    const std::vector<MaskSpan> &masked, RestoreInto into)
{
    std::vector<MaskSpan> spans;
    auto mask = masked.begin();
    for (std::size_t at = 0; !restorable.empty() && at < text.size(); ++at) {
        const Restorable *found = placeholderAt(text, at, restorable);
        if (!found)
            continue;
        const ByteRange range{at, at + found->placeholder.size()};
        while (mask != masked.end() && mask->range.end <= range.start)
            ++mask;
        at = range.end - 1;
        if (mask != masked.end() && mask->range.overlaps(range))
            continue;
        MaskSpan span;
        span.range = range;
        span.replacement = into == RestoreInto::JsonString ? insideOfString(found->original.reveal())
                                                           : std::string(found->original.reveal());
        spans.push_back(std::move(span));
    }
    return spans;
}

std::string restored(std::string_view text, const std::vector<Restorable> &restorable, RestoreInto into)
{
    return applyMasks(std::string(text), restoringSpans(text, restorable, {}, into));
}

std::string RestoringStream::append(std::string_view piece)
{
    m_held += piece;
    std::size_t longest = 0;
    for (const Restorable &candidate : m_restorable)
        longest = std::max(longest, candidate.placeholder.size());
    const std::string_view held = m_held;
    // A whole placeholder at the end is held as well: the byte behind it tells whether it stands alone.
    std::size_t keep = held.size() - std::min(held.size(), longest);
    const auto begins = [&](std::string_view tail) {
        return std::any_of(m_restorable.begin(), m_restorable.end(), [&](const Restorable &candidate) {
            return std::string_view(candidate.placeholder).starts_with(tail);
        });
    };
    while (keep < held.size() && !begins(held.substr(keep)))
        ++keep;
    return release(keep);
}

std::string RestoringStream::finish()
{
    return release(m_held.size());
}

// The bytes before and behind are looked at, not given.
std::string RestoringStream::release(std::size_t size)
{
    const std::string text = m_before + m_held;
    std::vector<MaskSpan> spans = restoringSpans(text, m_restorable);
    std::size_t end = m_before.size() + size;
    std::erase_if(spans,
        [&](const MaskSpan &span) { return span.range.start < m_before.size() || span.range.start >= end; });
    if (!spans.empty())
        end = std::max(end, spans.back().range.end);
    std::string out = applyMasks(text.substr(0, end), spans).substr(m_before.size());
    m_held.erase(0, end - m_before.size());
    if (end > 0)
        m_before = text.substr(end - 1, 1);
    return out;
}

} // namespace gatehouse
