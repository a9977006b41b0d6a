// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/base/uuid7.h"

#include "core/base/digest.h"

#include <array>
#include <mutex>

namespace gatehouse {

namespace {

struct Sequence {
    std::mutex mutex;
    std::int64_t lastMillis = 0;
    std::uint16_t counter = 0;
};

// rand_a carries a counter (RFC 9562 section 6.2, method 1) so that ids of one millisecond keep their order.
std::pair<std::int64_t, std::uint16_t> nextTick(std::int64_t millis)
{
    static Sequence sequence;
    const std::lock_guard lock(sequence.mutex);
    if (millis > sequence.lastMillis) {
        sequence.lastMillis = millis;
        sequence.counter = 0;
    } else if (++sequence.counter > 0xfff) {
        ++sequence.lastMillis;
        sequence.counter = 0;
    }
    return {sequence.lastMillis, sequence.counter};
}

} // namespace

std::string newUuid7(Timestamp at)
{
    const auto [millis, counter] = nextTick(toMicros(at) / 1000);
    std::array<std::uint8_t, 16> bytes{};
    fillRandom(bytes);
    for (std::size_t i = 0; i < 6; ++i)
        bytes[i] = static_cast<std::uint8_t>(millis >> (40 - 8 * i));
    bytes[6] = static_cast<std::uint8_t>(0x70 | (counter >> 8));
    bytes[7] = static_cast<std::uint8_t>(counter & 0xff);
    bytes[8] = static_cast<std::uint8_t>(0x80 | (bytes[8] & 0x3f));
    std::string hex = toHex(bytes);
    for (const std::size_t dash : {20, 16, 12, 8})
        hex.insert(dash, 1, '-');
    return hex;
}

} // namespace gatehouse
