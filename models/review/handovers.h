// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What shifts told one another, as the console shows it: the newest, all of them, and a new one.

#include "core/base/error.h"
#include "store/handovers.h"

#include <QDateTime>
#include <QObject>
#include <QString>

#include <functional>
#include <optional>

namespace gatehouse::console {

class Permissions;
class StoreReader;
class StoreSession;

struct HandoverEntry {
    QString author; // login
    QDateTime at;
    QString text;
    store::ShiftSummary summary;
    bool own = false; // by whoever is at the console
    friend bool operator==(const HandoverEntry &, const HandoverEntry &) = default;
};

class Handovers : public QObject {
    Q_OBJECT

public:
    // `session` outlives it. Reads the newest at once, and again whenever the store changes.
    explicit Handovers(StoreSession &session, QObject *parent = nullptr);

    [[nodiscard]] const std::optional<HandoverEntry> &newest() const { return m_newest; }
    [[nodiscard]] Permissions &permissions() const;

    struct Now {
        QString login; // whose `mine` is
        store::ShiftSummary summary;
        QList<HandoverEntry> before; // newest first
    };
    // What a hand-over would say at this moment, and those there were. `done` dies with `context`.
    void look(const QObject *context, std::function<void(const Result<Now> &)> done);
    // `done` is told what went wrong, or nothing.
    void add(const QString &text, const QObject *context, std::function<void(const QString &trouble)> done);

Q_SIGNALS:
    void changed(); // another one is the newest

private:
    void refresh();
    StoreSession &m_session;
    StoreReader *m_reader, *m_looker;
    std::optional<HandoverEntry> m_newest;
};

// What waits and is assigned to this login, in the filter language.
[[nodiscard]] QString filterOfTheirs(const QString &login);

} // namespace gatehouse::console
