// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/model/window_scorer.h"
#include "core/message/openai_chat.h"
#include "core/policy/compiled_parts.h"
#include "core/policy/scanned_body.h"
#include "tests/bench/core/bench_core.h"
#include "tests/bench/figure.h"

#include <algorithm>
#include <list>
#include <simdjson.h>

namespace gatehouse::bench {

namespace {

// Enough rounds that one run takes some milliseconds.
int roundsFor(const std::vector<std::string> &texts)
{
    std::size_t bytes = 0;
    for (const std::string &text : texts)
        bytes += text.size();
    return static_cast<int>(
        std::clamp<std::size_t>((std::size_t{4} << 20) / std::max<std::size_t>(bytes, 1), 3, 4000));
}

std::vector<RequestMessage> requestsOf(const std::vector<std::string> &texts)
{
    std::vector<RequestMessage> requests;
    requests.reserve(texts.size());
    for (const std::string &text : texts)
        requests.push_back(*parseOpenAiChatRequest(chatBody(text)));
    return requests;
}

EvaluationInput inputOf(const RequestMessage &request)
{
    EvaluationInput input;
    input.call.request = &request.facts;
    input.request = &request;
    return input;
}

} // namespace

void bareWork(const CompiledPolicy &policy, const std::vector<std::string> &texts)
{
    static thread_local PatternHits hits;
    for (const std::string &text : texts) {
        policy.parts().patterns->scan(text, hits);
        (void)model::scoreText(model::promptInjectionModel(), text);
    }
}

void judging(const Policy &policy, const TextGroup &group)
{
    const int rounds = roundsFor(group.texts);
    const std::vector<RequestMessage> requests = requestsOf(group.texts);
    const auto result = compare(
        [&] {
            for (int i = 0; i < rounds; ++i) {
                for (const RequestMessage &request : requests)
                    (void)policy->evaluate(inputOf(request));
            }
        },
        [&] {
            for (int i = 0; i < rounds; ++i)
                bareWork(*policy, group.texts);
        });
    const double judged = rounds * static_cast<double>(group.texts.size());
    print(("judge_baseline_" + group.name).c_str(), result.ours / judged * 1e6, "us", "bare_scan_and_score",
        result.limit / result.ours);
}

void parts(const Policy &policy, const TextGroup &group)
{
    const int rounds = roundsFor(group.texts);
    const std::vector<RequestMessage> requests = requestsOf(group.texts);
    const CompiledPolicy::Parts &inside = policy->parts();
    const double judged = rounds * static_cast<double>(group.texts.size());
    const auto timed = [&](const std::function<void(const RequestMessage &)> &work) {
        return medianOf([&] {
            for (int i = 0; i < rounds; ++i) {
                for (const RequestMessage &request : requests)
                    work(request);
            }
        });
    };
    const double all
        = timed([&](const RequestMessage &request) { (void)policy->evaluate(inputOf(request)); });
    const auto show = [&](const std::string &part, double seconds) {
        print(("part_" + group.name + "_" + part).c_str(), seconds / judged * 1e6, "us", "whole_judgement",
            seconds / all);
    };
    const auto scanned = [&](const RequestMessage &request, bool withViews) {
        ScannedBody body;
        body.scan(*inside.patterns, request.segments, BodyPart::Request, withViews);
    };
    const double plain = timed([&](const RequestMessage &request) { scanned(request, false); });
    show("scan", plain);
    show("model", timed([&](const RequestMessage &request) {
        (void)model::scoreText(model::promptInjectionModel(), request.segments.back().text);
    }));
    show("views", timed([&](const RequestMessage &request) { scanned(request, true); }) - plain);
    for (const CompiledRule &rule : inside.rules) {
        if (!rule.kind->readsSegments || rule.document.stage != Stage::Request)
            continue;
        std::list<ScannedBody> bodies;
        std::vector<std::vector<ScannedSegment>> texts(requests.size());
        for (std::size_t i = 0; i < requests.size(); ++i) {
            bodies.emplace_back().scan(
                *inside.patterns, requests[i].segments, BodyPart::Request, inside.readsViews);
            gatherTexts(rule, bodies.back(), texts[i]);
        }
        std::size_t at = 0;
        const CallContent nothing;
        show("check_" + rule.document.id, timed([&](const RequestMessage &request) {
            const EvaluationInput input = inputOf(request);
            (void)rule.check->run({texts[at], input.call, nothing});
            at = (at + 1) % texts.size();
        }));
    }
}

void parsing()
{
    constexpr int rounds = 4000;
    const std::string body = chatBody(prose(1024));
    simdjson::dom::parser parser;
    const auto result = compare(
        [&] {
            for (int i = 0; i < rounds; ++i)
                (void)parseOpenAiChatRequest(body);
        },
        [&] {
            for (int i = 0; i < rounds; ++i)
                (void)parser.parse(body).error();
        });
    print("parse_chat_1k", result.ours / rounds * 1e6, "us", "simdjson_dom", result.limit / result.ours);
}

} // namespace gatehouse::bench
