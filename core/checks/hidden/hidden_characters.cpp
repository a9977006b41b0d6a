// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/characters.h"
#include "core/checks/hidden/hidden_span.h"
#include "core/checks/hidden/invisible.h"

#include <algorithm>
#include <cstring>
#include <string>

namespace gatehouse {

namespace {

constexpr double certain = 0.95, sure = 0.9, likely = 0.8, some = 0.6, hardly = 0.3;

// The first byte at or after `at` that is not ASCII.
std::size_t nextBeyondAscii(std::string_view text, std::size_t at)
{
    constexpr std::uint64_t highBits = 0x8080808080808080ULL;
    for (; at + sizeof(std::uint64_t) <= text.size(); at += sizeof(std::uint64_t)) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + at, sizeof word);
        if ((word & highBits) != 0)
            break;
    }
    while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80)
        ++at;
    return at;
}

// Characters without shape in a row, and what stands on both sides.
struct Run {
    ByteRange range;
    std::vector<char32_t> values;
    char32_t before = 0, after = 0; // 0: the text's edge

    [[nodiscard]] bool all(Invisible kind) const
    {
        return std::all_of(
            values.begin(), values.end(), [&](char32_t v) { return invisibleKind(v) == kind; });
    }
    [[nodiscard]] bool any(Invisible kind) const
    {
        return std::any_of(
            values.begin(), values.end(), [&](char32_t v) { return invisibleKind(v) == kind; });
    }
    [[nodiscard]] bool isInWord() const
    {
        return before != 0 && after != 0 && isInsideWord(before) && isInsideWord(after);
    }
    template <class Test>
    [[nodiscard]] bool beside(Test test) const
    {
        return test(before) || test(after);
    }
};

// The flags there are: RGI_Emoji_Tag_Sequence of emoji-sequences.txt (Emoji 15). Others would carry any text,
// a few letters each.
bool isRegionOfFlag(const std::vector<char32_t> &tags)
{
    constexpr char32_t endOfTag = 0xE007F, tagOfZero = 0xE0000;
    std::u32string region;
    for (const char32_t tag : tags)
        region += tag == endOfTag ? U'.' : tag - tagOfZero;
    return region == U"gbeng." || region == U"gbsct." || region == U"gbwls.";
}

// Letters, digits and '#' of a keycap, a flag of a region, a family, a heart on fire.
bool isEmojiSequence(const Run &run)
{
    constexpr char32_t blackFlag = 0x1F3F4, joiner = 0x200D;
    if (run.all(Invisible::Tag))
        return run.before == blackFlag && isRegionOfFlag(run.values);
    const bool fits = std::all_of(run.values.begin(), run.values.end(),
        [](char32_t v) { return v == joiner || v == 0xFE0E || v == 0xFE0F; });
    const bool keycap = (run.before >= '0' && run.before <= '9') || run.before == '#' || run.before == '*';
    const bool joined = std::find(run.values.begin(), run.values.end(), joiner) != run.values.end();
    return fits && run.values.size() <= 2 && (isPictograph(run.before) || (keycap && !joined))
        && (!joined || isPictograph(run.after));
}

double scoreOfTags(const Run &run)
{
    return run.values.size() > 1 ? certain : some;
}

double scoreOfVariations(const Run &run)
{
    const bool mongolian = run.values.front() < 0x2000 && run.before >= 0x1800 && run.before <= 0x18AF;
    if (run.values.size() == 1 && (isIdeograph(run.before) || isPictograph(run.before) || mongolian))
        return 0;
    return run.values.size() > 1 ? sure : some;
}

double scoreOfBidi(const Run &run, bool rightToLeft)
{
    const auto has = [&](char32_t value) {
        return std::find(run.values.begin(), run.values.end(), value) != run.values.end();
    };
    if (has(0x202D) || has(0x202E))
        return rightToLeft ? some : sure;
    // Turning the direction of text that has none to turn; isolates and marks are what programs put around
    // what they fill in.
    return !rightToLeft && (has(0x2067) || has(0x202B)) ? 0.7 : 0;
}

double scoreOfFillers(const Run &run)
{
    constexpr auto isBraille = [](char32_t value) { return value > 0x2800 && value <= 0x28FF; };
    constexpr auto isKhmer = [](char32_t value) { return value >= 0x1780 && value <= 0x17FF; };
    if (run.beside(isBraille) || run.beside(isHangul) || run.beside(isKhmer))
        return 0;
    return run.isInWord() || run.values.size() > 3 ? likely : 0.4;
}

double scoreOfZeroWidth(const Run &run, bool rightToLeft)
{
    constexpr std::size_t many = 4;
    constexpr char32_t byteOrderMark = 0xFEFF;
    const bool script = run.beside(usesJoiners) || run.beside(isUnspacedScript)
        || (rightToLeft && (run.all(Invisible::Mark) || run.beside(isRightToLeft)));
    const bool atStart = run.range.start == 0 && run.values.front() == byteOrderMark;
    if (run.values.size() >= many)
        return sure;
    if (script || (atStart && run.values.size() == 1))
        return 0;
    return run.isInWord() ? run.values.size() > 1 ? likely : some : hardly;
}

HiddenSpan judge(const Run &run, bool rightToLeft)
{
    if (isEmojiSequence(run))
        return {run.range, "", 0};
    if (run.any(Invisible::Tag))
        return {run.range, "tag-characters", scoreOfTags(run)};
    if (run.any(Invisible::Bidi) && scoreOfBidi(run, rightToLeft) > 0)
        return {run.range, "bidi-control", scoreOfBidi(run, rightToLeft)};
    if (run.all(Invisible::Variation))
        return {run.range, "variation-selectors", scoreOfVariations(run)};
    if (run.all(Invisible::Filler))
        return {run.range, "invisible-filler", scoreOfFillers(run)};
    const bool onlyBidi = run.all(Invisible::Bidi);
    return {run.range, "zero-width", onlyBidi ? 0 : scoreOfZeroWidth(run, rightToLeft)};
}

// A character that stands between every two letters is one finding, and a sure one.
void joinNeighbours(std::vector<HiddenSpan> &spans)
{
    constexpr std::size_t near = 8, several = 3;
    std::vector<HiddenSpan> joined;
    std::size_t members = 0;
    for (const HiddenSpan &span : spans) {
        const bool joins = !joined.empty() && joined.back().label == span.label && span.score >= some
            && joined.back().score >= some && span.range.start - joined.back().range.end <= near;
        members = joins ? members + 1 : 1;
        if (!joins) {
            joined.push_back(span);
            continue;
        }
        joined.back().range.end = span.range.end;
        joined.back().score = std::max({joined.back().score, span.score, members >= several ? sure : likely});
    }
    spans = std::move(joined);
}

// Soft hyphens after single letters: no word breaks so often.
class SoftHyphens {
public:
    static constexpr std::size_t size = 2; // of one; a stray byte of that value is none

    void read(std::string_view text, std::size_t at, std::vector<HiddenSpan> &found)
    {
        constexpr std::size_t several = 3;
        const bool follows = m_count > 0 && at > m_end && decodeCharacter(text, m_end).size == at - m_end;
        m_start = follows ? m_start : at;
        m_count = follows ? m_count + 1 : 1;
        m_end = at + size;
        if (m_count == several)
            found.push_back({{m_start, m_end}, "zero-width", likely});
        else if (m_count > several)
            found.back().range.end = m_end;
    }

private:
    std::size_t m_start = 0, m_end = 0, m_count = 0;
};

} // namespace

void findHiddenCharacters(std::string_view text, std::vector<HiddenSpan> &found, ScriptsSeen &scripts)
{
    std::vector<Run> runs;
    std::vector<HiddenSpan> hyphens;
    SoftHyphens softHyphens;
    for (std::size_t at = nextBeyondAscii(text, 0); at < text.size(); at = nextBeyondAscii(text, at)) {
        const DecodedCharacter character = decodeCharacter(text, at);
        const char32_t value = character.value;
        const bool extends = !runs.empty() && runs.back().range.end == at;
        if (invisibleKind(value) != Invisible::None) {
            if (!extends)
                runs.push_back({{at, at}, {}, at > 0 ? decodeCharacterBefore(text, at).value : 0, 0});
            runs.back().values.push_back(value);
            runs.back().range.end = at + character.size;
        } else if (value == 0xAD && character.size == SoftHyphens::size) {
            softHyphens.read(text, at, hyphens);
        }
        scripts.rightToLeft = scripts.rightToLeft || (isRightToLeft(value) && value != 0x061C);
        scripts.cyrillicOrGreek = scripts.cyrillicOrGreek || (value >= 0x370 && value <= 0x52F);
        at += character.size;
    }
    std::vector<HiddenSpan> spans;
    for (Run &run : runs) {
        run.after = run.range.end < text.size() ? decodeCharacter(text, run.range.end).value : 0;
        if (const HiddenSpan span = judge(run, scripts.rightToLeft); span.score > 0)
            spans.push_back(span);
    }
    joinNeighbours(spans);
    found.insert(found.end(), spans.begin(), spans.end());
    found.insert(found.end(), hyphens.begin(), hyphens.end());
}

} // namespace gatehouse
