// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Finds known secrets in a text by their fingerprints.

#include "core/base/byte_range.h"
#include "core/checks/known_secrets/fingerprint.h"

#include <functional>
#include <map>
#include <span>
#include <vector>

namespace gatehouse {

// A secret is looked for where it begins and ends like a word: between letters or digits it would be part of
// another one. Runs without white space are hashed once; a candidate costs a multiplication and a look-up,
// and an HMAC only when its gate is that of a known secret of its length. So the work is at most bytes times
// distinct lengths, and one HMAC in 65,536 candidates.
class SecretFinder {
public:
    struct Known {
        SecretFingerprint fingerprint;
        std::size_t index = 0; // which of the policy's secrets
    };

    SecretFinder(FingerprintKeys keys, std::vector<Known> known);

    // Calls `found` for every known secret in the text: by place, then by length.
    void find(std::string_view text, const std::function<void(ByteRange, std::size_t index)> &found) const;
    [[nodiscard]] std::size_t longest() const;

private:
    struct Length {
        std::size_t length = 0;
        std::uint64_t power = 0; // base^length
        std::vector<Known> known; // by gate
    };
    using Lengths = std::vector<Length>; // ascending

    void findIn(std::string_view text, ByteRange run, const Lengths &lengths,
        std::vector<std::pair<ByteRange, std::size_t>> &places) const;
    [[nodiscard]] const Known *prove(const Length &length, std::uint64_t hash, std::string_view value) const;

    FingerprintKeys m_keys;
    Lengths m_unbroken, m_spaced;
};

} // namespace gatehouse
