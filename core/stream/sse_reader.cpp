// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/stream/sse_reader.h"

namespace gatehouse {

namespace {

constexpr std::size_t largestEvent = 1024UL * 1024;

} // namespace

Result<std::vector<std::string>> SseReader::feed(std::string_view bytes)
{
    std::vector<std::string> events;
    m_rest += bytes;
    std::size_t from = 0;
    for (std::size_t end = m_rest.find('\n'); end != std::string::npos; end = m_rest.find('\n', from)) {
        std::string_view line = std::string_view(m_rest).substr(from, end - from);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        takeLine(line, events);
        from = end + 1;
    }
    m_rest.erase(0, from);
    if (m_rest.size() + m_data.size() > largestEvent)
        return fail(ErrorKind::LimitExceeded, "an event of the upstream stream is larger than 1 MiB");
    return events;
}

void SseReader::takeLine(std::string_view line, std::vector<std::string> &events)
{
    if (line.empty()) {
        if (m_hasData)
            events.push_back(std::move(m_data));
        m_data.clear();
        m_hasData = false;
        return;
    }
    constexpr std::string_view field = "data:";
    if (!line.starts_with(field))
        return;
    std::string_view value = line.substr(field.size());
    if (value.starts_with(' '))
        value.remove_prefix(1);
    if (m_hasData)
        m_data += '\n';
    m_data += value;
    m_hasData = true;
}

} // namespace gatehouse
