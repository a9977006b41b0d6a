// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One open store, as the console sees it: where it is, a writer for changes, readers on demand, news of
// commits, and whether it can be reached.
//
// Lives on the GUI thread and outlives every page. Looks at the store's data version: of a file four times a
// second; of a server when it tells of a change, and once a second besides, since notices can be lost and
// calls that were recorded give none. `changed` comes at most four times a second, also for changes made by
// the console itself, and once after the store was first reached or reached again. A store that cannot be
// reached is asked again after a quarter of a second, then half a second, and so on up to 15 seconds;
// meanwhile the writer refuses every change at once.

#include "models/store_worker.h"
#include "models/system/permissions.h"
#include "store/capabilities.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QTimer>

#include <memory>
#include <optional>

namespace gatehouse::store {
class ChangeNotices;
}

namespace gatehouse::console {

class StoreSession : public QObject {
    Q_OBJECT

public:
    explicit StoreSession(QString location, QObject *parent = nullptr);
    ~StoreSession() override;

    // As it was given; an address may hold a password.
    [[nodiscard]] const QString &location() const { return m_location; }
    [[nodiscard]] QString shownLocation() const; // without secrets
    // As its connection profile is called; else the file's name without its ending, or the database's.
    [[nodiscard]] QString displayName() const;
    void setDisplayName(const QString &name) { m_displayName = name; }
    [[nodiscard]] StoreReader *newReader(QObject *owner) const; // owned by `owner`
    [[nodiscard]] StoreWriter &writer() { return m_writer; }
    // What is wrong with reaching the store, in words; empty when all is well.
    [[nodiscard]] const QString &trouble() const { return m_trouble; }
    [[nodiscard]] bool isOnline() const { return m_trouble.isEmpty(); }
    // Why a store that can be reached can only be read; empty when it can be changed.
    [[nodiscard]] const QString &readOnlyReason() const { return m_readOnlyReason; }
    // Why nothing can be changed now, for whatever reason; empty when it can.
    [[nodiscard]] const QString &refusal() const { return isOnline() ? m_readOnlyReason : m_trouble; }
    // Known with the first answer, and anew with every change in the store.
    [[nodiscard]] Permissions &permissions() { return m_permissions; }
    [[nodiscard]] QDateTime lastAnswer() const { return m_lastAnswer; } // invalid before the first
    [[nodiscard]] QDateTime nextTry() const { return m_nextTry; } // of a store that is not reached
    void tryNow();
    // Between looks that nothing was heard before.
    void setPollInterval(int milliseconds) { m_pollInterval = milliseconds; }

Q_SIGNALS:
    void changed();
    void troubleChanged(const QString &trouble);
    void nextTryChanged();
    void readOnlyReasonChanged();

private:
    void poll();
    void hear(); // the store told of a change, or may have while nobody listened
    struct Answer {
        std::int64_t version = 0;
        bool isReadOnly = false;
        std::optional<store::Capabilities> held = {}; // with a new version
    };
    void answered(const Result<Answer> &answer);
    void setReadOnly(bool readOnly);
    void goOffline(const Error &error);
    void setTrouble(const QString &trouble);

    const QString m_location;
    QString m_displayName;
    StoreWriter m_writer;
    Permissions m_permissions;
    StoreReader m_poller;
    QTimer m_timer; // runs out when the store is to be asked next
    int m_pollInterval;
    int m_waited = 0; // ms before the last try; 0 while online
    std::optional<std::int64_t> m_version;
    QString m_trouble, m_readOnlyReason;
    QDateTime m_lastAnswer, m_nextTry;
    QElapsedTimer m_asked;
    bool m_asking = false;
    bool m_heard = false; // while it was asked
    std::unique_ptr<store::ChangeNotices> m_notices; // last: its thread calls hear()
};

// Brings the store to the newest schema and sees to a published policy (the baseline); `mode` says whether it
// is made when it is missing. A store of a newer schema is left as it is, to be read. Runs in the calling
// thread, before there is a session.
[[nodiscard]] Status prepareStore(const QString &location, store::OpenMode mode = store::OpenMode::Create);

} // namespace gatehouse::console
