// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Bounds what a peer may send between two bodies or chunks: Beast's parser forgets what it took, so it does
// not know how much a head was that came in pieces, and it does not bound the lines between chunks at all.

#include <boost/beast/core/error.hpp>
#include <boost/beast/http/error.hpp>
#include <cstddef>
#include <string_view>

namespace gatehouse::gateway {

// Beast takes it for a mistake of its caller when the line of a last chunk is shown again before it could be
// whole ("0\r\n\r\n"), so it is shown only then.
[[nodiscard]] inline bool isHalfALastChunk(std::string_view bytes)
{
    constexpr std::size_t shortest = 5;
    return bytes.size() < shortest && bytes.starts_with('0') && bytes.find("\r\n") != std::string_view::npos;
}

class LineBound {
public:
    explicit LineBound(std::size_t limit) // bytes of a head, and of what stands between two chunks
        : m_limit(limit)
    {
    }

    // After each step of the parser: it took `used` bytes and left `left`. Turns `need_more` into
    // `header_limit` when there was more already than there may be.
    void hold(bool inHead, std::size_t used, std::size_t left, boost::beast::error_code &error)
    {
        namespace http = boost::beast::http;
        m_headBytes += inHead ? used : 0;
        if (error == http::error::need_more && left + (inHead ? m_headBytes : 0) > m_limit)
            error = http::error::header_limit;
    }

private:
    std::size_t m_limit;
    std::size_t m_headBytes = 0;
};

} // namespace gatehouse::gateway
