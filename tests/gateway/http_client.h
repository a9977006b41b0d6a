// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A client that sends exactly the bytes it is given, well-formed or not, and reads what comes back.

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace gatehouse::gateway::test {

struct HttpAnswer {
    int status = 0; // 0: the connection ended without an answer
    std::map<std::string, std::string> fields; // names in lower case
    std::string body; // chunks joined
    bool whole = false; // arrived to its proper end

    [[nodiscard]] std::string field(const std::string &name) const;
    // The string at this path of the JSON body: "error.code". Numbers and null in their JSON spelling.
    [[nodiscard]] std::string json(const std::string &path) const;
};

// Blocking, with a receive limit of 20 s, so that a test fails instead of hanging.
class HttpClient {
public:
    // `receiveBuffer` in bytes is what it takes without being asked to; 0: as the system likes.
    explicit HttpClient(std::uint16_t port, int receiveBuffer = 0);
    ~HttpClient();
    HttpClient(const HttpClient &) = delete;
    HttpClient &operator=(const HttpClient &) = delete;

    void send(std::string_view bytes) const;
    [[nodiscard]] HttpAnswer receive();
    // Reads until `text` was seen in what arrived; false at the end or the limit.
    [[nodiscard]] bool receiveUntil(std::string_view text);
    // What arrived and was not taken yet.
    [[nodiscard]] const std::string &pending() const { return m_pending; }
    // Whether something is there to receive, an end included; does not wait.
    [[nodiscard]] bool hasBytes() const;
    // True when the other side closed.
    [[nodiscard]] bool closed();
    void close();

private:
    [[nodiscard]] bool more();
    void readChunks(HttpAnswer &answer);
    void takeRest(HttpAnswer &answer);
    [[nodiscard]] bool takeLine(std::string &line);
    [[nodiscard]] bool takeBytes(std::size_t count, std::string &into);

    int m_socket = -1;
    std::string m_pending;
};

// A POST of JSON; `fields` are header lines without the last line end.
[[nodiscard]] std::string postRequest(
    const std::string &path, const std::string &fields, const std::string &body);
// "POST /v1/chat/completions …" with this key and body.
[[nodiscard]] std::string chatRequest(const std::string &key, const std::string &body);
[[nodiscard]] std::string getRequest(const std::string &key, const std::string &path);
// {"model":…,"messages":[{"role":"user","content":…}]}, and "stream":true.
[[nodiscard]] std::string chatBody(
    const std::string &text, bool stream = false, const std::string &model = "sandbox-small");
// The texts of all "content" deltas of an event stream, joined.
[[nodiscard]] std::string streamedText(const std::string &events);

} // namespace gatehouse::gateway::test
