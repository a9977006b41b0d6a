// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/net/wire.h"

#include <array>
#include <openssl/err.h>
#include <sys/socket.h>

namespace gatehouse::gateway {
namespace {

// A TLS record holds at most this much; joining head and body up to here saves a packet.
constexpr std::size_t recordBytes = 16UL * 1024;

error_code aborted()
{
    return asio::error::operation_aborted;
}

} // namespace

Wire::Wire(Socket socket)
    : m_socket(std::move(socket))
{
    error_code ignored;
    m_socket.non_blocking(true, ignored);
    m_socket.set_option(Tcp::no_delay(true), ignored);
}

Task<error_code> Wire::acceptTls(SSL_CTX *context)
{
    m_tls.reset(SSL_new(context));
    if (!m_tls)
        co_return error_code(asio::error::no_memory);
    SSL_set_fd(m_tls.get(), m_socket.native_handle());
    co_return co_await handshake(SSL_accept);
}

Task<error_code> Wire::connectTls(TlsSession &session, std::string &why)
{
    m_tls = std::move(session);
    if (!m_tls)
        co_return error_code(asio::error::no_memory);
    SSL_set_fd(m_tls.get(), m_socket.native_handle());
    const error_code error = co_await handshake(SSL_connect);
    if (const long verified = SSL_get_verify_result(m_tls.get()); verified != X509_V_OK)
        why = X509_verify_cert_error_string(verified);
    co_return error;
}

Task<error_code> Wire::handshake(int (*step)(SSL *))
{
    while (!m_cancelled) {
        ERR_clear_error();
        const int outcome = step(m_tls.get());
        if (outcome == 1)
            co_return error_code();
        const error_code error = co_await waitAfter(outcome);
        if (error)
            co_return error;
    }
    co_return aborted();
}

// Waits for what a TLS call that did not finish needs; an error when it never will.
Task<error_code> Wire::waitAfter(int outcome)
{
    error_code error;
    switch (SSL_get_error(m_tls.get(), outcome)) {
    case SSL_ERROR_WANT_READ:
        co_await m_socket.async_wait(Socket::wait_read, into(error));
        break;
    case SSL_ERROR_WANT_WRITE:
        co_await m_socket.async_wait(Socket::wait_write, into(error));
        break;
    case SSL_ERROR_ZERO_RETURN:
        error = asio::error::eof;
        break;
    default:
        error = asio::error::connection_reset;
        break;
    }
    co_return error;
}

Task<ReadResult> Wire::readSome(asio::mutable_buffer target)
{
    ReadResult result{aborted(), 0};
    if (m_cancelled)
        co_return result;
    if (m_tls)
        co_return co_await readTls(target);
    result.bytes = co_await m_socket.async_read_some(target, into(result.error));
    co_return result;
}

Task<ReadResult> Wire::readTls(asio::mutable_buffer target)
{
    ReadResult result;
    while (!m_cancelled) {
        ERR_clear_error();
        const int outcome = SSL_read(m_tls.get(), target.data(), static_cast<int>(target.size()));
        if (outcome > 0) {
            result.bytes = static_cast<std::size_t>(outcome);
            co_return result;
        }
        result.error = co_await waitAfter(outcome);
        if (result.error)
            co_return result;
    }
    result.error = aborted();
    co_return result;
}

Task<error_code> Wire::write(std::string_view head, std::string_view body)
{
    m_written = 0;
    if (!m_tls)
        co_return co_await writePlain(head, body);
    if (head.size() + body.size() <= recordBytes) {
        m_joined.assign(head).append(body);
        co_return co_await writeTls(m_joined);
    }
    const error_code error = co_await writeTls(head);
    if (error)
        co_return error;
    co_return co_await writeTls(body);
}

Task<error_code> Wire::writePlain(std::string_view head, std::string_view body)
{
    while (!m_cancelled) {
        const std::array<asio::const_buffer, 2> parts{asio::buffer(head), asio::buffer(body)};
        error_code error;
        const std::size_t sent = m_socket.write_some(parts, error);
        m_written += sent;
        const std::size_t ofHead = std::min(sent, head.size());
        head.remove_prefix(ofHead);
        body.remove_prefix(sent - ofHead);
        if (!error && head.empty() && body.empty())
            co_return error;
        if (error == asio::error::would_block) {
            error.clear();
            co_await m_socket.async_wait(Socket::wait_write, into(error));
        }
        if (error)
            co_return error;
    }
    co_return aborted();
}

Task<error_code> Wire::writeTls(std::string_view bytes)
{
    while (!m_cancelled) {
        if (bytes.empty())
            co_return error_code();
        ERR_clear_error();
        const int outcome = SSL_write(m_tls.get(), bytes.data(), static_cast<int>(bytes.size()));
        if (outcome > 0) {
            m_written += static_cast<std::size_t>(outcome);
            bytes.remove_prefix(static_cast<std::size_t>(outcome));
            continue;
        }
        const error_code error = co_await waitAfter(outcome);
        if (error)
            co_return error;
    }
    co_return aborted();
}

Wire::Peer Wire::look()
{
    char byte = 0;
    if (m_tls) {
        ERR_clear_error();
        const int outcome = SSL_peek(m_tls.get(), &byte, 1);
        if (outcome > 0)
            return Peer::HasSent;
        const int reason = SSL_get_error(m_tls.get(), outcome);
        return reason == SSL_ERROR_WANT_READ || reason == SSL_ERROR_WANT_WRITE ? Peer::Silent : Peer::Closed;
    }
    const auto seen = ::recv(m_socket.native_handle(), &byte, 1, MSG_PEEK | MSG_DONTWAIT);
    if (seen > 0)
        return Peer::HasSent;
    return seen < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR) ? Peer::Silent
                                                                                   : Peer::Closed;
}

void Wire::cancel()
{
    m_cancelled = true;
    interrupt();
}

void Wire::interrupt()
{
    error_code ignored;
    m_socket.cancel(ignored);
}

void Wire::finishSending()
{
    if (m_tls)
        SSL_shutdown(m_tls.get());
    error_code ignored;
    m_socket.shutdown(Socket::shutdown_send, ignored);
}

} // namespace gatehouse::gateway
