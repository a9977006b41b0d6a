// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// An upstream's event stream, cut at places the input chooses: the caller gets what judging the whole answer
// leaves of it, and nothing that is to be blocked.
#include "core/message/strict_json.h"
#include "core/stream/openai_chat_chunk.h"
#include "core/stream/openai_chat_stream.h"
#include "core/stream/sse_reader.h"
#include "tests/fuzz/input.h"

using namespace gatehouse;

namespace {

constexpr std::string_view policyJson
    = R"({"format":"gatehouse-policy/1","name":"fuzz","rules":[{"id":"w","stage":"response","check":{"kind":"keywords","keywords":["zebra crossing"]},"action":"mask"},{"id":"t","stage":"response","check":{"kind":"regex","patterns":[{"expression":"\\bticket-[0-9]{2,40}\\b"}]},"action":"mask","severity":"high"},{"id":"b","stage":"response","check":{"kind":"regex","patterns":[{"expression":"full stop"}]},"action":"block"}]})";

// The texts a caller puts together from what it was sent, by choice and field.
std::map<std::pair<int, std::string>, std::string> textsIn(const std::string &sent)
{
    std::map<std::pair<int, std::string>, std::string> texts;
    SseReader reader;
    ChatChunk chunk;
    reader.append(sent);
    for (auto event = reader.next(); *event; event = reader.next()) {
        if (**event == "[DONE]")
            continue;
        fuzz::require(parseChatChunk(**event, chunk).has_value());
        for (const TextDelta &delta : chunk.texts)
            texts[{delta.choice, std::string(delta.field)}] += delta.text;
    }
    return texts;
}

// What the caller put together is what is left of each text once it is masked.
void requireEqual(const StreamEnd &end, const std::string &sent)
{
    // What only a view shows is judged behind the stream: it can't be masked any more.
    for (const CheckResult &check : end.evaluation.verdict.checks) {
        for (const Evidence &evidence : check.evidence) {
            if (!evidence.via.empty())
                return;
        }
    }
    std::map<std::string, std::string> got;
    for (auto &[place, text] : textsIn(sent))
        got["/choices/" + std::to_string(place.first) + "/message" + pointerStep(place.second)] = text;
    int index = 0;
    for (const Segment &segment : end.response.segments) {
        const auto masks = spansOf(end.evaluation.masks, BodyPart::Response, index++);
        if (segment.zone == TrustZone::Assistant)
            fuzz::require(got[segment.pointer] == applyMasks(segment.text, masks));
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const auto policy = *CompiledPolicy::fromJson(policyJson);
    if (size < 1)
        return 0;
    const std::size_t step = 1 + data[0];
    const std::string_view bytes = fuzz::textOf(data + 1, size - 1);
    RequestFacts facts;
    CallFacts call;
    call.request = &facts;
    OpenAiChatStream stream(policy, call);
    std::string sent;
    for (std::size_t at = 0; at < bytes.size(); at += step) {
        const auto released = stream.feed(bytes.substr(at, step));
        if (!released)
            return 0;
        sent += *released;
    }
    const StreamEnd end = stream.finish();
    sent += stream.lastEvents(end.evaluation.verdict);
    for (const auto &[place, text] : textsIn(sent))
        fuzz::require(text.find("full stop") == std::string::npos);
    if (!end.cut)
        requireEqual(end, sent);
    fuzz::require(sent.ends_with("data: [DONE]\n\n"));
    return 0;
}
