// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "http_client.h"

#include <arpa/inet.h>
#include <boost/json.hpp>
#include <cctype>
#include <cerrno>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace gatehouse::gateway::test {

namespace json = boost::json;

std::string HttpAnswer::field(const std::string &name) const
{
    const auto found = fields.find(name);
    return found == fields.end() ? std::string() : found->second;
}

std::string HttpAnswer::json(const std::string &path) const
{
    boost::system::error_code error;
    json::value value = json::parse(body, error);
    std::size_t start = 0;
    while (!error && start <= path.size()) {
        const std::size_t dot = std::min(path.find('.', start), path.size());
        const std::string step = path.substr(start, dot - start);
        start = dot + 1;
        const bool index = !step.empty() && std::isdigit(static_cast<unsigned char>(step.front())) != 0;
        if (index && value.is_array() && std::stoul(step) < value.get_array().size())
            value = json::value(value.get_array()[std::stoul(step)]);
        else if (value.is_object() && value.get_object().contains(step))
            value = json::value(value.get_object()[step]);
        else
            return "(missing)";
    }
    return value.is_string() ? std::string(value.get_string()) : json::serialize(value);
}

HttpClient::HttpClient(std::uint16_t port, int receiveBuffer)
    : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    const timeval limit{20, 0};
    ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    if (receiveBuffer > 0)
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, sizeof receiveBuffer);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        close();
}

HttpClient::~HttpClient()
{
    close();
}

void HttpClient::close()
{
    if (m_socket >= 0)
        ::close(m_socket);
    m_socket = -1;
}

void HttpClient::send(std::string_view bytes) const
{
    while (!bytes.empty()) {
        const auto sent = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0)
            return;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
}

bool HttpClient::more()
{
    char buffer[16384];
    errno = 0; // an end sets none
    const auto received = ::recv(m_socket, buffer, sizeof buffer, 0);
    if (received > 0)
        m_pending.append(buffer, static_cast<std::size_t>(received));
    return received > 0;
}

bool HttpClient::hasBytes() const
{
    char byte = 0;
    return !m_pending.empty() || ::recv(m_socket, &byte, 1, MSG_PEEK | MSG_DONTWAIT) >= 0;
}

bool HttpClient::closed()
{
    while (more()) { }
    return m_socket < 0 || errno != EAGAIN;
}

bool HttpClient::receiveUntil(std::string_view text)
{
    while (m_pending.find(text) == std::string::npos) {
        if (!more())
            return false;
    }
    return true;
}

bool HttpClient::takeLine(std::string &line)
{
    if (!receiveUntil("\r\n"))
        return false;
    const std::size_t end = m_pending.find("\r\n");
    line = m_pending.substr(0, end);
    m_pending.erase(0, end + 2);
    return true;
}

bool HttpClient::takeBytes(std::size_t count, std::string &into)
{
    while (m_pending.size() < count) {
        if (!more())
            return false;
    }
    into.append(m_pending, 0, count);
    m_pending.erase(0, count);
    return true;
}

void HttpClient::readChunks(HttpAnswer &answer)
{
    std::string line;
    while (takeLine(line)) {
        const std::size_t size = std::stoul(line, nullptr, 16);
        std::string ending;
        if (!takeBytes(size, answer.body) || !takeBytes(2, ending))
            return;
        if (size == 0) {
            answer.whole = true;
            return;
        }
    }
}

// Without a length, the body goes to the end of the connection.
void HttpClient::takeRest(HttpAnswer &answer)
{
    answer.whole = closed();
    answer.body.swap(m_pending);
}

HttpAnswer HttpClient::receive()
{
    HttpAnswer answer;
    std::string line;
    if (!takeLine(line) || line.size() < 12)
        return answer;
    answer.status = std::stoi(line.substr(9, 3));
    while (takeLine(line) && !line.empty()) {
        const std::size_t colon = line.find(": ");
        answer.fields[line.substr(0, colon)] = line.substr(colon + 2);
    }
    if (answer.field("transfer-encoding") == "chunked")
        readChunks(answer);
    else if (!answer.field("content-length").empty())
        answer.whole = takeBytes(std::stoul(answer.field("content-length")), answer.body);
    else if (answer.status >= 200)
        takeRest(answer);
    return answer;
}

std::string postRequest(const std::string &path, const std::string &fields, const std::string &body)
{
    return "POST " + path + " HTTP/1.1\r\nHost: test\r\n" + fields
        + "\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n"
        + body;
}

std::string chatRequest(const std::string &key, const std::string &body)
{
    return postRequest("/v1/chat/completions", "Authorization: Bearer " + key, body);
}

std::string getRequest(const std::string &key, const std::string &path)
{
    return "GET " + path + " HTTP/1.1\r\nHost: test\r\nAuthorization: Bearer " + key + "\r\n\r\n";
}

std::string chatBody(const std::string &text, bool stream, const std::string &model)
{
    json::object message{{"role", "user"}, {"content", text}};
    json::object body{{"model", model}, {"messages", json::array{std::move(message)}}};
    if (stream)
        body["stream"] = true;
    return json::serialize(body);
}

std::string streamedText(const std::string &events)
{
    std::string text;
    for (std::size_t at = events.find("data: {"); at != std::string::npos;
         at = events.find("data: {", at + 1)) {
        boost::system::error_code error;
        const auto end = events.find("\n\n", at);
        const json::value chunk = json::parse(events.substr(at + 6, end - at - 6), error);
        const json::value *content = error ? nullptr : chunk.find_pointer("/choices/0/delta/content", error);
        if (content != nullptr && content->is_string())
            text += content->get_string();
    }
    return text;
}

} // namespace gatehouse::gateway::test
