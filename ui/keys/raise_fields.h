// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How much more than its amount a limit allows for a while, and until when.

#include "core/access/limit.h"

#include <QWidget>

class QDateTimeEdit;
class QLineEdit;

namespace gatehouse::console {

class RaiseFields : public QWidget {
    Q_OBJECT

public:
    // The number of its limit, for the accessible names.
    explicit RaiseFields(int number, QWidget *parent = nullptr);

    void setRaise(const LimitRaise &raise, LimitUnit unit);
    // What stands behind a limit's own words: "+5 until 2026-12-01T08:00:00Z".
    [[nodiscard]] std::string text() const;
    void focusAmount();

Q_SIGNALS:
    void edited();

private:
    QLineEdit *m_amount;
    QDateTimeEdit *m_until;
    std::optional<Timestamp> m_given; // what m_until was set to, finer than it shows
};

} // namespace gatehouse::console
