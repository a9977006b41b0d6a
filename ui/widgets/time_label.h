// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A time as people say it, with the exact one in the tool tip; keeps itself current.

#include <QDateTime>
#include <QLabel>

namespace gatehouse::console {

class TimeLabel : public QLabel {
    Q_OBJECT

public:
    explicit TimeLabel(QWidget *parent = nullptr);
    void setTime(const QDateTime &at);

private:
    void refresh();
    QDateTime m_at;
};

} // namespace gatehouse::console
