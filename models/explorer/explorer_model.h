// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Every interaction a filter matches, by time, fetched page by page as the view scrolls; new ones join while
// they come.

#include "core/policy/verdict.h"
#include "models/table_model.h"

#include <QDateTime>
#include <QStringList>
#include <QTimer>

namespace gatehouse::console {

class StoreReader;
class StoreSession;

// An index row, as a list shows it; never a prompt.
struct ExplorerRow {
    QString id;
    QDateTime at;
    VerdictKind verdict = VerdictKind::Allowed;
    Severity severity = Severity::Info;
    QString check; // kind of the strongest result, empty when none
    QString team, environment, useCase, key, model;
    QString outcome; // the store's word
    QString snippet;
    qint64 tokens = 0;
    qint64 latencyUs = 0;
    bool pending = false;

    friend bool operator==(const ExplorerRow &, const ExplorerRow &) = default;
};

class ExplorerModel final : public TableModel<ExplorerRow> {
    Q_OBJECT

public:
    enum Column {
        At,
        SeverityColumn,
        VerdictColumn,
        Check,
        Team,
        UseCase,
        Model,
        OutcomeColumn,
        Tokens,
        Latency,
        Text,
        ColumnCount
    };
    static constexpr std::size_t pageSize = 200;
    static constexpr int newsOverlap = 100; // rows read again for calls that were committed late

    // `session` outlives the model. Asks nothing before setFilter().
    explicit ExplorerModel(StoreSession &session, QObject *parent = nullptr);

    void setFilter(const QString &filter);
    [[nodiscard]] const QString &filter() const { return m_filter; }
    [[nodiscard]] bool isOldestFirst() const { return m_oldestFirst; }
    [[nodiscard]] qint64 total() const { return m_total; } // matching; -1 while it is being counted

    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    // Only by time: any other column leaves the order as it is.
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    void loaded(); // the first page of a filter is here
    void loadFailed(const QString &problem);
    void totalChanged(qint64 total);

protected:
    [[nodiscard]] QVariant headerCell(int column, int role) const override;
    [[nodiscard]] QVariant cell(const ExplorerRow &row, int column, int role) const override;

private:
    void restart();
    void readNews();
    void takeNews(std::vector<ExplorerRow> news); // newest first
    void readPending();
    void takeUpdates(const std::vector<ExplorerRow> &rows);
    void count();

    StoreReader *m_pages;
    StoreReader *m_news;
    StoreReader *m_updates;
    StoreReader *m_counter;
    QTimer m_pause;
    QString m_filter;
    qint64 m_total = -1;
    bool m_oldestFirst = false;
    bool m_started = false;
    bool m_loaded = false;
    bool m_complete = false;
    bool m_fetching = false;
};

} // namespace gatehouse::console
