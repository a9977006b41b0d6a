// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The working memory a scan needs: one per thread, shared by all pattern databases.

#include <cstdint>

struct hs_database;
struct hs_scratch;

namespace gatehouse {

// Tells one database from every other of this process, also from one that stood at the same address before.
class DatabaseTag {
public:
    DatabaseTag();
    friend bool operator==(DatabaseTag, DatabaseTag) = default;

private:
    std::uint64_t m_value;
};

// Grown to what the database needs. Ends the program when memory is out: nothing could be judged, and passing
// unread text is no option.
[[nodiscard]] hs_scratch *scratchFor(const hs_database *database, DatabaseTag tag);

} // namespace gatehouse
