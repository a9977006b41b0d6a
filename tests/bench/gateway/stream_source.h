// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The provider of the stream bench: answers each call with chunks at a steady pace and remembers when it sent
// them.

#include "http_exchange.h"
#include "samples.h"

#include <vector>

namespace gatehouse::bench {

struct SentChunk {
    SteadyClock::time_point at;
    std::size_t textBytes = 0; // of the stream, this chunk included
};

// The body of the call that asks for a stream; its number stands in a field the provider gets unchanged.
[[nodiscard]] std::string streamBody(int stream);

class StreamSource {
public:
    StreamSource(asio::io_context &loop, const StreamLoad &load);

    [[nodiscard]] asio::awaitable<void> acceptAll();
    // After the last of the load's streams it stops to listen.
    void streamLeft();

    // Null before the first chunk of the stream.
    [[nodiscard]] const SentChunk *lastSent(int stream) const;
    [[nodiscard]] std::size_t wholeText() const;

private:
    [[nodiscard]] asio::awaitable<void> serve(Tcp::socket socket);
    [[nodiscard]] asio::awaitable<bool> sendChunks(Tcp::socket &socket, int stream);

    asio::io_context &m_loop;
    const StreamLoad &m_load;
    Tcp::acceptor m_acceptor;
    std::vector<SentChunk> m_last; // of each stream
    int m_left;
};

} // namespace gatehouse::bench
