// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policies/exception_desk.h"

#include "models/store_session.h"
#include "models/text.h"

#include <algorithm>

namespace gatehouse::console {

namespace {

QString loginOf(const std::string &actor)
{
    const QString author = toQString(actor);
    return author.mid(author.indexOf(QLatin1Char(':')) + 1);
}

QString callsOf(const PolicyException &exception)
{
    QStringList words;
    if (!exception.team.empty())
        words.append(ExceptionDesk::tr("team %1").arg(toQString(exception.team)));
    if (!exception.environment.empty())
        words.append(toQString(exception.environment));
    if (!exception.useCase.empty())
        words.append(toQString(exception.useCase));
    if (!exception.key.empty())
        words.append(ExceptionDesk::tr("key %1").arg(toQString(exception.key)));
    return words.join(QStringLiteral(" · "));
}

QString whatOf(const PolicyException &exception)
{
    constexpr int hashShown = 8;
    return exception.pattern.empty()
        ? ExceptionDesk::tr("payload %1").arg(toQString(exception.payloadHash).left(hashShown))
        : ExceptionDesk::tr("pattern %1").arg(toQString(exception.pattern));
}

ExceptionEntry entryOf(const store::ExceptionRow &row, Timestamp now)
{
    ExceptionEntry entry;
    entry.id = toQString(row.exception.id.value);
    entry.rule = toQString(row.exception.rule);
    entry.state = stateOf(row, now);
    entry.calls = callsOf(row.exception);
    entry.what = whatOf(row.exception);
    entry.author = loginOf(row.author);
    entry.reason = toQString(row.reason);
    entry.createdAt = toDateTime(row.createdAt);
    entry.expiresAt = toDateTime(row.exception.expiresAt);
    entry.uses = row.uses;
    if (row.lastUsedAt)
        entry.lastUsedAt = toDateTime(*row.lastUsedAt);
    return entry;
}

Result<std::vector<ExceptionEntry>> readEntries(store::Store &store)
{
    const auto rows = store::listExceptions(store);
    if (!rows)
        return tl::unexpected<Error>(rows.error());
    std::vector<ExceptionEntry> entries;
    for (const store::ExceptionRow &row : *rows)
        entries.push_back(entryOf(row, store.clock().now()));
    return entries;
}

Result<PolicyException> exceptionOf(store::Store &store, const ExceptionDraft &draft)
{
    PolicyException exception;
    exception.rule = draft.rule.toStdString();
    exception.team = draft.team.toStdString();
    exception.environment = draft.environment.toStdString();
    exception.useCase = draft.useCase.toStdString();
    exception.key = draft.key.toStdString();
    exception.expiresAt = store.clock().now() + std::chrono::hours(24) * draft.days;
    if (!draft.interaction.isEmpty())
        return store::forPayloadOf(store, {draft.interaction.toStdString()}, std::move(exception));
    exception.pattern = draft.pattern.toStdString();
    return exception;
}

Result<ExceptionEntry> entryOfNew(store::Store &store, PolicyException exception, const std::string &reason)
{
    const auto row = store::addException(store, std::move(exception), reason);
    if (!row)
        return tl::unexpected<Error>(row.error());
    return entryOf(*row, store.clock().now());
}

} // namespace

QString word(store::ExceptionState state)
{
    switch (state) {
    case store::ExceptionState::Active:
        return ExceptionDesk::tr("active");
    case store::ExceptionState::Expired:
        return ExceptionDesk::tr("expired");
    case store::ExceptionState::Removed:
        return ExceptionDesk::tr("removed");
    }
    return {};
}

ExceptionDesk::ExceptionDesk(StoreSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_reader(session.newReader(this))
    , m_previewer(session.newReader(this))
{
}

void ExceptionDesk::watch()
{
    if (m_watched)
        return;
    m_watched = true;
    connect(&m_session, &StoreSession::changed, this, &ExceptionDesk::refresh);
    refresh();
}

Permissions &ExceptionDesk::permissions() const
{
    return m_session.permissions();
}

void ExceptionDesk::refresh()
{
    m_reader->ask(this, readEntries, [this](Result<std::vector<ExceptionEntry>> entries) {
        if (!entries) {
            Q_EMIT failed(errorText(entries.error()));
            return;
        }
        if (m_loaded && *entries == m_entries)
            return;
        m_loaded = true;
        m_entries = std::move(*entries);
        Q_EMIT changed();
    });
}

void ExceptionDesk::preview(const ExceptionDraft &draft, const QObject *context,
    std::function<void(const Result<store::ExceptionPreview> &)> done)
{
    m_previewer->ask(
        context,
        [draft](store::Store &store) -> Result<store::ExceptionPreview> {
            const auto exception = exceptionOf(store, draft);
            if (!exception)
                return tl::unexpected<Error>(exception.error());
            return store::previewException(
                store, *exception, store.clock().now() - std::chrono::hours(24) * previewDays);
        },
        std::move(done));
}

void ExceptionDesk::add(const ExceptionDraft &draft, const QObject *context,
    std::function<void(const Result<ExceptionEntry> &)> done)
{
    m_session.writer().change(
        context,
        [draft](store::Store &store) -> Result<ExceptionEntry> {
            auto exception = exceptionOf(store, draft);
            if (!exception)
                return tl::unexpected<Error>(exception.error());
            return entryOfNew(store, std::move(*exception), draft.reason.toStdString());
        },
        std::move(done));
}

void ExceptionDesk::remove(
    const QString &id, const QObject *context, std::function<void(const Status &)> done)
{
    m_session.writer().change(
        context,
        [id = ExceptionId{id.toStdString()}](
            store::Store &store) { return store::removeException(store, id); },
        std::move(done));
}

void ExceptionDesk::addAgain(
    const QString &id, const QObject *context, std::function<void(const Result<ExceptionEntry> &)> done)
{
    m_session.writer().change(
        context,
        [id = id.toStdString()](store::Store &store) -> Result<ExceptionEntry> {
            const auto rows = store::listExceptions(store);
            if (!rows)
                return tl::unexpected<Error>(rows.error());
            const auto removed = std::find_if(rows->begin(), rows->end(),
                [&](const store::ExceptionRow &row) { return row.exception.id.value == id; });
            if (removed == rows->end())
                return fail(ErrorKind::NotFound, "there is no such exception", id);
            return entryOfNew(store, removed->exception, removed->reason);
        },
        std::move(done));
}

} // namespace gatehouse::console
