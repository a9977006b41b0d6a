// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Adds sample data to a store, with progress, until it is done or cancelled.

#include "models/store_worker.h"

#include <atomic>
#include <memory>

namespace gatehouse::console {

class SampleData : public QObject {
    Q_OBJECT

public:
    explicit SampleData(const QString &location, QObject *parent = nullptr);
    ~SampleData() override; // cancels and waits; what is there stays

    void start(qint64 interactions);
    void cancel();

Q_SIGNALS:
    void progress(qint64 done, qint64 total);
    void finished(
        qint64 added, const QString &trouble); // `trouble` is empty when it went well or was cancelled

private:
    std::shared_ptr<std::atomic_bool> m_cancelled;
    StoreWriter m_writer; // its own: decisions made meanwhile do not queue behind it
};

} // namespace gatehouse::console
