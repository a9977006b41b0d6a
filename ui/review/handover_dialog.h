// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Hands a shift over: what was decided and what waits, a text for those who come, and what becomes of one's
// own calls. Beside it the hand-overs there were.

#include "models/review/handovers.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QTabWidget;

namespace gatehouse::console {

class ShiftGrid;

class HandoverDialog : public QDialog {
    Q_OBJECT

public:
    enum class Show { New, History };
    // `handovers` outlives the dialog.
    HandoverDialog(Handovers &handovers, Show first, QWidget *parent);
    void reject() override;

Q_SIGNALS:
    void filterWanted(const QString &filter);
    // It is kept; `count` calls that `filter` finds go to `to`, "" for nobody.
    void callsGivenAway(const QString &filter, const QString &to, qint64 count);

private:
    QWidget *buildNew();
    QWidget *buildHistory();
    ShiftGrid *newGrid();
    void take(const Result<Handovers::Now> &now);
    void showEntry(int row);
    void send();
    void answer(const QString &trouble);
    void refresh();

    Handovers &m_handovers;
    Handovers::Now m_now;
    QTabWidget *m_tabs;
    ShiftGrid *m_grid, *m_before;
    QPlainTextEdit *m_text;
    QComboBox *m_mine;
    QLineEdit *m_to;
    QLabel *m_trouble;
    QListWidget *m_list;
    QLabel *m_shown;
    QPushButton *m_send;
    bool m_there = false, m_sending = false;
};

} // namespace gatehouse::console
