// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Digests, message authentication and random bytes, all by OpenSSL.

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace gatehouse {

using Sha256 = std::array<std::uint8_t, 32>;

[[nodiscard]] Sha256 sha256(std::string_view bytes);
[[nodiscard]] Sha256 hmacSha256(std::string_view key, std::string_view bytes);
[[nodiscard]] std::string toHex(std::span<const std::uint8_t> bytes);
[[nodiscard]] std::string sha256Hex(std::string_view bytes);
// Takes the same time wherever the first difference is.
[[nodiscard]] bool equalInConstantTime(const Sha256 &a, const Sha256 &b);
// Cryptographically strong; terminates the program when the system has no randomness to give.
void fillRandom(std::span<std::uint8_t> out);

} // namespace gatehouse
