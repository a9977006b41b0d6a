// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/taint/sink_call.h"

namespace gatehouse {

SinkCall readSinkCall(const ScannedSegment &scanned)
{
    SinkCall call;
    call.place = &scanned;
    call.tool = scanned.segment->toolName;
    if (auto leaves = readJsonLeaves(scanned.text))
        call.arguments = std::move(*leaves);
    else
        call.arguments.push_back({{}, mapWhole(scanned.text)});
    std::vector<std::string_view> names;
    std::string_view method;
    for (const JsonLeaf &argument : call.arguments) {
        names.emplace_back(argument.name);
        if (argument.name == "method")
            method = argument.value.text;
    }
    call.sink = guessSink(call.tool, names, method);
    return call;
}

} // namespace gatehouse
