// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// At most one gateway writes to a SQLite store, and one of a name to a PostgreSQL one from this machine; held
// by the lock on a file beside the store or its keys.

#include "core/base/error.h"

#include <string>

namespace gatehouse::store {

// Held until destroyed or the process ends, however it ends.
class GatewayLock {
public:
    // Conflict when another gateway holds it.
    [[nodiscard]] static Result<GatewayLock> take(const std::string &storeLocation);
    GatewayLock(GatewayLock &&other) noexcept;
    GatewayLock &operator=(GatewayLock &&other) noexcept;
    ~GatewayLock();

private:
    explicit GatewayLock(int file)
        : m_file(file)
    {
    }
    int m_file = -1;
};

} // namespace gatehouse::store
