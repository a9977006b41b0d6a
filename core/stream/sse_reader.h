// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Cuts a byte stream of server-sent events into the data of its events (WHATWG HTML, section 9.2).

#include "core/base/error.h"

#include <optional>
#include <string>
#include <string_view>

namespace gatehouse {

class SseReader {
public:
    // Takes any slice of the stream.
    void append(std::string_view bytes);
    // The data of the next complete event, or nothing until more bytes come; comments and other fields are
    // skipped. Valid until the next call of either function. An event that grows over 1 MiB without an end is
    // LimitExceeded.
    [[nodiscard]] Result<std::optional<std::string_view>> next();

private:
    [[nodiscard]] bool passesStart();
    [[nodiscard]] std::optional<std::string_view> takeLine();
    void takeData(std::string_view line);
    [[nodiscard]] std::string_view takeEvent();

    std::string m_bytes; // not read yet, and what the current event's data points into
    std::size_t m_read = 0; // bytes of complete lines
    std::size_t m_searched = 0; // no line end before this
    std::string m_joined; // data of an event with several data lines
    std::size_t m_dataStart = 0, m_dataSize = 0; // data of an event with one, in m_bytes
    std::size_t m_dataLines = 0;
    bool m_started = false; // past the place where a byte order mark may stand
    bool m_skipLineFeed = false; // the last line ended with a carriage return
};

} // namespace gatehouse
