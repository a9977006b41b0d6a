// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/http/response_parser.h"

#include <algorithm>
#include <cctype>

namespace gatehouse::gateway {
namespace {

std::string mediaType(std::string_view value)
{
    std::string type(value.substr(0, value.find(';')));
    while (!type.empty() && type.back() == ' ')
        type.pop_back();
    std::transform(type.begin(), type.end(), type.begin(), [](unsigned char c) { return std::tolower(c); });
    return type;
}

} // namespace

ResponseParser::ResponseParser(std::size_t headerLimit)
    : m_lines(headerLimit)
{
    header_limit(static_cast<std::uint32_t>(headerLimit));
    // The reader counts what it keeps; a stream has no length.
    body_limit(boost::none);
}

ResponseParser::error_code ResponseParser::read(boost::beast::flat_buffer &buffer)
{
    while (buffer.size() > 0 && !is_done()) {
        const bool inHead = !is_header_done();
        const auto bytes = buffer.cdata();
        if (!inHead && chunked() && isHalfALastChunk({static_cast<const char *>(bytes.data()), bytes.size()}))
            return {};
        error_code error;
        const std::size_t used = put(bytes, error);
        m_lines.hold(inHead, used, buffer.size() - used, error);
        buffer.consume(used);
        if (error == boost::beast::http::error::need_more)
            return {};
        if (error)
            return error;
        eager(true);
        if (used == 0)
            return {};
    }
    return {};
}

void ResponseParser::takeBody(std::string &into)
{
    into.clear();
    into.swap(m_body);
}

void ResponseParser::on_field_impl(field known, string_view, string_view value, error_code &)
{
    if (m_headDone)
        return;
    if (known == field::content_type)
        m_head.contentType = mediaType({value.data(), value.size()});
    else if (known == field::content_encoding)
        m_head.contentEncoding = std::string(value);
    else if (known == field::retry_after)
        m_head.retryAfter = std::string(value);
    else if (known == field::cache_control)
        m_head.cacheControl = std::string(value);
}

std::size_t ResponseParser::on_body_impl(string_view piece, error_code &)
{
    m_body.append(piece.data(), piece.size());
    return piece.size();
}

std::size_t ResponseParser::on_chunk_body_impl(std::uint64_t, string_view piece, error_code &error)
{
    return on_body_impl(piece, error);
}

} // namespace gatehouse::gateway
