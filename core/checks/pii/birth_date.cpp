// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/pii/birth_date.h"

#include "core/checks/characters.h"
#include "core/checks/pii/ascii.h"
#include "core/checks/pii/checksums.h"

#include <algorithm>
#include <array>
#include <string>

namespace gatehouse::pii {

namespace {

// By language: English, German, Dutch, French, Spanish, Italian, Portuguese, the Nordic ones, Polish, Czech,
// Hungarian, Romanian, Croatian, Greek, Russian, Ukrainian, Turkish, Indonesian, Vietnamese, Chinese,
// Japanese, Korean, Arabic, Hebrew, Hindi, Thai.
constexpr std::string_view wordsForBirth // longest first: the first that fits is taken
    = "date de naissance|geboortedatum|geburtsdatum|födelsedatum|fødselsdato|syntymäaika|"
      "geburtstag|nacimiento|nascimento|fødselsdag|народилася|народження|birthdate|"
      "d\\.o\\.b|naissance|urodzenia|született|születési|γεννήθηκε|народився|ngày sinh|"
      "sinh ngày|birthday|syntynyt|urodzony|urodzona|narozena|narození|nașterii|γέννησης|"
      "родилась|рождения|geboren|nato il|nata il|nascita|nascido|nascida|narozen|născută|"
      "rođenja|родился|الميلاد|née le|nee le|nacido|nacida|fæddur|născut|rođena|birth|"
      "né le|nasci|rođen|doğum|lahir|ميلاد|נולדה|born|nací|född|født|fædd|生年月日|생년월일|נולד|"
      "לידה|जन्म|เกิด|dob|geb|誕生日|出生|生日|출생";

// Small letters, beginnings are enough; English, German, French, Spanish, Italian, Portuguese, Dutch, Nordic,
// Polish, Czech, Russian, Turkish.
constexpr std::array<std::string_view, 12> monthNames{"jan|ene|gen|sty|led|янв|oca|τζαν|ιαν",
    "feb|fév|fev|fébr|lut|úno|фев|şub|φεβ|helmi", "mar|mär|mrt|maa|márc|mars|бře|břez|мар|μαρ|marz",
    "apr|avr|abr|kwi|dub|апр|nis|απρ|huhti|ápr", "may|mai|maj|mag|mei|květ|máj|мая|май|μαΐ|μαι|touko",
    "jun|jui|giu|jún|czer|červn|июн|haz|ιουν|kesä", "jul|juil|lug|júl|lip|červen|июл|tem|ιουλ|heinä",
    "aug|aoû|aou|ago|sie|srp|авг|ağu|αυγ|elo", "sep|set|wrz|zář|szept|сен|eyl|σεπ|syys",
    "oct|okt|out|ott|paź|říj|окт|eki|οκτ|loka", "nov|lis|kas|ноя|νοε|marras",
    "dec|dez|déc|dic|gru|pro|дек|ara|δεκ|joulu"};

char32_t lowerCase(char32_t value)
{
    return std::max(value, otherCase(value)); // small letters come after capitals in these scripts
}

// Up to two bytes: month names use no more; the size it took.
std::size_t putUtf8(char32_t value, char *out)
{
    if (value < 0x80) {
        out[0] = static_cast<char>(value);
        return 1;
    }
    out[0] = static_cast<char>(static_cast<unsigned char>(0xC0U | (value >> 6U & 0x1FU)));
    out[1] = static_cast<char>(static_cast<unsigned char>(0x80U | (value & 0x3FU)));
    return 2;
}

struct Part {
    int value = 0;
    std::size_t digits = 0;
    std::size_t end = 0;
};

Part numberAt(std::string_view text, std::size_t at)
{
    Part part;
    for (; at < text.size() && isDigit(text[at]) && part.digits < 5; ++at, ++part.digits)
        part.value = part.value * 10 + (text[at] - '0');
    part.end = at;
    return part;
}

bool isBirthYear(int year, std::size_t digits)
{
    return digits == 2 || (digits == 4 && year >= 1880 && year <= 2099);
}

bool startsWithAny(std::string_view word, std::string_view choices)
{
    while (!choices.empty()) {
        const std::size_t bar = choices.find('|');
        if (word.starts_with(choices.substr(0, bar)))
            return true;
        choices = bar == std::string_view::npos ? std::string_view{} : choices.substr(bar + 1);
    }
    return false;
}

// 1 to 12 for the name of a month at `at`, with where the word ends.
Part monthAt(std::string_view text, std::size_t at)
{
    constexpr std::size_t shortest = 3, longest = 24;
    std::array<char, longest> small; // NOLINT(cppcoreguidelines-pro-type-member-init): filled below
    std::size_t size = 0, end = at;
    while (end < text.size() && size + 4 <= small.size()) {
        const DecodedCharacter character = decodeCharacter(text, end);
        if (!isWordCharacter(character.value) || isDigit(text[end]))
            break;
        size += putUtf8(lowerCase(character.value), &small[size]);
        end += character.size;
    }
    if (size < shortest)
        return {};
    for (std::size_t month = 0; month < monthNames.size(); ++month) {
        if (startsWithAny({small.data(), size}, monthNames[month]))
            return {static_cast<int>(month + 1), 1, end};
    }
    return {};
}

std::size_t skipAny(std::string_view text, std::size_t at, std::string_view characters, std::size_t most)
{
    for (std::size_t count = 0;
         count < most && at < text.size() && characters.find(text[at]) != std::string_view::npos; ++count)
        ++at;
    return at;
}

std::size_t skipWord(std::string_view text, std::size_t at, std::string_view words)
{
    while (!words.empty()) {
        const std::size_t bar = words.find('|');
        const std::string_view word = words.substr(0, bar);
        if (text.substr(at).starts_with(word))
            return at + word.size();
        words = bar == std::string_view::npos ? std::string_view{} : words.substr(bar + 1);
    }
    return at;
}

// "12/03/1985", "1985-3-12", "12.03.85".
std::optional<std::size_t> numericDate(std::string_view text, const Part &first)
{
    const std::size_t separator = first.end;
    if (separator >= text.size() || std::string_view("-/.").find(text[separator]) == std::string_view::npos)
        return {};
    const std::size_t space = text[separator] == '.' ? 1 : 0; // "12. 3. 1985"
    const Part second = numberAt(text, skipAny(text, separator + 1, " ", space));
    if (second.digits == 0 || second.digits > 2 || second.end >= text.size()
        || text[second.end] != text[separator])
        return {};
    const Part third = numberAt(text, skipAny(text, second.end + 1, " ", space));
    const bool yearFirst = first.digits == 4;
    const Part &year = yearFirst ? first : third;
    if (!isBirthYear(year.value, year.digits) || third.digits == 0 || (yearFirst && third.digits > 2)
        || (!yearFirst && first.digits > 2))
        return {};
    const bool valid = yearFirst
        ? isDayAndMonth(third.value, second.value)
        : isDayAndMonth(first.value, second.value) || isDayAndMonth(second.value, first.value);
    return valid ? std::optional(third.end) : std::nullopt;
}

// "1985年3月12日", "1985년 3월 12일".
std::optional<std::size_t> easternDate(std::string_view text, const Part &year)
{
    std::size_t at = skipWord(text, year.end, "年|년");
    if (at == year.end || year.digits != 4)
        return {};
    const Part month = numberAt(text, skipAny(text, at, " ", 1));
    at = skipWord(text, month.end, "月|월");
    if (at == month.end)
        return {};
    const Part day = numberAt(text, skipAny(text, at, " ", 1));
    at = skipWord(text, day.end, "日|일|号");
    return at != day.end && isDayAndMonth(day.value, month.value) ? std::optional(at) : std::nullopt;
}

// "12 March 1985", "12th of March, 1985", "12. März 1985", "12 de marzo de 1985", "12-Mar-85".
std::optional<std::size_t> dayFirst(std::string_view text, const Part &day)
{
    if (day.digits > 2 || day.value < 1 || day.value > 31)
        return {};
    std::size_t at = skipWord(text, day.end, "st|nd|rd|th|er|º|ª|.");
    at = skipAny(text, at, " -/", 2);
    at = skipWord(text, at, "of |de |d'|di ");
    const Part month = monthAt(text, at);
    if (month.value == 0)
        return {};
    at = skipAny(text, month.end, " ,.-/", 3);
    at = skipWord(text, at, "de |del ");
    const Part year = numberAt(text, at);
    return isBirthYear(year.value, year.digits) ? std::optional(year.end) : std::nullopt;
}

// "March 12, 1985", "Mar 12th 1985".
std::optional<std::size_t> monthFirst(std::string_view text, std::size_t start)
{
    const Part month = monthAt(text, start);
    if (month.value == 0)
        return {};
    const Part day = numberAt(text, skipAny(text, month.end, " .", 2));
    if (day.digits == 0 || day.digits > 2 || !isDayAndMonth(day.value, month.value))
        return {};
    std::size_t at = skipWord(text, day.end, "st|nd|rd|th");
    at = skipAny(text, at, ", ", 2);
    const Part year = numberAt(text, at);
    return at > day.end && year.digits == 4 && isBirthYear(year.value, year.digits) ? std::optional(year.end)
                                                                                    : std::nullopt;
}

// "1985. március 12.", "1985 March 12".
std::optional<std::size_t> yearFirst(std::string_view text, const Part &year)
{
    if (year.digits != 4)
        return {};
    const Part month = monthAt(text, skipAny(text, year.end, ". -", 2));
    if (month.value == 0)
        return {};
    const Part day = numberAt(text, skipAny(text, month.end, ". -", 2));
    return day.digits > 0 && isDayAndMonth(day.value, month.value) ? std::optional(day.end) : std::nullopt;
}

bool endsFree(std::string_view text, std::size_t end)
{
    return end >= text.size() || (!isAlphanumeric(text[end]) && text[end] != '_');
}

// Where the word ends that stands right before `digit`, or nothing.
std::optional<std::size_t> wordBefore(std::string_view text, std::size_t digit)
{
    constexpr std::size_t longest = 24;
    std::size_t end = digit;
    while (end > 0 && digit - end < 2 && (text[end - 1] == ' ' || text[end - 1] == '.'))
        --end;
    std::size_t start = end;
    while (start > 0 && end - start < longest && (isLetter(text[start - 1]) || !isAscii(text[start - 1])))
        --start;
    return start < end ? std::optional(start) : std::nullopt;
}

// The first date whose digits begin in [from, stop).
std::optional<ByteRange> firstDate(std::string_view text, std::size_t from, std::size_t stop)
{
    const std::string_view within = text.substr(0, stop); // no look beyond: words may come by the thousand
    for (std::size_t digit = nextDigit(within, from); digit < stop;) {
        if (digit == 0 || !isAlphanumeric(text[digit - 1])) {
            if (const auto end = dateEnd(text, digit))
                return ByteRange{digit, *end};
            const auto word = wordBefore(text, digit);
            const auto end = word && *word >= from ? dateEnd(text, *word) : std::nullopt;
            if (end)
                return ByteRange{*word, *end};
        }
        while (digit < stop && isDigit(text[digit]))
            ++digit;
        digit = nextDigit(within, digit);
    }
    return {};
}

// A word of its own, or the end of one in camelCase.
bool isBirthWord(std::string_view text, ByteRange word)
{
    const bool joins = isLetter(text[word.start]) && word.start > 0 && isLetter(text[word.start - 1])
        && !(isUpper(text[word.start]) && isLower(text[word.start - 1]));
    const bool goesOn = word.end < text.size() && isLower(text[word.end]) && isLetter(text[word.end - 1]);
    return !joins && !goesOn;
}

} // namespace

PatternSource birthWords()
{
    return {.expression = "(?:" + std::string(wordsForBirth) + ")",
        .anchor = {},
        .caseless = true,
        .rulePack = true};
}

std::optional<std::size_t> dateEnd(std::string_view text, std::size_t at)
{
    std::optional<std::size_t> end;
    if (isDigit(text[at])) {
        const Part first = numberAt(text, at);
        for (const auto read : {numericDate, easternDate, dayFirst, yearFirst}) {
            if (!end)
                end = read(text, first);
        }
    } else {
        end = monthFirst(text, at);
    }
    return end && endsFree(text, *end) ? end : std::nullopt;
}

void findBirthDates(std::string_view text, ByteRange word, const FoundSink &found)
{
    constexpr std::size_t reach = 40, reachBack = 32, closeBehind = 12;
    constexpr double sure = 0.85, ofAnyone = 0.45;
    if (!isBirthWord(text, word))
        return;
    // "Ada Lovelace (born 10 December 1815)": how people everybody knows are written about.
    const double confidence = word.start > 0 && text[word.start - 1] == '(' ? ofAnyone : sure;
    const std::size_t stop = std::min(text.size(), word.end + reach);
    if (const auto date = firstDate(text, word.end, stop)) {
        found({*date, "birth-date", confidence});
        return;
    }
    const auto before = firstDate(text, word.start - std::min(word.start, reachBack), word.start);
    if (before && before->end <= word.start && word.start - before->end <= closeBehind)
        found({*before, "birth-date", confidence});
}

} // namespace gatehouse::pii
