// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One limit being written: how much, of what, in which time, by which clock.

#include "core/access/limit.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace gatehouse::console {

class RaiseFields;

class LimitRow : public QWidget {
    Q_OBJECT

public:
    // A number goes into the accessible names, so that rows can be told apart.
    explicit LimitRow(int number, QWidget *parent = nullptr);

    void setLimit(const Limit &limit);
    // As core reads limits everywhere; a problem is said under the row.
    [[nodiscard]] Result<Limit> limit();
    void say(const QString &problem);
    void focusAmount();

Q_SIGNALS:
    void edited();
    void removeWanted();

private:
    void nameControls(int number);
    void followUnit();
    void followPeriod();
    void showPeriod(const LimitPeriod &period);
    [[nodiscard]] std::string text() const;
    QLineEdit *m_amount;
    QComboBox *m_unit;
    QLabel *m_per;
    QComboBox *m_period;
    QComboBox *m_clock;
    QToolButton *m_raising; // whether it is raised for a while
    QToolButton *m_remove;
    RaiseFields *m_raise;
    QLabel *m_problem;
};

} // namespace gatehouse::console
