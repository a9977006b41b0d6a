// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/review/decisions.h"

#include "models/review/own_decisions.h"
#include "models/store_session.h"
#include "models/text.h"
#include "store/interactions.h"
#include "store/reviews.h"

#include <QPointer>

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

// One undo. Filled on the writer's thread, read there too: changes run in order.
struct Decisions::Change {
    DecisionKind kind = DecisionKind::Dismiss;
    QStringList ids;
    std::vector<store::ReviewUndo> parts;
    QString what;
    qint64 job = 0; // of a decision about a filter, instead of parts
};

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
        if (!done)
            return tl::unexpected<Error>(done.error());
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
        sayFailed(change->ids, done.error());
}

void Decisions::sayFailed(const QStringList &ids, const Error &error)
{
    if (error.kind != ErrorKind::Conflict) {
        Q_EMIT failed(ids, errorText(error), {});
        return;
    }
    const auto count = static_cast<int>(ids.size());
    Q_EMIT failed(ids,
        count > 1 ? tr("None of %n was changed: %1.", nullptr, count).arg(toQString(error.what))
                  : tr("Nothing was changed: %1.").arg(toQString(error.what)),
        toQString(error.where));
}

void Decisions::undo()
{
    takeBack(m_done, m_undone);
}

void Decisions::redo()
{
    takeBack(m_undone, m_done);
}

void Decisions::takeBack(Changes &from, Changes &to)
{
    if (from.empty())
        return;
    // What runs is the last thing that was done, and is not at its end yet.
    if (m_bulk.isRunning()) {
        Q_EMIT failed(
            {}, tr("A decision about all that match is running: cancel it, or wait for its end."), {});
        return;
    }
    if (from.back()->job != 0) {
        takeBulkBack(from, to);
        return;
    }
    const ChangePtr change = from.back();
    from.pop_back();
    auto reverse = std::make_shared<Change>();
    reverse->kind = change->kind;
    reverse->ids = change->ids;
    ++m_pending;
    const auto write = [change, reverse, own = m_own](store::Store &store) -> Status {
        for (auto part = change->parts.rbegin(); part != change->parts.rend(); ++part) {
            auto undone = store::undo(store, *part);
            if (!undone)
                return tl::unexpected<Error>(undone.error());
            own->remember(*undone);
            reverse->parts.push_back(std::move(*undone));
        }
        return {};
    };
    m_session.writer().change(this, write, [this, change, reverse, &from, &to](Status done) {
        --m_pending;
        reverse->what = change->what;
        if (!reverse->parts.empty())
            to.push_back(reverse);
        else if (!done && done.error().kind == ErrorKind::Unreachable)
            from.push_back(change); // for when the store is back
        sayUndo();
        if (done)
            Q_EMIT takenBack(reverse->ids);
        else
            sayFailed(reverse->ids, done.error());
    });
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

void Decisions::takeBulkBack(Changes &from, Changes &to)
{
    m_takingBack = from.back();
    m_goesBackTo = &from;
    m_bulkGoesTo = &to;
    from.pop_back();
    m_bulk.takeBack(m_takingBack->job);
    sayUndo();
}

void Decisions::bulkEnded(const BulkJob &job)
{
    // One that another console had left is undone like one's own.
    Changes &to = m_bulkGoesTo != nullptr ? *m_bulkGoesTo : m_done;
    const bool back = m_takingBack != nullptr;
    auto change = std::make_shared<Change>();
    change->kind = job.kind;
    change->job = job.number;
    change->what = back ? m_takingBack->what : pastWords(job.kind, job.changed);
    if (job.changed > 0 && (back || !job.takesBack))
        to.push_back(change);
    // Cancelled half way, the rest of it can still be taken back.
    if (back && job.cancelled)
        m_goesBackTo->push_back(m_takingBack);
    m_takingBack.reset();
    m_bulkGoesTo = m_goesBackTo = nullptr;
    sayUndo();
    if (back)
        Q_EMIT takenBack({});
    else
        Q_EMIT committed({}, change->what);
}

void Decisions::bulkFailed(const Error &error)
{
    if (m_takingBack && error.kind == ErrorKind::Unreachable)
        m_goesBackTo->push_back(m_takingBack); // for when the store is back
    m_takingBack.reset();
    m_bulkGoesTo = m_goesBackTo = nullptr;
    sayUndo();
    Q_EMIT failed({}, errorText(error), {});
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
    m_session.writer().change(
        this, [id](store::Store &store) { return store::release(store, InteractionId{id.toStdString()}); },
        [this, id](Status done) {
            if (done)
                Q_EMIT committed({id}, tr("released"));
            else
                sayFailed({id}, done.error());
        });
}

void Decisions::deny(const QString &id)
{
    m_session.writer().change(
        this, [id](store::Store &store) { return store::deny(store, InteractionId{id.toStdString()}); },
        [this, id](Status done) {
            if (done)
                Q_EMIT committed({id}, tr("denied"));
            else
                sayFailed({id}, done.error());
        });
}

void Decisions::sayUndo()
{
    Q_EMIT undoTextChanged(m_done.empty() ? QString() : m_done.back()->what);
}

} // namespace gatehouse::console
