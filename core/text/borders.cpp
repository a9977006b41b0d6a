// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Where neighbouring segments meet: what is split over them is read across the border.
#include "core/text/decode.h"
#include "core/text/views.h"

#include <algorithm>

namespace gatehouse {

namespace {

// How far from a border a split text is looked for. A segment of up to twice this is taken whole.
constexpr std::size_t reach = 512;

// Of "/choices/0/message/content/2/text" what all parts of that content share; empty for other pointers.
std::string_view contentOf(std::string_view pointer)
{
    constexpr std::string_view parts = "/content/";
    const std::size_t at = pointer.rfind(parts);
    return at == std::string_view::npos ? std::string_view() : pointer.substr(0, at + parts.size());
}

bool areNeighbours(const Segment &a, const Segment &b, BodyPart in)
{
    const bool sameSpeaker = a.zone == b.zone && a.role == b.role && a.toolName == b.toolName;
    if (!sameSpeaker || in == BodyPart::Request)
        return sameSpeaker;
    const std::string_view content = contentOf(a.pointer);
    return !content.empty() && content == contentOf(b.pointer);
}

bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

std::size_t characterStart(std::string_view text, std::size_t at)
{
    while (at > 0 && at < text.size() && isContinuation(text[at]))
        --at;
    return at;
}

bool isBlank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

// Joins segments [first, last]; of a long one only its end (when it is the first) or its beginning.
TextView joinedText(std::span<const Segment> segments, int first, int last, std::string_view between)
{
    ViewWriter out("joined");
    for (int i = first; i <= last; ++i) {
        const std::string_view text = segments[static_cast<std::size_t>(i)].text;
        const bool isLong = text.size() > 2 * reach;
        const std::size_t from = isLong && i == first ? characterStart(text, text.size() - reach) : 0;
        const std::size_t to = isLong && i == last ? characterStart(text, reach) : text.size();
        if (i > first)
            out.separate(between);
        out.copy(text.substr(from, to - from), from, i);
    }
    return out.take();
}

// Whether two words would grow together at a border of the run.
bool wordsMeet(std::span<const Segment> segments, int first, int last)
{
    for (int i = first; i < last; ++i) {
        const std::string &a = segments[static_cast<std::size_t>(i)].text;
        const std::string &b = segments[static_cast<std::size_t>(i) + 1].text;
        if (!a.empty() && !b.empty() && !isBlank(a.back()) && !isBlank(b.front()))
            return true;
    }
    return false;
}

} // namespace

std::vector<ViewStore::Border> ViewStore::bordersOf(
    std::span<const Segment> segments, BodyPart in, const ViewBounds &bounds)
{
    std::vector<Border> borders;
    const int count = static_cast<int>(segments.size());
    const auto at = [&](int index) -> const Segment & { return segments[static_cast<std::size_t>(index)]; };
    for (int first = 0; first < count;) {
        // Short segments in a row are one text; a long one ends a run and begins the next.
        int last = first;
        while (last + 1 < count && areNeighbours(at(last), at(last + 1), in)
            && (last == first || at(last).text.size() <= 2 * reach))
            ++last;
        if (last == first) {
            ++first;
            continue;
        }
        for (const std::string_view between : {std::string_view(), std::string_view(" ")}) {
            if (!between.empty() && !wordsMeet(segments, first, last))
                continue;
            m_views.push_back(joinedText(segments, first, last, between));
            const TextView *view = &m_views.back();
            borders.push_back({first, last, view});
            std::vector<const TextView *> decoded;
            (void)addViewsOf({view->text(), 0, view}, decoded, bounds);
            for (const TextView *inner : decoded)
                borders.push_back({first, last, inner});
        }
        first = at(last).text.size() > 2 * reach && last + 1 < count
                && areNeighbours(at(last), at(last + 1), in)
            ? last
            : last + 1;
    }
    return borders;
}

} // namespace gatehouse
