// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/syslog_sender.h"

#include <cerrno>
#include <cstring>
#include <netdb.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>
#include <utility>

namespace gatehouse::gateway {
namespace {

constexpr timeval patience{5, 0};

int openSocket(int family, int type)
{
    const int opened = ::socket(family, type | SOCK_CLOEXEC, 0);
    if (opened >= 0) {
        ::setsockopt(opened, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
        ::setsockopt(opened, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    }
    return opened;
}

bool sendAll(int to, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t sent = ::send(to, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

} // namespace

SyslogSender::SyslogSender(Transport transport, std::string place, std::string port)
    : m_transport(transport)
    , m_place(std::move(place))
    , m_port(std::move(port))
{
    char name[256] = "";
    ::gethostname(name, sizeof name - 1);
    m_host = name;
}

SyslogSender::SyslogSender(SyslogSender &&other) noexcept
    : m_transport(other.m_transport)
    , m_place(std::move(other.m_place))
    , m_port(std::move(other.m_port))
    , m_host(std::move(other.m_host))
    , m_socket(std::exchange(other.m_socket, -1))
{
}

SyslogSender::~SyslogSender()
{
    close();
}

Result<SyslogSender> SyslogSender::to(const std::string &address)
{
    const auto wrong = fail(ErrorKind::InvalidInput, "not a syslog address", address,
        "write it as udp://host:514, tcp://host:601 or unix:/dev/log");
    constexpr std::string_view file = "unix:";
    if (address.starts_with(file) && address.size() > file.size()
        && address.size() - file.size() < sizeof(sockaddr_un::sun_path))
        return SyslogSender(Transport::LocalSocket, address.substr(file.size()), {});
    const bool udp = address.starts_with("udp://");
    if (!udp && !address.starts_with("tcp://"))
        return wrong;
    const std::size_t start = 6, colon = address.rfind(':');
    if (colon < start + 1 || colon + 1 == address.size())
        return wrong;
    std::string host = address.substr(start, colon - start);
    if (host.starts_with('[') && host.ends_with(']'))
        host = host.substr(1, host.size() - 2);
    const std::string port = address.substr(colon + 1);
    if (port.find_first_not_of("0123456789") != std::string::npos)
        return wrong;
    return SyslogSender(udp ? Transport::Datagrams : Transport::Stream, host, port);
}

bool SyslogSender::connect()
{
    if (m_socket >= 0)
        return true;
    return m_transport == Transport::LocalSocket ? connectToFile() : connectToHost();
}

bool SyslogSender::connectToFile()
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, m_place.c_str(), m_place.size() + 1);
    m_socket = openSocket(AF_UNIX, SOCK_DGRAM);
    if (m_socket >= 0
        && ::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        close();
    return m_socket >= 0;
}

bool SyslogSender::connectToHost()
{
    addrinfo wanted{};
    wanted.ai_socktype = m_transport == Transport::Datagrams ? SOCK_DGRAM : SOCK_STREAM;
    addrinfo *found = nullptr;
    if (::getaddrinfo(m_place.c_str(), m_port.c_str(), &wanted, &found) != 0)
        return false;
    for (const addrinfo *each = found; each != nullptr && m_socket < 0; each = each->ai_next) {
        m_socket = openSocket(each->ai_family, each->ai_socktype);
        if (m_socket >= 0 && ::connect(m_socket, each->ai_addr, each->ai_addrlen) != 0)
            close();
    }
    ::freeaddrinfo(found);
    return m_socket >= 0;
}

bool SyslogSender::send(std::string_view message)
{
    if (!connect())
        return false;
    std::string framed;
    if (m_transport == Transport::Stream)
        framed = std::to_string(message.size()) + " ";
    framed += message;
    if (sendAll(m_socket, framed))
        return true;
    close(); // and anew next time
    return false;
}

void SyslogSender::close()
{
    if (m_socket >= 0)
        ::close(std::exchange(m_socket, -1));
}

} // namespace gatehouse::gateway
