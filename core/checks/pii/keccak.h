// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Keccak-256 with its original padding: the checksum inside Ethereum addresses, and nothing else. OpenSSL 3.0
// has only the padding of FIPS 202; nothing here protects a secret.

#include <array>
#include <cstdint>
#include <string_view>

namespace gatehouse::pii {

// Of at most 135 bytes (one block).
[[nodiscard]] std::array<std::uint8_t, 32> keccak256(std::string_view bytes);

} // namespace gatehouse::pii
