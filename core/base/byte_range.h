// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A half-open range of bytes [start, end) in some text.

#include <algorithm>
#include <compare>
#include <cstddef>

namespace gatehouse {

struct ByteRange {
    std::size_t start = 0;
    std::size_t end = 0;

    [[nodiscard]] std::size_t size() const { return end - start; }
    [[nodiscard]] bool overlaps(const ByteRange &other) const
    {
        return start < other.end && other.start < end;
    }
    friend auto operator<=>(const ByteRange &, const ByteRange &) = default;
};

} // namespace gatehouse
