// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Any bytes on a client connection, as the listener reads them, whole and in pieces: the same requests come
// out.
#include "gateway/http/request_parser.h"
#include "tests/fuzz/input.h"

#include <algorithm>
#include <cstring>
#include <vector>

using namespace gatehouse;
using gateway::ReadOutcome;

namespace {

constexpr std::size_t headerLimit = 512, bodyLimit = 1024;

struct Request {
    std::string method, path, key, body;

    bool operator==(const Request &) const = default;
};

struct Reading {
    std::vector<Request> requests; // that were whole
    ReadOutcome end = ReadOutcome::NeedsMore;
};

// A connection that goes on after each request, fed `step` bytes at a time.
Reading readIn(std::string_view bytes, std::size_t step)
{
    Reading reading;
    boost::beast::flat_buffer buffer;
    gateway::RequestParser parser(headerLimit, bodyLimit);
    std::optional<gateway::RequestParser> next;
    gateway::RequestParser *current = &parser;
    for (;;) {
        ReadOutcome outcome = current->readHead(buffer);
        if (outcome == ReadOutcome::Done && current->announcesTooMuch())
            outcome = ReadOutcome::BodyTooLarge;
        if (outcome == ReadOutcome::Done)
            outcome = current->readBody(buffer);
        fuzz::require(current->body().size() <= bodyLimit);
        fuzz::require(
            buffer.size() <= headerLimit + std::max(step, bodyLimit) || outcome != ReadOutcome::NeedsMore);
        if (outcome == ReadOutcome::Done) {
            const gateway::RequestHead &head = current->head();
            reading.requests.push_back(
                {head.method, head.path, std::string(head.presentedKey().reveal()), current->body()});
            current = &next.emplace(headerLimit, bodyLimit);
            continue;
        }
        if (outcome != ReadOutcome::NeedsMore || bytes.empty()) {
            reading.end = outcome;
            return reading;
        }
        const std::string_view piece = bytes.substr(0, step);
        std::memcpy(buffer.prepare(piece.size()).data(), piece.data(), piece.size());
        buffer.commit(piece.size());
        bytes.remove_prefix(piece.size());
    }
}

bool metALimit(const Reading &reading)
{
    return reading.end == ReadOutcome::HeaderTooLarge || reading.end == ReadOutcome::BodyTooLarge;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 1)
        return 0;
    const std::string_view bytes = fuzz::textOf(data + 1, size - 1);
    const Reading whole = readIn(bytes, std::max<std::size_t>(bytes.size(), 1));
    const Reading pieces = readIn(bytes, 1U + data[0]);
    // Where nothing is too large, how it arrives makes no difference to what is read. Lines around chunks are
    // measured when they come in pieces; whole they are as bounded as what is read at once.
    if (!metALimit(whole) && !metALimit(pieces))
        fuzz::require(whole.requests == pieces.requests);
    for (const Request &request : whole.requests)
        fuzz::require(request.path.starts_with('/') && request.key.find('\n') == std::string::npos);
    return 0;
}
