// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/state/permits.h"

#include "gateway/net/latch.h"
#include "store/reviews.h"

namespace gatehouse::gateway {

PermitDesk::PermitDesk(std::unique_ptr<store::Store> store)
    : m_store(std::move(store))
{
}

PermitDesk::~PermitDesk()
{
    m_thread.join();
}

Task<Result<bool>> PermitDesk::consume(
    asio::io_context &loop, const KeyId &key, const std::string &payloadHash, const InteractionId &by)
{
    Latch answered(loop);
    Result<bool> answer = false;
    asio::post(m_thread, [&] {
        auto consumed = store::consumePermit(*m_store, key, payloadHash, by);
        asio::post(loop, [&answered, &answer, consumed = std::move(consumed)] {
            answer = consumed;
            answered.set();
        });
    });
    co_await answered.wait();
    co_return answer;
}

} // namespace gatehouse::gateway
