// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/stream/sse_reader.h"

#include <algorithm>
#include <cstring>

namespace gatehouse {

namespace {

constexpr std::size_t largestEvent = 1024UL * 1024;
// Memory beyond this is given back once a large event was read.
constexpr std::size_t usualCapacity = 8UL * 1024;
constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

std::size_t findByte(std::string_view text, std::size_t from, char byte)
{
    const void *found
        = from < text.size() ? std::memchr(text.data() + from, byte, text.size() - from) : nullptr;
    return found ? static_cast<std::size_t>(static_cast<const char *>(found) - text.data())
                 : std::string_view::npos;
}

} // namespace

void SseReader::append(std::string_view bytes)
{
    // What the incomplete event said already is kept; all before it was read.
    const std::size_t keepFrom = m_dataLines == 1 ? m_dataStart : m_read;
    m_bytes.erase(0, keepFrom);
    m_read -= keepFrom;
    m_searched -= std::min(m_searched, keepFrom);
    m_dataStart = 0;
    if (m_bytes.empty() && m_bytes.capacity() > usualCapacity)
        std::string().swap(m_bytes);
    m_bytes += bytes;
}

// A line ends with LF, CR or CRLF, also when the two bytes of the last come apart.
std::optional<std::string_view> SseReader::takeLine()
{
    if (m_skipLineFeed && m_read < m_bytes.size()) {
        m_read += m_bytes[m_read] == '\n' ? 1 : 0;
        m_skipLineFeed = false;
    }
    m_searched = std::max(m_searched, m_read);
    const std::size_t lineFeed = findByte(m_bytes, m_searched, '\n');
    const std::string_view searched = std::string_view(m_bytes).substr(0, lineFeed);
    const std::size_t end = std::min(findByte(searched, m_searched, '\r'), lineFeed);
    m_searched = m_bytes.size();
    if (end == std::string_view::npos)
        return std::nullopt;
    const std::string_view line = std::string_view(m_bytes).substr(m_read, end - m_read);
    m_skipLineFeed = m_bytes[end] == '\r';
    m_read = m_searched = end + 1;
    return line;
}

void SseReader::takeData(std::string_view line)
{
    constexpr std::string_view field = "data";
    if (!line.starts_with(field) || (line.size() > field.size() && line[field.size()] != ':'))
        return;
    std::string_view value = line.substr(std::min(line.size(), field.size() + 1));
    if (value.starts_with(' '))
        value.remove_prefix(1);
    if (m_dataLines == 0) {
        m_dataStart = static_cast<std::size_t>(value.data() - m_bytes.data());
        m_dataSize = value.size();
    } else {
        if (m_dataLines == 1)
            m_joined.assign(m_bytes, m_dataStart, m_dataSize);
        m_joined += '\n';
        m_joined += value;
    }
    ++m_dataLines;
}

std::string_view SseReader::takeEvent()
{
    const bool single = m_dataLines == 1;
    m_dataLines = 0;
    return single ? std::string_view(m_bytes).substr(m_dataStart, m_dataSize) : std::string_view(m_joined);
}

// False until it is known whether the stream starts with a byte order mark.
bool SseReader::passesStart()
{
    if (!m_started && m_bytes.size() < byteOrderMark.size() && byteOrderMark.starts_with(m_bytes))
        return false;
    if (!m_started && m_bytes.starts_with(byteOrderMark))
        m_read = byteOrderMark.size();
    m_started = true;
    return true;
}

Result<std::optional<std::string_view>> SseReader::next()
{
    if (!passesStart())
        return std::nullopt;
    if (m_dataLines == 0)
        m_joined.clear();
    while (const auto line = takeLine()) {
        if (!line->empty())
            takeData(*line);
        else if (m_dataLines > 0)
            return takeEvent();
    }
    const std::size_t data = m_dataLines == 1 ? m_dataSize : m_joined.size();
    if (m_bytes.size() - m_read + data > largestEvent)
        return fail(ErrorKind::LimitExceeded, "an event of the upstream stream is larger than 1 MiB");
    return std::nullopt;
}

} // namespace gatehouse
