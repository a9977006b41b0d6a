// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/saved_views.h"

#include "models/matching_count.h"
#include "models/store_session.h"
#include "models/text.h"
#include "store/interactions.h"
#include "store/saved_views.h"

#include <algorithm>

namespace gatehouse::console {

namespace {

constexpr qint64 restFactor = 10, longestRestMs = 120'000;

store::ViewDesk deskOf(ViewsOf desk)
{
    return desk == ViewsOf::Review ? store::ViewDesk::Review : store::ViewDesk::Explorer;
}

store::SavedView toStore(const ViewEntry &entry, ViewsOf desk)
{
    store::SavedView view;
    view.owner = entry.owner.toStdString();
    view.name = entry.name.toStdString();
    view.desk = deskOf(desk);
    view.filter = entry.filter.toStdString();
    view.live = entry.live;
    view.shared = entry.shared;
    return view;
}

ViewEntry fromStore(const store::SavedView &view, const std::string &actor)
{
    return {toQString(view.owner), toQString(view.name), toQString(view.filter), view.live, view.shared,
        view.owner == actor, -1};
}

Result<QList<ViewEntry>> readViews(store::Store &store, ViewsOf desk)
{
    const auto views = store::listSavedViews(store, deskOf(desk));
    if (!views)
        return tl::unexpected<Error>(views.error());
    QList<ViewEntry> entries;
    for (const store::SavedView &view : *views)
        entries.append(fromStore(view, store.actor()));
    return entries;
}

} // namespace

SavedViews::SavedViews(StoreSession &session, ViewsOf desk, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_desk(desk)
    , m_reader(session.newReader(this))
    , m_counter(session.newReader(this))
{
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        if (m_stale)
            countWhenRested();
    });
    connect(&session, &StoreSession::changed, this, &SavedViews::refresh);
    connect(&session, &StoreSession::changed, this, &SavedViews::countWhenRested);
    connect(this, &SavedViews::changed, this, &SavedViews::countWhenRested);
    refresh();
}

Permissions &SavedViews::permissions() const
{
    return m_session.permissions();
}

void SavedViews::refresh()
{
    m_reader->ask(
        this, [desk = m_desk](store::Store &store) { return readViews(store, desk); },
        [this](Result<QList<ViewEntry>> views) {
            if (!views)
                return; // what went wrong with the store is said elsewhere
            bool same = views->size() == m_views.size();
            for (ViewEntry &view : *views) {
                const auto known = std::find_if(m_views.cbegin(), m_views.cend(),
                    [&](const ViewEntry &each) { return each.is(view) && each.filter == view.filter; });
                same = same && known != m_views.cend() && known->shared == view.shared
                    && known->live == view.live;
                if (known != m_views.cend())
                    view.count = known->count;
            }
            m_views = std::move(*views);
            if (!same)
                Q_EMIT changed();
        });
}

void SavedViews::count()
{
    const bool idle = m_toCount.isEmpty();
    m_toCount.clear();
    for (int i = 0; i < m_views.size(); ++i)
        m_toCount.append(i);
    if (idle) {
        m_counting.start();
        countNext();
    }
}

void SavedViews::keepCounted(bool on)
{
    m_kept = on;
    if (on)
        countWhenRested();
}

void SavedViews::countWhenRested()
{
    if (!m_kept || m_views.isEmpty())
        return;
    m_stale = !m_toCount.isEmpty() || m_rest.isActive();
    if (!m_stale)
        count();
}

void SavedViews::countNext()
{
    if (m_toCount.isEmpty()) {
        m_rest.start(static_cast<int>(std::min(m_counting.elapsed() * restFactor, longestRestMs)));
        return;
    }
    const ViewEntry view = m_views.value(m_toCount.first());
    m_counter->ask(
        this,
        [filter = view.filter.toStdString()](store::Store &store) { return countMatching(store, filter); },
        [this, view](const Result<qint64> &count) {
            if (!m_toCount.isEmpty())
                m_toCount.removeFirst();
            // The list may be another one by now.
            for (int i = 0; i < m_views.size(); ++i) {
                if (count && m_views[i].is(view) && m_views[i].filter == view.filter) {
                    m_views[i].count = *count;
                    Q_EMIT counted(i);
                }
            }
            countNext();
        });
}

template <class Change>
void SavedViews::change(Change change)
{
    m_session.writer().change(this, std::move(change), [this](const Status &status) {
        if (status)
            refresh();
        else
            Q_EMIT failed(errorText(status.error()));
    });
}

void SavedViews::save(const ViewEntry &view)
{
    change([view = toStore(view, m_desk)](store::Store &store) { return store::saveView(store, view); });
}

void SavedViews::rename(const ViewEntry &view, const QString &name)
{
    change([view = toStore(view, m_desk), name = name.toStdString()](
               store::Store &store) { return store::renameView(store, view, name); });
}

void SavedViews::setShared(const ViewEntry &view, bool shared)
{
    ViewEntry wanted = view;
    wanted.shared = shared;
    save(wanted);
}

void SavedViews::remove(const ViewEntry &view)
{
    const auto work = [view = toStore(view, m_desk)](store::Store &store) -> Result<ViewEntry> {
        const auto removed = store::removeView(store, view);
        if (!removed)
            return tl::unexpected<Error>(removed.error());
        ViewEntry back = fromStore(*removed, store.actor());
        // Somebody else's comes back as one's own.
        if (!back.own)
            back.owner.clear();
        return back;
    };
    m_session.writer().change(this, work, [this](const Result<ViewEntry> &removed) {
        if (!removed) {
            Q_EMIT failed(errorText(removed.error()));
            return;
        }
        m_undo.push(tr("deleted view %1").arg(removed->name), [this, back = *removed] { save(back); });
        refresh();
    });
}

} // namespace gatehouse::console
