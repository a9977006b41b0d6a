// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The numbers of a hand-over: what was decided, and what waits by severity, each number leading to its calls.

#include "models/review/handovers.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace gatehouse::console {

class ShiftGrid : public QWidget {
    Q_OBJECT

public:
    explicit ShiftGrid(QWidget *parent = nullptr);
    // `login`: whose `mine` is; `own`: whether that is whoever looks.
    void setSummary(const store::ShiftSummary &summary, const QString &login, bool own);

Q_SIGNALS:
    void filterWanted(const QString &filter);

private:
    void addRow(const QString &name, const store::SeverityCounts &counts, const QString &filter);
    QLabel *m_decided;
    QGridLayout *m_grid = nullptr;
    QWidget *m_numbers = nullptr;
};

} // namespace gatehouse::console
