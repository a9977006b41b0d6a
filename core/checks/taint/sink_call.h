// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A tool call taken apart: what the tool does, and the arguments it is given.

#include "core/checks/check.h"
#include "core/checks/taint/json_leaves.h"
#include "core/checks/taint/tool_sink.h"

#include <string>
#include <vector>

namespace gatehouse {

struct SinkCall {
    const ScannedSegment *place = nullptr;
    std::string tool;
    ToolSink sink = ToolSink::Read;
    bool isGuessed = true;
    std::vector<JsonLeaf> arguments; // the whole text as one without a name when it is no JSON
};

// `scanned` is a segment of zone tool_call.
[[nodiscard]] SinkCall readSinkCall(const ScannedSegment &scanned);

} // namespace gatehouse
