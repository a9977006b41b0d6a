// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The queue's table: keeps its place by id while rows come and go, and knows what is marked for a decision.

#include "models/review/queue_row.h"
#include "ui/widgets/data_table.h"

#include <QHash>
#include <QStringList>

namespace gatehouse::console {

class QueueModel;

class QueueView : public DataTable {
    Q_OBJECT

public:
    explicit QueueView(QueueModel &queue, QWidget *parent = nullptr);

    [[nodiscard]] QString currentId() const;
    [[nodiscard]] QString idAfter(
        int steps) const; // of the row that many below the current one; "" past the ends
    void goTo(const QString &id);
    void step(int rows);
    void showOrder(); // the queue's, on the header

    // Marks (X, Shift+X, *). With none, decisions are about the current row.
    void toggleMark();
    void markRange(); // from the last one marked to the current one
    void markAllMatching(bool all);
    void mark(const QStringList &ids); // those that are there, besides what is marked
    void clearMarks();
    [[nodiscard]] bool isMarked(const QString &id) const { return m_allMatching || m_marked.contains(id); }
    [[nodiscard]] bool allMatching() const { return m_allMatching; }
    [[nodiscard]] qsizetype markedCount() const { return m_marked.size(); }
    [[nodiscard]] QStringList chosenIds() const; // marked ones, else the current one

    // The same as they are shown, or were when they were marked.
    [[nodiscard]] QList<SeenReview> chosen() const;

    // The row to read after these are decided: the next one below, else above.
    [[nodiscard]] QString successorOf(const QStringList &ids) const;

Q_SIGNALS:
    void currentIdChanged(const QString &id);
    void marksChanged(int count);
    void troubleSaid(const QString &text);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    [[nodiscard]] bool mustShow(int column) const override;

private:
    void markRows(int first, int last);
    void readRange();
    void takeCurrent();
    void sortByColumn(int column);
    void restorePlace();
    void holdStill(int first, int last);
    QueueModel &m_queue;
    QString m_currentId;
    SeenReview m_lastMarked; // where a range begins
    QHash<QString, SeenReview> m_marked;
    bool m_allMatching = false;
    quint64 m_selection = 0; // another one whenever all marks go
};

} // namespace gatehouse::console
