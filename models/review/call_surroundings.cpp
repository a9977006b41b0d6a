// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/review/call_surroundings.h"

#include "models/store_session.h"
#include "models/system/permissions.h"
#include "models/text.h"
#include "store/likeness.h"

namespace gatehouse::console {

namespace {

constexpr std::size_t namesShown = 5;
constexpr std::chrono::milliseconds pause{100}; // who goes on at once did not want to know

QList<SpreadView> spreadOf(const std::vector<store::Spread> &spread, const QString &field)
{
    QList<SpreadView> views;
    for (std::size_t i = 0; i < std::min(spread.size(), namesShown); ++i)
        views.append({toQString(spread[i].name), spread[i].count, field});
    return views;
}

QString entryInWords(const store::AuditEntry &entry)
{
    const QString reason = entry.reason.empty() ? QString() : QStringLiteral(": ") + toQString(entry.reason);
    return QStringLiteral("%1 · %2 · %3%4")
        .arg(relativeTime(toDateTime(entry.at)), toQString(entry.action),
            toQString(entry.actor).section(QLatin1Char(':'), -1), reason);
}

void addCampaign(Surroundings &view, const store::Campaign &campaign)
{
    view.campaignCalls = campaign.calls;
    view.isWhole = campaign.isWhole;
    view.first = toDateTime(campaign.first);
    view.last = toDateTime(campaign.last);
    view.overTime = {campaign.overTime.begin(), campaign.overTime.end()};
    view.teams = spreadOf(campaign.teams, QStringLiteral("team"));
    view.useCases = spreadOf(campaign.useCases, QStringLiteral("usecase"));
    view.keys = spreadOf(campaign.keys, QStringLiteral("key"));
    view.teamCount = static_cast<qsizetype>(campaign.teams.size());
    view.useCaseCount = static_cast<qsizetype>(campaign.useCases.size());
    view.keyCount = static_cast<qsizetype>(campaign.keys.size());
}

Result<Surroundings> readSurroundings(store::Store &store, const QString &id)
{
    const InteractionId call{id.toStdString()};
    const auto context = store::callContext(store, call);
    if (!context)
        return tl::unexpected<Error>(context.error());
    const auto campaign = store::campaignOf(store, call);
    if (!campaign)
        return tl::unexpected<Error>(campaign.error());
    Surroundings view;
    view.id = id;
    view.at = toDateTime(context->at);
    view.group = context->group ? toQString(store::groupText(*context->group)) : QString();
    view.waitingLikeIt = context->ofGroup.waiting;
    view.keyHours = {context->keyHours.begin(), context->keyHours.end()};
    view.ofKey = decidedInWords(context->ofKey);
    view.ofTeam = decidedInWords(context->ofTeam);
    view.ofGroup = decidedInWords(context->ofGroup);
    view.endUser = toQString(context->endUser.name);
    view.endUserDay = context->endUser.lastDay;
    view.ofEndUser = decidedInWords(context->endUser.decided);
    for (const store::AuditEntry &entry : context->changes)
        view.changes.append(entryInWords(entry));
    addCampaign(view, *campaign);
    return view;
}

} // namespace

QString decidedInWords(const store::Decided &decided)
{
    using store::Disposition;
    QStringList words;
    const auto of = [&](Disposition disposition) {
        return static_cast<int>(decided.by.at(static_cast<std::size_t>(disposition)));
    };
    if (const int n = of(Disposition::TruePositive); n > 0)
        words.append(CallSurroundings::tr("%n true positive(s)", nullptr, n));
    if (const int n = of(Disposition::FalsePositive); n > 0)
        words.append(CallSurroundings::tr("%n false positive(s)", nullptr, n));
    if (const int n = of(Disposition::Benign); n > 0)
        words.append(CallSurroundings::tr("%n benign", nullptr, n));
    if (const int n = of(Disposition::Duplicate); n > 0)
        words.append(CallSurroundings::tr("%n duplicate(s)", nullptr, n));
    if (const int n = of(Disposition::None); n > 0)
        words.append(CallSurroundings::tr("%n closed", nullptr, n));
    if (decided.waiting > 0)
        words.append(CallSurroundings::tr("%n waiting", nullptr, static_cast<int>(decided.waiting)));
    return words.join(QStringLiteral(" · "));
}

CallSurroundings::CallSurroundings(StoreSession &session, QObject *parent)
    : QObject(parent)
    , m_permissions(session.permissions())
    , m_reader(session.newReader(this))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &CallSurroundings::read);
}

void CallSurroundings::show(const QString &id)
{
    if (id == m_id)
        return;
    m_id = id;
    m_reader->cancel();
    m_pause.stop();
    m_now.reset();
    Q_EMIT changed();
    if (!id.isEmpty())
        m_pause.start();
}

void CallSurroundings::read()
{
    if (!m_permissions.whyNot(Right::ReadContent).isEmpty())
        return;
    m_reader->ask(
        this, [id = m_id](store::Store &store) { return readSurroundings(store, id); },
        [this, id = m_id](Result<Surroundings> view) {
            if (id != m_id || !view)
                return;
            m_now = std::move(*view);
            Q_EMIT changed();
        });
}

} // namespace gatehouse::console
