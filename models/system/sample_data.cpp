// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/system/sample_data.h"

#include "models/text.h"
#include "store/demo.h"

namespace gatehouse::console {

SampleData::SampleData(const QString &location, QObject *parent)
    : QObject(parent)
    , m_cancelled(std::make_shared<std::atomic_bool>(false))
    , m_writer(location)
{
}

SampleData::~SampleData()
{
    cancel();
}

void SampleData::start(qint64 interactions)
{
    *m_cancelled = false;
    // This object outlives the writer's thread, which its member's destructor joins.
    const auto tell = [this](std::int64_t done, std::int64_t total) {
        QMetaObject::invokeMethod(
            this, [this, done, total] { Q_EMIT progress(done, total); }, Qt::QueuedConnection);
    };
    m_writer.change(
        this,
        [interactions, cancelled = m_cancelled, tell](store::Store &store) {
            store::DemoRequest request;
            request.interactions = interactions;
            return store::addDemoData(
                store, request, [cancelled, tell](std::int64_t done, std::int64_t total) {
                    tell(done, total);
                    return !*cancelled;
                });
        },
        [this](Result<store::DemoResult> result) {
            if (result)
                Q_EMIT finished(result->interactions, {});
            else
                Q_EMIT finished(0, *m_cancelled ? QString() : errorText(result.error()));
        });
}

void SampleData::cancel()
{
    *m_cancelled = true;
}

} // namespace gatehouse::console
