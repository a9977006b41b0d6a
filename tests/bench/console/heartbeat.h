// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Notices when the window's thread is busy: a beat every 4 ms, and the longest that one was late.

#include <QElapsedTimer>
#include <QTimer>

namespace gatehouse::bench {

class Heartbeat {
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, [this] { beat(); });
        m_timer.start(intervalMs);
        m_since.start();
    }
    // Milliseconds between two beats at worst since the last call.
    double worst()
    {
        beat();
        const double worst = m_worst;
        m_worst = 0;
        return worst;
    }

private:
    static constexpr int intervalMs = 4;
    void beat()
    {
        m_worst = std::max(m_worst, static_cast<double>(m_since.nsecsElapsed()) / 1e6);
        m_since.restart();
    }
    QTimer m_timer;
    QElapsedTimer m_since;
    double m_worst = 0;
};

} // namespace gatehouse::bench
