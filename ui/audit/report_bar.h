// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The report of a period: asks for the period and where to, shows how far it is, and can be stopped.

#include "models/audit/report_writer.h"
#include "ui/widgets/work_line.h"

namespace gatehouse::console {

class ReportBar : public WorkLine {
    Q_OBJECT

public:
    explicit ReportBar(StoreSession &session, QWidget *parent = nullptr);

    void ask();
    void start(const QString &file, int days);

Q_SIGNALS:
    void troubleSaid(const QString &problem);

private:
    ReportWriter m_writer;
};

} // namespace gatehouse::console
