// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The rules of a policy as a table whose mode, action, severity and threshold can be changed in place.
//
// The model never changes a document itself: setData() asks by editWanted(), and update() shows what came of
// it.

#include "models/policies/policy_entry.h"
#include "models/table_model.h"

namespace gatehouse::console {

class RulesModel final : public TableModel<RuleEntry> {
    Q_OBJECT

public:
    enum Column {
        StageColumn,
        Rule,
        Check,
        ModeColumn,
        ActionColumn,
        SeverityColumn,
        Threshold,
        Zones,
        ColumnCount
    };
    // Of a cell: the words to choose from, the ints they stand for in the same order, whether it differs from
    // what is published.
    enum Role { ChoiceWordsRole = SortRole + 1, ChoiceValuesRole, ChangedRole };

    explicit RulesModel(QObject *parent = nullptr);
    void update(std::vector<RuleEntry> rules);
    // Rules of the published policy: rows that differ from theirs are shown as changed.
    void setPublished(std::vector<RuleEntry> rules);
    void setEditable(bool editable);
    [[nodiscard]] int rowOf(const QString &rule) const; // -1 when there is none

    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    // EditRole: an int of the enum, or a number from 0 to 1 for the threshold. True when an edit was asked
    // for.
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

Q_SIGNALS:
    void editWanted(const gatehouse::RuleEdit &edit);

protected:
    [[nodiscard]] QVariant headerCell(int column, int role) const override;
    [[nodiscard]] QVariant cell(const RuleEntry &rule, int column, int role) const override;

private:
    [[nodiscard]] bool isChanged(const RuleEntry &rule, int column) const;

    std::vector<RuleEntry> m_published;
    bool m_editable = true;
};

} // namespace gatehouse::console
