// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Cuts a byte stream of server-sent events into the data of its events (WHATWG HTML, section 9.2).

#include "core/base/error.h"

#include <string>
#include <string_view>
#include <vector>

namespace gatehouse {

class SseReader {
public:
    // The data of every event completed by these bytes, in order; comments and other fields are skipped. An
    // event that grows over 1 MiB without an end is LimitExceeded.
    [[nodiscard]] Result<std::vector<std::string>> feed(std::string_view bytes);

private:
    void takeLine(std::string_view line, std::vector<std::string> &events);

    std::string m_rest; // the line that is not complete yet
    std::string m_data; // of the event that is not complete yet
    bool m_hasData = false;
};

} // namespace gatehouse
