// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a filter matches, however much that is: the base of the lists of Review and Explorer.
//
// The first page is there at once; how long the rest is comes to be known in the background, and any page of
// it is read when it is looked at. While it is, its rows are empty for a moment. In the order of time, rows
// that come or go are merged by id where they belong, so nothing is shown twice and nothing is lost. In any
// other order, and while not live, new ones are counted and wait.

#include "models/interactions/list_chunks.h"
#include "models/store_worker.h"
#include "models/table_role.h"
#include "store/interaction_order.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>

#include <functional>

namespace gatehouse::console {

class StoreSession;

class InteractionList : public QAbstractTableModel {
    Q_OBJECT

public:
    static constexpr int pageRows = 200;
    static constexpr int mostInRange = 2000; // decided one by one; more of them by their filter

    [[nodiscard]] const QString &filter() const { return m_filter; }
    void setFilter(const QString &filter); // starts anew; the text must be readable
    void reload();
    // A column that cannot be sorted by leaves the order as it is.
    void sort(int column, Qt::SortOrder order) override;
    [[nodiscard]] int sortColumn() const { return m_sortColumn; }
    [[nodiscard]] Qt::SortOrder sortOrder() const { return m_sortOrder; }
    // How many rows are known to match, and whether those are all.
    [[nodiscard]] int known() const { return m_chunks.rowCount(); }
    [[nodiscard]] bool isComplete() const { return m_complete; }
    // While rows are put in another order: how many were read so far; 0 otherwise.
    [[nodiscard]] int sorting() const { return m_sorting; }

    // Live: rows that come in are inserted. Not live: they are counted, and wait for takeNews.
    [[nodiscard]] bool isLive() const { return m_live; }
    void setLive(bool live);
    [[nodiscard]] int newsCount() const { return static_cast<int>(m_news.size()); }
    void takeNews();

    // Nothing above it is in the list; "" while that is empty.
    [[nodiscard]] const QString &newest() const { return m_newest; }
    [[nodiscard]] QDateTime newestTime() const; // that its id says

    // An empty row while its page is not here; dataChanged tells of it then.
    [[nodiscard]] const QueueRow &row(int position) const;
    [[nodiscard]] bool isHere(int position) const { return m_chunks.row(position) != nullptr; }
    [[nodiscard]] int positionOf(const QString &id) const; // -1 when its page is not here
    // This row stays and is kept current, whatever became of it, until another one is pinned: the one being
    // read.
    void setPinned(const QString &id);

    // What decisions about a row that is here go by: as the store said, also while a decision is in flight.
    [[nodiscard]] SeenReview seen(const QString &id) const;

    // The calls of the list from one to the other, those whose pages are not here among them, read in the
    // background. Which of those that are here lie between, the caller knows. `done` dies with `context`, and
    // with the list's present filter and order.
    using RangeDone = std::function<void(const Result<QList<SeenReview>> &)>;
    void readRange(const QString &from, const QString &to, const QObject *context, RangeDone done);

    // A decision in flight: the row shows `state` and leaves at once when the filter excludes that state.
    void expectState(const QString &id, const QString &state);
    // The decision is in the store, or failed: the row is again what the store says.
    void settle(const QStringList &ids);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const final;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const final;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const final;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const final;

Q_SIGNALS:
    void loaded(); // the first page is there (also when empty)
    void refreshed(); // changes were merged
    void knownChanged(); // known(), isComplete() or sorting()
    void newsCountChanged(int count);
    void failed(const QString &why);

protected:
    // `session` outlives the model.
    InteractionList(StoreSession &session, int columns, int timeColumn, QObject *parent);
    [[nodiscard]] virtual QVariant headerCell(int column, int role) const = 0;
    [[nodiscard]] virtual QVariant cell(const QueueRow &row, int column, int role) const = 0;
    [[nodiscard]] virtual std::optional<store::SortField> sortField(int column) const = 0;

private:
    struct FirstPage;
    struct Pages;
    [[nodiscard]] bool isByTime() const { return m_sortColumn == m_timeColumn; }
    [[nodiscard]] bool newestFirst() const { return m_sortOrder == Qt::DescendingOrder; }
    [[nodiscard]] store::Span spanOf(int chunk) const;
    void stop();

    // In the order of time.
    void readFirstPage();
    void takeFirstPage(FirstPage page);
    void walkOn();
    void takeMarks(const store::PageMarks &marks);
    // In another order.
    void sortOn(const std::shared_ptr<store::SortedWalk> &walk);
    void takeSorted(const std::vector<store::RowNumber> &numbers, std::vector<QueueRow> firstRows);

    // Pages that are looked at.
    void want(int chunk) const;
    void readWanted();
    void takePages(const Pages &pages);
    void takePage(int chunk, std::vector<QueueRow> rows);

    void readSpan(const QString &from, const QString &to, const QObject *context, RangeDone done);
    void readNumbers(int from, int to, const QObject *context, RangeDone done);

    // What changes meanwhile; see interaction_changes.cpp.
    void refresh();
    void takeChanges(const QStringList &changed, std::vector<QueueRow> matching);
    void takePinned(QueueRow row);
    void showExpected(QueueRow &row);
    void takeChange(const QString &id, const QueueRow *row);
    void takeSettled(QSet<QString> asked, std::vector<QueueRow> rows);
    void place(const QueueRow &row);
    void placeBeforeNeighbour(const QueueRow &row);
    void removeAt(int position);
    void insertNews(std::vector<QueueRow> rows);
    [[nodiscard]] bool isNews(const QString &id) const;
    void askSettled();
    void setNews(QSet<QString> news);

    StoreReader *m_pages;
    StoreReader *m_walker;
    StoreReader *m_refresher;
    StoreReader *m_settler;
    StoreReader *m_ranger;
    const int m_columns;
    const int m_timeColumn;
    int m_sortColumn;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
    QString m_filter;
    ListChunks m_chunks;
    quint64 m_layout = 0; // chunks are where they were as long as it is the same
    bool m_loaded = false;
    bool m_complete = false;
    int m_sorting = 0;
    std::size_t m_walkPages = 0; // of the next step of the walk
    mutable QList<int> m_wanted; // chunks, the one last looked at at the end
    mutable bool m_wantScheduled = false;
    bool m_fetching = false;

    qint64 m_since = 0; // changes up to here are merged
    bool m_refreshing = false;
    bool m_refreshAgain = false;
    bool m_live = true;
    QString m_newest; // the boundary of what is new
    QSet<QString> m_news;
    QString m_pinned;
    bool m_pinnedIsGone = false; // it does not match any more
    bool m_removing = false;
    QString m_leavesNext; // unpinned meanwhile
    QSet<QString> m_leaving; // decided here, commit pending, hidden by the filter
    QHash<QString, QString> m_neighbours; // of a row that left another order than time's: the one below it
    struct Expected {
        QString shown, stored; // states
    };
    QHash<QString, Expected> m_expected; // decided here, commit pending, still shown
    QSet<QString> m_toSettle;
    bool m_settling = false;
};

// Whether a row in `state` passes the filter's `state:` terms.
[[nodiscard]] bool filterAdmitsState(const QString &filter, const QString &state);

} // namespace gatehouse::console
