// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Jobs in a file: a slice is a few statements over all its calls.

#include "store/sql/review_job_writer.h"

namespace gatehouse::store {

class SqliteConnection;

class RowJobWriter final : public ReviewJobWriter {
public:
    RowJobWriter(Store &store, SqliteConnection &connection)
        : m_store(store)
        , m_connection(connection)
    {
    }
    void hurry(bool yes) override;
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
    struct Held; // a job as far as its slices need it
    std::optional<Held> held(const JobClaim &claim);
    std::int64_t rememberMatching(std::int64_t job, const CallSlice &calls, const SqlFilter &filter);
    std::int64_t rememberUnchanged(const Held &job, std::int64_t slice);
    void write(const Held &job, std::int64_t slice, std::int64_t changed);
    void writeStates(const Held &job, std::int64_t slice);
    void writeNotes(const Held &job, std::int64_t slice);
    void noteChanges(const Held &job, std::int64_t slice, std::int64_t changed);
    void writeEnd(std::int64_t job, JobState state);
    std::optional<std::int64_t> abandoned();

    Store &m_store;
    SqliteConnection &m_connection;
};

} // namespace gatehouse::store
