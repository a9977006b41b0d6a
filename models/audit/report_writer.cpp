// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/audit/report_writer.h"

#include "models/store_session.h"
#include "models/text.h"
#include "store/period_report.h"

namespace gatehouse::console {

namespace {

using std::chrono::hours;

Result<QString> writeReport(store::Store &store, const QString &file, int days,
    const ReportWriter::Draw &draw, const std::function<bool()> &stopped,
    const std::function<void(double)> &progress)
{
    const Timestamp now = store.clock().now();
    const Timestamp tomorrow(now.time_since_epoch() / hours(24) * Micros(hours(24)) + hours(24));
    const auto report
        = store::readPeriodReport(store, tomorrow - days * hours(24), tomorrow, [&](double share) {
              progress(share);
              return !stopped();
          });
    if (!report)
        return tl::unexpected<Error>(report.error());
    if (Status drawn = draw(file, periodReportViewOf(*report, toQString(store.displayName())), stopped);
        !drawn)
        return tl::unexpected<Error>(std::move(drawn.error()));
    return file;
}

} // namespace

ReportWriter::ReportWriter(StoreSession &session, QObject *parent)
    : QObject(parent)
    , m_reader(session.newReader(this))
    , m_stop(std::make_shared<std::atomic_bool>(false))
{
}

ReportWriter::~ReportWriter()
{
    cancel();
    // Its thread posts progress to this object, so it has to be gone first.
    delete m_reader;
}

void ReportWriter::start(const QString &file, int days, Draw draw)
{
    if (std::exchange(m_running, true))
        return;
    m_stop = std::make_shared<std::atomic_bool>(false);
    const auto progress = [this](double share) {
        QMetaObject::invokeMethod(
            this, [this, share] { Q_EMIT progressed(share); }, Qt::QueuedConnection);
    };
    m_reader->ask(
        this,
        [file, days, draw = std::move(draw), progress, stop = m_stop](store::Store &store) {
            return writeReport(
                store, file, days, draw, [stop] { return stop->load(); }, progress);
        },
        [this, stop = m_stop](const Result<QString> &written) {
            m_running = false;
            if (written)
                Q_EMIT finished(*written);
            else if (stop->load())
                Q_EMIT cancelled();
            else
                Q_EMIT failed(errorText(written.error()));
        });
}

} // namespace gatehouse::console
