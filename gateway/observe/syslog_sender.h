// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Sends syslog messages: over UDP (RFC 5426), TCP with octet counting (RFC 6587), or to a local socket.

#include "core/base/error.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace gatehouse::gateway {

class SyslogSender {
public:
    // "udp://host:514", "tcp://host:601", "unix:/dev/log". InvalidInput when it is none of these.
    [[nodiscard]] static Result<SyslogSender> to(const std::string &address);
    SyslogSender(SyslogSender &&other) noexcept;
    SyslogSender &operator=(SyslogSender &&) = delete;
    ~SyslogSender();

    // Connects where needed. False when it could not be handed over. Waits at most some seconds.
    [[nodiscard]] bool send(std::string_view message);
    [[nodiscard]] const std::string &host() const { return m_host; } // of this machine

private:
    enum class Transport { Datagrams, Stream, LocalSocket };
    SyslogSender(Transport transport, std::string place, std::string port);
    [[nodiscard]] bool connect();
    [[nodiscard]] bool connectToHost();
    [[nodiscard]] bool connectToFile();
    void close();

    Transport m_transport;
    std::string m_place, m_port; // host and port, or the socket's path
    std::string m_host;
    int m_socket = -1;
};

} // namespace gatehouse::gateway
