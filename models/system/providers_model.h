// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The upstreams of a store: a table, adding and removing. Credentials go in and never come out.

#include "models/table_model.h"

#include <QDateTime>
#include <QStringList>

namespace gatehouse::console {

class StoreReader;
class StoreSession;

struct ProviderEntry {
    QString name;
    QString kind; // "openai", "sandbox"
    QString baseUrl;
    QStringList models;
    bool hasCredential = false;
    QDateTime createdAt;
    friend bool operator==(const ProviderEntry &, const ProviderEntry &) = default;
};

class ProvidersModel : public TableModel<ProviderEntry> {
    Q_OBJECT

public:
    enum Column {
        NameColumn,
        KindColumn,
        AddressColumn,
        ModelsColumn,
        CredentialColumn,
        CreatedColumn,
        NUM_COLUMNS
    };

    explicit ProvidersModel(StoreSession &session, QObject *parent = nullptr);

    void add(const ProviderEntry &entry, const QString &credential);
    void remove(const QString &name);

Q_SIGNALS:
    void loaded();
    void added(const QString &name);
    void removed(const QString &name);
    void failed(const QString &why);

protected:
    [[nodiscard]] QVariant headerCell(int column, int role) const override;
    [[nodiscard]] QVariant cell(const ProviderEntry &entry, int column, int role) const override;

private:
    void read();
    StoreSession &m_session;
    StoreReader *m_reader;
};

} // namespace gatehouse::console
