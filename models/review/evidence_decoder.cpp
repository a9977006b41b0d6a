// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/review/evidence_decoder.h"

#include <algorithm>

namespace gatehouse::console {

namespace {

// Longer ones are not decoded while somebody waits for the next call.
constexpr std::size_t longestText = 256UL * 1024;
constexpr std::size_t context = 100; // bytes before and after what was found
constexpr std::size_t longestFound = 2000;
constexpr std::size_t step = 64; // bytes of a view looked at together

bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xc0) == 0x80;
}

std::size_t characterStart(const std::string &text, std::size_t at)
{
    while (at > 0 && at < text.size() && isContinuation(text[at]))
        --at;
    return std::min(at, text.size());
}

std::size_t characterEnd(const std::string &text, std::size_t at)
{
    while (at < text.size() && isContinuation(text[at]))
        ++at;
    return std::min(at, text.size());
}

bool comesFrom(const TextView &view, ByteRange range, int segment, ByteRange wanted)
{
    const auto origins = view.originsOf(range);
    return std::any_of(origins.begin(), origins.end(), [&](const Origin &origin) {
        return origin.segment == segment && origin.range.start < wanted.end
            && wanted.start < origin.range.end;
    });
}

// From the first to the last byte of the view that comes from there.
std::optional<ByteRange> shownIn(const TextView &view, int segment, ByteRange wanted)
{
    const std::string &text = view.text();
    std::optional<ByteRange> found;
    for (std::size_t from = 0; from < text.size(); from += step) {
        const std::size_t to = std::min(from + step, text.size());
        if (!comesFrom(view, {from, to}, segment, wanted))
            continue;
        for (std::size_t at = from; at < to; ++at) {
            if (!comesFrom(view, {at, at + 1}, segment, wanted))
                continue;
            if (!found)
                found = ByteRange{at, at + 1};
            found->end = at + 1;
        }
    }
    return found;
}

DecodedEvidence excerptOf(const std::string &text, ByteRange found)
{
    const std::size_t start = characterStart(text, found.start);
    const std::size_t end = characterEnd(text, std::min(found.end, start + longestFound));
    const std::size_t from = characterStart(text, start - std::min(start, context));
    const std::size_t to = characterEnd(text, std::min(text.size(), end + context));
    DecodedEvidence decoded{text.substr(from, to - from), {start - from, end - from}};
    // Runs that were decoded stand on lines of their own; a space keeps the excerpt in one.
    std::replace(decoded.text.begin(), decoded.text.end(), '\n', ' ');
    return decoded;
}

} // namespace

EvidenceDecoder::Body &EvidenceDecoder::bodyOf(BodyPart in)
{
    const auto [place, isNew] = m_bodies.try_emplace(in);
    Body &body = place->second;
    if (isNew) {
        for (const StoredSegment &stored : m_segments) {
            if (stored.in == in)
                body.segments.push_back(stored.segment);
        }
    }
    return body;
}

std::vector<const TextView *> EvidenceDecoder::viewsFor(Body &body, BodyPart in, int segment)
{
    const auto [place, isNew] = body.views.try_emplace(segment);
    if (isNew)
        body.store.addViewsOf(
            {body.segments[static_cast<std::size_t>(segment)].text, segment, nullptr}, place->second);
    std::vector<const TextView *> views = place->second;
    if (!body.borders)
        body.borders = body.store.bordersOf(body.segments, in);
    for (const ViewStore::Border &border : *body.borders) {
        if (border.first <= segment && segment <= border.last)
            views.push_back(border.view);
    }
    return views;
}

std::optional<DecodedEvidence> EvidenceDecoder::read(const Evidence &evidence)
{
    if (evidence.via.empty() || evidence.segment < 0)
        return std::nullopt;
    Body &body = bodyOf(evidence.in);
    const auto place = static_cast<std::size_t>(evidence.segment);
    if (place >= body.segments.size() || body.segments[place].text.size() > longestText)
        return std::nullopt;
    const ByteRange wanted = evidence.stored.value_or(evidence.range);
    for (const TextView *view : viewsFor(body, evidence.in, evidence.segment)) {
        if (view->via() != evidence.via || view->text().size() > longestText)
            continue;
        if (const auto found = shownIn(*view, evidence.segment, wanted))
            return excerptOf(view->text(), *found);
    }
    return std::nullopt;
}

} // namespace gatehouse::console
