// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One limit and how far it is used: words, a bar, and when it begins to count less.

#include "models/keys/limit_entry.h"

#include <QWidget>

class QLabel;
class QProgressBar;

namespace gatehouse::console {

class LimitMeter : public QWidget {
    Q_OBJECT

public:
    explicit LimitMeter(QWidget *parent = nullptr);
    void setEntry(const LimitEntry &entry);

private:
    QLabel *m_limit;
    QLabel *m_used;
    QProgressBar *m_bar;
    QLabel *m_reset;
};

} // namespace gatehouse::console
