// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite/checkpointer.h"

#include "store/sql/connection.h"

#include <utility>

namespace gatehouse::store {

namespace {

// Four times what SQLite itself checkpoints at (wal_autocheckpoint), which is off here: the pages that all
// calls write to are copied less often.
constexpr int worthWhilePages = 4000;

} // namespace

Checkpointer::Checkpointer(std::unique_ptr<Store> store)
    : m_store(std::move(store))
    , m_thread([this] { run(); })
{
}

Checkpointer::~Checkpointer()
{
    m_signal.store(Stop);
    m_signal.notify_one();
    m_thread.join();
}

void Checkpointer::logGrewTo(int pages)
{
    int rest = Rest;
    if (pages >= worthWhilePages && m_signal.compare_exchange_strong(rest, Work))
        m_signal.notify_one();
}

void Checkpointer::run()
{
    while (true) {
        m_signal.wait(Rest);
        if (m_signal.load() == Stop)
            return;
        m_store->connection().checkpoint();
        int work = Work;
        m_signal.compare_exchange_strong(work, Rest);
    }
}

} // namespace gatehouse::store
