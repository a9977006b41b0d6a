// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/compiled_parts.h"
#include "core/stream/openai_chat_stream.h"
#include "tests/bench/core/bench_core.h"
#include "tests/bench/figure.h"

#include <boost/json/serialize.hpp>
#include <malloc.h>
#include <optional>
#include <simdjson.h>

namespace gatehouse::bench {

namespace {

constexpr std::size_t deltaBytes = 20;

// The events of an answer, each with the next 20 bytes of it.
std::vector<std::string> eventsOf(const std::string &answer)
{
    std::vector<std::string> events;
    for (std::size_t at = 0; at < answer.size(); at += deltaBytes)
        events.push_back(R"(data: {"id":"c","model":"m","choices":[{"index":0,"delta":{"content":)"
            + boost::json::serialize(boost::json::string(answer.substr(at, deltaBytes))) + "}}]}\n\n");
    return events;
}

// Of the heap, with what was read so far still held. The answer itself is kept for the final judgement; it is
// no state of judging and left out.
double stateBytes(const Policy &policy, const CallFacts &call, const std::string &answer)
{
    constexpr std::size_t streams = 64;
    const std::vector<std::string> events = eventsOf(answer);
    std::vector<std::optional<OpenAiChatStream>> open(streams);
    const std::size_t before = mallinfo2().uordblks;
    for (auto &stream : open) {
        stream.emplace(StreamSubject{policy, call});
        for (const std::string &event : events)
            (void)stream->feed(event);
    }
    const double bytes = static_cast<double>(mallinfo2().uordblks - before) / streams;
    for (auto &stream : open)
        (void)stream->finish();
    return bytes - static_cast<double>(answer.size());
}

} // namespace

void streaming(const Policy &policy)
{
    constexpr int rounds = 20;
    const std::vector<std::string> events = eventsOf(prose(10'000));
    RequestFacts facts;
    CallFacts call;
    call.request = &facts;
    simdjson::dom::parser parser;
    policy->prepareStreams();
    std::vector<double> feeding, ending, limit;
    for (int run = 0; run < runs; ++run) {
        double ended = 0, fed = 0;
        for (int i = 0; i < rounds; ++i) {
            OpenAiChatStream stream({policy, call});
            fed += cpuSecondsOf([&] {
                for (const std::string &event : events)
                    (void)stream.feed(event);
            });
            ended += cpuSecondsOf([&] { (void)stream.finish(); });
        }
        feeding.push_back(fed);
        ending.push_back(ended);
        limit.push_back(cpuSecondsOf([&] {
            for (int i = 0; i < rounds; ++i) {
                for (const std::string &event : events)
                    (void)parser.parse(event.data() + 6, event.size() - 8).error();
            }
        }));
    }
    const double deltas = static_cast<double>(events.size()) * rounds;
    print("stream_delta_20", median(feeding) / deltas * 1e6, "us", "simdjson_dom",
        median(limit) / median(feeding));
    print("stream_end_10k", median(ending) / rounds * 1e6, "us", "feeding", median(feeding) / median(ending));
    const double state = stateBytes(policy, call, prose(2'000));
    print("stream_state", state, "bytes", "engine_state",
        static_cast<double>(policy->parts().streamed->stateBytes()) / state);
}

} // namespace gatehouse::bench
