// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a filter matches, collapsed: one row a group, the largest first. Read in the background slice by
// slice; the groups of the first slice are there at once.

#include "core/policy/verdict.h"
#include "models/table_model.h"

#include <QDateTime>
#include <QString>
#include <QTimer>

#include <memory>

namespace gatehouse::store {
class GroupWalk;
}

namespace gatehouse::console {

class StoreReader;
class StoreSession;

enum class Grouping { None, NearDuplicates, Conversation, Key, Rule, Payload, Application };
// As it is remembered, and back; None for any other word.
[[nodiscard]] QString nameOf(Grouping by);
[[nodiscard]] Grouping groupingFrom(const QString &name);

struct GroupRow {
    QString filter; // that finds its calls, "" where no filter can
    QString what;
    qint64 count = 0;
    Severity severity = Severity::Info; // the highest
    QDateTime newest;
};

class GroupsModel final : public TableModel<GroupRow> {
    Q_OBJECT

public:
    enum Column { SeverityColumn, CountColumn, WhatColumn, NewestColumn, NUM_COLUMNS };

    explicit GroupsModel(StoreSession &session, QObject *parent = nullptr);

    // Nothing to group by: no rows.
    void show(const QString &filter, Grouping by);
    [[nodiscard]] bool isComplete() const { return m_complete; }
    [[nodiscard]] qint64 groupCount() const { return m_groupCount; } // more than there are rows, when many

Q_SIGNALS:
    void changed(); // other rows, or all of them are there
    void failed(const QString &why);

protected:
    [[nodiscard]] QVariant headerCell(int column, int role) const override;
    [[nodiscard]] QVariant cell(const GroupRow &row, int column, int role) const override;

private:
    void readAnew();
    void walkOn(const std::shared_ptr<store::GroupWalk> &walk);

    StoreReader *m_reader;
    QTimer m_later;
    QString m_filter;
    Grouping m_by = Grouping::None;
    qint64 m_groupCount = 0;
    bool m_complete = false;
    bool m_reading = false;
};

} // namespace gatehouse::console
