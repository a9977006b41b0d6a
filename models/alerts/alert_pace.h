// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// When to disturb somebody about calls that came to wait: the first at once, what comes soon after it
// together, at most once a minute. A notice says how serious, which rule and whose key; never what a call
// said, since desktops keep and forward what they show.

#include "core/base/time.h"
#include "core/policy/verdict.h"

#include <QSet>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <vector>

namespace gatehouse::console {

struct Alert {
    QString id; // of the call
    Severity severity = Severity::Critical;
    QString rule; // the first that failed, "" when none did
    QString key, team;
};

struct AlertNotice {
    QString title, text;
    QString oldest; // the call it leads to
    friend bool operator==(const AlertNotice &, const AlertNotice &) = default;
};

class AlertPace {
public:
    static constexpr std::chrono::minutes betweenNotices{1};

    // A call that was told of once is not told of again.
    void add(const std::vector<Alert> &alerts);
    void drop(const QStringList &ids); // decided meanwhile
    void clear(); // somebody looks: they see what waits
    // What there is to say now, once.
    [[nodiscard]] std::optional<AlertNotice> take(Timestamp now);
    // How long until take() may have something to say; nothing while nobody waits.
    [[nodiscard]] std::optional<Micros> wait(Timestamp now) const;

private:
    std::vector<Alert> m_waiting; // oldest first
    QSet<QString> m_known;
    std::optional<Timestamp> m_last;
};

} // namespace gatehouse::console
