// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/base/uuid7.h"

#include "core/base/digest.h"

#include <algorithm>
#include <array>
#include <mutex>
#include <span>

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

constexpr std::size_t randomPart = 8; // rand_b; of rand_a the counter takes all

// Asking for randomness costs more than the id: fetched for many ids at once.
class RandomParts {
public:
    std::span<const std::uint8_t, randomPart> next()
    {
        if (m_at == m_bytes.size()) {
            fillRandom(m_bytes);
            m_at = 0;
        }
        const auto part = std::span(m_bytes).subspan(m_at).first<randomPart>();
        m_at += randomPart;
        return part;
    }

private:
    std::array<std::uint8_t, 64 * randomPart> m_bytes{};
    std::size_t m_at = m_bytes.size();
};

} // namespace

std::string newUuid7(Timestamp at)
{
    const auto [millis, counter] = nextTick(toMicros(at) / 1000);
    std::array<std::uint8_t, 16> bytes{};
    thread_local RandomParts parts;
    const auto part = parts.next();
    std::copy(part.begin(), part.end(), bytes.begin() + 8);
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
