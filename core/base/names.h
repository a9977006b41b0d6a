// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Text that means one thing: a KeyId can't be passed where a PolicyVersion is wanted.

#include <compare>
#include <string>

namespace gatehouse {

template <class Tag>
struct NamedText {
    std::string value;

    [[nodiscard]] bool empty() const { return value.empty(); }
    friend auto operator<=>(const NamedText &, const NamedText &) = default;
};

using KeyId = NamedText<struct KeyIdTag>; // 12 base62 characters, safe to show and log
using InteractionId = NamedText<struct InteractionIdTag>; // UUIDv7, sorts by time
using PolicyVersion = NamedText<struct PolicyVersionTag>; // 64 hex characters, no prefix

} // namespace gatehouse
