// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/cli/input.h"

#include <simdjson.h>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace gatehouse::gateway::cli {

namespace {

constexpr std::size_t chunkBytes = std::size_t{64} << 10;

// Appends one chunk; false at the end.
Result<bool> readChunk(int descriptor, std::string &out)
{
    const std::size_t before = out.size();
    out.resize(before + chunkBytes);
    ssize_t got = 0;
    do {
        got = ::read(descriptor, out.data() + before, chunkBytes);
    } while (got < 0 && errno == EINTR);
    out.resize(before + (got > 0 ? static_cast<std::size_t>(got) : 0));
    if (got < 0)
        return fail(ErrorKind::Unreachable, "the input could not be read", std::strerror(errno));
    return got > 0;
}

Result<std::string> readAll(int descriptor, const std::string &path, std::size_t limit)
{
    std::string text;
    for (;;) {
        const auto more = readChunk(descriptor, text);
        if (!more)
            return tl::unexpected<Error>(more.error());
        if (text.size() > limit)
            return fail(ErrorKind::InvalidInput, "over " + std::to_string(limit) + " bytes", path);
        if (!*more)
            return text;
    }
}

} // namespace

Result<std::string> readInput(const std::string &path, std::size_t limit)
{
    if (path == "-")
        return readAll(STDIN_FILENO, "standard input", limit);
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return fail(
            ErrorKind::InvalidInput, std::string("cannot read the file: ") + std::strerror(errno), path);
    struct stat info { };
    const bool isFolder = ::fstat(descriptor, &info) == 0 && S_ISDIR(info.st_mode);
    auto text = isFolder ? fail(ErrorKind::InvalidInput, "a folder, not a file", path)
                         : readAll(descriptor, path, limit);
    ::close(descriptor);
    return text;
}

bool isUtf8(std::string_view text)
{
    return simdjson::validate_utf8(text);
}

Result<std::vector<std::string>> splitList(const std::string &text, const std::string &option)
{
    std::vector<std::string> words;
    std::size_t start = 0;
    for (;;) {
        const std::size_t comma = text.find(',', start);
        std::string word = text.substr(start, comma == std::string::npos ? comma : comma - start);
        word.erase(0, word.find_first_not_of(" \t"));
        word.erase(word.find_last_not_of(" \t") + 1);
        if (word.empty())
            return fail(
                ErrorKind::InvalidInput, "an empty name in a list", option, "write names joined by commas");
        words.push_back(std::move(word));
        if (comma == std::string::npos)
            return words;
        start = comma + 1;
    }
}

LineReader::LineReader(int descriptor, std::size_t limit)
    : m_descriptor(descriptor)
    , m_limit(limit)
{
}

Result<bool> LineReader::refill()
{
    m_buffer.erase(0, m_at);
    m_at = 0;
    return readChunk(m_descriptor, m_buffer);
}

Result<LineReader::Got> LineReader::next(std::string &line)
{
    line.clear();
    bool tooLong = false;
    std::size_t searched = 0; // bytes after m_at known to hold no line end
    for (;;) {
        const std::size_t end = m_buffer.find('\n', m_at + searched);
        const std::size_t length = (end == std::string::npos ? m_buffer.size() : end) - m_at;
        tooLong = tooLong || length > m_limit;
        if (end != std::string::npos) {
            if (!tooLong)
                line.assign(m_buffer, m_at, length);
            m_at = end + 1;
            return tooLong ? Got::TooLong : Got::Line;
        }
        if (tooLong)
            m_at = m_buffer.size();
        searched = m_buffer.size() - m_at;
        const auto more = refill();
        if (!more)
            return tl::unexpected<Error>(more.error());
        if (!*more) {
            line.assign(m_buffer, m_at);
            m_at = m_buffer.size();
            return tooLong ? Got::TooLong : line.empty() ? Got::End : Got::Line;
        }
    }
}

bool LineReader::hasLineWaiting() const
{
    return m_buffer.find('\n', m_at) != std::string::npos;
}

} // namespace gatehouse::gateway::cli
