// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The review queue: what a filter matches, newest first, paged by key and kept current while it is looked at.
//
// Nothing is shown twice and nothing is lost: a refresh reads the whole loaded region again and merges it by
// id, so a call committed late appears in its place, and one that no longer matches goes (unless it is
// pinned).

#include "models/review/queue_row.h"
#include "models/store_worker.h"
#include "models/table_model.h"

#include <QMap>
#include <QSet>

namespace gatehouse::console {

class StoreSession;

class QueueModel : public TableModel<QueueRow> {
    Q_OBJECT

public:
    enum Column {
        SeverityColumn,
        TimeColumn,
        VerdictColumn,
        CheckColumn,
        TeamColumn,
        SnippetColumn,
        ModelColumn,
        NUM_COLUMNS
    };

    explicit QueueModel(StoreSession &session, QObject *parent = nullptr);

    [[nodiscard]] const QString &filter() const { return m_filter; }
    void setFilter(const QString &filter); // starts anew; the text must be readable
    void reload();

    // Live: rows that come in are inserted. Not live: they are counted, and wait for takeNews.
    [[nodiscard]] bool isLive() const { return m_live; }
    void setLive(bool live);
    [[nodiscard]] int newsCount() const { return m_newsCount; }
    void takeNews();

    [[nodiscard]] int positionOf(const QString &id) const; // -1 when not loaded
    // This row stays and is kept current, whatever became of it, until another one is pinned: the one being
    // read.
    void setPinned(const QString &id);

    // What decisions about a loaded row go by: as the store said, also while a decision is in flight.
    [[nodiscard]] SeenReview seen(const QString &id) const;

    // A decision in flight: the row shows `state` and leaves at once when the filter excludes that state.
    void expectState(const QString &id, const QString &state);
    // The decision is in the store, or failed: the row is again what the store says.
    void settle(const QStringList &ids);

    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void loaded(); // the first page of the filter is there (also when empty)
    void refreshed(); // a merge is done
    void newsCountChanged(int count);
    void failed(const QString &why);

protected:
    [[nodiscard]] QVariant headerCell(int column, int role) const override;
    [[nodiscard]] QVariant cell(const QueueRow &row, int column, int role) const override;

private:
    void refresh();
    void merge(std::vector<QueueRow> fresh, const QString &floor);
    void mergeRows(std::vector<QueueRow> fresh, const QString &floor);
    void takePage(std::vector<QueueRow> page);
    void setNewsCount(int count);
    [[nodiscard]] QString regionFloor() const;
    [[nodiscard]] static QVariant displayCell(const QueueRow &row, int column);
    [[nodiscard]] static QVariant filterCell(const QueueRow &row, int column, int role);

    StoreReader *m_pages;
    StoreReader *m_refresher;
    QString m_filter;
    QString m_pinned;
    QString m_newest; // the boundary while not live
    QSet<QString> m_leaving; // decided here, commit pending, hidden by the filter
    struct Expected {
        QString shown, stored; // states
    };
    QMap<QString, Expected> m_expected; // decided here, commit pending, still shown
    int m_newsCount = 0;
    bool m_live = true;
    bool m_loaded = false;
    bool m_fetching = false;
    bool m_exhausted = false;
    bool m_refreshing = false;
    bool m_refreshAgain = false;
};

// Whether a row in `state` passes the filter's `state:` terms.
[[nodiscard]] bool filterAdmitsState(const QString &filter, const QString &state);

} // namespace gatehouse::console
