// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Bounds what a peer may send between two bodies or chunks: Beast's parser forgets what it took, so it does
// not know how much a head was that came in pieces, and it does not bound the lines between chunks at all.

#include <boost/beast/core/error.hpp>
#include <boost/beast/http/error.hpp>
#include <cstddef>

namespace gatehouse::gateway {

class LineBound {
public:
    explicit LineBound(std::size_t limit) // bytes of a head, and of what stands between two chunks
        : m_limit(limit)
    {
    }

    // After each step of the parser: it took `used` bytes and left `left`. Turns `need_more` into an error
    // when there was more already than there may be.
    void hold(bool inHead, std::size_t used, std::size_t left, boost::beast::error_code &error)
    {
        namespace http = boost::beast::http;
        m_headBytes += inHead ? used : 0;
        if (error == http::error::need_more && left + (inHead ? m_headBytes : 0) > m_limit)
            error = inHead ? http::error::header_limit : http::error::bad_chunk_extension;
    }

private:
    std::size_t m_limit;
    std::size_t m_headBytes = 0;
};

} // namespace gatehouse::gateway
