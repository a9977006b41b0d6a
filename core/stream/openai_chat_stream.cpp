// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/stream/openai_chat_stream.h"

#include "core/stream/openai_chat_chunk.h"
#include "core/stream/sse_reader.h"
#include "core/stream/stream_rules.h"
#include "core/stream/text_channel.h"

#include <algorithm>
#include <map>
#include <vector>

namespace gatehouse {

struct OpenAiChatStream::State {
    using ChannelKey = std::pair<int, std::string>; // choice, field

    State(std::shared_ptr<const CompiledPolicy> compiled, CallFacts facts)
        : policy(std::move(compiled))
        , callFacts(std::move(facts))
        , rules(*policy, callFacts)
    {
    }

    [[nodiscard]] Result<std::string> takeEvent(const std::string &data);
    void takeToolCall(const ToolCallDelta &delta);
    [[nodiscard]] TextChannel &channelOf(int choice, const std::string &field);
    [[nodiscard]] ResponseMessage assembled() const;
    [[nodiscard]] std::vector<int> choices() const;

    std::shared_ptr<const CompiledPolicy> policy;
    CallFacts callFacts;
    StreamRules rules;
    SseReader reader;
    ChatChunkWriter writer;
    std::map<ChannelKey, TextChannel> channels;
    std::map<std::pair<int, int>, ToolCallDelta> toolCalls; // choice, index
    std::map<int, std::string> finishReasons;
    std::optional<TokenUsage> usage;
    bool cut = false;
    std::optional<StreamFinding> cutBy;
    bool done = false;
    StreamEnd end;
};

namespace {

std::string pointerTo(int choice, const std::string &field)
{
    return "/choices/" + std::to_string(choice) + "/message/" + field;
}

// The stream was stopped on a finding of this rule; the judgement of the text so far must say so as well.
void assertCut(const CompiledPolicy &policy, const StreamFinding &finding, Verdict &verdict)
{
    CheckResult &result = verdict.checks[finding.rule];
    const RuleDocument &rule = policy.parts().rules[finding.rule].document;
    result.outcome = result.outcome == CheckOutcome::Error ? CheckOutcome::Error : CheckOutcome::Fail;
    result.applied = true;
    result.action = Action::Block;
    verdict.kind = VerdictKind::Blocked;
    verdict.severity = std::max(verdict.severity, rule.severity);
}

} // namespace

OpenAiChatStream::OpenAiChatStream(std::shared_ptr<const CompiledPolicy> policy, CallFacts call)
    : m_state(std::make_unique<State>(std::move(policy), std::move(call)))
{
}

OpenAiChatStream::~OpenAiChatStream() = default;

TextChannel &OpenAiChatStream::State::channelOf(int choice, const std::string &field)
{
    return channels.try_emplace(ChannelKey{choice, field}, rules, TrustZone::Assistant).first->second;
}

void OpenAiChatStream::State::takeToolCall(const ToolCallDelta &delta)
{
    ToolCallDelta &call = toolCalls[{delta.choice, delta.index}];
    call.choice = delta.choice;
    call.index = delta.index;
    call.id += delta.id;
    call.name += delta.name;
    call.arguments += delta.arguments;
    if (!delta.type.empty())
        call.type = delta.type;
}

Result<std::string> OpenAiChatStream::State::takeEvent(const std::string &data)
{
    if (data == "[DONE]") {
        done = true;
        return std::string();
    }
    const auto chunk = parseChatChunk(data);
    if (!chunk)
        return tl::unexpected(chunk.error());
    if (!writer.hasIdentity())
        writer.adopt(*chunk);
    std::string out;
    for (const auto &[choice, role] : chunk->roles)
        out += writer.role(choice, role);
    for (const TextDelta &delta : chunk->texts) {
        TextChannel &channel = channelOf(delta.choice, delta.field);
        const std::string released = channel.append(delta.text);
        if (!released.empty())
            out += writer.text({delta.choice, delta.field, released});
        if (channel.cutBy()) {
            cut = true;
            cutBy = channel.cutBy();
            return out;
        }
    }
    for (const ToolCallDelta &delta : chunk->toolCalls)
        takeToolCall(delta);
    for (const auto &[choice, reason] : chunk->finishReasons)
        finishReasons[choice] = reason;
    if (chunk->usage)
        usage = chunk->usage;
    return out;
}

Result<std::string> OpenAiChatStream::feed(std::string_view bytes)
{
    std::string out;
    if (m_state->cut || m_state->done)
        return out;
    const auto events = m_state->reader.feed(bytes);
    if (!events)
        return tl::unexpected(events.error());
    for (const std::string &data : *events) {
        const auto released = m_state->takeEvent(data);
        if (!released)
            return tl::unexpected(released.error());
        out += *released;
        if (m_state->cut || m_state->done)
            break;
    }
    return out;
}

bool OpenAiChatStream::wasCut() const
{
    return m_state->cut;
}

bool OpenAiChatStream::sawDone() const
{
    return m_state->done;
}

std::uint64_t OpenAiChatStream::releasedBytes() const
{
    std::uint64_t bytes = 0;
    for (const auto &[key, channel] : m_state->channels)
        bytes += channel.receivedBytes();
    return bytes;
}

ResponseMessage OpenAiChatStream::State::assembled() const
{
    ResponseMessage response;
    response.usage = usage;
    for (const auto &[key, channel] : channels) {
        if (!channel.text().empty()) {
            response.segments.push_back({channel.zone(), "assistant", pointerTo(key.first, key.second),
                channel.text(), {}, key.second != "content" && key.second != "refusal"});
        }
    }
    for (const auto &[key, call] : toolCalls) {
        response.segments.push_back({TrustZone::ToolCall, "assistant",
            pointerTo(key.first, "tool_calls/" + std::to_string(key.second) + "/function/arguments"),
            call.arguments, call.name, false});
    }
    return response;
}

StreamEnd OpenAiChatStream::finish()
{
    State &state = *m_state;
    StreamEnd end;
    end.response = state.assembled();
    EvaluationInput input;
    input.call = state.callFacts;
    input.response = &end.response;
    end.evaluation = state.policy->evaluate(input);
    if (state.cutBy)
        assertCut(*state.policy, *state.cutBy, end.evaluation.verdict);
    end.cut = state.cut = state.cut || end.evaluation.verdict.kind == VerdictKind::Blocked;
    for (const auto &[key, channel] : state.channels) {
        end.longestHoldBack = std::max(end.longestHoldBack, channel.longestHoldBack());
        end.receivedBytes += channel.receivedBytes();
        if (!end.cut)
            end.receivedBytes += channel.text().size() - channel.receivedBytes();
    }
    state.end = end;
    return end;
}

std::vector<int> OpenAiChatStream::State::choices() const
{
    std::vector<int> all;
    for (const auto &[key, channel] : channels)
        all.push_back(key.first);
    for (const auto &[key, call] : toolCalls)
        all.push_back(key.first);
    for (const auto &[choice, reason] : finishReasons)
        all.push_back(choice);
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all.empty() ? std::vector<int>{0} : all;
}

std::string OpenAiChatStream::lastEvents(const Verdict &finalVerdict)
{
    State &state = *m_state;
    std::string out;
    int segment = 0;
    for (auto &[key, channel] : state.channels) {
        if (channel.text().empty())
            continue;
        const auto masks = spansOf(state.end.evaluation.masks, BodyPart::Response, segment++);
        const std::string rest = state.cut ? std::string() : channel.finish(masks);
        if (!rest.empty())
            out += state.writer.text({key.first, key.second, rest});
    }
    std::map<int, std::vector<ToolCallDelta>> calls;
    for (const auto &[key, call] : state.toolCalls) {
        ToolCallDelta released = call;
        released.arguments
            = applyMasks(call.arguments, spansOf(state.end.evaluation.masks, BodyPart::Response, segment++));
        calls[key.first].push_back(std::move(released));
    }
    for (const int choice : state.choices()) {
        if (!state.cut && calls.contains(choice))
            out += state.writer.toolCalls(choice, calls[choice]);
        const auto reason = state.finishReasons.find(choice);
        const std::string usual = reason == state.finishReasons.end() ? "stop" : reason->second;
        out += state.writer.finish(choice, state.cut ? "content_filter" : usual);
    }
    if (state.usage && state.callFacts.request->includeUsage)
        out += state.writer.usage(*state.usage);
    out += ": gatehouse verdict=" + std::string(name(finalVerdict.kind))
        + " severity=" + std::string(name(finalVerdict.severity)) + "\n\n";
    return out + "data: [DONE]\n\n";
}

} // namespace gatehouse
