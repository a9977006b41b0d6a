// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "http_exchange.h"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <fstream>
#include <iterator>

namespace gatehouse::bench {

namespace http = boost::beast::http;

Exchange::Exchange(asio::io_context &loop, std::uint16_t port)
    : m_socket(loop)
    , m_endpoint(asio::ip::address_v4::loopback(), port)
{
}

asio::awaitable<error_code> Exchange::connect()
{
    error_code error;
    auto outcome = asio::redirect_error(asio::use_awaitable, error);
    co_await m_socket.async_connect(m_endpoint, outcome);
    if (!error)
        m_socket.set_option(Tcp::no_delay(true), error);
    co_return error;
}

asio::awaitable<int> Exchange::ask(const std::string &request)
{
    error_code error;
    auto outcome = asio::redirect_error(asio::use_awaitable, error);
    co_await asio::async_write(m_socket, asio::buffer(request), outcome);
    if (error)
        co_return 0;
    http::response<http::string_body> answer;
    co_await http::async_read(m_socket, m_buffer, answer, outcome);
    co_return error ? 0 : static_cast<int>(answer.result_int());
}

std::string callBytes(const LoadTarget &target, const std::string &body)
{
    std::string fields;
    if (!target.headFile.empty()) {
        std::ifstream file(target.headFile, std::ios::binary);
        fields.assign(std::istreambuf_iterator<char>(file), {});
    }
    return "POST /v1/chat/completions HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
        + fields + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

std::string healthBytes()
{
    return "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
}

} // namespace gatehouse::bench
