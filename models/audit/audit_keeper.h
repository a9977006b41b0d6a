// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Verifies and exports the audit log off the GUI thread.

#include "models/audit/audit_item.h"

#include <QObject>

#include <atomic>
#include <memory>

namespace gatehouse::console {

class StoreReader;
class StoreSession;

class AuditKeeper final : public QObject {
    Q_OBJECT

public:
    // `session` outlives the keeper.
    explicit AuditKeeper(StoreSession &session, QObject *parent = nullptr);
    ~AuditKeeper() override;

    // Answered by verified() or failed(). `expectHead` may be empty.
    void verify(const QString &expectHead);
    // Writes one JSON object a line. The file appears whole or not at all. Answered by exported() or
    // failed().
    void exportTo(const QString &file);
    void cancelExport();

Q_SIGNALS:
    void verified(const gatehouse::console::AuditProof &proof);
    void exported(const QString &file, qint64 entries);
    void failed(const QString &problem);

private:
    StoreReader *m_verifier;
    StoreReader *m_exporter;
    std::shared_ptr<std::atomic_bool> m_cancelled;
};

} // namespace gatehouse::console
