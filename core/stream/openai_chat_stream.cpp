// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/stream/openai_chat_stream.h"

#include "core/message/strict_json.h"
#include "core/policy/replacements.h"
#include "core/stream/openai_chat_chunk.h"
#include "core/stream/split_characters.h"
#include "core/stream/sse_reader.h"
#include "core/stream/stream_rules.h"
#include "core/stream/text_channel.h"

#include <algorithm>
#include <map>
#include <vector>

namespace gatehouse {

namespace {

using ChannelKey = std::pair<int, std::string>; // choice, field

// Finds a channel by a field that is a view, without making a string of it.
struct ChannelLess {
    using is_transparent = void;
    template <class A, class B>
    bool operator()(const A &a, const B &b) const
    {
        return a.first != b.first ? a.first < b.first
                                  : std::string_view(a.second) < std::string_view(b.second);
    }
};

struct Channel {
    Channel(StreamRules &rules, TrustZone zone, const Replacements *replacements)
        : text(rules, zone)
    {
        if (replacements && !replacements->restorable().empty())
            restoring.emplace(replacements->restorable());
    }

    TextChannel text;
    CharacterJoiner joiner;
    std::optional<RestoringStream> restoring; // where the request's placeholders get their originals back
};

// Kept back until it is whole: half a command is not judged, nor given to anybody.
struct PendingCall {
    ToolCall call;
    CharacterJoiner joiner; // of its arguments
};

} // namespace

struct OpenAiChatStream::State {
    State(std::shared_ptr<const CompiledPolicy> compiled, CallFacts facts, const RequestMessage *request,
        Replacements *given)
        : policy(std::move(compiled))
        , callFacts(std::move(facts))
        , answered(request)
        , replacements(given)
        , rules(*policy, callFacts, answered)
    {
    }

    [[nodiscard]] Status takeEvent(std::string_view data, std::string &out);
    void takeText(const TextDelta &delta, std::string &out);
    void takeToolCall(const ToolCallDelta &delta);
    [[nodiscard]] Channel &channelOf(const TextDelta &delta);
    void endTexts();
    [[nodiscard]] ResponseMessage assembled() const;
    [[nodiscard]] std::vector<int> choices() const;

    std::shared_ptr<const CompiledPolicy> policy;
    CallFacts callFacts;
    const RequestMessage *answered;
    Replacements *replacements;
    StreamRules rules;
    SseReader reader;
    ChatChunk chunk; // reused
    std::string released; // reused
    ChatChunkWriter writer;
    std::map<ChannelKey, Channel, ChannelLess> channels;
    std::map<std::pair<int, int>, PendingCall> toolCalls; // choice, index
    std::map<int, std::string> finishReasons;
    std::optional<TokenUsage> usage;
    bool cut = false;
    std::optional<StreamFinding> cutBy;
    bool done = false;
    std::vector<MaskSpan> masks; // of the whole answer, once it was judged
};

namespace {

std::string pointerTo(int choice)
{
    return "/choices/" + std::to_string(choice) + "/message";
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

OpenAiChatStream::OpenAiChatStream(std::shared_ptr<const CompiledPolicy> policy, CallFacts call,
    const RequestMessage *answered, Replacements *replacements)
    : m_state(std::make_unique<State>(std::move(policy), std::move(call), answered, replacements))
{
}

OpenAiChatStream::~OpenAiChatStream() = default;

Channel &OpenAiChatStream::State::channelOf(const TextDelta &delta)
{
    const auto found = channels.find(std::pair(delta.choice, delta.field));
    if (found != channels.end())
        return found->second;
    return channels
        .try_emplace(
            ChannelKey{delta.choice, std::string(delta.field)}, rules, TrustZone::Assistant, replacements)
        .first->second;
}

void OpenAiChatStream::State::takeText(const TextDelta &delta, std::string &out)
{
    Channel &channel = channelOf(delta);
    std::string_view text = delta.text;
    if (chunk.marked || channel.joiner.isOpen())
        text = channel.joiner.join(text, chunk.marked);
    released.clear();
    channel.text.append(text, released);
    if (channel.restoring && !released.empty())
        released = channel.restoring->append(released);
    if (!released.empty())
        writer.text({delta.choice, delta.field, released}, out);
    cutBy = channel.text.cutBy();
    cut = cutBy.has_value();
}

void OpenAiChatStream::State::takeToolCall(const ToolCallDelta &delta)
{
    PendingCall &pending = toolCalls[{delta.choice, delta.index}];
    ToolCall &call = pending.call;
    call.index = delta.index;
    call.id += delta.id;
    call.name += delta.name;
    if (chunk.marked || pending.joiner.isOpen())
        call.arguments += pending.joiner.join(delta.arguments, chunk.marked);
    else
        call.arguments += delta.arguments;
    if (!delta.type.empty())
        call.type = delta.type;
}

Status OpenAiChatStream::State::takeEvent(std::string_view data, std::string &out)
{
    if (data == "[DONE]") {
        done = true;
        return {};
    }
    if (auto status = parseChatChunk(data, chunk); !status)
        return status;
    if (!writer.hasIdentity())
        writer.adopt(chunk);
    for (const auto &[choice, role] : chunk.roles)
        writer.role(choice, role, out);
    for (const TextDelta &delta : chunk.texts) {
        takeText(delta, out);
        if (cut)
            return {};
    }
    for (const ToolCallDelta &delta : chunk.toolCalls)
        takeToolCall(delta);
    for (const auto &[choice, reason] : chunk.finishReasons)
        finishReasons[choice] = reason;
    if (chunk.usage)
        usage = chunk.usage;
    return {};
}

Result<std::string> OpenAiChatStream::feed(std::string_view bytes)
{
    State &state = *m_state;
    std::string out;
    if (state.cut || state.done)
        return out;
    state.reader.append(bytes);
    while (!state.cut && !state.done) {
        const auto data = state.reader.next();
        if (!data)
            return tl::unexpected(data.error());
        if (!*data)
            break;
        if (auto status = state.takeEvent(**data, out); !status)
            return tl::unexpected(status.error());
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
        bytes += channel.text.receivedBytes();
    return bytes;
}

// The halves of characters that still wait wait in vain.
void OpenAiChatStream::State::endTexts()
{
    for (auto &[key, channel] : channels)
        channel.text.appendLast(channel.joiner.end());
    for (auto &[key, pending] : toolCalls)
        pending.call.arguments += pending.joiner.end();
}

ResponseMessage OpenAiChatStream::State::assembled() const
{
    ResponseMessage response;
    response.usage = usage;
    for (const auto &[key, channel] : channels) {
        if (!channel.text.text().empty()) {
            response.segments.push_back(
                {channel.text.zone(), "assistant", pointerTo(key.first) + pointerStep(key.second),
                    channel.text.text(), {}, key.second != "content" && key.second != "refusal"});
        }
    }
    for (const auto &[key, pending] : toolCalls) {
        response.segments.push_back({TrustZone::ToolCall, "assistant",
            pointerTo(key.first) + "/tool_calls/" + std::to_string(key.second) + "/function/arguments",
            pending.call.arguments, pending.call.name, false});
    }
    return response;
}

StreamEnd OpenAiChatStream::finish()
{
    State &state = *m_state;
    state.endTexts();
    StreamEnd end;
    end.response = state.assembled();
    EvaluationInput input;
    input.call = state.callFacts;
    input.answeredRequest = state.answered;
    input.replacements = state.replacements;
    input.response = &end.response;
    end.evaluation = state.policy->evaluate(input);
    if (state.cutBy)
        assertCut(*state.policy, *state.cutBy, end.evaluation.verdict);
    end.cut = state.cut = state.cut || end.evaluation.verdict.kind == VerdictKind::Blocked;
    for (const auto &[key, channel] : state.channels) {
        const TextChannel &text = channel.text;
        end.longestHoldBack = std::max(end.longestHoldBack, text.longestHoldBack());
        end.receivedBytes += text.receivedBytes();
        if (!end.cut)
            end.receivedBytes += text.text().size() - text.receivedBytes();
    }
    state.masks = end.evaluation.masks;
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
    if (!state.writer.hasIdentity())
        state.writer.adopt({});
    std::string out;
    int segment = 0;
    for (auto &[key, channel] : state.channels) {
        if (channel.text.text().empty())
            continue;
        const auto masks = spansOf(state.masks, BodyPart::Response, segment++);
        std::string rest;
        if (!state.cut)
            channel.text.finish(masks, rest);
        if (!state.cut && channel.restoring)
            rest = channel.restoring->append(rest) + channel.restoring->finish();
        if (!rest.empty())
            state.writer.text({key.first, key.second, rest}, out);
    }
    std::map<int, std::vector<ToolCall>> calls;
    for (const auto &[key, pending] : state.toolCalls) {
        ToolCall released = pending.call;
        released.arguments
            = applyMasks(released.arguments, spansOf(state.masks, BodyPart::Response, segment++));
        if (state.replacements)
            released.arguments
                = restored(released.arguments, state.replacements->restorable(), RestoreInto::JsonString);
        calls[key.first].push_back(std::move(released));
    }
    for (const int choice : state.choices()) {
        if (!state.cut && calls.contains(choice))
            state.writer.toolCalls(choice, calls[choice], out);
        const auto reason = state.finishReasons.find(choice);
        const std::string usual = reason == state.finishReasons.end() ? "stop" : reason->second;
        state.writer.finish(choice, state.cut ? "content_filter" : usual, out);
    }
    if (state.usage && state.callFacts.request->includeUsage)
        state.writer.usage(*state.usage, out);
    out += ": gatehouse verdict=" + std::string(name(finalVerdict.kind))
        + " severity=" + std::string(name(finalVerdict.severity)) + "\n\n";
    return out + "data: [DONE]\n\n";
}

} // namespace gatehouse
