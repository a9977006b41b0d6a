// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/postgres/review_job_calls.h"

#include "store/postgres/array.h"
#include "store/sql/review_job_rows.h"

namespace gatehouse::store {

namespace {

// The one number that a function gave, or nothing where it gave NULL.
std::optional<std::int64_t> answer(Query &&query)
{
    return query.step() && !query.isNull(0) ? std::optional(query.integer(0)) : std::nullopt;
}

} // namespace

// Whom the owner acts for, the database knows once it was told.
ReviewJobCalls::ReviewJobCalls(Store &store)
    : m_connection(store.connection())
{
    store.setActor(store.actor());
}

std::int64_t ReviewJobCalls::start(const JobOrder &order, const Blob &ceiling)
{
    return answer(
        Query(m_connection, "SELECT review_job_start(?, ?, ?, ?, ?, ?, ?)", order.action, order.disposition,
            order.detail, order.filter.toText(), ceiling, justAbove(ceiling), order.expected))
        .value_or(0);
}

std::int64_t ReviewJobCalls::startTakingBack(std::int64_t of)
{
    return answer(Query(m_connection, "SELECT review_job_take_back(?)", of)).value_or(0);
}

bool ReviewJobCalls::claim(const JobClaim &claim)
{
    return answer(Query(m_connection, "SELECT review_job_claim(?, ?)", claim.job, claim.worker)) == 1;
}

// What matches is asked with the rights of whoever asks, and locked, so that it matches until it is changed.
std::optional<std::int64_t> ReviewJobCalls::change(
    const JobClaim &claim, const CallSlice &slice, const SqlFilter &filter)
{
    ArrayParameter numbers(ArrayOf::Integers);
    for (const std::int64_t n : slice.numbers)
        numbers.add(n);
    const std::string sql
        = "SELECT review_job_slice(?, ?, ARRAY(SELECT i.n FROM interaction i WHERE i.n = ANY(?::bigint[]) "
          "AND i.id >= ? AND i.id <= ? AND "
        + filter.where + " FOR UPDATE OF i), ?, ?)";
    return answer(Query(m_connection, sql, claim.job, claim.worker, numbers.finished(), slice.oldest,
        slice.newest, filter.values, slice.numbers.size(), slice.oldest));
}

std::optional<std::int64_t> ReviewJobCalls::skip(const JobClaim &claim, const Blob &reached)
{
    return answer(Query(m_connection, "SELECT review_job_skip(?, ?, ?)", claim.job, claim.worker, reached));
}

std::optional<std::int64_t> ReviewJobCalls::takeBack(const JobClaim &claim)
{
    return answer(Query(m_connection, "SELECT review_job_back(?, ?)", claim.job, claim.worker));
}

std::optional<std::int64_t> ReviewJobCalls::end(const JobClaim &claim, JobState state)
{
    return answer(Query(m_connection, "SELECT review_job_end(?, ?, ?)", claim.job, claim.worker, state));
}

std::optional<std::int64_t> ReviewJobCalls::leave(const JobClaim &claim)
{
    return answer(Query(m_connection, "SELECT review_job_leave(?, ?)", claim.job, claim.worker));
}

bool ReviewJobCalls::tidy()
{
    return answer(Query(m_connection, "SELECT review_job_tidy()")) == 1;
}

} // namespace gatehouse::store
