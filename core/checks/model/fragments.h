// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The words that made a model sure: evidence for people, looked for only after a text was found.

#include "core/base/byte_range.h"
#include "core/checks/model/linear_model.h"

#include <vector>

namespace gatehouse::model {

// At most five spans inside `window`, in order and apart: the features with the highest weights for the head,
// neighbours joined. Empty when no feature speaks for it.
[[nodiscard]] std::vector<ByteRange> strongestFragments(
    const LinearModel &model, std::size_t head, std::string_view text, ByteRange window);

} // namespace gatehouse::model
