// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Streams as providers send them, with text, tool calls, comments, odd line ends and characters cut in two.
// "zebra crossing" and "ticket-…" are what rules look for, in pieces.

#include <string>
#include <vector>

namespace gatehouse::test {

struct RecordedStream {
    const char *name;
    const char *format;
    std::string bytes;
};

[[nodiscard]] std::vector<RecordedStream> recordedStreams();

} // namespace gatehouse::test
