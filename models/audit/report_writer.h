// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Reads the report of a period and has it drawn into a file, off the GUI thread, with progress and a way to
// stop.

#include "models/audit/period_report_view.h"

#include "core/base/error.h"

#include <QObject>

#include <atomic>
#include <functional>
#include <memory>

namespace gatehouse::console {

class StoreReader;
class StoreSession;

class ReportWriter final : public QObject {
    Q_OBJECT

public:
    // On a thread of the writer's own; asks between pages whether to stop, and leaves no file then.
    using Draw = std::function<Status(
        const QString &file, const PeriodReportView &report, const std::function<bool()> &stopped)>;

    // `session` outlives this.
    explicit ReportWriter(StoreSession &session, QObject *parent = nullptr);
    ~ReportWriter() override; // stops a running one

    // Of whole days in UTC: the last `days` up to and with today. One at a time.
    void start(const QString &file, int days, Draw draw);
    void cancel() { m_stop->store(true); }
    [[nodiscard]] bool isRunning() const { return m_running; }

Q_SIGNALS:
    void progressed(double share); // 0 to 1
    void finished(const QString &file);
    void cancelled();
    void failed(const QString &problem);

private:
    StoreReader *m_reader;
    std::shared_ptr<std::atomic_bool> m_stop;
    bool m_running = false;
};

} // namespace gatehouse::console
