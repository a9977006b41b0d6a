// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A small OpenAI-like provider on a port of its own, which misbehaves as the name of the model it is asked
// for says.
//
//   up-plain      answers "echo: " and the last message, plain or streamed
//   up-close      the same, to the end of the connection instead of a length
//   up-silent     takes the call and never answers
//   up-stall      streams one piece and nothing more
//   up-drop       closes without an answer        up-drop-mid  closes after one piece of a stream
//   up-no-done    ends a stream without [DONE]    up-no-http   answers something that is not HTTP
//   up-no-json    answers text as JSON            up-no-wire   answers JSON in another shape
//   up-gzip       claims to have compressed       up-huge      answers 2 MiB
//   up-short      says more bytes than it sends   up-long      sends more bytes than it says
//   up-lengths    has two lengths                 up-trailers  ends its chunks with trailers
//   up-interim    sends 103 first                 up-switch    wants another protocol
//   up-no-utf8    answers bytes that are no UTF-8 up-no-sse    streams what is no event
//   up-reset      resets the connection           up-100mb     answers 100 MB
//   up-slow-end   stalls within a plain answer    up-once      answers, and closes the next call unanswered
//   up-judge-pass, up-judge-fail, up-judge-more   answers as a judge: {"fail":…,"score":0.9}, one with more
//   in it up-NNN        answers with status NNN and an error

// Below /hook/ it is a webhook: pass, fail, pair (passes once two have asked), garbage, silent, 500, 302.

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>

namespace gatehouse::gateway::test {

class TestUpstream {
public:
    enum class Transport { Plain, Tls };
    // With TLS, the certificate is made for "localhost" and signed by itself.
    explicit TestUpstream(Transport transport = Transport::Plain);
    ~TestUpstream();
    TestUpstream(const TestUpstream &) = delete;
    TestUpstream &operator=(const TestUpstream &) = delete;

    [[nodiscard]] std::string baseUrl() const; // "http://127.0.0.1:NNN/v1"
    [[nodiscard]] std::uint16_t port() const;
    [[nodiscard]] const std::string &certificate() const; // PEM

    [[nodiscard]] int connections() const; // accepted so far
    [[nodiscard]] int calls() const; // read whole so far
    [[nodiscard]] int left() const; // callers who went before their answer was whole
    [[nodiscard]] std::string lastPath() const; // with its query
    [[nodiscard]] std::string lastBody() const;
    [[nodiscard]] std::string lastField(const std::string &name) const;

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace gatehouse::gateway::test
