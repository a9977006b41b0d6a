// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// What judging costs, beside the cheapest thing that touches the same bytes.
#include "core/message/openai_chat.h"
#include "core/policy/compiled_parts.h"
#include "core/stream/openai_chat_stream.h"
#include "tests/bench/figure.h"

#include <simdjson.h>

using namespace gatehouse;

namespace {

constexpr int rounds = 2000;

std::string prose(std::size_t bytes)
{
    static constexpr const char *words[] = {"the", "order", "was", "shipped", "yesterday", "and", "should",
        "arrive", "before", "noon;", "please", "check", "invoice", "4711", "again."};
    std::string text;
    for (std::size_t i = 0; text.size() < bytes; ++i)
        text += std::string(words[(i * 7 + i / 3) % std::size(words)]) + " ";
    return text;
}

std::string chatBody(const std::string &text)
{
    return R"({"model":"m","temperature":0.5,"messages":[{"role":"system","content":"Answer briefly."},{"role":"user","content":")"
        + text + "\"}]}";
}

void judging(const CompiledPolicy &policy, const std::string &text, const char *figure)
{
    const auto request = *parseOpenAiChatRequest(chatBody(text));
    EvaluationInput input;
    input.call.request = &request.facts;
    input.request = &request;
    const auto result = bench::compare(
        [&] {
            for (int i = 0; i < rounds; ++i)
                (void)policy.evaluate(input);
        },
        [&] {
            for (int i = 0; i < rounds; ++i)
                (void)policy.parts().patterns->scan(text);
        });
    bench::print(figure, result.ours / rounds * 1e6, "us", "bare_pattern_scan", result.limit / result.ours);
}

void parsing(const std::string &text)
{
    const std::string body = chatBody(text);
    simdjson::dom::parser parser;
    const auto result = bench::compare(
        [&] {
            for (int i = 0; i < rounds; ++i)
                (void)parseOpenAiChatRequest(body);
        },
        [&] {
            for (int i = 0; i < rounds; ++i)
                (void)parser.parse(body).error();
        });
    bench::print(
        "parse_chat_1k", result.ours / rounds * 1e6, "us", "simdjson_dom", result.limit / result.ours);
}

void streaming(const std::shared_ptr<const CompiledPolicy> &policy)
{
    constexpr int chunks = 500;
    const std::string chunk
        = R"(data: {"id":"c","model":"m","choices":[{"index":0,"delta":{"content":"twenty bytes of text"}}]})"
          "\n\n";
    RequestFacts facts;
    CallFacts call;
    call.request = &facts;
    simdjson::dom::parser parser;
    const auto result = bench::compare(
        [&] {
            OpenAiChatStream stream(policy, call);
            for (int i = 0; i < chunks; ++i)
                (void)stream.feed(chunk);
            (void)stream.finish();
        },
        [&] {
            for (int i = 0; i < chunks; ++i)
                (void)parser.parse(chunk.substr(6)).error();
        });
    bench::print(
        "stream_chunk", result.ours / chunks * 1e6, "us", "simdjson_dom", result.limit / result.ours);
}

} // namespace

int main()
{
    const auto policy = CompiledPolicy::fromJson(baselinePolicyJson());
    if (!policy)
        return 1;
    judging(**policy, prose(1024), "judge_baseline_1k");
    judging(**policy, prose(8192), "judge_baseline_8k");
    parsing(prose(1024));
    streaming(*policy);
    return 0;
}
