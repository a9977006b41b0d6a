// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a call has to ask the store before it goes on, asked from the loops: the store may block, so a thread
// of its own asks it.

#include "core/base/names.h"
#include "core/policy/condition.h"
#include "gateway/net/asio.h"
#include "store/store.h"

#include <boost/asio/thread_pool.hpp>
#include <functional>
#include <memory>
#include <string>

namespace gatehouse::gateway {

// All resume on `loop`.
class StoreDesk {
public:
    // Takes a connection of its own.
    explicit StoreDesk(std::unique_ptr<store::Store> store);
    ~StoreDesk();

    // Uses up a permit of this key for this payload; true when there was one.
    [[nodiscard]] Task<Result<bool>> consumePermit(
        asio::io_context &loop, const KeyId &key, const std::string &payloadHash, const InteractionId &by);
    // The conversation of the call of the same binding that was answered with this id; "" when there is none.
    [[nodiscard]] Task<Result<std::string>> conversationOfAnswer(
        asio::io_context &loop, const Identity &identity, const std::string &answer);

private:
    template <class Answer>
    [[nodiscard]] Task<Result<Answer>> ask(
        asio::io_context &loop, std::function<Result<Answer>(store::Store &)> question);

    std::unique_ptr<store::Store> m_store;
    asio::thread_pool m_thread{1};
};

} // namespace gatehouse::gateway
