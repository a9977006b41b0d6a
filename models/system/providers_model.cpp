// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/system/providers_model.h"

#include "models/store_session.h"
#include "models/text.h"
#include "store/access.h"

namespace gatehouse::console {

namespace {

ProviderEntry entryOf(const store::ProviderRow &row)
{
    const store::Provider &provider = row.provider;
    return {toQString(provider.name), toQString(store::name(provider.kind)), toQString(provider.baseUrl),
        toQStringList(provider.models), row.hasCredential, toDateTime(provider.createdAt)};
}

store::Provider providerOf(const ProviderEntry &entry, const QString &credential)
{
    store::Provider provider;
    provider.name = entry.name.toStdString();
    provider.kind
        = store::providerKindFromName(entry.kind.toStdString()).value_or(store::ProviderKind::OpenAi);
    provider.baseUrl = entry.baseUrl.toStdString();
    for (const QString &model : entry.models)
        provider.models.push_back(model.toStdString());
    provider.credential = SecretString(credential.toUtf8().toStdString());
    return provider;
}

} // namespace

ProvidersModel::ProvidersModel(StoreSession &session, QObject *parent)
    : TableModel(NUM_COLUMNS, parent)
    , m_session(session)
    , m_reader(session.newReader(this))
{
    connect(&session, &StoreSession::changed, this, &ProvidersModel::read);
    read();
}

void ProvidersModel::read()
{
    const auto ask = [](store::Store &store) -> Result<std::vector<ProviderEntry>> {
        const auto rows = store::listProviders(store);
        if (!rows)
            return tl::unexpected<Error>(rows.error());
        std::vector<ProviderEntry> entries;
        for (const store::ProviderRow &row : *rows)
            entries.push_back(entryOf(row));
        return entries;
    };
    m_reader->ask(this, ask, [this](Result<std::vector<ProviderEntry>> entries) {
        if (!entries) {
            Q_EMIT failed(errorText(entries.error()));
            return;
        }
        if (*entries != rows())
            setRows(std::move(*entries));
        Q_EMIT loaded();
    });
}

void ProvidersModel::add(const ProviderEntry &entry, const QString &credential)
{
    m_session.writer().change(
        this,
        [provider = providerOf(entry, credential)](
            store::Store &store) { return store::addProvider(store, provider); },
        [this, name = entry.name](Status done) {
            if (done)
                Q_EMIT added(name);
            else
                Q_EMIT failed(errorText(done.error()));
        });
}

void ProvidersModel::remove(const QString &name)
{
    m_session.writer().change(
        this, [name = name.toStdString()](store::Store &store) { return store::removeProvider(store, name); },
        [this, name](Status done) {
            if (done)
                Q_EMIT removed(name);
            else
                Q_EMIT failed(errorText(done.error()));
        });
}

QVariant ProvidersModel::headerCell(int column, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case NameColumn:
        return tr("Provider");
    case KindColumn:
        return tr("Kind");
    case AddressColumn:
        return tr("Address");
    case ModelsColumn:
        return tr("Models");
    case CredentialColumn:
        return tr("Credential");
    case CreatedColumn:
        return tr("Added");
    default:
        return {};
    }
}

QVariant ProvidersModel::cell(const ProviderEntry &entry, int column, int role) const
{
    if (role == IdRole)
        return entry.name;
    if (role == Qt::ToolTipRole && column == CreatedColumn)
        return absoluteTime(entry.createdAt);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case NameColumn:
        return entry.name;
    case KindColumn:
        return entry.kind == QLatin1String("sandbox") ? tr("sandbox") : tr("OpenAI-compatible");
    case AddressColumn:
        return entry.baseUrl.isEmpty() ? tr("built in") : entry.baseUrl;
    case ModelsColumn:
        return entry.models.join(QStringLiteral(", "));
    case CredentialColumn:
        return entry.hasCredential ? tr("sealed") : tr("none");
    case CreatedColumn:
        return relativeTime(entry.createdAt);
    default:
        return {};
    }
}

} // namespace gatehouse::console
