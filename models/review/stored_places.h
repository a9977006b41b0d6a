// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Where the bytes of one original text went when it was stored, as far as evidence tells: every mask moved
// what stands behind it.

#include "core/policy/verdict.h"

#include <string_view>
#include <vector>

namespace gatehouse::console {

// A mask in a stored text.
struct StoredMask {
    ByteRange original, stored;
    bool isOnTheWire = false; // a rule masked it for whoever it was sent to, too
};

class StoredPlaces {
public:
    // Of segment `segment` of the body `in`, as `text` stands in the store.
    StoredPlaces(const std::vector<CheckResult> &checks, BodyPart in, int segment, std::string_view text);

    [[nodiscard]] const std::vector<StoredMask> &masks() const { return m_masks; } // in order
    [[nodiscard]] std::size_t originalSize() const { return m_originalSize; }
    // One inside a mask is at its end.
    [[nodiscard]] std::size_t storedOffset(std::size_t original) const;

private:
    std::vector<StoredMask> m_masks;
    std::size_t m_originalSize = 0;
};

} // namespace gatehouse::console
