// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/audit/audit_keeper.h"

#include "models/file_export.h"
#include "models/store_session.h"
#include "models/text.h"
#include "store/audit.h"

#include <algorithm>

namespace gatehouse::console {

namespace {

AuditProof toProof(const store::AuditVerification &verification)
{
    AuditProof proof;
    proof.ok = verification.ok;
    proof.entries = verification.entries;
    proof.head = toQString(verification.head);
    if (verification.firstBad)
        proof.firstBad = *verification.firstBad;
    proof.problem = toQString(verification.problem);
    return proof;
}

} // namespace

AuditKeeper::AuditKeeper(StoreSession &session, QObject *parent)
    : QObject(parent)
    , m_verifier(session.newReader(this))
    , m_exporter(session.newReader(this))
    , m_cancelled(std::make_shared<std::atomic_bool>(false))
{
}

AuditKeeper::~AuditKeeper()
{
    cancelExport();
}

void AuditKeeper::verify(const QString &expectHead)
{
    m_verifier->ask(
        this,
        [head = expectHead.toStdString()](store::Store &store) { return store::verifyAudit(store, head); },
        [this](const Result<store::AuditVerification> &verification) {
            if (verification)
                Q_EMIT verified(toProof(*verification));
            else
                Q_EMIT failed(errorText(verification.error()));
        });
}

void AuditKeeper::exportTo(const QString &file)
{
    m_cancelled = std::make_shared<std::atomic_bool>(false);
    m_exporter->ask(
        this,
        [file, stop = m_cancelled](store::Store &store) -> Result<qint64> {
            qint64 entries = 0;
            const auto produce = [&](const ExportSink &sink) {
                return store::exportAudit(store, [&](std::string_view piece) {
                    entries += std::count(piece.begin(), piece.end(), '\n');
                    return sink(piece);
                });
            };
            if (auto done = writeExport(file, produce, [stop] { return stop->load(); }); !done)
                return tl::unexpected<Error>(std::move(done.error()));
            return entries;
        },
        [this, file](const Result<qint64> &entries) {
            if (entries)
                Q_EMIT exported(file, *entries);
            else
                Q_EMIT failed(errorText(entries.error()));
        });
}

void AuditKeeper::cancelExport()
{
    m_cancelled->store(true);
}

} // namespace gatehouse::console
