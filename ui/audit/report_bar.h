// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The report of a period: asks for the period and where to, shows how far it is, and can be stopped.

#include "models/audit/report_writer.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace gatehouse::console {

class ReportBar : public QWidget {
    Q_OBJECT

public:
    explicit ReportBar(StoreSession &session, QWidget *parent = nullptr);

    void ask();
    void start(const QString &file, int days);

Q_SIGNALS:
    void troubleSaid(const QString &problem);

private:
    void say(const QString &text);

    ReportWriter m_writer;
    QLabel *m_text;
    QProgressBar *m_progress;
    QPushButton *m_stop;
};

} // namespace gatehouse::console
