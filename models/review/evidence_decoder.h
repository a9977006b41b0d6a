// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What encoded evidence says: stored texts are decoded again as the checks saw them, within their bounds.
//
// What was masked when it was stored stays masked: only stored text is read.

#include "core/policy/verdict_json.h"
#include "core/text/views.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace gatehouse::console {

struct DecodedEvidence {
    std::string text; // what was found, with a little before and after it
    ByteRange found; // in `text`
};

class EvidenceDecoder {
public:
    // `segments` outlive the decoder.
    explicit EvidenceDecoder(const std::vector<StoredSegment> &segments)
        : m_segments(segments)
    {
    }

    // Nothing for plain evidence, for what can't be decoded from what is stored, and for texts that are long.
    [[nodiscard]] std::optional<DecodedEvidence> read(const Evidence &evidence);

private:
    // The segments of one body, and every view that was asked for.
    struct Body {
        std::vector<Segment> segments;
        ViewStore store;
        std::map<int, std::vector<const TextView *>> views; // by segment
        std::optional<std::vector<ViewStore::Border>> borders;
    };
    Body &bodyOf(BodyPart in);
    [[nodiscard]] static std::vector<const TextView *> viewsFor(Body &body, BodyPart in, int segment);

    const std::vector<StoredSegment> &m_segments;
    std::map<BodyPart, Body> m_bodies;
};

} // namespace gatehouse::console
