// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// An upstream's HTTP/1 answer as the gateway reads it; its body comes out piece by piece.

#include "gateway/http/line_bound.h"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/basic_parser.hpp>
#include <string>

namespace gatehouse::gateway {

struct ResponseHead {
    int status = 0;
    std::string contentType; // lower case, without parameters
    std::string contentEncoding;
    std::string retryAfter;
    std::string cacheControl = {};
};

class ResponseParser final : public boost::beast::http::basic_parser<false> {
public:
    explicit ResponseParser(std::size_t headerLimit);

    // Takes what it can from `buffer`. An error when that is no answer; that it needs more is none.
    [[nodiscard]] boost::beast::error_code read(boost::beast::flat_buffer &buffer);

    [[nodiscard]] const ResponseHead &head() const { return m_head; }
    // What was read of the body since the last call; swapped out so that both strings are reused.
    void takeBody(std::string &into);
    [[nodiscard]] bool hasBody() const { return !m_body.empty(); }

private:
    using boost::beast::http::basic_parser<false>::put;
    using string_view = boost::beast::string_view;
    using error_code = boost::beast::error_code;
    using field = boost::beast::http::field;

    void on_request_impl(boost::beast::http::verb, string_view, string_view, int, error_code &) override { }
    void on_response_impl(int status, string_view, int, error_code &) override { m_head.status = status; }
    void on_field_impl(field known, string_view name, string_view value, error_code &error) override;
    void on_header_impl(error_code &) override { m_headDone = true; }
    void on_body_init_impl(const boost::optional<std::uint64_t> &, error_code &) override { }
    std::size_t on_body_impl(string_view piece, error_code &error) override;
    void on_chunk_header_impl(std::uint64_t, string_view, error_code &) override { }
    std::size_t on_chunk_body_impl(std::uint64_t, string_view piece, error_code &error) override;
    void on_finish_impl(error_code &) override { }

    ResponseHead m_head;
    LineBound m_lines;
    std::string m_body;
    bool m_headDone = false;
};

} // namespace gatehouse::gateway
