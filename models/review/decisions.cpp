// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/review/decision_change.h"
#include "models/review/own_decisions.h"
#include "models/store_session.h"
#include "models/text.h"
#include "store/interactions.h"
#include "store/reviews.h"

#include <QPointer>

#include <algorithm>

namespace gatehouse::console {

namespace {

QStringList idsOf(const QList<SeenReview> &calls)
{
    QStringList ids;
    for (const SeenReview &call : calls)
        ids.append(call.id);
    return ids;
}

std::vector<store::SeenCall> toSeen(const QList<SeenReview> &shown)
{
    std::vector<store::SeenCall> calls;
    for (const SeenReview &call : shown) {
        calls.push_back({{call.id.toStdString()},
            store::reviewStateFromName(call.state.toStdString()).value_or(store::ReviewState::None),
            store::dispositionFromName(call.disposition.toStdString()).value_or(store::Disposition::None),
            call.assignee.toStdString()});
    }
    return calls;
}

std::vector<InteractionId> toIds(const QStringList &ids)
{
    std::vector<InteractionId> out;
    for (const QString &id : ids)
        out.push_back({id.toStdString()});
    return out;
}

Result<store::ReviewUndo> apply(
    store::Store &store, const std::vector<store::SeenCall> &calls, const Decision &decision)
{
    const std::string detail = decision.detail.toStdString();
    switch (decision.kind) {
    case DecisionKind::Confirm:
        return store::resolve(store, calls, store::Disposition::TruePositive, detail);
    case DecisionKind::Dismiss:
        return store::resolve(store, calls, store::Disposition::FalsePositive, detail);
    case DecisionKind::Benign:
        return store::resolve(store, calls, store::Disposition::Benign, detail);
    case DecisionKind::Duplicate:
        return store::resolve(store, calls, store::Disposition::Duplicate, detail);
    case DecisionKind::Escalate:
        return store::escalate(store, calls);
    case DecisionKind::Reopen:
        return store::reopen(store, calls);
    case DecisionKind::Assign:
        return store::assign(store, calls, assigneeOf(store, decision.detail));
    case DecisionKind::Unassign:
        return store::assign(store, calls, {});
    case DecisionKind::Note:
        break; // addNote()
    }
    return fail(ErrorKind::Internal, "unknown decision");
}

} // namespace

std::string assigneeOf(const store::Store &store, const QString &who)
{
    if (!who.isEmpty())
        return who.toStdString();
    const std::string &actor = store.actor();
    const auto colon = actor.find(':');
    return colon == std::string::npos ? actor : actor.substr(colon + 1);
}

std::optional<store::EarlierDecision> firstOf(
    store::Store &store, const Error &error, const std::vector<store::SeenCall> &seen)
{
    const auto call = std::find_if(
        seen.begin(), seen.end(), [&](const store::SeenCall &each) { return each.id.value == error.where; });
    if (error.kind != ErrorKind::Conflict || call == seen.end())
        return {};
    auto first = store::earlierDecision(store, *call);
    return first ? std::optional(std::move(*first)) : std::nullopt;
}

Decisions::Decisions(StoreSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_own(std::make_shared<OwnDecisions>())
    , m_bulk(session)
{
    connect(&m_bulk, &BulkDecisions::ended, this, &Decisions::bulkEnded);
    connect(&m_bulk, &BulkDecisions::failed, this, &Decisions::bulkFailed);
}

Decisions::~Decisions() = default;

void Decisions::decide(const Decision &decision)
{
    if (decision.calls.isEmpty()) {
        decideAll(decision);
        return;
    }
    auto change = std::make_shared<Change>();
    change->kind = decision.kind;
    change->ids = idsOf(decision.calls);
    ++m_pending;
    m_done.push_back(change);
    m_undone.clear();
    const auto write = [change, decision, own = m_own](store::Store &store) -> Status {
        const auto calls = own->expected(store, toSeen(decision.calls));
        if (!calls)
            return tl::unexpected<Error>(calls.error());
        auto done = apply(store, *calls, decision);
        if (!done) {
            change->first = firstOf(store, done.error(), *calls);
            return tl::unexpected<Error>(done.error());
        }
        own->remember(*done);
        change->parts.push_back(std::move(*done));
        return {};
    };
    m_session.writer().change(this, write, [this, change](const Status &done) { settle(change, done); });
}

void Decisions::settle(const ChangePtr &change, const Status &done)
{
    --m_pending;
    if (change->parts.empty()) {
        std::erase(m_done, change);
    } else {
        std::size_t count = 0;
        for (const store::ReviewUndo &part : change->parts)
            count += part.before.size();
        change->what = pastWords(change->kind, static_cast<qint64>(count));
    }
    sayUndo();
    if (done)
        Q_EMIT committed(change->ids, change->what);
    else
        sayFailed(*change, done.error());
}

void Decisions::sayFailed(const Change &change, const Error &error)
{
    if (error.kind != ErrorKind::Conflict) {
        Q_EMIT failed(change.ids, errorText(error), {});
        return;
    }
    const QString why
        = change.first ? earlierWords(*change.first, systemClock().now()) : toQString(error.what);
    const auto count = static_cast<int>(change.ids.size());
    Q_EMIT failed(change.ids,
        count > 1 ? tr("None of %n was changed: %1.", nullptr, count).arg(why)
                  : tr("Nothing was changed: %1.").arg(why),
        toQString(error.where));
}

void Decisions::decideAll(const Decision &decision)
{
    m_undone.clear();
    if (m_bulk.start(decision)) {
        m_bulkGoesTo = &m_done;
        return;
    }
    Q_EMIT failed({}, tr("A decision about all that match is running: cancel it, or wait for its end."), {});
}

void Decisions::addNote(const QStringList &ids, const QString &text, const QObject *context,
    std::function<void(const QString &trouble)> done)
{
    m_session.writer().change(
        this,
        [ids = toIds(ids), text = text.toStdString()](
            store::Store &store) { return store::addNote(store, ids, text); },
        [this, ids, guard = QPointer<const QObject>(context), done = std::move(done)](Status added) {
            if (added)
                Q_EMIT committed(ids, tr("noted"));
            if (guard)
                done(added ? QString() : errorText(added.error()));
        });
}

void Decisions::release(const QString &id)
{
    judgeHeld(id, tr("released"), store::release);
}

void Decisions::deny(const QString &id)
{
    judgeHeld(id, tr("denied"), store::deny);
}

void Decisions::judgeHeld(
    const QString &id, const QString &what, Status (*judge)(store::Store &, const InteractionId &))
{
    auto change = std::make_shared<Change>();
    change->ids = {id};
    change->what = what;
    const auto write
        = [change, judge, call = InteractionId{id.toStdString()}](store::Store &store) -> Status {
        Status done = judge(store, call);
        if (done)
            return done;
        change->first = firstOf(store, done.error(), {{call}});
        // That it waits is all that is asked of it; what else was done to it is no reason.
        using store::EarlierDeed;
        if (change->first && change->first->deed != EarlierDeed::Released
            && change->first->deed != EarlierDeed::Denied)
            change->first.reset();
        return done;
    };
    m_session.writer().change(this, write, [this, change](const Status &done) {
        if (done)
            Q_EMIT committed(change->ids, change->what);
        else
            sayFailed(*change, done.error());
    });
}

} // namespace gatehouse::console
