// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Permits of released calls, asked from the loops: the store may block, so a thread of its own asks it.

#include "core/base/names.h"
#include "gateway/net/asio.h"
#include "store/store.h"

#include <boost/asio/thread_pool.hpp>
#include <memory>
#include <string>

namespace gatehouse::gateway {

class PermitDesk {
public:
    // Takes a connection of its own.
    explicit PermitDesk(std::unique_ptr<store::Store> store);
    ~PermitDesk();

    // Uses up a permit of this key for this payload; true when there was one. Resumes on `loop`.
    [[nodiscard]] Task<Result<bool>> consume(
        asio::io_context &loop, const KeyId &key, const std::string &payloadHash, const InteractionId &by);

private:
    std::unique_ptr<store::Store> m_store;
    asio::thread_pool m_thread{1};
};

} // namespace gatehouse::gateway
