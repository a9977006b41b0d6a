// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One quiet line above the queue: who handed over when, and how it begins. It opens the hand-over, and goes
// for whoever dismisses it until there is a newer one.

#include <QTimer>
#include <QWidget>

class QPushButton;

namespace gatehouse::console {

class Handovers;
class Preferences;

class HandoverLine : public QWidget {
    Q_OBJECT

public:
    // Both outlive the line; `store` says in which store something was dismissed.
    HandoverLine(Handovers &handovers, Preferences &preferences, QString store, QWidget *parent = nullptr);

Q_SIGNALS:
    void opened();

private:
    void refresh();
    void dismiss();
    Handovers &m_handovers;
    Preferences &m_preferences;
    const QString m_store;
    QPushButton *m_text;
    QTimer m_minute; // what is said of the time holds for a minute
};

} // namespace gatehouse::console
