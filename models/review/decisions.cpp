// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/review/decisions.h"

#include "models/store_session.h"
#include "models/text.h"
#include "store/interactions.h"
#include "store/reviews.h"

#include <QPointer>

#include <algorithm>
#include <unordered_map>

namespace gatehouse::console {

namespace {

constexpr std::size_t sliceSize = 200; // ids decided in one transaction

QStringList idsOf(const QList<SeenReview> &calls)
{
    QStringList ids;
    for (const SeenReview &call : calls)
        ids.append(call.id);
    return ids;
}

store::SeenCall toSeen(const SeenReview &call)
{
    return {{call.id.toStdString()},
        store::reviewStateFromName(call.state.toStdString()).value_or(store::ReviewState::None),
        store::dispositionFromName(call.disposition.toStdString()).value_or(store::Disposition::None),
        call.assignee.toStdString()};
}

std::vector<InteractionId> toIds(const QStringList &ids)
{
    std::vector<InteractionId> out;
    for (const QString &id : ids)
        out.push_back({id.toStdString()});
    return out;
}

std::string assigneeOf(const store::Store &store, const QString &who)
{
    if (!who.isEmpty())
        return who.toStdString();
    const std::string &actor = store.actor();
    const auto colon = actor.find(':');
    return colon == std::string::npos ? actor : actor.substr(colon + 1);
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
    }
    return fail(ErrorKind::Internal, "unknown decision");
}

} // namespace

// What this console's own decisions made of calls: the screen may still show one as it was before, and the
// next decision about it is then no conflict. Used on the writer's thread only.
struct Decisions::Own {
    void remember(const store::ReviewUndo &done)
    {
        // What was on screen so long ago has been read again since.
        if (m_states.size() > mostRemembered)
            m_states.clear();
        for (std::size_t i = 0; i < done.before.size(); ++i) {
            auto &states = m_states[done.before[i].id.value];
            const store::SeenCall before = store::seenIn(done.before[i]);
            if (states.empty() || states.back() != before)
                states = {before}; // somebody else's decision, or the first
            states.push_back(store::seenIn(done.after[i]));
        }
    }
    // Nobody else changed it since it was as `shown`.
    [[nodiscard]] bool isMine(const store::SeenCall &shown, const store::SeenCall &now) const
    {
        const auto known = m_states.find(now.id.value);
        return known != m_states.end() && known->second.back() == now
            && std::find(known->second.begin(), known->second.end(), shown) != known->second.end();
    }

private:
    static constexpr std::size_t mostRemembered = 4096; // calls
    std::unordered_map<std::string, std::vector<store::SeenCall>> m_states;
};

// One undo, however many slices it took. Filled on the writer's thread, read there too: changes run in order.
struct Decisions::Change {
    DecisionKind kind = DecisionKind::Dismiss;
    QStringList ids;
    std::vector<store::ReviewUndo> parts;
    QString what;
};

namespace {

QString pastWords(DecisionKind kind, int count)
{
    switch (kind) {
    case DecisionKind::Confirm:
        return Decisions::tr("confirmed %n", nullptr, count);
    case DecisionKind::Dismiss:
        return Decisions::tr("dismissed %n", nullptr, count);
    case DecisionKind::Benign:
        return Decisions::tr("marked %n benign", nullptr, count);
    case DecisionKind::Duplicate:
        return Decisions::tr("marked %n duplicate", nullptr, count);
    case DecisionKind::Escalate:
        return Decisions::tr("escalated %n", nullptr, count);
    case DecisionKind::Reopen:
        return Decisions::tr("reopened %n", nullptr, count);
    case DecisionKind::Assign:
        break;
    }
    return Decisions::tr("assigned %n", nullptr, count);
}

} // namespace

QString stateAfter(DecisionKind kind)
{
    switch (kind) {
    case DecisionKind::Escalate:
        return QStringLiteral("escalated");
    case DecisionKind::Reopen:
        return QStringLiteral("open");
    case DecisionKind::Assign:
        return {};
    default:
        return QStringLiteral("resolved");
    }
}

Decisions::Decisions(StoreSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_own(std::make_shared<Own>())
{
}

Decisions::~Decisions() = default;

namespace {

// The id right above: keys are read below a bound that is itself left out.
InteractionId justAbove(const QString &id)
{
    std::string text = id.toStdString();
    for (auto digit = text.rbegin(); digit != text.rend(); ++digit) {
        if (*digit == '-')
            continue;
        if (*digit != 'f') {
            *digit = *digit == '9' ? 'a' : static_cast<char>(*digit + 1);
            break;
        }
        *digit = '0';
    }
    return {text};
}

// The next slice of what matches: newest first, at or below the ceiling, continued by key.
Result<std::vector<store::SeenCall>> nextSlice(
    store::Store &store, const Decision &decision, const InteractionId &before)
{
    const auto filter = store::parseFilter(decision.filter.toStdString());
    if (!filter)
        return tl::unexpected<Error>(filter.error());
    const auto rows = store::listInteractions(store, *filter, sliceSize, before);
    if (!rows)
        return tl::unexpected<Error>(rows.error());
    std::vector<store::SeenCall> calls;
    for (const store::InteractionRow &row : *rows)
        calls.push_back(store::seenIn(row));
    return calls;
}

Status applyAll(store::Store &store, const Decision &decision, std::vector<store::ReviewUndo> &parts)
{
    const auto applyTo = [&](const std::vector<store::SeenCall> &calls) -> Status {
        auto undo = apply(store, calls, decision);
        if (!undo)
            return tl::unexpected<Error>(undo.error());
        parts.push_back(std::move(*undo));
        return {};
    };
    InteractionId before = justAbove(decision.newest);
    for (;;) {
        const auto calls = nextSlice(store, decision, before);
        if (!calls)
            return tl::unexpected<Error>(calls.error());
        if (calls->empty())
            return {};
        before = calls->back().id;
        if (Status done = applyTo(*calls); !done)
            return done;
    }
}

} // namespace

// By what was on screen, or what this console itself made of that.
Result<store::ReviewUndo> Decisions::applyTo(store::Store &store, const Decision &decision, Own &own)
{
    std::vector<store::SeenCall> calls;
    for (const SeenReview &call : decision.calls)
        calls.push_back(toSeen(call));
    const auto now = store::seeCalls(store, toIds(idsOf(decision.calls)));
    if (!now)
        return tl::unexpected<Error>(now.error());
    for (std::size_t i = 0; i < calls.size(); ++i) {
        if (own.isMine(calls[i], (*now)[i]))
            calls[i] = (*now)[i];
    }
    auto done = apply(store, calls, decision);
    if (done)
        own.remember(*done);
    return done;
}

void Decisions::decide(const Decision &decision)
{
    auto change = std::make_shared<Change>();
    change->kind = decision.kind;
    change->ids = idsOf(decision.calls);
    ++m_pending;
    m_done.push_back(change);
    m_undone.clear();
    const auto write = [change, decision, own = m_own](store::Store &store) -> Status {
        if (decision.calls.isEmpty())
            return applyAll(store, decision, change->parts);
        auto done = applyTo(store, decision, *own);
        if (!done)
            return tl::unexpected<Error>(done.error());
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
        change->what = pastWords(change->kind, static_cast<int>(count));
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

void Decisions::takeBack(std::vector<ChangePtr> &from, std::vector<ChangePtr> &to)
{
    if (from.empty())
        return;
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
