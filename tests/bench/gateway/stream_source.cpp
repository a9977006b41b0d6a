// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "stream_source.h"

#include <array>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <charconv>
#include <cstdio>

namespace gatehouse::bench {
namespace {

namespace http = boost::beast::http;

constexpr std::string_view numberField = R"("user":"stream-)";
// About what a model says in one event.
constexpr std::array<std::string_view, 8> words{" the order was sent ", "yesterday, it should",
    " arrive before noon ", "and needs a signatur", "e at the front desk,", " so please ask some ",
    "body of the team to ", "wait there for it. "};

std::size_t textOf(int chunks)
{
    std::size_t bytes = 0;
    for (int chunk = 0; chunk < chunks; ++chunk)
        bytes += words[static_cast<std::size_t>(chunk) % words.size()].size();
    return bytes;
}

std::string asChunk(std::string_view event)
{
    std::array<char, 16> size{};
    const int digits = std::snprintf(size.data(), size.size(), "%zx\r\n", event.size());
    return std::string(size.data(), static_cast<std::size_t>(digits)) + std::string(event) + "\r\n";
}

std::string eventOf(std::string_view text)
{
    return R"(data: {"id":"chatcmpl-bench","object":"chat.completion.chunk","created":1700000000,"model":"bench",)"
           R"("choices":[{"index":0,"delta":{"content":")"
        + std::string(text) + "\"},\"finish_reason\":null}]}\n\n";
}

int numberIn(std::string_view body)
{
    int number = -1;
    if (const auto at = body.find(numberField); at != std::string_view::npos)
        std::from_chars(body.data() + at + numberField.size(), body.data() + body.size(), number);
    return number;
}

} // namespace

std::string streamBody(int stream)
{
    return R"({"model":"bench","stream":true,)" + std::string(numberField) + std::to_string(stream)
        + R"(","messages":[{"role":"user","content":"Where is the order, and when does it arrive?"}]})";
}

StreamSource::StreamSource(asio::io_context &loop, const StreamLoad &load)
    : m_loop(loop)
    , m_load(load)
    , m_acceptor(loop, Tcp::endpoint(asio::ip::address_v4::loopback(), load.upstreamPort))
    , m_last(static_cast<std::size_t>(load.streams))
    , m_left(load.streams)
{
}

asio::awaitable<void> StreamSource::acceptAll()
{
    error_code error;
    auto outcome = asio::redirect_error(asio::use_awaitable, error);
    while (!error) {
        Tcp::socket socket(m_loop);
        co_await m_acceptor.async_accept(socket, outcome);
        if (!error)
            asio::co_spawn(m_loop, serve(std::move(socket)), asio::detached);
    }
}

void StreamSource::streamLeft()
{
    if (--m_left > 0)
        return;
    m_acceptor.close();
    // Kept connections of a proxy would keep the loop going.
    m_loop.stop();
}

const SentChunk *StreamSource::lastSent(int stream) const
{
    const SentChunk &last = m_last[static_cast<std::size_t>(stream)];
    return last.textBytes == 0 ? nullptr : &last;
}

std::size_t StreamSource::wholeText() const
{
    return textOf(m_load.chunks);
}

asio::awaitable<void> StreamSource::serve(Tcp::socket socket)
{
    error_code error;
    auto outcome = asio::redirect_error(asio::use_awaitable, error);
    socket.set_option(Tcp::no_delay(true), error);
    boost::beast::flat_buffer buffer;
    for (bool goesOn = true; goesOn;) {
        http::request<http::string_body> request;
        co_await http::async_read(socket, buffer, request, outcome);
        const int stream = error ? -1 : numberIn(request.body());
        goesOn = stream >= 0 && stream < m_load.streams;
        if (goesOn)
            goesOn = co_await sendChunks(socket, stream);
    }
}

asio::awaitable<bool> StreamSource::sendChunks(Tcp::socket &socket, int stream)
{
    error_code error;
    auto outcome = asio::redirect_error(asio::use_awaitable, error);
    std::string bytes
        = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";
    asio::steady_timer pace(m_loop, SteadyClock::now());
    const auto between = std::chrono::microseconds(static_cast<std::int64_t>(1000 * m_load.millisBetween));
    SentChunk &last = m_last[static_cast<std::size_t>(stream)];
    for (int chunk = 0; chunk < m_load.chunks && !error; ++chunk) {
        const std::string_view text = words[static_cast<std::size_t>(chunk) % words.size()];
        bytes += asChunk(eventOf(text));
        last = {SteadyClock::now(), last.textBytes + text.size()};
        co_await asio::async_write(socket, asio::buffer(bytes), outcome);
        bytes.clear();
        pace.expires_at(pace.expiry() + between);
        if (!error)
            co_await pace.async_wait(outcome);
    }
    const std::string end
        = asChunk(R"(data: {"id":"chatcmpl-bench","object":"chat.completion.chunk","created":1700000000,)"
                  R"("model":"bench","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]})"
                  "\n\ndata: [DONE]\n\n")
        + "0\r\n\r\n";
    // What was held back comes with the end.
    last.at = SteadyClock::now();
    if (!error)
        co_await asio::async_write(socket, asio::buffer(end), outcome);
    co_return !error;
}

} // namespace gatehouse::bench
