// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/state/key_suspender.h"

#include "gateway/net/asio.h"
#include "store/access.h"

#include <spdlog/spdlog.h>

namespace gatehouse::gateway {

KeySuspender::KeySuspender(std::unique_ptr<store::Store> store)
    : m_store(std::move(store))
{
}

KeySuspender::~KeySuspender()
{
    m_thread.join();
}

void KeySuspender::suspend(const KeyId &key, const std::string &reason)
{
    asio::post(m_thread, [this, key, reason] {
        const Status done = store::suspendKey(*m_store, key, reason);
        if (done)
            spdlog::warn("key {} is suspended: {}", key.value, reason);
        else if (done.error().kind != ErrorKind::Conflict)
            spdlog::error("key {} cannot be suspended: {}", key.value, done.error().line());
    });
}

} // namespace gatehouse::gateway
