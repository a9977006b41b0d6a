// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// How long a coroutine was waited for.

#include "core/base/time.h"
#include "gateway/net/asio.h"

namespace gatehouse::gateway {

template <class T>
[[nodiscard]] Task<T> timed(Micros &total, Task<T> task)
{
    const auto start = SteadyClock::now();
    T result = co_await std::move(task);
    total += std::chrono::duration_cast<Micros>(SteadyClock::now() - start);
    co_return result;
}

} // namespace gatehouse::gateway
