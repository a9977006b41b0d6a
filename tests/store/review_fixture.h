// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Calls for somebody to decide about.

#include "store/interactions.h"
#include "store_fixture.h"

namespace gatehouse::store::test {

// Calls with this verdict, oldest first.
inline std::vector<InteractionId> recordCalls(const Place &place, int count, VerdictKind verdict)
{
    std::vector<InteractionId> ids;
    std::vector<RequestRecord> requests;
    std::vector<VerdictRecord> verdicts;
    for (int i = 0; i < count; ++i) {
        ids.push_back(idAt(place.clock.now(), i));
        requests.push_back(requestRecord(ids.back(), place.clock.now(), verdict));
        verdicts.push_back(verdictRecord(ids.back(), verdict));
    }
    record(place, std::move(requests), std::move(verdicts));
    return ids;
}

// For tables of cases: a database of its own for each takes its time. The calls of each case are an hour
// later than those of the one before.
inline Place &sharedPlace()
{
    static Place place;
    place.clock.advance(std::chrono::hours(1));
    return place;
}

inline InteractionRow row(Store &store, const InteractionId &id)
{
    return showInteraction(store, id)->row;
}

} // namespace gatehouse::store::test
