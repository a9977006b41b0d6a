// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Text that a reader can't see or can't tell apart from what it is not.

#include "core/base/byte_range.h"

#include <string_view>
#include <vector>

namespace gatehouse {

struct HiddenSpan {
    ByteRange range;
    std::string_view label;
    double score = 0;
};

// What scripts a text has; gathered while its characters are read.
struct ScriptsSeen {
    bool rightToLeft = false;
    bool cyrillicOrGreek = false;
};

// "zero-width", "bidi-control", "tag-characters", "variation-selectors", "invisible-filler". Costs next to
// nothing for ASCII.
void findHiddenCharacters(std::string_view text, std::vector<HiddenSpan> &found, ScriptsSeen &scripts);

// "mixed-script": words of one alphabet with letters of another that look the same.
void findMixedScript(std::string_view text, std::vector<HiddenSpan> &found);

// "hidden-html": text in elements that are not shown (`element` is the start tag that hides them), and
// comments that speak to a model (`comment` is its opening mark).
void findHiddenElement(std::string_view text, ByteRange element, std::vector<HiddenSpan> &found);
void findHiddenComment(std::string_view text, ByteRange comment, std::vector<HiddenSpan> &found);

} // namespace gatehouse
