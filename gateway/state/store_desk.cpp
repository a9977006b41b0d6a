// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/state/store_desk.h"

#include "gateway/net/latch.h"
#include "store/interactions.h"
#include "store/reviews.h"

namespace gatehouse::gateway {

StoreDesk::StoreDesk(std::unique_ptr<store::Store> store)
    : m_store(std::move(store))
{
}

StoreDesk::~StoreDesk()
{
    m_thread.join();
}

template <class Answer>
Task<Result<Answer>> StoreDesk::ask(
    asio::io_context &loop, std::function<Result<Answer>(store::Store &)> question)
{
    Latch answered(loop);
    Result<Answer> answer;
    asio::post(m_thread, [&] {
        auto found = question(*m_store);
        asio::post(loop, [&answered, &answer, found = std::move(found)] {
            answer = found;
            answered.set();
        });
    });
    co_await answered.wait();
    co_return answer;
}

Task<Result<bool>> StoreDesk::consumePermit(
    asio::io_context &loop, const KeyId &key, const std::string &payloadHash, const InteractionId &by)
{
    std::function<Result<bool>(store::Store &)> question
        = [&](store::Store &store) { return store::consumePermit(store, key, payloadHash, by); };
    co_return co_await ask<bool>(loop, std::move(question));
}

Task<Result<std::string>> StoreDesk::conversationOfAnswer(
    asio::io_context &loop, const Identity &identity, const std::string &answer)
{
    std::function<Result<std::string>(store::Store &)> question
        = [&](store::Store &store) { return store::conversationOfAnswer(store, identity, answer); };
    co_return co_await ask<std::string>(loop, std::move(question));
}

} // namespace gatehouse::gateway
