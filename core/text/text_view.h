// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A text as it reads after normalising, decoding or joining, every byte mapped back to the original.

#include "core/base/byte_range.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse {

// Bytes of one segment of a body.
struct Origin {
    int segment = 0;
    ByteRange range;

    friend bool operator==(const Origin &, const Origin &) = default;
};

class TextView {
public:
    [[nodiscard]] const std::string &text() const { return m_text; }
    // Decodings it was seen through, outermost first: "normalised", "base64", "rot13", "joined", …
    [[nodiscard]] const std::vector<std::string> &via() const { return m_via; }
    // How many of them are encodings somebody chose: base64 of hex is 2, "normalised" and "joined" count 0.
    [[nodiscard]] int encodings() const { return m_encodings; }
    // Letters were exchanged or put in another order (leet, ROT13, reversal, spacing): words can be read from
    // it, numbers and tokens can't.
    [[nodiscard]] bool isRespelt() const { return m_respelt; }
    // Made of several segments that stand beside each other.
    [[nodiscard]] bool isJoined() const { return m_joined; }
    // The original bytes that gave these bytes of the view: one range for each segment they touch, by
    // segment. An encoded group (four base64 letters) is given whole. Nothing for an empty range.
    [[nodiscard]] std::vector<Origin> originsOf(ByteRange range) const;

private:
    friend class ViewWriter;
    // Bytes [view, next run's view) came from [start, end) of the parent: one to one when linear, else all
    // of them from all of it.
    struct Run {
        std::uint32_t view = 0;
        std::uint32_t start = 0;
        std::uint32_t end = 0;
        int segment = 0; // of the body, when there is no parent view
        bool linear = true;
    };

    [[nodiscard]] std::vector<Origin> parentRanges(ByteRange range) const;

    std::string m_text;
    std::vector<std::string> m_via;
    std::vector<Run> m_runs;
    const TextView *m_parent = nullptr; // null: the runs speak of segments
    int m_encodings = 0;
    bool m_respelt = false;
    bool m_joined = false;
};

} // namespace gatehouse
