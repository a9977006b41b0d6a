// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How the queue's cells are painted: chips, marks for a decision, the cell that F filters by.

#include "ui/widgets/severity_delegate.h"

namespace gatehouse::console {

class QueueView;

class QueueDelegate : public SeverityDelegate {
    Q_OBJECT

public:
    explicit QueueDelegate(QueueView &view);
    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    QueueView &m_view;
};

} // namespace gatehouse::console
