// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Every other way a text can be read, bounded in depth, number and bytes.

#include "core/message/segment.h"
#include "core/text/view_writer.h"

#include <list>
#include <span>
#include <vector>

namespace gatehouse {

// Of one segment. A decode bomb costs no more than this; what was left out is on the verdict.
struct ViewBounds {
    int depth = 4; // encodings inside each other
    std::size_t views = 24;
    std::size_t bytesFactor = 4; // all views together, as a multiple of the text
    std::size_t bytesAtLeast = 16UL * 1024; // but never less than this
    std::size_t bytesAtMost = 4UL * 1024 * 1024;
    std::size_t viewsOfItsOwn = 3; // that no other text can take from it
};

// Of all texts of one store, beyond what each has of its own (`viewsOfItsOwn`, `bytesFactor` times its size):
// else very many small texts would cost many times what one of their size does.
struct SharedViewBounds {
    std::size_t views = 2048;
    std::size_t bytes = 512UL * 1024;
};

// Views of segments in the order they are read. Addresses stay the same while the store lives.
class ViewStore {
public:
    // Appends the views of one text to `out`; true when a bound stopped it before the end.
    bool addViewsOf(
        const ViewSource &source, std::vector<const TextView *> &out, const ViewBounds &bounds = {});

    // The borders of neighbouring segments of one speaker read as one text, and what can be decoded there:
    // a word, a secret or an encoding split over the parts of a message. In an answer only the parts of one
    // content are neighbours: its choices and fields are texts of their own, and reach the caller as such.
    // Each view belongs to the run of segments [first, last].
    struct Border {
        int first = 0, last = 0;
        const TextView *view = nullptr;
    };
    [[nodiscard]] std::vector<Border> bordersOf(
        std::span<const Segment> segments, BodyPart in = BodyPart::Request, const ViewBounds &bounds = {});

private:
    std::list<TextView> m_views;
    SharedViewBounds m_left;
};

} // namespace gatehouse
