// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A slow twin of the characters of hidden_text: they are told apart by ICU's properties of Unicode, and each
// run of hidden ones is judged by itself from the characters around it, as docs/policy-reference.md says.

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <tuple>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <vector>

namespace gatehouse::test {

struct Character {
    char32_t value = 0;
    std::size_t start = 0, end = 0;
};

struct Span {
    std::size_t start = 0, end = 0;
    std::string label;
    double score = 0;
};

inline UChar32 icu(char32_t value)
{
    return static_cast<UChar32>(value);
}

inline bool has(char32_t value, UProperty property)
{
    return u_hasBinaryProperty(icu(value), property) != 0;
}

// Nobody sees it; a soft hyphen is another matter.
inline bool isHidden(char32_t value)
{
    return value == 0x2800 || (value >= 0xFFF9 && value <= 0xFFFB)
        || (value != 0xAD && has(value, UCHAR_DEFAULT_IGNORABLE_CODE_POINT));
}

inline bool isTag(char32_t value)
{
    return value >= 0xE0000 && value <= 0xE007F;
}

// Marks of direction apart: they move nothing far.
inline bool isBidi(char32_t value)
{
    return has(value, UCHAR_BIDI_CONTROL) && value != 0x061C && value != 0x200E && value != 0x200F;
}

inline bool isVariation(char32_t value)
{
    return has(value, UCHAR_VARIATION_SELECTOR);
}

// Letters that are blank.
inline bool isFiller(char32_t value)
{
    static const std::set<char32_t> fillers{0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0};
    return fillers.count(value) == 1;
}

inline bool readsRightToLeft(char32_t value)
{
    const UCharDirection direction = u_charDirection(icu(value));
    return value != 0x200F && value != 0x061C
        && (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC);
}

// An emoji, or the frame of a keycap, which ends one.
inline bool isPicture(char32_t value)
{
    return (value > 0x7F && has(value, UCHAR_EMOJI)) || value == 0x20E3;
}

inline bool isIdeographic(char32_t value)
{
    return has(value, UCHAR_IDEOGRAPHIC);
}

inline bool isOfScript(char32_t value, const std::set<int> &scripts)
{
    UErrorCode status = U_ZERO_ERROR;
    return value != 0 && scripts.count(uscript_getScript(icu(value), &status)) == 1;
}

inline bool needsJoiners(char32_t value)
{
    static const std::set<int> scripts{USCRIPT_ARABIC, USCRIPT_SYRIAC, USCRIPT_DEVANAGARI, USCRIPT_SINHALA,
        USCRIPT_KHMER, USCRIPT_MYANMAR, USCRIPT_MONGOLIAN};
    return isOfScript(value, scripts);
}

inline bool hasNoSpaces(char32_t value)
{
    static const std::set<int> scripts{
        USCRIPT_HAN, USCRIPT_HIRAGANA, USCRIPT_THAI, USCRIPT_KHMER, USCRIPT_MYANMAR};
    return isOfScript(value, scripts);
}

inline bool isOfWord(char32_t value)
{
    constexpr std::uint32_t wanted = U_GC_L_MASK | U_GC_MN_MASK | U_GC_MC_MASK | U_GC_ND_MASK | U_GC_PC_MASK;
    return value != 0 && (U_GET_GC_MASK(icu(value)) & wanted) != 0;
}

class HiddenTextTwin {
public:
    explicit HiddenTextTwin(const std::u32string &text)
    {
        std::size_t at = 0;
        for (const char32_t value : text) {
            const std::size_t size = value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4;
            m_text.push_back({value, at, at + size});
            at += size;
            m_rightToLeft = m_rightToLeft || readsRightToLeft(value);
        }
    }

    // All that is found, ordered, overlaps made one.
    std::vector<Span> found() const
    {
        std::vector<Span> spans = joined(runs());
        addSoftHyphens(spans);
        addMixedWords(spans);
        std::sort(spans.begin(), spans.end(),
            [](const Span &a, const Span &b) { return std::tie(a.start, a.end) < std::tie(b.start, b.end); });
        std::vector<Span> apart;
        for (const Span &span : spans) {
            if (apart.empty() || span.start >= apart.back().end) {
                apart.push_back(span);
                continue;
            }
            Span &last = apart.back();
            last.end = std::max(last.end, span.end);
            if (span.score > last.score) {
                last.label = span.label;
                last.score = span.score;
            }
        }
        return apart;
    }

private:
    [[nodiscard]] std::vector<Span> runs() const
    {
        std::vector<Span> spans;
        for (std::size_t i = 0; i < m_text.size(); ++i) {
            if (!isHidden(m_text[i].value))
                continue;
            std::size_t next = i;
            std::u32string run;
            for (; next < m_text.size() && isHidden(m_text[next].value); ++next)
                run += m_text[next].value;
            const char32_t before = i > 0 ? m_text[i - 1].value : 0;
            const char32_t after = next < m_text.size() ? m_text[next].value : 0;
            Span span = judged(run, before, after);
            span.start = m_text[i].start;
            span.end = m_text[next - 1].end;
            if (span.score > 0)
                spans.push_back(span);
            i = next - 1;
        }
        return spans;
    }

    [[nodiscard]] Span judged(const std::u32string &run, char32_t before, char32_t after) const
    {
        const auto all = [&](bool (*is)(char32_t)) { return std::all_of(run.begin(), run.end(), is); };
        const auto any = [&](bool (*is)(char32_t)) { return std::any_of(run.begin(), run.end(), is); };
        const auto holds = [&](char32_t value) { return run.find(value) != std::u32string::npos; };
        const bool many = run.size() > 1, inWord = isOfWord(before) && isOfWord(after);
        const auto span = [](const char *label, double score) { return Span{0, 0, label, score}; };
        if (isOfEmoji(run, before, after))
            return {};
        if (any(isTag))
            return span("tag-characters", many ? 0.95 : 0.6);
        if (holds(0x202D) || holds(0x202E))
            return span("bidi-control", m_rightToLeft ? 0.6 : 0.9);
        if ((holds(0x2067) || holds(0x202B)) && !m_rightToLeft)
            return span("bidi-control", 0.7);
        if (all(isVariation)) {
            const bool mongolian = run[0] < 0x2000 && isOfScript(before, {USCRIPT_MONGOLIAN});
            const bool inPlace = isIdeographic(before) || isPicture(before) || mongolian;
            return span("variation-selectors", many ? 0.9 : inPlace ? 0 : 0.6);
        }
        if (all(isFiller)) {
            static const std::set<int> scripts{USCRIPT_HANGUL, USCRIPT_BRAILLE, USCRIPT_KHMER};
            if (isOfScript(before, scripts) || isOfScript(after, scripts))
                return {};
            return span("invisible-filler", inWord || run.size() > 3 ? 0.8 : 0.4);
        }
        if (all(isBidi))
            return {};
        if (run.size() >= 4)
            return span("zero-width", 0.9);
        return span("zero-width", scoreOfFew(run, before, after));
    }

    [[nodiscard]] double scoreOfFew(const std::u32string &run, char32_t before, char32_t after) const
    {
        const auto beside = [&](bool (*is)(char32_t)) { return is(before) || is(after); };
        const bool marks = std::all_of(run.begin(), run.end(),
            [](char32_t value) { return value == 0x061C || value == 0x200E || value == 0x200F; });
        const bool byScript = beside(needsJoiners) || beside(hasNoSpaces)
            || (m_rightToLeft && (marks || beside(readsRightToLeft)));
        if (byScript || (before == 0 && run == U"\uFEFF"))
            return 0;
        return !isOfWord(before) || !isOfWord(after) ? 0.3 : run.size() > 1 ? 0.8 : 0.6;
    }

    static bool isOfEmoji(const std::u32string &run, char32_t before, char32_t after)
    {
        static const std::set<std::u32string> flags{
            U"\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F",
            U"\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F",
            U"\U000E0067\U000E0062\U000E0077\U000E006C\U000E0073\U000E007F"};
        if (before == 0x1F3F4 && flags.count(run) == 1)
            return true;
        if (run == U"\u200D" || run == U"\uFE0F\u200D" || run == U"\uFE0E\u200D" || run == U"\u200D\uFE0F"
            || run == U"\u200D\uFE0E" || run == U"\u200D\u200D")
            return isPicture(before) && isPicture(after);
        const bool keycap = before == '#' || before == '*' || (before >= '0' && before <= '9');
        const bool selectors
            = run.size() <= 2 && run.find_first_not_of(U"\uFE0E\uFE0F") == std::u32string::npos;
        return selectors && (isPicture(before) || keycap);
    }

    // Sure ones of a kind that stand close together are one.
    static std::vector<Span> joined(const std::vector<Span> &spans)
    {
        std::vector<Span> out;
        for (std::size_t i = 0; i < spans.size();) {
            Span whole = spans[i];
            std::size_t next = i + 1;
            while (next < spans.size() && spans[next].label == whole.label && whole.score >= 0.6
                && spans[next].score >= 0.6 && spans[next].start - whole.end <= 8) {
                whole.end = spans[next].end;
                whole.score = std::max({whole.score, spans[next].score, next - i + 1 >= 3 ? 0.9 : 0.8});
                ++next;
            }
            out.push_back(whole);
            i = next;
        }
        return out;
    }

    // Three or more, a single character between each two.
    void addSoftHyphens(std::vector<Span> &spans) const
    {
        const auto isAt = [&](std::size_t at) { return at < m_text.size() && m_text[at].value == 0xAD; };
        for (std::size_t i = 0; i < m_text.size(); ++i) {
            if (!isAt(i) || (i >= 2 && isAt(i - 2) && !isAt(i - 1)))
                continue;
            std::size_t last = i;
            while (isAt(last + 2) && !isAt(last + 1))
                last += 2;
            if (last >= i + 4)
                spans.push_back({m_text[i].start, m_text[last].end, "zero-width", 0.8});
        }
    }

    static bool isLetterOf(char32_t value, int script)
    {
        return isOfScript(value, {script}) && u_isalpha(icu(value)) != 0;
    }

    void addMixedWords(std::vector<Span> &spans) const
    {
        std::vector<Span> words;
        for (std::size_t i = 0; i < m_text.size(); ++i) {
            std::u32string word;
            std::size_t next = i;
            for (; next < m_text.size(); ++next) {
                const char32_t value = m_text[next].value;
                if (!isLetterOf(value, USCRIPT_LATIN) && !isLetterOf(value, USCRIPT_GREEK)
                    && !isLetterOf(value, USCRIPT_CYRILLIC))
                    break;
                word += value;
            }
            if (word.empty())
                continue;
            if (const double score = scoreOfWord(word); score > 0)
                words.push_back({m_text[i].start, m_text[next - 1].end, "mixed-script", score});
            i = next - 1;
        }
        for (Span &word : words)
            word.score += words.size() >= 3 ? 0.2 : 0;
        spans.insert(spans.end(), words.begin(), words.end());
    }

    // Of the letters that the generator writes: those that pass for letters of another alphabet.
    static double scoreOfWord(const std::u32string &word)
    {
        std::u32string latin, greek, cyrillic;
        for (const char32_t value : word)
            (isLetterOf(value, USCRIPT_LATIN)          ? latin
                    : isLetterOf(value, USCRIPT_GREEK) ? greek
                                                       : cyrillic)
                += value;
        const auto only = [](const std::u32string &letters, const char32_t *of) {
            return letters.find_first_not_of(of) == std::u32string::npos;
        };
        if (latin.empty() || word.size() < 3)
            return 0;
        if (!cyrillic.empty() && only(cyrillic, U"аеор") && latin.size() >= cyrillic.size())
            return 0.7;
        if (cyrillic.size() > latin.size() && only(latin, U"aceopxykmthbsijABCEHIJKMOPSTXY"))
            return 0.4;
        const bool inside = isLetterOf(word.front(), USCRIPT_LATIN) && isLetterOf(word.back(), USCRIPT_LATIN);
        const bool disguise = !greek.empty() && only(greek, U"ονωα") && latin.size() >= greek.size();
        return disguise && (inside || greek.size() > 1) ? 0.7 : 0;
    }

    std::vector<Character> m_text;
    bool m_rightToLeft = false;
};

} // namespace gatehouse::test
