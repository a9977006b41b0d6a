// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How the queue stays current: the region on screen is read again and merged by id.

#include "models/review/queue_model.h"
#include "models/text.h"
#include "store/interactions.h"

namespace gatehouse::console {

namespace {

constexpr std::size_t pageSize = 200;
constexpr int refreshedRows = 1000; // rows from the top that a refresh reads again
constexpr std::size_t refreshLimit = 5000; // rows a refresh reads at most, when many came at once

struct RegionRows {
    std::vector<QueueRow> rows;
    bool reachesFloor = true;
};

// Everything that matches from the newest down to `floor`; an empty floor means one page, or all there is.
Result<RegionRows> readRegion(store::Store &store, const std::string &filterText, const std::string &floor)
{
    const auto filter = store::parseFilter(filterText);
    if (!filter)
        return tl::unexpected<Error>(filter.error());
    RegionRows region;
    InteractionId before;
    while (region.rows.size() < refreshLimit) {
        const auto page = store::listInteractions(store, *filter, pageSize, before);
        if (!page)
            return tl::unexpected<Error>(page.error());
        for (const store::InteractionRow &row : *page) {
            if (row.id.value < floor)
                return region;
            region.rows.push_back(queueRowOf(row));
        }
        if (page->size() < pageSize)
            return region;
        before = page->back().id;
    }
    region.reachesFloor = false;
    return region;
}

// The one being read belongs to it, whether it matches or not.
Status addPinned(store::Store &store, const std::string &pinned, const std::string &floor, RegionRows &region)
{
    const auto place = std::find_if(region.rows.begin(), region.rows.end(),
        [id = toQString(pinned)](const QueueRow &row) { return row.id <= id; });
    if (pinned.empty() || pinned < floor || (place != region.rows.end() && place->id == toQString(pinned)))
        return {};
    const auto found = store::interactionsById(store, {{pinned}});
    if (!found)
        return tl::unexpected<Error>(found.error());
    if (!found->empty())
        region.rows.insert(place, queueRowOf(found->front()));
    return {};
}

} // namespace

bool filterAdmitsState(const QString &filter, const QString &state)
{
    const auto parsed = store::parseFilter(filter.toStdString());
    if (!parsed)
        return true;
    return std::all_of(parsed->terms.begin(), parsed->terms.end(),
        [name = state.toStdString()](const store::FilterTerm &term) {
            if (term.field != "state")
                return true;
            const bool named = std::find(term.values.begin(), term.values.end(), name) != term.values.end();
            return named != term.excluded;
        });
}

// With everything loaded there is no floor: a call that sorts below the last row belongs to the list too.
QString QueueModel::regionFloor() const
{
    if (rows().empty() || (m_exhausted && rowCount() <= refreshedRows))
        return {};
    return row(std::min(rowCount(), refreshedRows) - 1).id;
}

void QueueModel::refresh()
{
    if (!m_loaded)
        return;
    if (m_refreshing) {
        m_refreshAgain = true;
        return;
    }
    m_refreshing = true;
    const QString floor = regionFloor();
    m_refresher->ask(
        this,
        [filter = m_filter.toStdString(), floor = floor.toStdString(), pinned = m_pinned.toStdString()](
            store::Store &store) {
            auto region = readRegion(store, filter, floor);
            if (Status added = region ? addPinned(store, pinned, floor, *region) : Status(); !added)
                region = tl::unexpected<Error>(added.error());
            return region;
        },
        [this, floor](Result<RegionRows> region) {
            m_refreshing = false;
            if (!region)
                Q_EMIT failed(errorText(region.error()));
            else if (!region->reachesFloor)
                reload(); // more came at once than can be merged; the newest page is what matters then
            else
                merge(std::move(region->rows), floor);
            if (std::exchange(m_refreshAgain, false))
                refresh();
        });
}

void QueueModel::merge(std::vector<QueueRow> fresh, const QString &floor)
{
    std::erase_if(fresh, [this](const QueueRow &row) { return m_leaving.contains(row.id); });
    for (QueueRow &row : fresh) {
        if (const auto expected = m_expected.find(row.id); expected != m_expected.end()) {
            expected->stored = row.state;
            row.state = expected->shown;
        }
    }
    if (!m_live && !m_newest.isEmpty()) {
        const auto known = std::find_if(
            fresh.begin(), fresh.end(), [this](const QueueRow &row) { return row.id <= m_newest; });
        setNewsCount(static_cast<int>(known - fresh.begin()));
        fresh.erase(fresh.begin(), known);
    } else if (!m_live) {
        m_newest = fresh.empty() ? QString() : fresh.front().id;
    }
    mergeRows(std::move(fresh), floor);
    Q_EMIT refreshed();
}

// Both lists run from the newest to the oldest; runs are inserted and removed in one step each.
void QueueModel::mergeRows(std::vector<QueueRow> fresh, const QString &floor)
{
    int at = 0;
    std::size_t next = 0;
    const auto inRegion = [&] { return at < rowCount() && row(at).id >= floor; };
    while (inRegion() || next < fresh.size()) {
        if (next < fresh.size() && inRegion() && row(at).id == fresh[next].id) {
            if (!(row(at) == fresh[next]))
                replaceRow(at, std::move(fresh[next]));
            ++at;
            ++next;
        } else if (next < fresh.size() && (!inRegion() || fresh[next].id > row(at).id)) {
            std::size_t end = next;
            while (end < fresh.size() && (!inRegion() || fresh[end].id > row(at).id))
                ++end;
            const auto count = static_cast<int>(end - next);
            insertRowsAt(at,
                {std::make_move_iterator(fresh.begin() + static_cast<std::ptrdiff_t>(next)),
                    std::make_move_iterator(fresh.begin() + static_cast<std::ptrdiff_t>(end))});
            at += count;
            next = end;
        } else if (row(at).id == m_pinned) {
            ++at;
        } else {
            int end = at;
            while (end < rowCount() && row(end).id >= floor && row(end).id != m_pinned
                && (next >= fresh.size() || row(end).id > fresh[next].id))
                ++end;
            removeRowsAt(at, end - at);
        }
    }
}

void QueueModel::expectState(const QString &id, const QString &state)
{
    const int position = positionOf(id);
    if (filterAdmitsState(m_filter, state)) {
        m_expected.insert(id, {state, position < 0 ? state : seen(id).state});
        if (position < 0)
            return;
        QueueRow changed = row(position);
        changed.state = state;
        replaceRow(position, std::move(changed));
        return;
    }
    m_leaving.insert(id);
    if (m_pinned == id)
        m_pinned.clear();
    if (position >= 0)
        removeRowsAt(position, 1);
}

SeenReview QueueModel::seen(const QString &id) const
{
    const int position = positionOf(id);
    SeenReview seen = position < 0 ? SeenReview{id, {}, {}, {}} : seenIn(row(position));
    if (const auto expected = m_expected.constFind(id); expected != m_expected.cend())
        seen.state = expected->stored;
    return seen;
}

void QueueModel::settle(const QStringList &ids)
{
    for (const QString &id : ids) {
        m_leaving.remove(id);
        m_expected.remove(id);
    }
    // What is being read now may have been asked before the commit.
    m_refresher->cancel();
    m_refreshing = m_refreshAgain = false;
    refresh();
}

} // namespace gatehouse::console
