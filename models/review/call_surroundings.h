// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What surrounds the call that is being read: its key's last day, how calls like it were decided, what was
// changed lately, and how far what it says has spread. Read in the background, dropped when another call is
// shown first.

#include "store/call_context.h"

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <optional>

namespace gatehouse::console {

class Permissions;
class StoreReader;
class StoreSession;

// A name, how many calls, and the term of the filter language that finds them.
struct SpreadView {
    QString name;
    qint64 count = 0;
    QString field;
};

struct Surroundings {
    QString id;
    QString group; // of near-duplicates, as the filter names it; "" when it has none
    qint64 waitingLikeIt = 0; // in its group, itself included
    QDateTime at; // of the call
    QList<qint64> keyHours; // up to then
    QString ofKey, ofTeam, ofGroup; // how calls were decided, in words; "" when there are none
    QString endUser; // "" when no token named one
    qint64 endUserDay = 0; // calls in the 24 hours before
    QString ofEndUser;
    QStringList changes; // newest first, in words
    qint64 campaignCalls = 0;
    bool isWhole = true;
    QDateTime first, last;
    QList<qint64> overTime;
    QList<SpreadView> teams, useCases, keys; // most first, a few
    qsizetype teamCount = 0, useCaseCount = 0, keyCount = 0;
};

// "3 false positives, 1 benign, 12 waiting"; "" when there are none.
[[nodiscard]] QString decidedInWords(const store::Decided &decided);

class CallSurroundings : public QObject {
    Q_OBJECT

public:
    explicit CallSurroundings(StoreSession &session, QObject *parent = nullptr);

    void show(const QString &id); // "" for none; read when one stays with it for a moment
    // Of the call shown; nothing while it is read, or when it can't be.
    [[nodiscard]] const std::optional<Surroundings> &now() const { return m_now; }

Q_SIGNALS:
    void changed();

private:
    void read();
    const Permissions &m_permissions;
    StoreReader *m_reader;
    QTimer m_pause;
    QString m_id;
    std::optional<Surroundings> m_now;
};

} // namespace gatehouse::console
