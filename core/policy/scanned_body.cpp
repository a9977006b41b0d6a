// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/scanned_body.h"

#include "core/policy/compiled_parts.h"

#include <algorithm>

namespace gatehouse {

void ScannedBody::addView(const PatternSet &patterns, const ScannedSegment &of, const TextView &view)
{
    if (view.text().empty())
        return;
    Read &read = m_read.emplace_back();
    patterns.scan(view.text(), read.hits);
    m_all.push_back({of.segment, of.index, of.in, &read.hits, view.text(), &view, &read.notes});
}

void ScannedBody::scan(
    const PatternSet &patterns, std::span<const Segment> segments, BodyPart in, bool withViews)
{
    m_plain.reserve(segments.size());
    m_all.reserve(segments.size());
    for (const Segment &segment : segments) {
        Read &read = m_read.emplace_back();
        patterns.scan(segment.text, read.hits);
        m_plain.push_back(
            {&segment, static_cast<int>(m_plain.size()), in, &read.hits, segment.text, nullptr, &read.notes});
    }
    if (!withViews) {
        m_all = m_plain;
        return;
    }
    const std::vector<ViewStore::Border> borders = m_borders.bordersOf(segments, in);
    std::vector<const TextView *> views;
    for (const ScannedSegment &written : m_plain) {
        m_all.push_back(written);
        views.clear();
        if (m_views.addViewsOf({written.text, written.index, nullptr}, views))
            m_stopped.push_back(written.index);
        for (const TextView *view : views)
            addView(patterns, written, *view);
        for (const ViewStore::Border &border : borders) {
            if (border.last == written.index)
                addView(patterns, written, *border.view);
        }
    }
}

void ScannedBody::list(std::span<const Segment> segments, BodyPart in)
{
    static const PatternHits nothing;
    for (const Segment &segment : segments)
        m_plain.push_back({&segment, static_cast<int>(m_plain.size()), in, &nothing, segment.text, nullptr});
    m_all = m_plain;
}

void gatherTexts(const CompiledRule &rule, const ScannedBody &body, std::vector<ScannedSegment> &texts)
{
    texts.clear();
    if (!rule.kind->readsSegments)
        return;
    const auto wanted = [&](const ScannedSegment &item) {
        const bool readable
            = !item.view || (rule.kind->readsViews && (rule.kind->readsRespelt || !item.view->isRespelt()));
        return readable && rule.wantsZone(item.segment->zone);
    };
    std::copy_if(body.all().begin(), body.all().end(), std::back_inserter(texts), wanted);
}

std::vector<Origin> originsOf(const CheckFinding &finding)
{
    if (!finding.place->view)
        return {{finding.place->index, finding.range}};
    return finding.place->view->originsOf(finding.range);
}

} // namespace gatehouse
