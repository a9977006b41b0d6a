// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What is known of a call once it was answered: what figures, traces and alerts are made from.

#include "gateway/session/interaction.h"
#include "store/records.h"

#include <cstdint>
#include <string_view>

namespace gatehouse::gateway {

// How long and how much a stream kept back while it was judged.
struct HoldBack {
    std::uint64_t longestBytes = 0; // of text that waited at once
    Micros longestTime{0}; // that some text waited
};

// Points into the call; valid while it is being reported. Whoever takes something of it takes no content.
struct CallReport {
    const Interaction &interaction;
    const RequestFacts &facts;
    const Verdict &verdict; // of request and response
    int status = 0; // of HTTP; 200 for a stream, however it ended
    store::Outcome outcome = store::Outcome::Completed;
    std::string_view provider; // "" when none was called
    std::int64_t tokensIn = 0, tokensOut = 0;
    Micros total{0}; // from the request's head to the last byte of its answer
    Micros waited{0}; // of it, on provider and client
    HoldBack holdBack = {};
    std::string_view error = {}; // the refusal's code; "" when there is none
};

} // namespace gatehouse::gateway
