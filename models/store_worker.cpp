// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store_worker.h"

#include <utility>

namespace gatehouse::console {

StoreWorker::StoreWorker(const QString &location, QObject *parent)
    : QObject(parent)
    , m_location(location.toStdString())
{
}

StoreWorker::~StoreWorker()
{
    finish();
}

bool StoreWorker::isIdle() const
{
    const std::lock_guard lock(m_mutex);
    return !m_running && m_waiting.empty();
}

void StoreWorker::enqueue(Job job, bool replaceWaiting)
{
    {
        const std::lock_guard lock(m_mutex);
        if (replaceWaiting)
            m_waiting.clear();
        m_waiting.push_back({std::move(job), m_generation});
    }
    if (!m_thread.joinable())
        m_thread = std::thread([this] { run(); });
    m_wake.notify_one();
}

void StoreWorker::dropAll()
{
    const std::lock_guard lock(m_mutex);
    ++m_generation;
    m_waiting.clear();
    if (m_running && m_store)
        m_store->interrupt();
}

void StoreWorker::openAnew()
{
    const std::lock_guard lock(m_mutex);
    m_anew = true;
}

void StoreWorker::finish()
{
    if (!m_thread.joinable())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void StoreWorker::answerLater(std::function<void()> answer)
{
    QMetaObject::invokeMethod(this, std::move(answer), Qt::QueuedConnection);
}

void StoreWorker::run()
{
    std::unique_ptr<store::Store> store;
    for (;;) {
        Queued queued;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stop || !m_waiting.empty(); });
            if (m_waiting.empty())
                break;
            queued = std::move(m_waiting.front());
            m_waiting.pop_front();
            m_running = true;
        }
        runOne(store, queued);
    }
    const std::lock_guard lock(m_mutex);
    m_store = nullptr;
}

void StoreWorker::runOne(std::unique_ptr<store::Store> &store, const Queued &queued)
{
    auto deliver = queued.job(openStore(store));
    const std::lock_guard lock(m_mutex);
    m_running = false;
    if (queued.generation != m_generation)
        return;
    // Delivered by way of this object: it outlives its thread, which the context need not.
    QMetaObject::invokeMethod(
        this,
        [this, deliver = std::move(deliver), generation = queued.generation] {
            if (generation == m_generation)
                deliver();
        },
        Qt::QueuedConnection);
}

Result<store::Store *> StoreWorker::openStore(std::unique_ptr<store::Store> &store)
{
    {
        const std::lock_guard lock(m_mutex);
        if (std::exchange(m_anew, false)) {
            m_store = nullptr;
            store.reset();
        }
    }
    if (store)
        return store.get();
    auto opened = store::Store::open(m_location, store::OpenMode::Existing);
    if (!opened && opened.error().kind == ErrorKind::Unsupported)
        opened = store::Store::open(m_location, store::OpenMode::ReadNewer);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    store = std::move(*opened);
    const std::lock_guard lock(m_mutex);
    m_store = store.get();
    return store.get();
}

StoreReader::StoreReader(const QString &location, QObject *parent)
    : StoreWorker(location, parent)
{
}

StoreReader::~StoreReader()
{
    dropAll();
    finish();
}

StoreWriter::StoreWriter(const QString &location, QObject *parent)
    : StoreWorker(location, parent)
{
}

StoreWriter::~StoreWriter()
{
    finish();
}

} // namespace gatehouse::console
