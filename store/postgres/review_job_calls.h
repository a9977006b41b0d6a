// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Jobs in a database: every step is a function of it (access/jobs.sql).

#include "store/sql/review_job_writer.h"

namespace gatehouse::store {

class ReviewJobCalls final : public ReviewJobWriter {
public:
    explicit ReviewJobCalls(Store &store);
    std::int64_t start(const JobOrder &order, const Blob &ceiling) override;
    std::int64_t startTakingBack(std::int64_t of) override;
    bool claim(const JobClaim &claim) override;
    std::optional<std::int64_t> change(
        const JobClaim &claim, const CallSlice &slice, const SqlFilter &filter) override;
    std::optional<std::int64_t> skip(const JobClaim &claim, const Blob &reached) override;
    std::optional<std::int64_t> takeBack(const JobClaim &claim) override;
    std::optional<std::int64_t> end(const JobClaim &claim, JobState state) override;
    std::optional<std::int64_t> leave(const JobClaim &claim) override;
    bool tidy() override;

private:
    Connection &m_connection;
};

} // namespace gatehouse::store
