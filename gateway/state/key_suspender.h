// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Suspends keys for a rule that asks for it. The store may block, so a thread of its own writes.

#include "core/base/names.h"
#include "store/store.h"

#include <boost/asio/thread_pool.hpp>
#include <memory>
#include <string>

namespace gatehouse::gateway {

class KeySuspender {
public:
    // Takes a connection of its own; its actor is what the audit log names.
    explicit KeySuspender(std::unique_ptr<store::Store> store);
    // Waits for what was asked.
    ~KeySuspender();

    // Comes back at once. A key that is not active any more is left as it is.
    void suspend(const KeyId &key, const std::string &reason);

private:
    std::unique_ptr<store::Store> m_store;
    boost::asio::thread_pool m_thread{1};
};

} // namespace gatehouse::gateway
