// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// A chat request from a stranger: read, and every segment found again under its pointer.
#include "core/message/openai_chat.h"
#include "tests/fuzz/input.h"

using namespace gatehouse;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view body = fuzz::textOf(data, size);
    const auto message = parseOpenAiChatRequest(body);
    if (!message)
        return 0;
    std::map<std::string, std::string> replacements;
    for (const Segment &segment : message->segments)
        replacements[segment.pointer] = "x";
    // Numbers beyond a double are the one thing both readers may disagree about.
    const auto replaced = replaceStrings(body, replacements);
    const auto again = replaced ? parseOpenAiChatRequest(*replaced) : message;
    if (!again)
        return 0;
    // A long identifier is read as text, and none once it is short; new text must not appear.
    for (const Segment &segment : again->segments)
        fuzz::require(replacements.contains(segment.pointer));
    return 0;
}
