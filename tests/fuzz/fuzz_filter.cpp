// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// The filter language: what parses says the same again after a round trip.
#include "store/filter_completion.h"
#include "tests/fuzz/input.h"

using namespace gatehouse;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text = fuzz::textOf(data, size);
    const store::FilterWord written = store::filterWordAt(text, size / 2);
    fuzz::require(written.word.start <= written.word.end && written.word.end <= text.size());
    const auto filter = store::readFilter(text);
    if (!filter) {
        const ByteRange word = filter.error().word;
        fuzz::require(word.start <= word.end && word.end <= text.size());
        return 0;
    }
    const auto again = store::parseFilter(filter->toText());
    fuzz::require(again && again->toText() == filter->toText());
    (void)store::withTerm(text, "team", "payments", size % 2 == 0);
    (void)store::withoutField(text, "verdict");
    return 0;
}
