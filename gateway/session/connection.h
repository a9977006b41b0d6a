// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// One client connection: requests in, answers out, and an eye on whether the client is still there.

#include "gateway/http/reply_head.h"
#include "gateway/http/request_parser.h"
#include "gateway/net/deadlines.h"
#include "gateway/net/wire.h"
#include "gateway/session/call_control.h"

#include <boost/beast/core/flat_buffer.hpp>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace gatehouse::gateway {

class Worker;

class Connection {
public:
    Connection(Worker &worker, Socket socket);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    [[nodiscard]] const std::string &sourceAddress() const { return m_source; }

    // The TLS handshake, where there is one. False: nothing more can be done.
    [[nodiscard]] Task<bool> open();
    // Waits for the next request. Closed also after an idle time, or when draining.
    [[nodiscard]] Task<ReadOutcome> readHead();
    [[nodiscard]] Task<ReadOutcome> readBody();
    // This request's body may have at most so many bytes.
    void limitBody(std::size_t bytes) { m_parser->limitBody(bytes); }
    // The request being answered; valid until the next readHead().
    [[nodiscard]] const RequestParser &request() const { return *m_parser; }
    [[nodiscard]] bool keepsAlive() const { return m_keepAlive; }
    void closeAfterAnswer() { m_keepAlive = false; }

    // A whole answer. `fields` are ready header lines. False when the client is gone.
    [[nodiscard]] Task<bool> reply(
        int status, std::string_view contentType, std::string_view fields, std::string_view body);
    // A stream: its head goes out with the first piece.
    void beginStream(std::string_view contentType, std::string_view fields);
    [[nodiscard]] Task<bool> sendPiece(std::string_view bytes);
    [[nodiscard]] Task<bool> endStream(std::string_view lastBytes);

    // While a call is under way, its client's leaving stops it.
    void watch(CallControl &call);
    void unwatch() { m_watched = nullptr; }
    // No more bytes will be sent.
    void finishSending() { m_wire->finishSending(); }
    // Takes what the client still sends, for a while, so that the answer is not lost with the connection.
    [[nodiscard]] Task<void> linger();

    void closeWhenIdle();
    void abandon() { m_wire->cancel(); }

private:
    [[nodiscard]] Task<ReadOutcome> readInto(bool wantsBody);
    [[nodiscard]] Task<bool> send(std::string_view head, std::string_view body);
    void look();
    void takeTooLong();

    Worker &m_worker;
    std::shared_ptr<Wire> m_wire; // shared with the wait of watch()
    std::string m_source;
    Deadline m_deadline;
    boost::beast::flat_buffer m_buffer;
    std::optional<RequestParser> m_parser;
    std::string m_out; // reused
    CallControl *m_watched = nullptr;
    std::shared_ptr<bool> m_alive; // false once this is gone; for the wait of watch()
    bool m_watchWaits = false;
    bool m_keepAlive = true;
    bool m_idle = false;
    bool m_tooSlow = false;
    bool m_writing = false;
    bool m_chunked = false;
};

} // namespace gatehouse::gateway
