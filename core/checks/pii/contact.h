// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Addresses of people and of their machines: e-mail, telephone, IP.

#include "core/base/byte_range.h"

#include <span>
#include <string>
#include <string_view>

namespace gatehouse {

// One way such an address is written; `judge` gives the confidence, 0 turns it down.
struct ContactPattern {
    std::string_view kind;
    std::string_view expression; // group 1 is the address
    std::string_view anchor;
    double (*judge)(std::string_view text, ByteRange range);
    ByteRange (*widen)(std::string_view text, ByteRange range)
        = nullptr; // before judging, when the span is longer
};
[[nodiscard]] std::span<const ContactPattern> contactPatterns();

} // namespace gatehouse
