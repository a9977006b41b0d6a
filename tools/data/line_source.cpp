// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "tools/data/line_source.h"

#include <algorithm>
#include <utility>
#include <zlib.h>

namespace gatehouse::tools {

namespace {
constexpr std::size_t blockBytes = std::size_t{1} << 18;
constexpr std::size_t longestLine = std::size_t{32} << 20;
} // namespace

void LineSource::Close::operator()(gzFile_s *file) const
{
    gzclose(file);
}

LineSource::LineSource(std::filesystem::path file, gzFile_s *opened)
    : m_file(std::move(file))
    , m_handle(opened)
{
}

Result<LineSource> LineSource::open(const std::filesystem::path &file)
{
    gzFile_s *handle = gzopen(file.c_str(), "rb");
    if (!handle)
        return fail(ErrorKind::NotFound, "the file can't be opened", file.string());
    return LineSource(file, handle);
}

Result<bool> LineSource::fill()
{
    m_buffer.erase(0, m_from);
    m_from = 0;
    const std::size_t kept = m_buffer.size();
    if (kept > longestLine)
        return fail(ErrorKind::LimitExceeded, "line " + std::to_string(m_line + 1) + " is over 32 MiB",
            m_file.string());
    m_buffer.resize(kept + blockBytes);
    const int got = gzread(m_handle.get(), m_buffer.data() + kept, blockBytes);
    m_buffer.resize(kept + static_cast<std::size_t>(std::max(got, 0)));
    int code = Z_OK;
    const char *reason = gzerror(m_handle.get(), &code);
    // An archive that ends too early is told only here, after what could still be read.
    if (got < 0 || (got == 0 && code != Z_OK && code != Z_STREAM_END))
        return fail(ErrorKind::Corrupt, std::string("the file can't be read: ") + reason, m_file.string());
    return got > 0;
}

Result<bool> LineSource::next(std::string &line)
{
    std::size_t searched = m_from;
    for (;;) {
        const std::size_t end = m_buffer.find('\n', searched);
        if (end != std::string::npos) {
            line.assign(m_buffer, m_from, end - m_from);
            m_from = end + 1;
            ++m_line;
            return true;
        }
        const std::size_t pending = m_buffer.size() - m_from;
        const auto more = fill();
        if (!more)
            return tl::unexpected<Error>(more.error());
        if (!*more) {
            line = std::exchange(m_buffer, {});
            m_line += line.empty() ? 0 : 1;
            return !line.empty();
        }
        searched = pending;
    }
}

} // namespace gatehouse::tools
