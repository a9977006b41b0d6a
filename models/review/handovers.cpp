// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/review/handovers.h"

#include "models/filter_text.h"
#include "models/review/decisions.h"
#include "models/store_session.h"
#include "models/text.h"

namespace gatehouse::console {

namespace {

constexpr std::size_t mostListed = 100;

HandoverEntry entryOf(const store::Handover &handover, const store::Store &store)
{
    const QString author = toQString(handover.author);
    return {author.mid(author.indexOf(QLatin1Char(':')) + 1), toDateTime(handover.at),
        toQString(handover.text), handover.summary, handover.author == store.actor()};
}

Result<QList<HandoverEntry>> readHandovers(store::Store &store, std::size_t limit)
{
    const auto handovers = store::listHandovers(store, limit);
    if (!handovers)
        return tl::unexpected<Error>(handovers.error());
    QList<HandoverEntry> entries;
    for (const store::Handover &handover : *handovers)
        entries.append(entryOf(handover, store));
    return entries;
}

} // namespace

Handovers::Handovers(StoreSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_reader(session.newReader(this))
    , m_looker(session.newReader(this))
{
    connect(&session, &StoreSession::changed, this, &Handovers::refresh);
    refresh();
}

Permissions &Handovers::permissions() const
{
    return m_session.permissions();
}

void Handovers::refresh()
{
    m_reader->ask(
        this, [](store::Store &store) { return readHandovers(store, 1); },
        [this](const Result<QList<HandoverEntry>> &entries) {
            if (!entries)
                return; // nothing one may read; what is wrong with the store is said elsewhere
            auto newest = entries->isEmpty() ? std::nullopt : std::optional(entries->first());
            if (newest == m_newest)
                return;
            m_newest = std::move(newest);
            Q_EMIT changed();
        });
}

void Handovers::look(const QObject *context, std::function<void(const Result<Now> &)> done)
{
    m_looker->ask(
        context,
        [](store::Store &store) -> Result<Now> {
            const auto summary = store::summarizeShift(store);
            if (!summary)
                return tl::unexpected<Error>(summary.error());
            auto before = readHandovers(store, mostListed);
            if (!before)
                return tl::unexpected<Error>(before.error());
            return Now{toQString(assigneeOf(store, {})), *summary, std::move(*before)};
        },
        std::move(done));
}

void Handovers::add(
    const QString &text, const QObject *context, std::function<void(const QString &trouble)> done)
{
    m_session.writer().change(
        context, [text = text.toStdString()](store::Store &store) { return store::addHandover(store, text); },
        [done = std::move(done)](
            const Result<store::Handover> &added) { done(added ? QString() : errorText(added.error())); });
}

QString filterOfTheirs(const QString &login)
{
    return filterWithTerm(
        QStringLiteral("state:open,in_review,escalated"), QStringLiteral("assignee"), login, false);
}

} // namespace gatehouse::console
