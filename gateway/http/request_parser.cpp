// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/http/request_parser.h"

#include <boost/beast/http/error.hpp>

namespace gatehouse::gateway {

namespace http = boost::beast::http;
using boost::beast::iequals;

namespace {

bool isNumber(std::string_view text)
{
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// A line that goes on in the next one: read in more than one way.
bool isFolded(std::string_view lines)
{
    return lines.find("\r\n ") != std::string_view::npos || lines.find("\r\n\t") != std::string_view::npos;
}

ReadOutcome outcomeOf(const boost::beast::error_code &error)
{
    if (!error)
        return ReadOutcome::Done;
    if (error == http::error::need_more)
        return ReadOutcome::NeedsMore;
    if (error == http::error::header_limit)
        return ReadOutcome::HeaderTooLarge;
    return error == http::error::body_limit ? ReadOutcome::BodyTooLarge : ReadOutcome::Malformed;
}

} // namespace

const SecretString &RequestHead::presentedKey() const
{
    if (!bearer.empty())
        return bearer;
    return xApiKey.empty() ? apiKey : xApiKey;
}

RequestParser::RequestParser(std::size_t headerLimit, std::size_t bodyLimit)
    : m_lines(headerLimit)
    , m_bodyLimit(bodyLimit)
{
    header_limit(static_cast<std::uint32_t>(headerLimit));
    // The length is judged after the key: see announcesTooMuch() and on_body_impl().
    body_limit(boost::none);
}

ReadOutcome RequestParser::readHead(boost::beast::flat_buffer &buffer)
{
    while (!is_header_done()) {
        const ReadOutcome outcome = take(buffer);
        if (outcome != ReadOutcome::Done)
            return outcome;
    }
    return ReadOutcome::Done;
}

ReadOutcome RequestParser::readBody(boost::beast::flat_buffer &buffer)
{
    eager(true);
    while (!is_done()) {
        const ReadOutcome outcome = take(buffer);
        if (outcome != ReadOutcome::Done)
            return outcome;
    }
    return ReadOutcome::Done;
}

ReadOutcome RequestParser::take(boost::beast::flat_buffer &buffer)
{
    if (buffer.size() == 0)
        return ReadOutcome::NeedsMore;
    const bool inHead = !is_header_done();
    const auto bytes = buffer.cdata();
    const std::string_view text(static_cast<const char *>(bytes.data()), bytes.size());
    if (!inHead && chunked() && isHalfALastChunk(text))
        return ReadOutcome::NeedsMore;
    error_code error;
    const std::size_t used = put(bytes, error);
    if (inHead && isFolded(text.substr(0, used)))
        error = http::error::bad_line_ending;
    m_lines.hold(inHead, used, bytes.size() - used, error);
    buffer.consume(used);
    return outcomeOf(error);
}

void RequestParser::on_request_impl(
    http::verb, string_view method, string_view target, int version, error_code &error)
{
    if (!target.starts_with('/')) {
        error = http::error::bad_target;
        return;
    }
    m_head.method = std::string(method);
    m_head.path = std::string(target.substr(0, target.find('?')));
    m_head.version = static_cast<unsigned>(version);
}

void RequestParser::on_field_impl(field known, string_view name, string_view value, error_code &error)
{
    if (m_headDone)
        return; // a trailer changes nothing
    (void)m_head.fields.add(
        std::string_view(name.data(), name.size()), std::string_view(value.data(), value.size()));
    if (known == field::content_length) {
        takeLength(value, error);
    } else if (known == field::host) {
        if (m_sawHost)
            error = http::error::bad_field;
        m_sawHost = true;
    } else if (known == field::transfer_encoding) {
        takeTransferEncoding(value, error);
    } else if (known == field::authorization) {
        constexpr std::string_view scheme = "Bearer ";
        if (value.size() > scheme.size() && iequals(value.substr(0, scheme.size()), scheme))
            takeKey(m_head.bearer, value.substr(scheme.size()), error);
    } else if (known == field::content_type) {
        m_head.contentType = std::string(value);
    } else if (known == field::expect) {
        m_head.expectsContinue = iequals(value, "100-continue");
    } else if (iequals(name, "x-api-key")) {
        takeKey(m_head.xApiKey, value, error);
    } else if (iequals(name, "api-key")) {
        takeKey(m_head.apiKey, value, error);
    } else if (iequals(name, "traceparent")) {
        m_head.traceParent = std::string(value);
    } else if (iequals(name, "x-gatehouse-user-token")) {
        takeKey(m_head.userToken, value, error);
    } else if (iequals(name, "x-gatehouse-user")) {
        m_head.user = std::string(value);
    } else if (iequals(name, "x-gatehouse-conversation")) {
        m_head.conversation = std::string(value);
    }
}

void RequestParser::takeLength(string_view value, error_code &error)
{
    if (m_sawLength || !isNumber({value.data(), value.size()}))
        error = http::error::bad_content_length;
    m_sawLength = true;
}

void RequestParser::takeTransferEncoding(string_view value, error_code &error)
{
    if (m_sawCoding || !iequals(value, "chunked"))
        error = http::error::bad_transfer_encoding;
    m_sawCoding = true;
}

void RequestParser::takeKey(SecretString &target, string_view value, error_code &error)
{
    if (!target.empty())
        error = http::error::bad_value;
    target = SecretString(std::string_view(value.data(), value.size()));
}

void RequestParser::on_header_impl(error_code &error)
{
    m_headDone = true;
    if (m_sawCoding && (m_sawLength || m_head.version < 11))
        error = http::error::bad_transfer_encoding;
    else if (!m_sawHost && m_head.version >= 11)
        error = http::error::bad_field;
}

void RequestParser::on_body_init_impl(const boost::optional<std::uint64_t> &length, error_code &)
{
    if (length && *length <= m_bodyLimit)
        m_body.reserve(static_cast<std::size_t>(*length));
}

std::size_t RequestParser::on_body_impl(string_view piece, error_code &error)
{
    if (m_body.size() + piece.size() > m_bodyLimit) {
        error = http::error::body_limit;
        return 0;
    }
    m_body.append(piece.data(), piece.size());
    return piece.size();
}

std::size_t RequestParser::on_chunk_body_impl(std::uint64_t, string_view piece, error_code &error)
{
    return on_body_impl(piece, error);
}

} // namespace gatehouse::gateway
