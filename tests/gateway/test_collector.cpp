// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "test_collector.h"

#include "test_certificate.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
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
    TestCertificate identity; // of TLS
    int status = 200;
    std::string answerBody = "{}", answerFields;
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
            if (identity.certificate.empty())
                take(socket);
            else
                takeSealed(socket);
        }
    }

    void takeSealed(Tcp::socket &socket)
    {
        asio::ssl::context tls(asio::ssl::context::tls_server);
        tls.use_certificate_chain(asio::buffer(identity.certificate));
        tls.use_private_key(asio::buffer(identity.key), asio::ssl::context::pem);
        asio::ssl::stream<Tcp::socket &> stream(socket, tls);
        error_code error;
        stream.handshake(asio::ssl::stream_base::server, error);
        if (!error)
            take(stream);
    }

    template <class Stream>
    void take(Stream &stream)
    {
        boost::beast::flat_buffer buffer;
        http::request<http::string_body> request;
        error_code error;
        http::read(stream, buffer, request, error);
        if (error)
            return;
        std::string answer;
        {
            const std::lock_guard lock(mutex);
            bodies.push_back(request.body());
            last = std::move(request);
            answer = "HTTP/1.1 " + std::to_string(status) + " X\r\n" + answerFields
                + "Content-Length: " + std::to_string(answerBody.size()) + "\r\n\r\n" + answerBody;
        }
        asio::write(stream, asio::buffer(answer), error);
    }
};

TestCollector::TestCollector(Transport transport)
    : m_state(std::make_shared<State>())
{
    if (transport == Transport::Tls)
        m_state->identity = makeCertificate();
    m_state->thread = std::thread([state = m_state.get()] { state->run(); });
}

TestCollector::~TestCollector()
{
    ::shutdown(m_state->acceptor.native_handle(), SHUT_RDWR);
    m_state->thread.join();
}

std::string TestCollector::url(const std::string &path) const
{
    const bool plain = m_state->identity.certificate.empty();
    return (plain ? "http://127.0.0.1:" : "https://localhost:") + std::to_string(port()) + path;
}

std::uint16_t TestCollector::port() const
{
    return m_state->acceptor.local_endpoint().port();
}

const std::string &TestCollector::certificate() const
{
    return m_state->identity.certificate;
}

void TestCollector::answerWith(int status, const std::string &body, const std::string &fields)
{
    const std::lock_guard lock(m_state->mutex);
    m_state->status = status;
    m_state->answerBody = body;
    m_state->answerFields = fields;
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
