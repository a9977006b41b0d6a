// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/change_notices.h"

#include "store/postgres/listener.h"

#include <utility>

namespace gatehouse::store {

ChangeNotices::ChangeNotices(const std::string &location, std::function<void()> heard)
{
    if (!areGiven(location))
        return;
    // The store itself was opened by this address, so it is one.
    if (auto address = readPostgresAddress(location))
        m_listener = std::make_unique<PostgresListener>(std::move(*address), std::move(heard));
}

ChangeNotices::~ChangeNotices() = default;

bool ChangeNotices::areGiven(const std::string &location)
{
    return isPostgres(location);
}

} // namespace gatehouse::store
