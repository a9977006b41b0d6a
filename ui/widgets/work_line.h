// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One line about work that takes a while: what is done, how far it is, a button that stops it; afterwards
// what came of it. Hidden until there is some.

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace gatehouse::console {

class WorkLine : public QWidget {
    Q_OBJECT

public:
    // The words of the button that stops it, and what the progress is called to those who can't see it.
    WorkLine(const QString &stop, const QString &progress, QWidget *parent = nullptr);

protected:
    void begin(const QString &text); // at nothing done
    void setText(const QString &text);
    void setShare(double done); // 0 to 1
    void end(const QString &text);

Q_SIGNALS:
    void stopWanted();

private:
    QLabel *m_text;
    QProgressBar *m_progress;
    QPushButton *m_stop;
};

} // namespace gatehouse::console
