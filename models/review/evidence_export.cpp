// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/review/evidence_export.h"

#include "models/file_export.h"
#include "models/store_session.h"
#include "models/text.h"
#include "store/evidence_pack.h"

namespace gatehouse::console {

namespace {

Result<QString> writePack(store::Store &store, const QString &file, const QString &id,
    const EvidenceExport::Draw &draw, const std::function<bool()> &stopped)
{
    const auto pack = store::packEvidence(store, InteractionId{id.toStdString()});
    if (!pack)
        return tl::unexpected<Error>(pack.error());
    const auto produce = [&](const ExportSink &sink) -> Status {
        (void)sink(store::toJson(*pack) + "\n"); // a sink that refuses says why itself
        return {};
    };
    Status written
        = draw ? draw(file, evidencePackViewOf(*pack), stopped) : writeExport(file, produce, stopped);
    if (!written)
        return tl::unexpected<Error>(std::move(written.error()));
    return file;
}

} // namespace

EvidenceExport::EvidenceExport(StoreSession &session, QObject *parent)
    : QObject(parent)
    , m_reader(session.newReader(this))
    , m_stop(std::make_shared<std::atomic_bool>(false))
{
}

EvidenceExport::~EvidenceExport()
{
    m_stop->store(true);
}

bool EvidenceExport::start(const QString &file, const QString &id, Draw draw)
{
    if (std::exchange(m_running, true))
        return false;
    m_reader->ask(
        this,
        [file, id, draw = std::move(draw), stop = m_stop](store::Store &store) {
            return writePack(store, file, id, draw, [stop] { return stop->load(); });
        },
        [this](const Result<QString> &written) {
            m_running = false;
            if (written)
                Q_EMIT finished(*written);
            else
                Q_EMIT failed(errorText(written.error()));
        });
    return true;
}

} // namespace gatehouse::console
