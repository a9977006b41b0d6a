// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "http_exchange.h"
#include "samples.h"
#include "stream_source.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <cstdio>

namespace gatehouse::bench {
namespace {

namespace http = boost::beast::http;

struct Seen {
    std::vector<double> delays; // of pieces, in µs
    double heldBack = 0; // bytes sent and not yet received, summed over pieces
    int ended = 0; // streams
};

constexpr std::string_view contentField = R"("content":")";

// Bytes of text in the whole events of `bytes`; an event that goes on in the next read stays in `rest`.
std::size_t textBytes(std::string &rest, std::string_view bytes)
{
    rest.append(bytes);
    const std::size_t end = rest.rfind("\n\n");
    if (end == std::string::npos)
        return 0;
    std::size_t counted = 0;
    const std::string_view whole(rest.data(), end);
    for (std::size_t at = whole.find(contentField); at != std::string_view::npos;
         at = whole.find(contentField, at)) {
        at += contentField.size();
        counted += whole.find('"', at) - at;
    }
    rest.erase(0, end + 2);
    return counted;
}

void note(Seen &seen, const StreamSource &source, int stream, std::size_t received)
{
    const auto now = SteadyClock::now();
    const SentChunk *last = source.lastSent(stream);
    if (last == nullptr)
        return;
    seen.delays.push_back(microsBetween(last->at, now));
    seen.heldBack += static_cast<double>(last->textBytes - std::min(last->textBytes, received));
}

// Reads what there is, again and again, as a caller that shows text at once does.
asio::awaitable<void> follow(Exchange &exchange, const StreamSource &source, int stream, Seen &seen)
{
    http::response_parser<http::string_body> parser;
    parser.body_limit(boost::none);
    boost::beast::flat_buffer buffer;
    error_code error;
    auto outcome = asio::redirect_error(asio::use_awaitable, error);
    co_await http::async_read_header(exchange.socket(), buffer, parser, outcome);
    std::size_t received = 0;
    std::string rest;
    while (!error && !parser.is_done()) {
        co_await http::async_read_some(exchange.socket(), buffer, parser, outcome);
        const std::size_t text = textBytes(rest, parser.get().body());
        parser.get().body().clear();
        received += text;
        if (text > 0 && !error && !parser.is_done())
            note(seen, source, stream, received);
    }
    seen.ended += !error && parser.get().result_int() == 200 && received == source.wholeText() ? 1 : 0;
}

asio::awaitable<void> callStream(
    asio::io_context &loop, const StreamLoad &load, const StreamSource &source, int stream, Seen &seen)
{
    // Spread over one interval, as callers are.
    asio::steady_timer start(loop,
        std::chrono::microseconds(
            static_cast<std::int64_t>(1000 * load.millisBetween * stream / load.streams)));
    error_code error;
    auto outcome = asio::redirect_error(asio::use_awaitable, error);
    co_await start.async_wait(outcome);
    Exchange exchange(loop, load.target.port);
    error = co_await exchange.connect();
    const std::string request = callBytes(load.target, streamBody(stream));
    if (!error)
        co_await asio::async_write(exchange.socket(), asio::buffer(request), outcome);
    if (!error)
        co_await follow(exchange, source, stream, seen);
}

asio::awaitable<void> readMemory(asio::io_context &loop, const StreamLoad &load, double &kib)
{
    const double half = load.millisBetween * load.chunks / 2;
    asio::steady_timer timer(loop, std::chrono::milliseconds(static_cast<std::int64_t>(half)));
    error_code ignored;
    auto outcome = asio::redirect_error(asio::use_awaitable, ignored);
    co_await timer.async_wait(outcome);
    kib = residentKib(load.memoryOf);
}

} // namespace

int runStreams(const StreamLoad &load)
{
    asio::io_context loop(1);
    StreamSource source(loop, load);
    Seen seen;
    const double before = residentKib(load.memoryOf);
    double height = 0;
    asio::co_spawn(loop, source.acceptAll(), asio::detached);
    asio::co_spawn(loop, readMemory(loop, load, height), asio::detached);
    for (int stream = 0; stream < load.streams; ++stream) {
        asio::co_spawn(loop, callStream(loop, load, source, stream, seen),
            [&source](const std::exception_ptr &) { source.streamLeft(); });
    }
    loop.run();
    const double held = seen.delays.empty() ? 0 : seen.heldBack / static_cast<double>(seen.delays.size());
    std::printf("{\"streams\":%d,\"whole\":%d,\"pieces\":%zu,\"delay_p50_us\":%.1f,\"delay_p99_us\":%.1f,"
                "\"held_back_mean_bytes\":%.1f,\"kib_a_stream\":%.1f}\n",
        load.streams, seen.ended, seen.delays.size(), percentile(seen.delays, 0.5),
        percentile(seen.delays, 0.99), held, (height - before) / load.streams);
    return seen.ended == load.streams ? 0 : 1;
}

} // namespace gatehouse::bench
