// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Any bytes on a provider's connection, as an upstream call reads them, whole and in pieces: head, body with
// a length, in chunks or to the end, and the events of a stream.
#include "core/message/wire_formats.h"
#include "core/stream/stream_judge.h"
#include "gateway/http/response_parser.h"
#include "tests/core/stream/replay.h"
#include "tests/fuzz/input.h"

#include <algorithm>
#include <cstring>
#include <optional>

using namespace gatehouse;

namespace {

constexpr std::size_t headerLimit = 512;

struct Reading {
    gateway::ResponseHead head;
    std::vector<std::string> body; // as it came out
    bool whole = false;
    bool garbage = false;

    std::string text() const
    {
        std::string joined;
        for (const std::string &piece : body)
            joined += piece;
        return joined;
    }
};

Reading readIn(std::string_view bytes, std::size_t step)
{
    Reading reading;
    boost::beast::flat_buffer buffer;
    std::optional<gateway::ResponseParser> parser(std::in_place, headerLimit);
    while (!reading.garbage && !bytes.empty() && !parser->is_done()) {
        const std::string_view piece = bytes.substr(0, step);
        std::memcpy(buffer.prepare(piece.size()).data(), piece.data(), piece.size());
        buffer.commit(piece.size());
        bytes.remove_prefix(piece.size());
        reading.garbage = parser->read(buffer).failed();
        while (!reading.garbage && parser->is_header_done() && parser->head().status < 200) {
            if (parser->head().status == 101)
                return reading;
            parser.emplace(headerLimit);
            reading.garbage = parser->read(buffer).failed();
        }
        std::string taken;
        if (!reading.garbage)
            parser->takeBody(taken);
        if (!taken.empty())
            reading.body.push_back(std::move(taken));
    }
    boost::beast::error_code error;
    if (!reading.garbage && parser->is_header_done() && !parser->is_done() && parser->need_eof())
        parser->put_eof(error);
    reading.whole = !reading.garbage && parser->is_done();
    reading.head = parser->head();
    return reading;
}

// As a stream's pieces are judged: whatever they hold, it ends.
void judgeAsStream(const Reading &reading)
{
    static const auto policy = *CompiledPolicy::fromJson(
        R"({"format":"gatehouse-policy/1","name":"fuzz","rules":[{"id":"w","stage":"response","check":{"kind":"keywords","keywords":["zebra"]},"action":"mask"}]})");
    static const WireFormat &format = *wireFormatNamed("openai.chat");
    const std::vector<std::string_view> pieces(reading.body.begin(), reading.body.end());
    (void)test::replay(format, policy, pieces);
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 1)
        return 0;
    const std::string_view bytes = fuzz::textOf(data + 1, size - 1);
    const Reading whole = readIn(bytes, std::max<std::size_t>(bytes.size(), 1));
    const Reading pieces = readIn(bytes, 1U + data[0]);
    if (whole.whole && pieces.whole) {
        fuzz::require(whole.text() == pieces.text());
        fuzz::require(whole.head.status == pieces.head.status);
        fuzz::require(whole.head.contentType == pieces.head.contentType);
    }
    if (pieces.head.contentType == "text/event-stream")
        judgeAsStream(pieces);
    return 0;
}
