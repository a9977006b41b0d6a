// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// An HTTP/1 request as the gateway reads it: the few fields it needs, and what conditions may ask of the
// rest.

#include "core/base/secret_string.h"
#include "core/policy/call_headers.h"
#include "gateway/http/line_bound.h"

#include <algorithm>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/basic_parser.hpp>
#include <optional>
#include <string>

namespace gatehouse::gateway {

enum class ReadOutcome { Done, NeedsMore, Closed, Malformed, HeaderTooLarge, BodyTooLarge, TooSlow };

struct RequestHead {
    std::string method;
    std::string path; // without the query
    unsigned version = 11; // 10 or 11
    SecretString bearer; // of Authorization: Bearer
    SecretString xApiKey, apiKey;
    std::string contentType;
    std::string conversation; // x-gatehouse-conversation
    std::string traceParent; // traceparent, as it came
    SecretString userToken; // x-gatehouse-user-token
    std::string user; // x-gatehouse-user
    bool expectsContinue = false;
    CallHeaders fields; // all that hold no secret, for conditions

    // The virtual key as presented; empty when there is none.
    [[nodiscard]] const SecretString &presentedKey() const;
};

// Strict where two readers could disagree: a length given twice or beside a transfer coding, codings other
// than chunked, folded lines, a host that is missing or given twice, a key given twice, targets that are no
// path. One parser a request.
class RequestParser final : public boost::beast::http::basic_parser<true> {
public:
    RequestParser(std::size_t headerLimit, std::size_t bodyLimit);

    // Take what they can from `buffer`: first the head, then, where it is wanted, the body. Done, NeedsMore,
    // Malformed, HeaderTooLarge or BodyTooLarge; after one of the last three it is over.
    [[nodiscard]] ReadOutcome readHead(boost::beast::flat_buffer &buffer);
    [[nodiscard]] ReadOutcome readBody(boost::beast::flat_buffer &buffer);

    [[nodiscard]] const RequestHead &head() const { return m_head; }
    [[nodiscard]] const std::string &body() const { return m_body; }
    [[nodiscard]] bool hasBody() const { return chunked() || content_length().value_or(0) > 0; }
    // A caller that may send less than others; said before the body is read.
    void limitBody(std::size_t bytes) { m_bodyLimit = std::min(m_bodyLimit, bytes); }
    [[nodiscard]] std::size_t bodyLimit() const { return m_bodyLimit; }
    // Known before a byte of the body was read.
    [[nodiscard]] bool announcesTooMuch() const { return content_length().value_or(0) > m_bodyLimit; }

private:
    using boost::beast::http::basic_parser<true>::put;
    using string_view = boost::beast::string_view;
    using error_code = boost::beast::error_code;
    using field = boost::beast::http::field;

    void on_request_impl(boost::beast::http::verb verb, string_view method, string_view target, int version,
        error_code &error) override;
    void on_response_impl(int, string_view, int, error_code &) override { }
    void on_field_impl(field known, string_view name, string_view value, error_code &error) override;
    void on_header_impl(error_code &error) override;
    void on_body_init_impl(const boost::optional<std::uint64_t> &length, error_code &error) override;
    std::size_t on_body_impl(string_view piece, error_code &error) override;
    void on_chunk_header_impl(std::uint64_t, string_view, error_code &) override { }
    std::size_t on_chunk_body_impl(std::uint64_t, string_view piece, error_code &error) override;
    void on_finish_impl(error_code &) override { }

    [[nodiscard]] ReadOutcome take(boost::beast::flat_buffer &buffer);
    void takeLength(string_view value, error_code &error);
    void takeTransferEncoding(string_view value, error_code &error);
    void takeKey(SecretString &target, string_view value, error_code &error);

    RequestHead m_head;
    std::string m_body;
    LineBound m_lines;
    std::size_t m_bodyLimit;
    bool m_headDone = false;
    bool m_sawHost = false;
    bool m_sawLength = false;
    bool m_sawCoding = false;
};

} // namespace gatehouse::gateway
