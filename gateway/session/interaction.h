// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// One authenticated request, from its secret's match to its answer: what every record and answer of it needs.

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

struct Interaction {
    std::shared_ptr<const Snapshot> snapshot; // what it is judged by, to its end
    const KeyRecord *key = nullptr; // of `snapshot`
    InteractionId id;
    Timestamp at{};
    SteadyClock::time_point started;
    std::string route; // "chat", "models", "other"
    std::string sourceAddress;
    std::string conversation;

    [[nodiscard]] RefusalContext refusalContext() const;
    // x-gatehouse-interaction, -verdict and -policy as header lines.
    [[nodiscard]] std::string fields(VerdictKind verdict) const;
    [[nodiscard]] Micros elapsed() const;
};

} // namespace gatehouse::gateway
