// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// One authenticated request, from its secret's match to its answer: what every record and answer of it needs.

#include "core/access/ledger.h"
#include "core/access/user_token.h"
#include "gateway/http/refusal.h"
#include "gateway/net/asio.h"
#include "gateway/state/snapshot.h"

#include <memory>
#include <string>
#include <string_view>

namespace gatehouse::gateway {

// The name of a conversation as it is stored: text of at most 128 bytes without control characters.
[[nodiscard]] std::string conversationName(std::string_view given);
[[nodiscard]] bool isAscii(std::string_view text);

// Goes out with what is answered unrecorded: as a header line, or within a stream as a comment.
inline constexpr std::string_view unrecordedField = "x-gatehouse-recorded: no\r\n";
inline constexpr std::string_view unrecordedComment = ": x-gatehouse-recorded: no\n\n";

struct Interaction {
    std::shared_ptr<const Snapshot> snapshot; // what it is judged by, to its end
    const KeyRecord *key = nullptr; // of `snapshot`
    InteractionId id;
    Timestamp at{};
    SteadyClock::time_point started;
    std::string route; // "chat", "models", "other"
    const WireFormat *format = nullptr; // of its path; null where no model is called
    std::string sourceAddress;
    std::string conversation;
    EndUser endUser; // named by a verified token; no subject: none
    RateView rates; // what is left of them
    std::string traceParent; // of its caller, not checked

    [[nodiscard]] RefusalContext refusalContext() const;
    // x-gatehouse-interaction, -verdict and -policy, and what is left of the rates, as header lines.
    [[nodiscard]] std::string fields(VerdictKind verdict) const;
    [[nodiscard]] Micros elapsed() const;
    // Whether it may be answered although it could not be recorded.
    [[nodiscard]] bool failsOpen() const { return snapshot->policy->document().failOpen; }
};

} // namespace gatehouse::gateway
