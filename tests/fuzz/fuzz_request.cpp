// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// A model request from a stranger, in the format this is built for: read, and every segment found again under
// its pointer.
#include "core/message/replace_strings.h"
#include "core/message/wire_formats.h"
#include "tests/fuzz/input.h"

#include <set>

using namespace gatehouse;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const WireFormat &format = *wireFormatNamed(FUZZED_FORMAT);
    const std::string_view body = fuzz::textOf(data, size);
    const auto message = format.parseRequest(body);
    if (!message)
        return 0;
    StringsByPointer replaced;
    std::set<std::string> known;
    for (const Segment &segment : message->segments) {
        fuzz::require(!segment.text.empty());
        known.insert(segment.pointer);
        // Another type or role makes it another request.
        if (segment.pointer.ends_with("/type") || segment.pointer.ends_with("/role"))
            continue;
        // Arguments that are an object stay one.
        const bool object = segment.zone == TrustZone::ToolCall && segment.text.starts_with('{');
        replaced[segment.pointer] = object ? "{}" : "x";
    }
    // Numbers beyond a double are the one thing both readers may disagree about.
    const auto edited = format.providerBody(body, message->facts, replaced);
    if (!edited || !edited->has_value())
        return 0;
    const auto again = format.parseRequest(**edited);
    if (!again)
        return 0;
    // A long identifier is read as text, and none once it is short; new text must not appear.
    for (const Segment &segment : again->segments)
        fuzz::require(known.contains(segment.pointer));
    return 0;
}
