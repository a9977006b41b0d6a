// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Phrases of harmful content by category, each with how surely it means what it says.

#include <span>
#include <string>
#include <string_view>

namespace gatehouse {

struct ModerationPhrase {
    std::string_view text; // matched whole, in any case
    double weight = 0; // 0.9 hardly anything else, 0.6 mostly this, 0.3 one sign among others
};

struct ModerationPack {
    std::string_view category;
    std::span<const ModerationPhrase> phrases;
};

// Alphabetical.
[[nodiscard]] std::span<const ModerationPack> moderationPacks();
// SHA-256 (hex) over all of it.
[[nodiscard]] std::string moderationPacksDigest();

} // namespace gatehouse
