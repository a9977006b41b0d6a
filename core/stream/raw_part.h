// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A piece of a streamed answer that comes whole, as JSON of any shape: each text in it is judged, the rest
// stays.

#include "core/stream/answer_part.h"

#include <string>
#include <utility>
#include <vector>

namespace gatehouse {

struct RawPart {
    std::string json;
    std::vector<std::pair<std::string, AnswerPart *>> texts; // by the pointer into `json`
};

} // namespace gatehouse
