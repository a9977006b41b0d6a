// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Follows what comes to wait in the store while the console is open: how many open calls are critical, and,
// while nobody looks, notices of those that are new.
//
// It looks after each change of the store, and then rests for ten times as long as that took. What waited
// when the console was opened is counted and not told of.

#include "models/alerts/alert_pace.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <cstdint>

namespace gatehouse::store {
class Store;
}

namespace gatehouse::console {

class StoreReader;
class StoreSession;

// What one wants to be told of.
enum class AlertLevel { Off, Critical, High };

class AlertWatch : public QObject {
    Q_OBJECT

public:
    // `session` and `clock` outlive it.
    explicit AlertWatch(StoreSession &session, const Clock &clock = systemClock(), QObject *parent = nullptr);

    void setLevel(AlertLevel level);
    // While somebody looks nothing is said; what came until then is seen.
    void setWatched(bool watched);
    [[nodiscard]] qint64 openCritical() const { return m_openCritical; }
    // The filter that shows what notices are about.
    [[nodiscard]] QString filter() const;
    void sayWhatIsDue();

Q_SIGNALS:
    void openCriticalChanged(qint64 count);
    void noticed(const AlertNotice &notice);

private:
    struct News {
        std::vector<Alert> arrived;
        QStringList gone;
        std::int64_t upTo = 0;
        qint64 openCritical = 0;
        bool more = false;
    };
    [[nodiscard]] static Result<News> readNews(
        store::Store &store, const std::string &filter, std::int64_t since);
    void look();
    void take(const News &news);

    StoreReader *m_reader;
    const Clock &m_clock;
    AlertPace m_pace;
    AlertLevel m_level = AlertLevel::Critical;
    bool m_watched = true;
    std::int64_t m_since = -1; // changes up to here are known; -1: none yet
    qint64 m_openCritical = 0;
    bool m_asking = false, m_again = false;
    QElapsedTimer m_asked;
    QTimer m_rest; // until it may look again
    QTimer m_due; // until there is something to say
};

} // namespace gatehouse::console
