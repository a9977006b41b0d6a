// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/pii/phone.h"

#include "core/checks/pii/ascii.h"
#include "core/checks/pii/catalogue.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>

namespace gatehouse::pii {

namespace {

constexpr std::size_t mostDigits = 17, mostGroups = 8, mostBytes = 40;

// Digits in groups, as they stand: "(0)20 7946-0018".
struct DigitRun {
    ByteRange range; // with an opening bracket or plus
    std::array<char, mostDigits> digits{};
    std::size_t count = 0;
    std::array<std::size_t, mostGroups> groups{};
    std::size_t groupCount = 0;
    bool plus = false;
    bool trunkZero = false; // "(0)" after a country code
    bool open = false; // goes on longer than any telephone number

    [[nodiscard]] std::string_view all() const { return {digits.data(), count}; }
    [[nodiscard]] bool grouped() const { return groupCount > 1; }
};

bool isSeparator(char c)
{
    return c == ' ' || c == '-' || c == '.' || c == '/' || c == '(' || c == ')';
}

// Bytes of separators from `at`, at most three ("0) 20"), 0 when no digit follows them.
std::size_t separatorsAt(std::string_view text, std::size_t at)
{
    constexpr std::size_t most = 3;
    std::size_t count = 0;
    while (count <= most && at + count < text.size() && isSeparator(text[at + count]))
        ++count;
    return count <= most && at + count < text.size() && isDigit(text[at + count]) ? count : 0;
}

bool startsRun(std::string_view text, std::size_t digit)
{
    std::size_t at = digit;
    for (std::size_t back = 0; back < 3 && at > 0 && isSeparator(text[at - 1]); ++back)
        --at;
    return at == 0 || !isDigit(text[at - 1]);
}

bool takeGroup(std::string_view text, std::size_t &at, DigitRun &run)
{
    std::size_t size = 0;
    for (; at < text.size() && isDigit(text[at]); ++at, ++size) {
        if (run.count == mostDigits)
            return false;
        run.digits[run.count++] = text[at];
    }
    run.groups[run.groupCount++] = size;
    return true;
}

DigitRun readRun(std::string_view text, std::size_t digit)
{
    DigitRun run;
    std::size_t start = digit;
    if (start > 0 && text[start - 1] == '(')
        --start;
    if (start > 0 && text[start - 1] == '+') {
        --start;
        run.plus = true;
        if (start > 0 && text[start - 1] == '(')
            --start;
    }
    std::size_t at = digit;
    for (;;) {
        if (run.groupCount == mostGroups || !takeGroup(text, at, run)) {
            run.open = true;
            break;
        }
        const std::size_t gap = separatorsAt(text, at);
        if (gap == 0)
            break;
        const bool trunk = text.substr(at + gap - 1, 3) == "(0)" && run.groupCount == 1;
        if (trunk) {
            run.trunkZero = true;
            at += gap + 2;
            const std::size_t after = separatorsAt(text, at);
            at += after;
            if (at >= text.size() || !isDigit(text[at]))
                break;
            continue;
        }
        at += gap;
    }
    run.open = run.open || at - start > mostBytes;
    run.range = {start, at};
    return run;
}

// "x123", " ext. 123" after a number.
std::size_t withExtension(std::string_view text, std::size_t end)
{
    constexpr std::size_t mostExtension = 6;
    std::size_t at = end;
    const auto skip = [&](std::string_view word) {
        if (text.substr(at, word.size()) == word)
            at += word.size();
    };
    skip(" ");
    const std::size_t word = at;
    for (const std::string_view spelling : {"ext.", "ext", "Ext.", "Ext", "x", "X"}) {
        skip(spelling);
        if (at != word)
            break;
    }
    if (at == word)
        return end;
    skip(" ");
    std::size_t digits = 0;
    while (at < text.size() && isDigit(text[at]) && digits <= mostExtension) {
        ++at;
        ++digits;
    }
    const bool whole = digits >= 1 && digits <= mostExtension;
    return whole && (at == text.size() || !isAlphanumeric(text[at])) ? at : end;
}

bool standsFree(std::string_view text, ByteRange range)
{
    if (range.start > 0) {
        const char before = text[range.start - 1];
        const bool afterDigit = range.start > 1 && isDigit(text[range.start - 2]);
        if (isAlphanumeric(before) || std::string_view("_.-/$#*^").find(before) != std::string_view::npos)
            return false;
        if (afterDigit && (before == ',' || before == ':'))
            return false;
    }
    if (range.end >= text.size())
        return true;
    const char after = text[range.end];
    const bool digitFollows = range.end + 1 < text.size() && isDigit(text[range.end + 1]);
    if (isAlphanumeric(after) || std::string_view("_%*^").find(after) != std::string_view::npos)
        return false;
    return !digitFollows || std::string_view(",:.+-=").find(after) == std::string_view::npos;
}

bool isYear(std::string_view digits)
{
    return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
}

bool isDottedQuad(std::string_view text, const DigitRun &run)
{
    const std::string_view written = text.substr(run.range.start, run.range.size());
    if (run.groupCount != 4 || std::count(written.begin(), written.end(), '.') != 3)
        return false;
    std::size_t at = 0;
    for (std::size_t group = 0; group < run.groupCount; ++group) {
        const std::string_view octet = run.all().substr(at, run.groups[group]);
        at += octet.size();
        if (octet.size() > 3 || (octet.size() > 1 && octet.front() == '0')
            || (octet.size() == 3 && octet > "255"))
            return false;
    }
    return true;
}

// Dates, dotted quads, spans of years and single digits in a row.
bool looksLikeOther(std::string_view text, const DigitRun &run)
{
    const auto &g = run.groups;
    const std::string_view all = run.all();
    if (run.groupCount >= 3) {
        const bool yearFirst = g[0] == 4 && g[1] <= 2 && g[2] <= 2 && isYear(all.substr(0, 4));
        const bool yearLast = g[0] <= 2 && g[1] <= 2 && g[2] == 4 && isYear(all.substr(g[0] + g[1], 4));
        if (yearFirst || yearLast)
            return true;
        if (isDottedQuad(text, run))
            return true;
    }
    if (run.groupCount == 2 && g[0] == 4 && g[1] == 4 && isYear(all.substr(0, 4)) && isYear(all.substr(4)))
        return true;
    const bool dayOrYear = run.count == 8 && isYear(all.substr(0, 4))
        && ((all[4] <= '1' && all[6] <= '3') || isYear(all.substr(4)));
    const bool memoryAddress = all.starts_with("00") && !isInternationalNumber(all.substr(2));
    if (run.groupCount == 1 && (dayOrYear || memoryAddress))
        return true;
    return *std::max_element(g.begin(), g.begin() + static_cast<std::ptrdiff_t>(run.groupCount)) < 2;
}

bool fitsDigit(char form, char c)
{
    switch (form) {
    case '9':
        return true;
    case 'N':
        return c >= '2';
    case 'M':
        return c >= '1';
    default:
        return form == c;
    }
}

bool fitsForm(const DigitRun &run, std::string_view form)
{
    std::size_t digit = 0, group = 0, inGroup = 0;
    for (const char c : form) {
        if (c == '_') {
            if (inGroup != run.groups[group])
                return false;
            ++group;
            inGroup = 0;
            continue;
        }
        if (digit >= run.count || group >= run.groupCount || !fitsDigit(c, run.digits[digit]))
            return false;
        ++digit;
        ++inGroup;
    }
    return digit == run.count && group + 1 == run.groupCount;
}

// The surest national form the run fits; 0 for none.
double nationalConfidence(const DigitRun &run)
{
    double best = 0;
    for (const NationalPhone &phone : nationalPhones()) {
        if (phone.alone > best && fitsForm(run, phone.form))
            best = phone.alone;
    }
    return best;
}

struct Confidence {
    double alone = 0, withWords = 0;
};

Confidence judge(std::string_view text, const DigitRun &run)
{
    constexpr std::size_t fewest = 7, most = 15, fewestAbroad = 8, fewestBareAbroad = 11;
    if (run.open || run.count < fewest || run.count > most || looksLikeOther(text, run))
        return {};
    if (run.plus) {
        const bool known = isInternationalNumber(run.all()) && run.count >= fewestAbroad;
        const bool told = run.grouped() || run.count >= fewestBareAbroad;
        return {known && told ? 0.75 : known ? 0.55 : 0, known ? 0.95 : 0.65};
    }
    const bool abroad = run.all().starts_with("00") && isInternationalNumber(run.all().substr(2));
    const double national = run.grouped() ? nationalConfidence(run) : 0;
    if (abroad)
        return {run.grouped() ? 0.6 : 0, 0.9};
    return {national, national > 0 ? 0.9 : 0.65};
}

} // namespace

namespace {

// Where a group of digits ends that is alone and too short for a telephone number: most numbers are; `digit`
// when it may be one.
std::size_t endOfLoneGroup(std::string_view text, std::size_t digit)
{
    constexpr std::size_t fewest = 7;
    std::size_t end = digit;
    while (end < text.size() && end - digit < fewest && isDigit(text[end]))
        ++end;
    return end - digit < fewest && separatorsAt(text, end) == 0 ? end : digit;
}

} // namespace

void findPhones(std::string_view text, const FoundSink &found)
{
    const Catalogue &catalogue = Catalogue::shared();
    for (std::size_t digit = nextDigit(text, 0); digit < text.size();) {
        if (!startsRun(text, digit)) {
            while (digit < text.size() && isDigit(text[digit]))
                ++digit;
            digit = nextDigit(text, digit);
            continue;
        }
        if (const std::size_t end = endOfLoneGroup(text, digit); end != digit) {
            digit = nextDigit(text, end);
            continue;
        }
        const DigitRun run = readRun(text, digit);
        const Confidence confidence = judge(text, run);
        digit = nextDigit(text, run.range.end);
        if (confidence.withWords == 0)
            continue;
        const ByteRange range{run.range.start, withExtension(text, run.range.end)};
        if (!standsFree(text, range))
            continue;
        const NearbyTopics topics = catalogue.words.around(text, range);
        // What words right before it call an order, an account or a patient is no telephone.
        const bool aThing = !run.plus && (topics.near.test(Subject::thing) || topics.adjacent.any());
        const bool named = topics.near.test(Subject::phone);
        const double alone = aThing ? confidence.alone / 2 : confidence.alone;
        found({range, "phone", named ? confidence.withWords : alone});
    }
}

} // namespace gatehouse::pii
