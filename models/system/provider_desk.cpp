// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/system/provider_desk.h"

#include "models/store_session.h"
#include "models/system/provider_shelf.h"
#include "models/text.h"
#include "store/prices.h"

namespace gatehouse::console {

namespace {

// Only what differs resets a view.
template <class Row>
void update(TableModel<Row> &model, std::vector<Row> rows)
{
    if (model.rows() != rows)
        model.setRows(std::move(rows));
}

} // namespace

ProviderDesk::ProviderDesk(StoreSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_reader(session.newReader(this))
{
    connect(&session, &StoreSession::changed, this, &ProviderDesk::read);
    read();
}

void ProviderDesk::read()
{
    m_reader->ask(this, readProviderShelf, [this](Result<ProviderShelf> shelf) {
        if (!shelf) {
            Q_EMIT loadFailed(errorText(shelf.error()));
            return;
        }
        m_recipients = std::move(shelf->recipients);
        update(m_providers, std::move(shelf->providers));
        update(m_targets, std::move(shelf->targets));
        update(m_prices, std::move(shelf->prices));
        Q_EMIT loaded();
    });
}

template <class Write>
void ProviderDesk::write(const QString &about, Write work, Back back)
{
    m_session.writer().change(
        this, std::move(work), [this, about, back = std::move(back)](const Status &written) {
            if (!written) {
                Q_EMIT failed(written.error());
                return;
            }
            read();
            if (back.undo)
                m_undo.push(back.what, back.undo, back.redo);
            Q_EMIT done(about);
        });
}

void ProviderDesk::addProvider(const ProviderEntry &entry, const QString &credential)
{
    // Not made again: its credential is not kept here.
    write(entry.name,
        [provider = toStoreProvider(entry, credential)](
            store::Store &store) { return store::addProvider(store, provider); },
        {tr("Added provider %1").arg(entry.name), [this, name = entry.name] { removeProvider(name); }, {}});
}

void ProviderDesk::replaceCredential(const QString &name, const QString &credential)
{
    write(name,
        [name = name.toStdString(), secret = SecretString(credential.toUtf8().toStdString())](
            store::Store &store) { return store::replaceCredential(store, name, secret); });
}

void ProviderDesk::removeProvider(const QString &name)
{
    write(name,
        [name = name.toStdString()](store::Store &store) { return store::removeProvider(store, name); });
}

void ProviderDesk::setTargets(
    const QString &model, const QList<TargetEntry> &shown, const QList<TargetEntry> &targets)
{
    const auto change = [model = model.toStdString()](
                            const QList<TargetEntry> &before, const QList<TargetEntry> &after) {
        return [model, before = toStoreTargets(before), after = toStoreTargets(after)](
                   store::Store &store) { return store::replaceModelTargets(store, model, before, after); };
    };
    write(model, change(shown, targets),
        {tr("Changed who serves %1").arg(model),
            [this, model, back = change(targets, shown)] { write(model, back); },
            [this, model, again = change(shown, targets)] { write(model, again); }});
}

void ProviderDesk::setPrice(const QString &model, const Price &price)
{
    changePrice(PriceChange::Set, model, price, tr("Set the price of %1"));
}

void ProviderDesk::removePrice(const QString &model)
{
    changePrice(PriceChange::Remove, model, {}, tr("Removed the price of %1"));
}

void ProviderDesk::revertPrice(const QString &model)
{
    changePrice(PriceChange::Revert, model, {}, tr("Reverted the price of %1"));
}

void ProviderDesk::changePrice(
    PriceChange change, const QString &model, const Price &price, const QString &what)
{
    const int row = m_prices.rowOf(model);
    const auto before = row < 0 ? std::nullopt : std::optional(m_prices.row(row));
    const auto work = [change, price, name = model.toStdString()](store::Store &store) -> Status {
        switch (change) {
        case PriceChange::Set:
            return store::setPrice(store, {name, price});
        case PriceChange::Remove:
            return store::removePrice(store, name);
        case PriceChange::Revert:
            break;
        }
        return store::revertPrice(store, name);
    };
    write(model, work,
        {what.arg(model), [this, model, before] { restorePrice(model, before); },
            [this, model, work] { write(model, work); }});
}

void ProviderDesk::restorePrice(const QString &model, const std::optional<PriceEntry> &before)
{
    const std::string name = model.toStdString();
    if (!before || !before->changedHere)
        write(model, [name](store::Store &store) { return store::revertPrice(store, name); });
    else if (!before->price)
        write(model, [name](store::Store &store) { return store::removePrice(store, name); });
    else
        write(model, [row = PriceRow{name, *before->price}](store::Store &store) {
            return store::setPrice(store, row);
        });
}

} // namespace gatehouse::console
