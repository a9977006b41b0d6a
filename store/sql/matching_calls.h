// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Goes through all calls that match a filter, newest first, by reads that are over soon however few match:
// each looks at a stretch of calls, as long as fits into a fraction of a second.

#include "store/sql/filter_sql.h"
#include "store/sql/review_job_writer.h"

#include <array>
#include <vector>

namespace gatehouse::store {

// Members that read may throw SqlFailure. The connection outlives it.
class MatchingCalls {
public:
    // Below `reached`, an id or what sorts beside one.
    MatchingCalls(Connection &connection, SqlFilter filter, Blob reached);

    // At most `limit`; nothing when none matches in the next stretch.
    [[nodiscard]] CallSlice next(std::size_t limit);
    // Everything at or above this was given, or does not match.
    [[nodiscard]] const Blob &reached() const { return m_reached; }
    [[nodiscard]] bool isAtEnd() const { return m_isLast && m_given == m_found.size(); }

private:
    using Id = std::array<char, 16>;
    struct Found {
        std::int64_t n = 0;
        Id id{};
    };
    void readStretch();
    [[nodiscard]] std::optional<Blob> endOfStretch();
    [[nodiscard]] static Blob blobOf(const Id &id) { return {std::string(id.data(), id.size())}; }

    Connection &m_connection;
    SqlFilter m_filter;
    Blob m_reached;
    std::vector<Found> m_found;
    std::size_t m_given = 0, m_stretch;
    bool m_isLast = false;
};

} // namespace gatehouse::store
