// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/pattern_scratch.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdlib>
#include <hs.h>
#include <memory>
#include <optional>

namespace gatehouse {

namespace {

struct FreeScratch {
    void operator()(hs_scratch_t *scratch) const { hs_free_scratch(scratch); }
};

// The databases this thread's scratch was last made to fit. A thread works with a few at a time: those of the
// policy in force, of one being replaced, of a caller's own rules.
struct ThreadScratch {
    std::unique_ptr<hs_scratch_t, FreeScratch> scratch;
    std::array<std::optional<DatabaseTag>, 8> fitted;
    std::size_t next = 0;
};

std::uint64_t nextTag()
{
    static std::atomic<std::uint64_t> tags{0};
    return ++tags;
}

} // namespace

DatabaseTag::DatabaseTag()
    : m_value(nextTag())
{
}

hs_scratch *scratchFor(const hs_database *database, DatabaseTag tag)
{
    thread_local ThreadScratch own;
    if (std::find(own.fitted.begin(), own.fitted.end(), tag) == own.fitted.end()) {
        hs_scratch_t *scratch = own.scratch.release();
        if (hs_alloc_scratch(database, &scratch) != HS_SUCCESS)
            std::abort();
        own.scratch.reset(scratch);
        own.fitted[own.next] = tag;
        own.next = (own.next + 1) % own.fitted.size();
    }
    return own.scratch.get();
}

} // namespace gatehouse
