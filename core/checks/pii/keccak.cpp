// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/pii/keccak.h"

#include <algorithm>
#include <bit>

namespace gatehouse::pii {

namespace {

using Lanes = std::array<std::uint64_t, 25>; // (x, y) at x + 5y

void mixColumns(Lanes &lanes) // theta
{
    std::array<std::uint64_t, 5> parity{};
    for (std::size_t i = 0; i < lanes.size(); ++i)
        parity[i % 5] ^= lanes[i];
    for (std::size_t i = 0; i < lanes.size(); ++i)
        lanes[i] ^= parity[(i + 4) % 5] ^ std::rotl(parity[(i + 1) % 5], 1);
}

Lanes rotateAndMove(const Lanes &lanes) // rho, pi
{
    Lanes moved{};
    moved[0] = lanes[0];
    std::size_t x = 1, y = 0;
    for (int t = 0; t < 24; ++t) {
        const std::size_t toX = y, toY = (2 * x + 3 * y) % 5;
        moved[toX + 5 * toY] = std::rotl(lanes[x + 5 * y], (t + 1) * (t + 2) / 2 % 64);
        x = toX;
        y = toY;
    }
    return moved;
}

void mixRows(const Lanes &from, Lanes &lanes) // chi
{
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        const std::size_t row = i - i % 5;
        lanes[i] = from[i] ^ (~from[row + (i + 1) % 5] & from[row + (i + 2) % 5]);
    }
}

// One bit of the round constants: the register x^8 + x^6 + x^5 + x^4 + 1.
bool nextBit(unsigned &shift)
{
    const bool bit = (shift & 1U) != 0;
    shift = (shift << 1U) ^ ((shift >> 7U) != 0 ? 0x171U : 0U);
    return bit;
}

// "The Keccak reference" 3.0, section 1.2.
void permute(Lanes &lanes)
{
    unsigned shift = 1;
    for (int round = 0; round < 24; ++round) {
        mixColumns(lanes);
        mixRows(rotateAndMove(lanes), lanes);
        for (unsigned j = 0; j < 7; ++j) { // iota
            if (nextBit(shift))
                lanes[0] ^= std::uint64_t{1} << ((1U << j) - 1U);
        }
    }
}

} // namespace

std::array<std::uint8_t, 32> keccak256(std::string_view bytes)
{
    constexpr std::size_t rate = 136;
    std::array<std::uint8_t, rate> block{};
    std::copy(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(std::min(bytes.size(), rate - 1)),
        block.begin());
    block[std::min(bytes.size(), rate - 1)] ^= 0x01;
    block[rate - 1] ^= 0x80;
    Lanes lanes{};
    for (std::size_t i = 0; i < rate; ++i)
        lanes[i / 8] ^= std::uint64_t{block[i]} << (i % 8 * 8);
    permute(lanes);
    std::array<std::uint8_t, 32> digest{};
    for (std::size_t i = 0; i < digest.size(); ++i)
        digest[i] = static_cast<std::uint8_t>(lanes[i / 8] >> (i % 8 * 8));
    return digest;
}

} // namespace gatehouse::pii
