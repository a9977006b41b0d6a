// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The bench's side of HTTP: the bytes of a request, and reading an answer through Beast.

#include "load.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <string>

namespace gatehouse::bench {

namespace asio = boost::asio;
using Tcp = asio::ip::tcp;
using boost::system::error_code;

// One keep-alive connection to a target.
class Exchange {
public:
    Exchange(asio::io_context &loop, std::uint16_t port);

    [[nodiscard]] asio::awaitable<error_code> connect();
    // Sends `request` and reads the answer whole. Its status; 0 when the connection broke.
    [[nodiscard]] asio::awaitable<int> ask(const std::string &request);
    [[nodiscard]] Tcp::socket &socket() { return m_socket; }

private:
    Tcp::socket m_socket;
    Tcp::endpoint m_endpoint;
    boost::beast::flat_buffer m_buffer;
};

// POST /v1/chat/completions with the target's fields and `body`.
[[nodiscard]] std::string callBytes(const LoadTarget &target, const std::string &body);
// GET /healthz.
[[nodiscard]] std::string healthBytes();

} // namespace gatehouse::bench
