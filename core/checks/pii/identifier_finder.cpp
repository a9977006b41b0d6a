// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/pii/identifier_finder.h"

#include "core/checks/pii/ascii.h"
#include "core/checks/pii/crypto_address.h"
#include "core/checks/pii/financial.h"
#include "core/checks/pii/travel_document.h"

#include <algorithm>
#include <array>
#include <optional>

namespace gatehouse::pii {

namespace {

constexpr std::size_t longestCompact = 64;

std::size_t digitsBefore(std::string_view text, std::size_t end)
{
    std::size_t count = 0;
    while (count < end && count < 5 && isDigit(text[end - 1 - count]))
        ++count;
    return count;
}

std::size_t digitsFrom(std::string_view text, std::size_t at)
{
    std::size_t count = 0;
    while (at + count < text.size() && count < 5 && isDigit(text[at + count]))
        ++count;
    return count;
}

// A comma between digits parts thousands or decimals, or it parts the fields of a row. At most three digits
// before (or after) it leave that open; then only a form with more than digits is believed.
constexpr std::size_t longestGroup = 3;

// Not the middle of a longer number or word: "-", "." and "/" go on when a digit follows.
bool endsHere(std::string_view text, std::size_t end, bool bare)
{
    if (end >= text.size())
        return true;
    const char next = text[end];
    if (isAlphanumeric(next) || next == '_')
        return false;
    const bool digitFollows = end + 1 < text.size() && isDigit(text[end + 1]);
    if (next == ',')
        return !digitFollows || !bare || digitsFrom(text, end + 1) > longestGroup;
    return (next != '-' && next != '.' && next != '/') || !digitFollows;
}

bool startsHere(std::string_view text, std::size_t at)
{
    if (at == 0)
        return true;
    const char before = text[at - 1];
    if (isAlphanumeric(before) || before == '_' || before == '$')
        return false;
    const bool joins = before == '-' || before == '.' || before == '/';
    return !joins || at < 2 || !isDigit(text[at - 2]);
}

bool followsGroup(std::string_view text, std::size_t at)
{
    if (at < 2 || text[at - 1] != ',')
        return false;
    const std::size_t digits = digitsBefore(text, at - 1);
    return digits > 0 && digits <= longestGroup;
}

// Where the short number at `digit` ends when it is no part of an identifier, as most numbers in prose: no
// letter touches it, and behind one separator stands neither a digit nor a capital. Else `digit`.
std::size_t endOfPlainNumber(std::string_view text, std::size_t digit)
{
    constexpr std::size_t longest = 5;
    std::size_t end = digit;
    while (end < text.size() && end - digit <= longest && isDigit(text[end]))
        ++end;
    const auto belongs = [&](char c) { return isDigit(c) || isUpper(c) || !isAscii(c); };
    const auto joins = [&](char near, char behind) {
        return isAlphanumeric(near) || !isAscii(near) || near == '(' || near == ')'
            || (near != '\n' && belongs(behind));
    };
    const bool before = digit > 0 && joins(text[digit - 1], digit > 1 ? text[digit - 2] : ' ');
    const bool after = end < text.size() && joins(text[end], end + 1 < text.size() ? text[end + 1] : ' ');
    return end - digit > longest || before || after ? digit : end;
}

class Finder {
public:
    Finder(std::string_view text, const IdentifierSearch &search, const FoundSink &found)
        : m_text(text)
        , m_search(search)
        , m_found(found)
        , m_catalogue(Catalogue::shared())
    {
    }

    void run();

private:
    void tryAt(std::size_t at);
    void walk(std::size_t at);
    void judge(ShapeAutomaton::State state, ByteRange range, std::string_view compact);
    [[nodiscard]] double confidenceOf(
        const IdentifierKind &kind, const CatalogueForm &form, std::string_view compact);
    [[nodiscard]] const NearbyTopics &nearby(ByteRange range);
    void report(ByteRange range, std::string_view kind, double confidence) const;

    std::string_view m_text;
    const IdentifierSearch &m_search;
    const FoundSink &m_found;
    const Catalogue &m_catalogue;
    NearbyTopics m_nearby;
    ByteRange m_nearbyOf; // what m_nearby was asked for
    bool m_anySmall = false; // a small letter was walked over
};

const NearbyTopics &Finder::nearby(ByteRange range)
{
    if (m_nearbyOf != range) {
        m_nearby = m_catalogue.words.around(m_text, range);
        m_nearbyOf = range;
    }
    return m_nearby;
}

void Finder::report(ByteRange range, std::string_view kind, double confidence) const
{
    if (confidence > 0 && confidence >= m_search.leastConfidence)
        m_found({range, kind, confidence});
}

// Only what stands near the words for it, or is telling by itself, is worth a checksum.
void Finder::judge(ShapeAutomaton::State state, ByteRange range, std::string_view compact)
{
    Topics kinds = m_catalogue.kindsEndingIn[state] & m_search.wanted;
    if (m_anySmall)
        kinds &= ~m_catalogue.onlyCapitals;
    if (kinds.none())
        return;
    const NearbyTopics &topics = nearby(range);
    Topics done; // the first form of a kind that fits decides
    for (const std::uint16_t index : m_catalogue.shapes.accepted(state)) {
        const CatalogueForm &form = m_catalogue.forms[index];
        if (!kinds.test(form.kind) || done.test(form.kind))
            continue;
        const IdentifierKind &kind = m_catalogue.kinds[form.kind];
        const bool named = (kind.adjacent ? topics.adjacent : topics.near).test(form.kind);
        double confidence = named ? std::max<double>(kind.withContext, form.alone) : form.alone;
        if (!named && topics.near.test(Subject::thing))
            confidence /= 2;
        if (confidence <= 0 || confidence < m_search.leastConfidence)
            continue;
        if (!endsHere(m_text, range.end, form.bare) || (form.bare && followsGroup(m_text, range.start)))
            continue;
        if (!kind.isValid(compact))
            continue;
        if (!m_search.everyForm)
            done.set(form.kind);
        report(range, kind.kind, confidence);
    }
}

void Finder::walk(std::size_t at)
{
    std::array<char, longestCompact> compact; // NOLINT(cppcoreguidelines-pro-type-member-init): filled below
    std::size_t size = 0, end = at;
    m_anySmall = false;
    bool anyDigit = false; // words of letters fit some forms, but no identifier is without a digit
    ShapeAutomaton::State state = ShapeAutomaton::start;
    while (end < m_text.size() && size < compact.size()) {
        const ShapeAutomaton::Step step = m_catalogue.shapes.next(state, m_text, end);
        if (step.state == ShapeAutomaton::dead)
            return;
        state = step.state;
        if (isAlphanumeric(m_text[end]))
            compact[size++] = upper(m_text[end]);
        anyDigit = anyDigit || isDigit(m_text[end]);
        m_anySmall = m_anySmall || isLower(m_text[end]);
        end += step.bytes;
        const bool goesOn
            = end < m_text.size() && isAlphanumeric(m_text[end]) && isAlphanumeric(m_text[end - 1]);
        if (anyDigit && !goesOn && !m_catalogue.shapes.accepted(state).empty())
            judge(state, {at, end}, {compact.data(), size});
    }
}

void Finder::tryAt(std::size_t at)
{
    if (m_search.ibans) {
        if (const auto end = ibanEnd(m_text, at))
            report({at, *end}, "iban", ibanConfidence);
    }
    if (!m_search.cryptoKinds.empty()) {
        const auto address = cryptoAddressAt(m_text, at);
        const auto &kinds = m_search.cryptoKinds;
        if (address && std::find(kinds.begin(), kinds.end(), address->kind) != kinds.end())
            report(address->range, address->kind, address->confidence);
    }
    if (m_search.travelLines) {
        constexpr double proven = 0.97;
        if (const auto end = travelLineEnd(m_text, at))
            report({at, *end}, "passport-mrz", proven);
    }
    if (m_search.wanted.any())
        walk(at);
}

void Finder::run()
{
    // Every form has a digit among its first nine characters; text without digits is passed over.
    constexpr std::size_t head = 9;
    std::size_t digit = nextDigit(m_text, 0);
    std::size_t plainEnd = digit < m_text.size() ? endOfPlainNumber(m_text, digit) : digit;
    for (std::size_t at = 0; digit < m_text.size(); ++at) {
        if (digit < at) {
            digit = nextDigit(m_text, at);
            if (digit >= m_text.size())
                return;
            plainEnd = endOfPlainNumber(m_text, digit);
        }
        if (plainEnd != digit) {
            at = plainEnd;
            continue;
        }
        at = std::max(at, digit - std::min(digit, head - 1));
        if (!isAlphanumeric(m_text[at]))
            continue;
        if (startsHere(m_text, at))
            tryAt(at);
        // Nothing starts in the middle of a word or number.
        while (at + 1 < m_text.size() && isAlphanumeric(m_text[at + 1]))
            ++at;
    }
}

} // namespace

void findIdentifiers(std::string_view text, const IdentifierSearch &search, const FoundSink &found)
{
    Finder(text, search, found).run();
}

} // namespace gatehouse::pii
