// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// The body of an upstream's answer, in the format this is built for.
#include "core/message/wire_formats.h"
#include "tests/fuzz/input.h"

using namespace gatehouse;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const WireFormat &format = *wireFormatNamed(FUZZED_FORMAT);
    const std::string_view body = fuzz::textOf(data, size);
    const auto message = format.parseResponse(body);
    if (!message)
        return 0;
    StringsByPointer replaced;
    for (const Segment &segment : message->segments) {
        fuzz::require(!segment.text.empty());
        replaced[segment.pointer] = segment.text;
    }
    (void)format.callerBody(body, {});
    (void)format.callerBody(body, replaced);
    return 0;
}
