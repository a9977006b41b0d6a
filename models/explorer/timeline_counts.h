// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The calls a filter matches over time, counted off the GUI thread and told as far as they are counted.

#include "models/overview/overview_data.h"
#include "store/timeline.h"

#include <QObject>
#include <QString>
#include <QTimer>

namespace gatehouse::console {

class StoreReader;
class StoreSession;

class TimelineCounts final : public QObject {
    Q_OBJECT

public:
    // `session` outlives it.
    explicit TimelineCounts(StoreSession &session, QObject *parent = nullptr);

    // A text the filter language can read. What runs for another is cancelled.
    void setFilter(const QString &filter);
    [[nodiscard]] std::vector<VerdictStep> steps() const; // oldest first
    [[nodiscard]] bool isCounting() const { return m_timeline.uncounted > 0; }

Q_SIGNALS:
    void changed();
    void failed(const QString &problem);

private:
    void begin();
    void goOn();
    void take(Result<store::Timeline> &&timeline);

    StoreReader *m_reader;
    QTimer m_pause;
    store::Filter m_filter;
    store::Timeline m_timeline;
};

} // namespace gatehouse::console
