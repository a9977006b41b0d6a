// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/text_view.h"

#include "core/text/view_writer.h"

#include <algorithm>

namespace gatehouse {

namespace {

// Widens the range of the segment, or begins one.
void include(std::vector<Origin> &origins, int segment, ByteRange range)
{
    const auto found = std::find_if(
        origins.begin(), origins.end(), [&](const Origin &origin) { return origin.segment == segment; });
    if (found == origins.end()) {
        origins.push_back({segment, range});
        return;
    }
    found->range.start = std::min(found->range.start, range.start);
    found->range.end = std::max(found->range.end, range.end);
}

} // namespace

std::vector<Origin> TextView::parentRanges(ByteRange range) const
{
    std::vector<Origin> out;
    const auto after = std::upper_bound(m_runs.begin(), m_runs.end(), range.start,
        [](std::size_t at, const Run &run) { return at < run.view; });
    for (auto run = after == m_runs.begin() ? after : after - 1; run != m_runs.end(); ++run) {
        if (run->view >= range.end)
            break;
        const std::size_t runEnd = run + 1 == m_runs.end() ? m_text.size() : (run + 1)->view;
        const ByteRange part{
            std::max<std::size_t>(range.start, run->view), std::min<std::size_t>(range.end, runEnd)};
        if (part.start >= part.end || run->start == run->end)
            continue;
        if (run->linear)
            include(out, run->segment,
                {run->start + (part.start - run->view), run->start + (part.end - run->view)});
        else
            include(out, run->segment, {run->start, run->end});
    }
    return out;
}

std::vector<Origin> TextView::originsOf(ByteRange range) const
{
    const std::vector<Origin> ranges = parentRanges(range);
    if (!m_parent) {
        std::vector<Origin> sorted = ranges;
        std::sort(sorted.begin(), sorted.end(),
            [](const Origin &a, const Origin &b) { return a.segment < b.segment; });
        return sorted;
    }
    return ranges.empty() ? ranges : m_parent->originsOf(ranges.front().range);
}

ViewWriter::ViewWriter(const ViewSource &source, std::string_view name, ViewKind kind)
    : m_name(name)
    , m_segment(source.segment)
{
    m_view.m_parent = source.view;
    if (source.view) {
        m_segment = 0; // one parent text
        m_view.m_encodings = source.view->m_encodings;
        m_view.m_respelt = source.view->m_respelt;
        m_view.m_joined = source.view->m_joined;
    }
    if (kind == ViewKind::Decoded || kind == ViewKind::Respelt)
        ++m_view.m_encodings;
    if (kind == ViewKind::Respelt)
        m_view.m_respelt = true;
}

ViewWriter::ViewWriter(std::string_view name)
    : m_name(name)
{
    m_view.m_joined = true;
}

TextView ViewWriter::take()
{
    if (m_view.m_parent)
        m_view.m_via = m_view.m_parent->m_via;
    if (!m_name.empty())
        m_view.m_via.emplace_back(m_name);
    return std::move(m_view);
}

void ViewWriter::copy(std::string_view bytes, std::size_t at, int segment)
{
    if (bytes.empty())
        return;
    const auto start = static_cast<std::uint32_t>(at);
    const auto size = static_cast<std::uint32_t>(bytes.size());
    TextView::Run *last = m_view.m_runs.empty() ? nullptr : &m_view.m_runs.back();
    if (last && last->linear && last->segment == segment && last->end == start
        && last->end - last->start == end() - last->view)
        last->end += size;
    else
        m_view.m_runs.push_back({end(), start, start + size, segment, true});
    m_view.m_text += bytes;
}

void ViewWriter::replace(std::string_view bytes, ByteRange of)
{
    if (bytes.empty())
        return;
    m_view.m_runs.push_back(
        {end(), static_cast<std::uint32_t>(of.start), static_cast<std::uint32_t>(of.end), m_segment, false});
    m_view.m_text += bytes;
}

void ViewWriter::separate(std::string_view bytes)
{
    if (bytes.empty())
        return;
    m_view.m_runs.push_back({end(), 0, 0, m_segment, false});
    m_view.m_text += bytes;
}

} // namespace gatehouse
