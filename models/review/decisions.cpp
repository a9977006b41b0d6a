// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/review/decisions.h"

#include "models/store_session.h"
#include "models/text.h"
#include "store/interactions.h"
#include "store/reviews.h"

#include <QPointer>

namespace gatehouse::console {

namespace {

constexpr std::size_t sliceSize = 200; // ids decided in one transaction

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
    store::Store &store, const std::vector<InteractionId> &ids, const Decision &decision)
{
    const std::string detail = decision.detail.toStdString();
    switch (decision.kind) {
    case DecisionKind::Confirm:
        return store::resolve(store, ids, store::Disposition::TruePositive, detail);
    case DecisionKind::Dismiss:
        return store::resolve(store, ids, store::Disposition::FalsePositive, detail);
    case DecisionKind::Benign:
        return store::resolve(store, ids, store::Disposition::Benign, detail);
    case DecisionKind::Duplicate:
        return store::resolve(store, ids, store::Disposition::Duplicate, detail);
    case DecisionKind::Escalate:
        return store::escalate(store, ids);
    case DecisionKind::Reopen:
        return store::reopen(store, ids);
    case DecisionKind::Assign:
        return store::assign(store, ids, assigneeOf(store, decision.detail));
    }
    return fail(ErrorKind::Internal, "unknown decision");
}

} // namespace

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
Result<std::vector<InteractionId>> nextSlice(
    store::Store &store, const Decision &decision, const InteractionId &before)
{
    const auto filter = store::parseFilter(decision.filter.toStdString());
    if (!filter)
        return tl::unexpected<Error>(filter.error());
    const auto rows = store::listInteractions(store, *filter, sliceSize, before);
    if (!rows)
        return tl::unexpected<Error>(rows.error());
    std::vector<InteractionId> ids;
    for (const store::InteractionRow &row : *rows)
        ids.push_back(row.id);
    return ids;
}

Status applyAll(store::Store &store, const Decision &decision, std::vector<store::ReviewUndo> &parts)
{
    const auto applyTo = [&](const std::vector<InteractionId> &ids) -> Status {
        auto undo = apply(store, ids, decision);
        if (!undo)
            return tl::unexpected<Error>(undo.error());
        parts.push_back(std::move(*undo));
        return {};
    };
    if (!decision.ids.isEmpty())
        return applyTo(toIds(decision.ids));
    InteractionId before = justAbove(decision.newest);
    for (;;) {
        const auto ids = nextSlice(store, decision, before);
        if (!ids)
            return tl::unexpected<Error>(ids.error());
        if (ids->empty())
            return {};
        before = ids->back();
        if (Status done = applyTo(*ids); !done)
            return done;
    }
}

} // namespace

void Decisions::decide(const Decision &decision)
{
    auto change = std::make_shared<Change>();
    change->kind = decision.kind;
    change->ids = decision.ids;
    ++m_pending;
    m_done.push_back(change);
    m_undone.clear();
    const auto write
        = [change, decision](store::Store &store) { return applyAll(store, decision, change->parts); };
    m_session.writer().change(this, write,
        [this, change](Status done) { settle(change, done ? QString() : errorText(done.error())); });
}

void Decisions::settle(const ChangePtr &change, const QString &trouble)
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
    if (trouble.isEmpty())
        Q_EMIT committed(change->ids, change->what);
    else
        Q_EMIT failed(change->ids, trouble);
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
    const auto write = [change, reverse](store::Store &store) -> Status {
        for (auto part = change->parts.rbegin(); part != change->parts.rend(); ++part) {
            auto undone = store::undo(store, *part);
            if (!undone)
                return tl::unexpected<Error>(undone.error());
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
            Q_EMIT failed(reverse->ids, errorText(done.error()));
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
                Q_EMIT failed({id}, errorText(done.error()));
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
                Q_EMIT failed({id}, errorText(done.error()));
        });
}

void Decisions::sayUndo()
{
    Q_EMIT undoTextChanged(m_done.empty() ? QString() : m_done.back()->what);
}

} // namespace gatehouse::console
