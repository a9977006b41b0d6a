// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Reads what the Overview shows, off the GUI thread, and again as the store changes (at most every two
// seconds).

#include "models/overview/overview_data.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace gatehouse::console {

class StoreReader;
class StoreSession;

class OverviewReader final : public QObject {
    Q_OBJECT

public:
    // `session` outlives the reader.
    explicit OverviewReader(StoreSession &session, QObject *parent = nullptr);

    void setPeriod(Period period);
    [[nodiscard]] Period period() const { return m_period; }
    [[nodiscard]] const std::optional<OverviewData> &data() const { return m_data; }
    void refresh();

Q_SIGNALS:
    void loaded(const gatehouse::console::OverviewData &data); // only when something changed
    void loadFailed(const QString &problem);

private:
    StoreReader *m_reader;
    QTimer m_pause;
    Period m_period = Period::Day;
    std::optional<OverviewData> m_data;
};

} // namespace gatehouse::console
