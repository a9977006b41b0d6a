// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The upstreams of a store, who serves which model, and the prices: what there is, and every change made to
// it, all off the GUI thread. Credentials go in and never come out.

#include "core/base/error.h"
#include "models/system/prices_model.h"
#include "models/system/providers_model.h"
#include "models/system/targets_model.h"
#include "models/undo_steps.h"

namespace gatehouse::console {

class StoreReader;
class StoreSession;

class ProviderDesk final : public QObject {
    Q_OBJECT

public:
    // `session` outlives the desk. Reads at once, and again whenever the store changes.
    explicit ProviderDesk(StoreSession &session, QObject *parent = nullptr);

    [[nodiscard]] ProvidersModel &providers() { return m_providers; }
    [[nodiscard]] TargetsModel &targets() { return m_targets; }
    [[nodiscard]] PricesModel &prices() { return m_prices; }
    [[nodiscard]] const Recipients &recipients() const { return m_recipients; }
    // Adding, targets and prices can be taken back; a removed credential cannot.
    [[nodiscard]] UndoSteps &undoSteps() { return m_undo; }

    // Each is answered by done() with what it was about, or failed().
    void addProvider(const ProviderEntry &entry, const QString &credential);
    // Another credential in place of the one before. Not to be taken back: nobody knows that one any more.
    void replaceCredential(const QString &name, const QString &credential);
    void removeProvider(const QString &name);
    // These targets in place of those that were shown.
    void setTargets(const QString &model, const QList<TargetEntry> &shown, const QList<TargetEntry> &targets);
    void setPrice(const QString &model, const Price &price);
    void removePrice(const QString &model);
    void revertPrice(const QString &model); // to what came with the program

Q_SIGNALS:
    void loaded();
    void loadFailed(const QString &problem);
    void done(const QString &about);
    void failed(const gatehouse::Error &error); // `where` names the field

private:
    enum class PriceChange { Set, Remove, Revert };
    // How a change is taken back, and made again.
    struct Back {
        QString what;
        std::function<void()> undo, redo;
    };
    template <class Write>
    void write(const QString &about, Write work, Back back = {});
    void read();
    void changePrice(PriceChange change, const QString &model, const Price &price, const QString &what);
    void restorePrice(const QString &model, const std::optional<PriceEntry> &before);

    StoreSession &m_session;
    StoreReader *m_reader;
    ProvidersModel m_providers;
    TargetsModel m_targets;
    PricesModel m_prices;
    Recipients m_recipients;
    UndoSteps m_undo;
};

} // namespace gatehouse::console
