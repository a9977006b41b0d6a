// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policies/policy_book.h"

#include "models/store_session.h"
#include "models/text.h"
#include "store/policies.h"

namespace gatehouse::console {

namespace {

struct Shelf {
    PolicyEntry published;
    QByteArray json;
    std::vector<PolicyEntry> history;
};

PolicyEntry toEntry(const store::PolicyRow &row)
{
    PolicyEntry entry;
    entry.version = toQString(row.version.value);
    entry.shown = toQString(store::displayVersion(row));
    entry.name = toQString(row.name);
    entry.state = static_cast<PolicyEntry::State>(row.state);
    if (row.publishedAt)
        entry.publishedAt = toDateTime(*row.publishedAt);
    entry.author = toQString(row.author);
    entry.reason = toQString(row.reason);
    return entry;
}

Result<Shelf> readShelf(store::Store &store)
{
    Shelf shelf;
    auto rows = store::listPolicies(store);
    if (!rows)
        return tl::unexpected<Error>(std::move(rows.error()));
    for (const auto &row : *rows)
        shelf.history.push_back(toEntry(row));
    auto published = store::publishedPolicy(store);
    if (!published && published.error().kind != ErrorKind::NotFound)
        return tl::unexpected<Error>(std::move(published.error()));
    if (published) {
        shelf.published = toEntry(published->row);
        shelf.json = QByteArray::fromStdString(published->json);
    }
    return shelf;
}

} // namespace

PolicyBook::PolicyBook(StoreSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_reader(session.newReader(this))
    , m_fetcher(session.newReader(this))
{
    connect(&session, &StoreSession::changed, this, &PolicyBook::refresh);
    refresh();
}

Permissions &PolicyBook::permissions() const
{
    return m_session.permissions();
}

void PolicyBook::refresh()
{
    m_reader->ask(this, readShelf, [this](Result<Shelf> shelf) {
        if (!shelf) {
            Q_EMIT loadFailed(errorText(shelf.error()));
            return;
        }
        // The store changes with every call; the policies rarely do.
        if (m_loaded && shelf->history == m_history && shelf->published == m_published)
            return;
        m_published = std::move(shelf->published);
        m_publishedJson = std::move(shelf->json);
        m_history = std::move(shelf->history);
        m_loaded = true;
        Q_EMIT loaded();
    });
}

void PolicyBook::publish(const QByteArray &json, const QString &reason)
{
    m_session.writer().change(
        this,
        [text = json.toStdString(), why = reason.toStdString()](
            store::Store &store) { return store::publishPolicy(store, text, why); },
        [this](const Result<store::PolicyRow> &row) {
            if (!row) {
                Q_EMIT publishFailed(errorText(row.error()));
                return;
            }
            refresh();
            Q_EMIT versionPublished(toEntry(*row));
        });
}

void PolicyBook::rollBack(const QString &version, const QString &reason)
{
    m_session.writer().change(
        this,
        [to = version.toStdString(), why = reason.toStdString()](
            store::Store &store) { return store::rollbackPolicy(store, to, why); },
        [this](const Result<store::PolicyRow> &row) {
            if (!row) {
                Q_EMIT publishFailed(errorText(row.error()));
                return;
            }
            refresh();
            Q_EMIT versionPublished(toEntry(*row));
        });
}

void PolicyBook::saveDraft(const QByteArray &json)
{
    m_session.writer().change(
        this, [text = json.toStdString()](store::Store &store) { return store::importDraft(store, text); },
        [this](const Result<store::PolicyRow> &row) {
            if (!row) {
                Q_EMIT publishFailed(errorText(row.error()));
                return;
            }
            refresh();
            Q_EMIT draftSaved(toEntry(*row));
        });
}

void PolicyBook::fetch(const QString &version)
{
    m_fetcher->ask(
        this,
        [wanted = version.toStdString()](store::Store &store) { return store::showPolicy(store, wanted); },
        [this, version](const Result<store::StoredPolicy> &policy) {
            if (policy)
                Q_EMIT fetched(version, QByteArray::fromStdString(policy->json));
            else
                Q_EMIT fetchFailed(errorText(policy.error()));
        });
}

} // namespace gatehouse::console
