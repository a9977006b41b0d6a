// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "test_collector.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <mutex>
#include <sys/socket.h>
#include <thread>

namespace gatehouse::gateway::test {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using Tcp = asio::ip::tcp;
using boost::system::error_code;

} // namespace

struct TestCollector::State {
    asio::io_context loop;
    Tcp::acceptor acceptor{loop, {asio::ip::address_v4::loopback(), 0}};
    mutable std::mutex mutex;
    int status = 200;
    std::vector<std::string> bodies;
    http::request<http::string_body> last;
    std::thread thread;

    void run()
    {
        for (;;) {
            Tcp::socket socket(loop);
            error_code error;
            acceptor.accept(socket, error);
            if (error)
                return;
            take(socket);
        }
    }

    void take(Tcp::socket &socket)
    {
        boost::beast::flat_buffer buffer;
        http::request<http::string_body> request;
        error_code error;
        http::read(socket, buffer, request, error);
        if (error)
            return;
        std::string answer;
        {
            const std::lock_guard lock(mutex);
            bodies.push_back(request.body());
            last = std::move(request);
            answer = "HTTP/1.1 " + std::to_string(status) + " X\r\nContent-Length: 2\r\n\r\n{}";
        }
        asio::write(socket, asio::buffer(answer), error);
    }
};

TestCollector::TestCollector()
    : m_state(std::make_shared<State>())
{
    m_state->thread = std::thread([state = m_state.get()] { state->run(); });
}

TestCollector::~TestCollector()
{
    ::shutdown(m_state->acceptor.native_handle(), SHUT_RDWR);
    m_state->thread.join();
}

std::string TestCollector::url(const std::string &path) const
{
    return "http://127.0.0.1:" + std::to_string(m_state->acceptor.local_endpoint().port()) + path;
}

void TestCollector::answerWith(int status)
{
    const std::lock_guard lock(m_state->mutex);
    m_state->status = status;
}

std::vector<std::string> TestCollector::bodies() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->bodies;
}

std::string TestCollector::lastTarget() const
{
    const std::lock_guard lock(m_state->mutex);
    return std::string(m_state->last.target());
}

std::string TestCollector::lastField(const std::string &name) const
{
    const std::lock_guard lock(m_state->mutex);
    return std::string(m_state->last[name]);
}

} // namespace gatehouse::gateway::test
