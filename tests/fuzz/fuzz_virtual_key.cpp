// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Any bytes searched for our keys, and presented as one.
#include "core/access/key_table.h"
#include "tests/fuzz/input.h"

using namespace gatehouse;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes = fuzz::textOf(data, size);
    for (const FoundVirtualKey &found : findVirtualKeys(bytes))
        fuzz::require(parseVirtualKey(bytes.substr(found.range.start, found.range.size())).has_value());
    static const KeyTable table({});
    fuzz::require(table.authenticate(bytes, fromMicros(0)).key == nullptr);
    return 0;
}
