// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One open store, as the console sees it: where it is, a writer for changes, readers on demand, and news of
// commits.
//
// Lives on the GUI thread and outlives every page. Polls the store's data version; `changed` comes at most
// four times a second, also for changes made by the console itself, and once after the store was first
// reached.

#include "models/store_worker.h"

#include <QTimer>

#include <optional>

namespace gatehouse::console {

class StoreSession : public QObject {
    Q_OBJECT

public:
    explicit StoreSession(QString location, QObject *parent = nullptr);

    // As it was given; an address may hold a password.
    [[nodiscard]] const QString &location() const { return m_location; }
    [[nodiscard]] QString shownLocation() const; // without secrets
    [[nodiscard]] QString displayName() const; // the file's name without its ending, or the database's
    [[nodiscard]] StoreReader *newReader(QObject *owner) const; // owned by `owner`
    [[nodiscard]] StoreWriter &writer() { return m_writer; }
    // What is wrong with reaching the store, in words; empty when all is well.
    [[nodiscard]] const QString &trouble() const { return m_trouble; }
    void setPollInterval(int milliseconds) { m_timer.setInterval(milliseconds); }

Q_SIGNALS:
    void changed();
    void troubleChanged(const QString &trouble);

private:
    void poll();
    void setTrouble(const QString &trouble);

    const QString m_location;
    StoreWriter m_writer;
    StoreReader m_poller;
    QTimer m_timer;
    std::optional<std::int64_t> m_version;
    QString m_trouble;
    bool m_asking = false;
};

// Makes the store when it is missing, brings it to the newest schema, and sees to a published policy (the
// baseline). Runs in the calling thread; the console calls it before the first page is made.
[[nodiscard]] Status prepareStore(const QString &location);

} // namespace gatehouse::console
