// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// One made-up model call, in the wire format an application would send.

#include "core/access/key_table.h"
#include "store/demo/dice.h"

#include <cstdint>
#include <string>

namespace gatehouse::store {

// How a call ends when no rule stops it.
enum class SampleEnd { Answered, UpstreamFailed, ClientLeft };

struct SampleCall {
    std::string requestBody, responseBody; // OpenAI chat completions
    std::string model, provider;
    std::string conversation; // "" when it stands alone
    std::string sourceAddress;
    bool stream = false;
    SampleEnd end = SampleEnd::Answered;
    std::int64_t tokensIn = 0, tokensOut = 0, costUusd = 0;
    std::int64_t upstreamUs = 0;
};

// About nine in ten are harmless; the others carry a credential, personal data or an attempt to take the
// model over. `index` groups neighbours into conversations.
[[nodiscard]] SampleCall makeSampleCall(const KeyRecord &key, std::int64_t index, Dice &dice);
// The models sample keys name; a key gets a few of them.
[[nodiscard]] std::vector<std::string> sampleModels(std::size_t keyIndex);

} // namespace gatehouse::store
