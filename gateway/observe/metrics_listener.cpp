// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/metrics_listener.h"

#include "gateway/http/reply_head.h"

#include <array>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <ctime>

namespace gatehouse::gateway {
namespace {

constexpr std::size_t headerLimit = 8UL * 1024;
constexpr std::size_t readBytes = 4UL * 1024;
constexpr std::size_t mostConnections = 64;
constexpr std::chrono::seconds patience{60}; // for the next request, its head, and the taking of its answer
constexpr std::string_view exposition = "text/plain; version=0.0.4; charset=utf-8";

std::string httpDate()
{
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    std::array<char, 32> text{};
    const std::size_t size = std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
    return {text.data(), size};
}

} // namespace

MetricsListener::MetricsListener(Sources sources)
    : m_sources(std::move(sources))
    , m_deadlines(m_loop)
    , m_acceptor(m_loop)
{
}

MetricsListener::~MetricsListener()
{
    if (!m_thread.joinable())
        return;
    asio::post(m_loop, [this] {
        error_code ignored;
        m_acceptor.close(ignored);
        m_deadlines.stop();
        for (Wire *wire : m_open)
            wire->cancel();
    });
    m_thread.join();
}

Status MetricsListener::listen(const Address &address)
{
    error_code error;
    const auto ip = asio::ip::make_address(address.host == "localhost" ? "127.0.0.1" : address.host, error);
    const Tcp::endpoint endpoint(ip, address.port);
    if (!error)
        m_acceptor.open(endpoint.protocol(), error);
    if (!error)
        m_acceptor.set_option(Acceptor::reuse_address(true), error);
    if (!error)
        m_acceptor.bind(endpoint, error);
    if (!error)
        m_acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error)
        return fail(ErrorKind::Unreachable, "cannot listen for metrics: " + error.message(), address.text(),
            "choose another address with --metrics-listen");
    return {};
}

std::uint16_t MetricsListener::port() const
{
    error_code ignored;
    return m_acceptor.local_endpoint(ignored).port();
}

void MetricsListener::start()
{
    m_deadlines.start({});
    asio::co_spawn(m_loop.get_executor(), acceptAll(), asio::detached);
    m_thread = std::thread([this] { m_loop.run(); });
}

Task<void> MetricsListener::acceptAll()
{
    while (m_acceptor.is_open()) {
        Socket socket(m_loop);
        error_code error;
        co_await m_acceptor.async_accept(socket, into(error));
        if (!error && m_open.size() < mostConnections) {
            asio::co_spawn(m_loop.get_executor(), serve(std::move(socket)), asio::detached);
        } else if (error && m_acceptor.is_open()) {
            Timer rest(m_loop, std::chrono::milliseconds(100));
            co_await rest.async_wait(into(error));
        }
    }
}

Task<void> MetricsListener::serve(Socket socket)
{
    Wire wire(std::move(socket));
    m_open.push_back(&wire);
    boost::beast::flat_buffer buffer;
    {
        Deadline deadline(m_deadlines, [&wire] { wire.cancel(); });
        for (bool goesOn = true; goesOn;) {
            deadline.set(patience);
            goesOn = co_await answerNext(wire, buffer);
        }
    }
    wire.finishSending();
    std::erase(m_open, &wire);
}

// False when the connection is to be closed.
Task<bool> MetricsListener::answerNext(Wire &wire, boost::beast::flat_buffer &buffer)
{
    RequestParser parser(headerLimit, 0);
    for (;;) {
        const ReadOutcome outcome = parser.readHead(buffer);
        if (outcome == ReadOutcome::Done)
            break;
        if (outcome != ReadOutcome::NeedsMore)
            co_return false;
        const ReadResult read = co_await wire.readSome(buffer.prepare(readBytes));
        if (read.error)
            co_return false;
        buffer.commit(read.bytes);
    }
    const std::string answer = answerTo(parser);
    const error_code error = co_await wire.write(answer);
    co_return !error && parser.keep_alive() && !parser.hasBody();
}

std::string MetricsListener::answerTo(const RequestParser &request) const
{
    const RequestHead &asked = request.head();
    ReplyHead head;
    std::string body;
    if (asked.method != "GET" && asked.method != "HEAD") {
        head.status = 405;
        head.fields = "allow: GET, HEAD\r\n";
    } else if (asked.path == "/metrics") {
        head.contentType = exposition;
        body = m_sources.metrics();
    } else if (asked.path == "/healthz" || asked.path == "/readyz") {
        HealthAnswer answer = asked.path == "/healthz" ? m_sources.health() : m_sources.readiness();
        head.status = answer.status;
        body = std::move(answer.body);
    } else {
        head.status = 404;
    }
    head.contentLength = body.size();
    head.keepAlive = request.keep_alive() && !request.hasBody();
    std::string answer;
    const std::string date = httpDate();
    appendReplyHead(answer, head, date);
    if (asked.method != "HEAD")
        answer += body;
    return answer;
}

} // namespace gatehouse::gateway
