// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policies/exception_removals.h"

#include "models/policies/exception_desk.h"
#include "models/text.h"

namespace gatehouse::console {

// Made again, an exception has another id.
struct ExceptionRemovals::Removal {
    QString id, rule;
};

ExceptionRemovals::ExceptionRemovals(ExceptionDesk &desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
{
}

void ExceptionRemovals::remove(const ExceptionEntry &entry)
{
    take(std::make_shared<Removal>(Removal{entry.id, entry.rule}), false);
}

void ExceptionRemovals::take(const RemovalPtr &removal, bool again)
{
    ++m_asked;
    m_desk.remove(removal->id, this, [this, removal, again](const Status &removed) {
        if (removed && !again)
            m_undo.push(
                tr("removed the exception from %1").arg(removal->rule),
                [this, removal] { giveBack(removal); }, [this, removal] { take(removal, true); });
        settle(removed ? nullptr : &removed.error(),
            tr("The exception from %1 is removed: the rule acts again.").arg(removal->rule), removal->id);
    });
}

void ExceptionRemovals::giveBack(const RemovalPtr &removal)
{
    ++m_asked;
    m_desk.addAgain(removal->id, this, [this, removal](const Result<ExceptionEntry> &entry) {
        if (entry)
            removal->id = entry->id;
        settle(entry ? nullptr : &entry.error(),
            tr("The exception from %1 is made again, as it was.").arg(removal->rule), removal->id);
    });
}

void ExceptionRemovals::settle(const Error *trouble, const QString &what, const QString &id)
{
    --m_asked;
    if (trouble)
        Q_EMIT failed(errorText(*trouble));
    else
        Q_EMIT done(what, id);
}

} // namespace gatehouse::console
