// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The limits of one subject being written, a row each.

#include "core/access/limit.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace gatehouse::console {

class LimitRow;

class LimitsEditor : public QWidget {
    Q_OBJECT

public:
    explicit LimitsEditor(QWidget *parent = nullptr);

    void setLimits(const std::vector<Limit> &limits);
    // Nothing when one of them can't be read: its row has the focus and says why.
    [[nodiscard]] std::optional<std::vector<Limit>> limits();
    void addRow();

Q_SIGNALS:
    void edited();

private:
    LimitRow *newRow();
    void removeRow(LimitRow *row);
    void showWhetherEmpty();
    QList<LimitRow *> m_rows;
    QVBoxLayout *m_column;
    QLabel *m_none;
    QPushButton *m_add;
    int m_made = 0;
};

} // namespace gatehouse::console
