// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Scores a text by its worst window, in one pass and without allocating.
//
// A text is cut into blocks of 512 bytes (the last one up to 767); every two neighbours are a window, a text
// of one block is one. Each distinct feature of a window counts once. An attack of a sentence or two is then
// seen in a document of any length, and a long harmless text is not suspicious for its length.

#include "core/base/byte_range.h"
#include "core/checks/model/feature_reader.h"
#include "core/checks/model/linear_model.h"

#include <array>

namespace gatehouse::model {

inline constexpr std::size_t blockBytes = 512;

struct HeadScore {
    std::int32_t logit = 0; // in 1/1024
    ByteRange window; // that has it; the first of equals
};

struct TextScore {
    std::array<HeadScore, mostHeads> heads;
};

[[nodiscard]] TextScore scoreText(const LinearModel &model, std::string_view text);

// The end of the block that starts at `start` in a text of so many bytes.
[[nodiscard]] constexpr std::size_t blockEnd(std::size_t start, std::size_t size)
{
    return size - start < blockBytes + blockBytes / 2 ? size : start + blockBytes;
}

} // namespace gatehouse::model
