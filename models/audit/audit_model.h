// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The audit log as a table, newest first; pages are fetched by key as the view scrolls.

#include "models/audit/audit_item.h"
#include "models/table_model.h"

namespace gatehouse::console {

class StoreReader;
class StoreSession;

class AuditModel final : public TableModel<AuditItem> {
    Q_OBJECT

public:
    enum Column { Seq, At, Actor, Action, Object, Reason, ColumnCount };
    static constexpr std::size_t pageSize = 200;

    // `session` outlives the model. Reads at once; entries made later are added on top.
    explicit AuditModel(StoreSession &session, QObject *parent = nullptr);

    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void loaded(); // the first page is here
    void loadFailed(const QString &problem);

protected:
    [[nodiscard]] QVariant headerCell(int column, int role) const override;
    [[nodiscard]] QVariant cell(const AuditItem &item, int column, int role) const override;

private:
    void readNews();

    StoreReader *m_news;
    StoreReader *m_older;
    bool m_loaded = false;
    bool m_complete = false;
    bool m_fetching = false;
};

} // namespace gatehouse::console
