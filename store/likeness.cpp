// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/likeness.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <tuple>

namespace gatehouse::store {

namespace {

constexpr unsigned wordWeight = 2, pairWeight = 1;
// Longer ones with digits in them are no number of an order but something encoded: what they say counts.
constexpr std::size_t longestNumber = 20;
constexpr int fingerprintBits = 64, groupDigits = 16;

// FNV-1a, then the finaliser of SplitMix64, since each bit must be as good as the next.
std::uint64_t hashOf(std::string_view text, std::uint64_t seed)
{
    std::uint64_t hash = 14695981039346656037ULL ^ seed;
    for (const char c : text) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 1099511628211ULL;
    }
    hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9ULL;
    hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebULL;
    return hash ^ (hash >> 31);
}

// Eight counters of a byte each for the eight bits of a byte, in one number.
constexpr std::array<std::uint64_t, 256> spreadBytes = [] {
    std::array<std::uint64_t, 256> spread{};
    for (std::size_t byte = 0; byte < spread.size(); ++byte) {
        for (std::size_t bit = 0; bit < 8; ++bit)
            spread[byte] |= std::uint64_t{byte >> bit & 1} << (8 * bit);
    }
    return spread;
}();

// A bit is set when the features that have it weigh more than those that have not.
class SimHash {
public:
    void add(std::uint64_t feature, unsigned weight)
    {
        if (m_inBytes + weight > 255)
            carry();
        for (std::size_t byte = 0; byte < m_bytes.size(); ++byte)
            m_bytes[byte] += spreadBytes[feature >> (8 * byte) & 0xFF] * weight;
        m_inBytes += weight;
        m_total += weight;
    }
    [[nodiscard]] std::optional<std::uint64_t> bits()
    {
        if (m_total == 0)
            return {};
        carry();
        std::uint64_t bits = 0;
        for (std::size_t bit = 0; bit < m_weights.size(); ++bit)
            bits |= std::uint64_t{2 * m_weights[bit] > m_total ? 1U : 0U} << bit;
        return bits;
    }

private:
    void carry()
    {
        for (std::size_t bit = 0; bit < m_weights.size(); ++bit)
            m_weights[bit] += m_bytes[bit / 8] >> (8 * (bit % 8)) & 0xFF;
        m_bytes = {};
        m_inBytes = 0;
    }

    std::array<std::uint64_t, 8> m_bytes{};
    std::array<std::uint64_t, fingerprintBits> m_weights{};
    std::uint64_t m_total = 0;
    unsigned m_inBytes = 0;
};

bool isBetween(char c, char first, char last)
{
    return c >= first && c <= last;
}

bool isCapital(std::string_view text)
{
    // Of Latin-1 too: À to Þ are C3 80 to C3 9E.
    return isBetween(text[0], 'A', 'Z')
        || (text.size() > 1 && text[0] == '\xC3' && static_cast<unsigned char>(text[1]) >= 0x80
            && static_cast<unsigned char>(text[1]) <= 0x9E);
}

bool isInWord(char c)
{
    return isBetween(c, 'a', 'z') || isBetween(c, 'A', 'Z') || isBetween(c, '0', '9')
        || static_cast<unsigned char>(c) >= 0x80;
}

// A character of a script written without spaces: a word of its own. Kana to Hangul begin with E3 to ED.
bool isIdeograph(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0xE3 && byte <= 0xED;
}

// Spaces, points and brackets of such scripts are E3 80 80 to E3 80 BF.
bool isWidePoint(std::string_view text)
{
    return text.starts_with("\xE3\x80");
}

enum class Kind { Word, Name, Number };
struct Word {
    std::string text; // in lower case; empty at the end
    Kind kind = Kind::Word;
};

// Goes through the words of a text.
class Words {
public:
    explicit Words(std::string_view text)
        : m_text(text)
    {
    }

    Word next()
    {
        bool begins = m_at == 0;
        for (; m_at < m_text.size() && (!isInWord(m_text[m_at]) || isWidePoint(m_text.substr(m_at)));) {
            begins = begins || std::string_view(".!?:\n\"").find(m_text[m_at]) != std::string_view::npos;
            m_at += isInWord(m_text[m_at]) ? 3 : 1;
        }
        if (m_at >= m_text.size())
            return {};
        if (isIdeograph(m_text[m_at]))
            return {std::string(m_text.substr(std::exchange(m_at, m_at + 3), 3)), Kind::Word};
        return wordHere(begins);
    }

private:
    Word wordHere(bool begins)
    {
        Word word;
        const bool capital = isCapital(m_text.substr(m_at));
        bool digits = false, small = false;
        for (; m_at < m_text.size() && isInWord(m_text[m_at]) && !isIdeograph(m_text[m_at]); ++m_at) {
            const char c = m_text[m_at];
            digits = digits || isBetween(c, '0', '9');
            small = small || isBetween(c, 'a', 'z');
            word.text += isBetween(c, 'A', 'Z') ? static_cast<char>(c - 'A' + 'a') : c;
        }
        if (digits && word.text.size() <= longestNumber)
            word.kind = Kind::Number;
        else if (capital && small && !begins)
            word.kind = Kind::Name;
        return word;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

std::uint64_t hashOf(const Word &word)
{
    switch (word.kind) {
    case Kind::Word:
        return hashOf(word.text, 0);
    case Kind::Name:
        return hashOf("name", 1);
    case Kind::Number:
        return hashOf("number", 1);
    }
    return 0;
}

bool isFinding(const CheckResult &check)
{
    return check.outcome == CheckOutcome::Fail || check.applied;
}

// The strongest finding, of those the last evidence; null when there is none in this body.
const Evidence *tellingEvidence(BodyPart in, const std::vector<CheckResult> &checks)
{
    const Evidence *telling = nullptr;
    std::tuple<bool, Action, Severity, int> best;
    for (const CheckResult &check : checks) {
        if (!isFinding(check))
            continue;
        for (const Evidence &each : check.evidence) {
            const std::tuple rank{check.applied, check.action, check.severity, each.segment};
            if (each.in != in || (telling != nullptr && rank < best))
                continue;
            telling = &each;
            best = rank;
        }
    }
    return telling;
}

std::string_view around(std::string_view text, const Evidence &evidence)
{
    if (text.size() <= fingerprintedBytes)
        return text;
    const ByteRange place = evidence.stored.value_or(evidence.range);
    const std::size_t middle = std::min<std::size_t>(place.start, text.size());
    const std::size_t from = middle - std::min(middle, fingerprintedBytes / 2);
    return text.substr(std::min(from, text.size() - fingerprintedBytes), fingerprintedBytes);
}

bool isFromOutside(TrustZone zone)
{
    return zone == TrustZone::User || zone == TrustZone::Tool || zone == TrustZone::Document;
}

} // namespace

std::optional<std::uint64_t> fingerprintOf(std::string_view masked)
{
    SimHash hash;
    Words words(masked.substr(0, fingerprintedBytes));
    std::optional<Word> before;
    for (Word word = words.next(); !word.text.empty(); word = words.next()) {
        const bool filled = word.kind != Kind::Word;
        if (!filled)
            hash.add(hashOf(word), wordWeight);
        // A name of two words stands for one of three.
        if (before && before->kind != Kind::Word && filled)
            continue;
        if (before)
            hash.add(std::rotl(hashOf(*before), 1) ^ hashOf(word), pairWeight);
        before = std::move(word);
    }
    return hash.bits();
}

int distanceBetween(std::uint64_t a, std::uint64_t b)
{
    return std::popcount(a ^ b);
}

std::string_view tellingText(
    BodyPart in, const std::vector<StoredSegment> &segments, const std::vector<CheckResult> &checks)
{
    if (const Evidence *evidence = tellingEvidence(in, checks)) {
        const auto at = static_cast<std::size_t>(evidence->segment);
        if (evidence->segment >= 0 && at < segments.size() && !segments[at].segment.text.empty())
            return around(segments[at].segment.text, *evidence);
    }
    for (auto each = segments.rbegin(); each != segments.rend(); ++each) {
        if (in == BodyPart::Response || isFromOutside(each->segment.zone))
            return std::string_view(each->segment.text).substr(0, fingerprintedBytes);
    }
    return {};
}

std::optional<std::uint64_t> fingerprintOf(const RequestRecord &record)
{
    if (record.row.verdict == VerdictKind::Allowed)
        return {};
    return fingerprintOf(tellingText(BodyPart::Request, record.segments, record.checks));
}

std::optional<std::uint64_t> fingerprintOf(const VerdictRecord &record)
{
    if (record.verdict == VerdictKind::Allowed)
        return {};
    return fingerprintOf(tellingText(BodyPart::Response, record.responseSegments, record.checks));
}

std::string groupText(std::uint64_t group)
{
    std::string text(groupDigits, '0');
    for (std::size_t digit = 0; digit < text.size(); ++digit)
        text[digit] = "0123456789abcdef"[group >> (fingerprintBits - 4 - 4 * digit) & 0xF];
    return text;
}

std::optional<std::uint64_t> groupFromText(std::string_view text)
{
    std::uint64_t group = 0;
    const auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), group, 16);
    if (wrong != std::errc() || end != text.data() + text.size() || text.size() != groupDigits)
        return {};
    return group;
}

} // namespace gatehouse::store
