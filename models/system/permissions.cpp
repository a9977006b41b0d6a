// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/system/permissions.h"

#include "store/capabilities.h"

#include <array>

namespace gatehouse::console {

namespace {

using store::Capability;

// In the order of Right.
constexpr std::array<Capability, rightCount> asked{Capability::ReadContent, Capability::Review,
    Capability::ChangeKeys, Capability::ChangeNames, Capability::DraftPolicies, Capability::PublishPolicies,
    Capability::ReadAudit, Capability::VerifyAudit, Capability::ChangeProviders, Capability::ChangeSettings};

std::size_t place(Right right)
{
    return static_cast<std::size_t>(right);
}

bool isReading(Right right)
{
    return right == Right::ReadContent || right == Right::ReadAudit || right == Right::VerifyAudit;
}

// As store/postgres/access/people.sql gives them out; what reaches beyond a team takes a person of all teams.
// An administrator may do all of it.
QString whoCould(Right right)
{
    switch (right) {
    case Right::ReadContent:
        return Permissions::tr("Needs a viewer, an analyst, a policy author or an auditor.");
    case Right::Review:
        return Permissions::tr("Needs an analyst.");
    case Right::ChangeKeys:
        return Permissions::tr("Needs a key administrator.");
    case Right::ChangeNames:
        return Permissions::tr("Needs a key administrator of all teams.");
    case Right::DraftPolicies:
        return Permissions::tr("Needs a policy author.");
    case Right::PublishPolicies:
        return Permissions::tr("Needs a policy author of all teams.");
    case Right::ReadAudit:
        return Permissions::tr("Needs an auditor.");
    case Right::VerifyAudit:
        return Permissions::tr("Needs an auditor of all teams.");
    case Right::ChangeProviders:
    case Right::ChangeSettings:
        break;
    }
    return Permissions::tr("Needs an administrator of all teams.");
}

} // namespace

Permissions::Permissions(QObject *parent)
    : QObject(parent)
{
    m_held.set();
}

QString Permissions::whyNot(Right right) const
{
    if (!m_held.test(place(right)))
        return whoCould(right);
    return isReading(right) ? QString() : m_readOnlyReason;
}

void Permissions::setHeld(const store::Capabilities &held)
{
    std::bitset<rightCount> rights;
    for (std::size_t i = 0; i < asked.size(); ++i)
        rights.set(i, held.may(asked.at(i)));
    if (rights == m_held)
        return;
    const bool content = rights.test(place(Right::ReadContent));
    const bool other = content != m_held.test(place(Right::ReadContent));
    m_held = rights;
    if (other)
        Q_EMIT contentRightChanged();
    Q_EMIT changed();
}

void Permissions::setReadOnlyReason(const QString &reason)
{
    if (reason == m_readOnlyReason)
        return;
    m_readOnlyReason = reason;
    Q_EMIT changed();
}

} // namespace gatehouse::console
