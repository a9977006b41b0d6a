// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Jobs as the database keeps them.

#include "store/review_jobs.h"
#include "store/sql/audit_log.h"
#include "store/sql/query.h"

#include <optional>
#include <vector>

namespace gatehouse::store {

// May throw SqlFailure.
[[nodiscard]] std::optional<ReviewJob> readReviewJob(Connection &connection, std::int64_t number);
[[nodiscard]] Result<ReviewJob> findReviewJob(Connection &connection, std::int64_t number); // NotFound
[[nodiscard]] Error noSuchJob(std::int64_t number);
[[nodiscard]] std::vector<ReviewJob> readUnfinishedJobs(
    Connection &connection, const std::string &actor, Timestamp deadBefore);
// The lowest id that was looked at.
[[nodiscard]] Blob reachedBy(Connection &connection, std::int64_t number);

// What its end is told with.
[[nodiscard]] AuditDraft auditOf(const ReviewJob &job);
// Bytes that sort right behind this id.
[[nodiscard]] Blob justAbove(const Blob &id);

} // namespace gatehouse::store
