// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What behavioural checks are told about a caller: facts beyond the one call, gathered by a gateway.

#include "core/base/time.h"

#include <cstdint>
#include <string>
#include <vector>

namespace gatehouse {

// What of a call says whether it is like the calls before it. No text of it.
struct CallShape {
    Timestamp at{};
    std::string model;
    std::vector<std::string> tools; // offered by the request
    std::uint64_t bytes = 0; // of the request's body; 0 when not known
};

// One way in which a call is unlike what was learned.
struct Unusual {
    std::string what; // "rate", "size", "model", "tool", "hour", "stopped"
    std::string detail; // "41 in this minute, usually 3"
    double score = 0; // 0 usual … 1 never seen; see core/access/baseline.h
};

struct BehaviourFacts {
    std::uint64_t learnedOfKey = 0, learnedOfUseCase = 0; // calls each baseline was learned from
    std::vector<Unusual> ofKey, ofUseCase;
    // When calls of this key were blocked for what stood in user text: oldest first, the last 24 hours, at
    // most the newest 1000.
    std::vector<Timestamp> blocks;
    // For each key that sent this very user text, this key included: when it last did. The last 24 hours.
    std::vector<Timestamp> payloadSenders;
};

} // namespace gatehouse
