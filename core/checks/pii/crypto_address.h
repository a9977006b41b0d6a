// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Wallet addresses, each proven by the checksum inside it: base58check, bech32 and bech32m, EIP-55.

#include "core/checks/pii/identifier.h"

#include <array>
#include <optional>
#include <string_view>

namespace gatehouse::pii {

inline constexpr std::array<std::string_view, 4> cryptoKinds{
    "bitcoin-address", "ethereum-address", "litecoin-address", "tron-address"};

// The address that starts at `at` (which must be where a word begins) and is a whole word.
[[nodiscard]] std::optional<FoundIdentifier> cryptoAddressAt(std::string_view text, std::size_t at);

// BIP 173 and BIP 350: all in one case, known human-readable part not checked.
[[nodiscard]] bool passesBech32(std::string_view address);
// Four bytes of double SHA-256 behind version and hash; the version, or nothing.
[[nodiscard]] std::optional<unsigned> base58CheckVersion(std::string_view address);
// EIP-55: the case of each letter follows from the hash. Forty hexadecimal digits.
[[nodiscard]] bool passesEip55(std::string_view hex);

} // namespace gatehouse::pii
