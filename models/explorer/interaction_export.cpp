// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/explorer/interaction_export.h"

#include "models/file_export.h"
#include "models/store_session.h"
#include "models/text.h"
#include "store/interactions.h"

#include <QElapsedTimer>

#include <algorithm>

namespace gatehouse::console {

namespace {

constexpr qint64 progressMs = 100;

using Progress = std::function<void(qint64 done, qint64 total)>;

Result<qint64> writeMatching(store::Store &store, const QString &file, store::ExportFormat format,
    const QString &filterText, const std::function<bool()> &stopped, const Progress &progress)
{
    const auto filter = store::parseFilter(filterText.toStdString());
    if (!filter)
        return tl::unexpected<Error>(filter.error());
    const auto total = store::countInteractions(store, *filter);
    if (!total)
        return tl::unexpected<Error>(total.error());
    qint64 done = 0;
    QElapsedTimer since;
    since.start();
    const auto produce = [&](const ExportSink &sink) {
        return store::exportInteractions(store, *filter, format, [&](std::string_view piece) {
            ++done;
            if (since.elapsed() >= progressMs) {
                since.restart();
                progress(std::min<qint64>(done, *total), *total);
            }
            return sink(piece);
        });
    };
    if (auto written = writeExport(file, produce, stopped); !written)
        return tl::unexpected<Error>(std::move(written.error()));
    progress(*total, *total);
    return *total;
}

} // namespace

InteractionExport::InteractionExport(StoreSession &session, QObject *parent)
    : QObject(parent)
    , m_reader(session.newReader(this))
    , m_stop(std::make_shared<std::atomic_bool>(false))
{
}

InteractionExport::~InteractionExport()
{
    cancel();
    // Its thread posts progress to this object, so it has to be gone first.
    delete m_reader;
}

void InteractionExport::start(const QString &file, Format format, const QString &filter)
{
    if (std::exchange(m_running, true))
        return;
    m_stop = std::make_shared<std::atomic_bool>(false);
    const auto kind = format == Format::Csv ? store::ExportFormat::Csv
        : format == Format::Ocsf            ? store::ExportFormat::Ocsf
                                            : store::ExportFormat::JsonLines;
    const Progress progress = [this](qint64 done, qint64 total) {
        QMetaObject::invokeMethod(
            this, [this, done, total] { Q_EMIT progressed(done, total); }, Qt::QueuedConnection);
    };
    m_reader->ask(
        this,
        [=, stop = m_stop](store::Store &store) {
            return writeMatching(
                store, file, kind, filter, [stop] { return stop->load(); }, progress);
        },
        [this, file, stop = m_stop](const Result<qint64> &written) {
            m_running = false;
            if (written)
                Q_EMIT finished(file, *written);
            else if (stop->load())
                Q_EMIT cancelled();
            else
                Q_EMIT failed(errorText(written.error()));
        });
}

void InteractionExport::cancel()
{
    m_stop->store(true);
}

} // namespace gatehouse::console
