// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// The body of an upstream's answer.
#include "core/message/openai_chat.h"
#include "tests/fuzz/input.h"

using namespace gatehouse;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view body = fuzz::textOf(data, size);
    if (const auto message = parseOpenAiChatResponse(body)) {
        for (const Segment &segment : message->segments)
            fuzz::require(!segment.text.empty());
    }
    (void)withoutLogProbabilities(body);
    return 0;
}
