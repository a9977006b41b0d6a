// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// One TCP connection, plain or TLS, as coroutines read and write it.

#include "gateway/net/asio.h"
#include "gateway/net/tls.h"

#include <string>
#include <string_view>

namespace gatehouse::gateway {

struct ReadResult {
    error_code error; // asio::error::eof when the peer closed
    std::size_t bytes = 0;
};

// Not shared between loops. One read and one write may be under way at once.
class Wire {
public:
    // Takes a connected socket.
    explicit Wire(Socket socket);

    [[nodiscard]] Task<error_code> acceptTls(SSL_CTX *context);
    // Takes over `session` (of clientSession()). The reason of a failed verification goes to `why`.
    [[nodiscard]] Task<error_code> connectTls(TlsSession &session, std::string &why);

    [[nodiscard]] Task<ReadResult> readSome(asio::mutable_buffer target);
    // Both texts, whole, in one packet when they fit. `written` counts bytes handed to the system, also on
    // errors.
    [[nodiscard]] Task<error_code> write(std::string_view head, std::string_view body = {});
    [[nodiscard]] std::size_t written() const { return m_written; }

    enum class Peer { Silent, HasSent, Closed };
    // What is known of the peer without waiting and without taking bytes.
    [[nodiscard]] Peer look();

    // Every operation under way, and every later one, fails with operation_aborted.
    void cancel();
    // Only those under way do.
    void interrupt();
    // Says goodbye: no more bytes will be sent.
    void finishSending();

    [[nodiscard]] Socket &socket() { return m_socket; }

private:
    [[nodiscard]] Task<error_code> handshake(int (*step)(SSL *));
    [[nodiscard]] Task<error_code> waitAfter(int outcome);
    [[nodiscard]] Task<error_code> writePlain(std::string_view head, std::string_view body);
    [[nodiscard]] Task<error_code> writeTls(std::string_view bytes);
    [[nodiscard]] Task<ReadResult> readTls(asio::mutable_buffer target);

    Socket m_socket;
    TlsSession m_tls;
    std::string m_joined; // reused
    std::size_t m_written = 0;
    bool m_cancelled = false;
};

} // namespace gatehouse::gateway
