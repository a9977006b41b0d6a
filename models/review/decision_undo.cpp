// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is taken back on the review desk, the last first, and made again: decisions, those about a filter, and
// what else was done there, in one order.
#include "models/review/decision_change.h"
#include "models/review/own_decisions.h"
#include "models/store_session.h"
#include "models/text.h"

#include <QPointer>

namespace gatehouse::console {

namespace {

std::vector<store::SeenCall> leftBy(const store::ReviewUndo &part)
{
    std::vector<store::SeenCall> calls;
    for (const store::InteractionRow &row : part.after)
        calls.push_back(store::seenIn(row));
    return calls;
}

} // namespace

void Decisions::remember(const QString &what, Ask takeBack, Ask again)
{
    auto change = std::make_shared<Change>();
    change->what = what;
    change->takeBack = std::move(takeBack);
    change->again = std::move(again);
    m_done.push_back(change);
    m_undone.clear();
    sayUndo();
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
    if (change->takeBack)
        takeOtherBack(change, from, to);
    else
        takeDecisionBack(change, from, to);
}

void Decisions::takeDecisionBack(const ChangePtr &change, Changes &from, Changes &to)
{
    auto reverse = std::make_shared<Change>();
    reverse->kind = change->kind;
    reverse->ids = change->ids;
    ++m_pending;
    const auto write = [change, reverse, own = m_own](store::Store &store) -> Status {
        for (auto part = change->parts.rbegin(); part != change->parts.rend(); ++part) {
            auto undone = store::undo(store, *part);
            if (!undone) {
                reverse->first = firstOf(store, undone.error(), leftBy(*part));
                return tl::unexpected<Error>(undone.error());
            }
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
            sayFailed(*reverse, done.error());
    });
}

void Decisions::takeOtherBack(const ChangePtr &change, Changes &from, Changes &to)
{
    ++m_pending;
    const QPointer<Decisions> guard(this);
    change->takeBack([guard, change, &from, &to](const Status &done) {
        if (!guard)
            return;
        --guard->m_pending;
        if (done) {
            std::swap(change->takeBack, change->again);
            to.push_back(change);
        } else if (done.error().kind == ErrorKind::Unreachable) {
            from.push_back(change); // for when the store is back
        }
        guard->sayUndo();
        if (!done)
            guard->sayFailed(*change, done.error());
    });
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

void Decisions::sayUndo()
{
    Q_EMIT undoTextChanged(m_done.empty() ? QString() : m_done.back()->what);
}

} // namespace gatehouse::console
