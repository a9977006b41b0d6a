// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Draws and edits the cells of the rule list: a list of words for mode, action and severity, a number for the
// threshold. What differs from the published policy is drawn bold.

#include "ui/widgets/severity_delegate.h"

namespace gatehouse::console {

class RuleDelegate : public SeverityDelegate {
    Q_OBJECT

public:
    explicit RuleDelegate(QObject *parent = nullptr);

    QWidget *createEditor(
        QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace gatehouse::console
