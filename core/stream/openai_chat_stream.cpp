// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/stream/openai_chat_stream.h"

#include "core/message/strict_json.h"
#include "core/policy/replacements.h"
#include "core/stream/answer_part.h"
#include "core/stream/event_stream.h"
#include "core/stream/openai_chat_chunk.h"
#include "core/stream/sse_reader.h"

#include <algorithm>
#include <map>
#include <vector>

namespace gatehouse {

namespace {

// The field a completion has its text in; a chat has no such field.
constexpr std::string_view bareText = "text";

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

// Kept back until it is whole: half a command is not judged, nor given to anybody.
struct PendingCall {
    ToolCall call;
    CharacterJoiner joiner; // of its arguments
};

} // namespace

struct OpenAiChatStream::State {
    State(StreamSubject given, ChunkShape itsShape)
        : shape(itsShape)
        , subject(std::move(given))
        , rules(*subject.policy, subject.call, subject.answered, subject.exceptions)
        , writer(itsShape)
    {
    }

    [[nodiscard]] Status takeEvent(std::string_view data, std::string &out);
    void takeText(const TextDelta &delta, std::string &out);
    void takeToolCall(const ToolCallDelta &delta);
    [[nodiscard]] AnswerPart &channelOf(const TextDelta &delta);
    void endTexts();
    [[nodiscard]] ResponseMessage assembled() const;
    [[nodiscard]] std::vector<int> choices() const;

    ChunkShape shape;
    StreamSubject subject;
    StreamRules rules;
    SseReader reader;
    ChatChunk chunk; // reused
    ChatChunkWriter writer;
    std::map<ChannelKey, AnswerPart, ChannelLess> channels;
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

} // namespace

OpenAiChatStream::OpenAiChatStream(StreamSubject subject, ChunkShape shape)
    : m_state(std::make_unique<State>(std::move(subject), shape))
{
}

OpenAiChatStream::~OpenAiChatStream() = default;

AnswerPart &OpenAiChatStream::State::channelOf(const TextDelta &delta)
{
    const auto found = channels.find(std::pair(delta.choice, delta.field));
    if (found != channels.end())
        return found->second;
    Segment place;
    place.zone = TrustZone::Assistant;
    place.role = "assistant";
    place.pointer = pointerTo(delta.choice) + pointerStep(delta.field);
    place.unclaimed = delta.field != "content" && delta.field != "refusal";
    if (shape == ChunkShape::Completion) {
        place.pointer = "/choices/" + std::to_string(delta.choice) + "/text";
        place.unclaimed = false;
    }
    return channels
        .try_emplace(ChannelKey{delta.choice, std::string(delta.field)}, rules, std::move(place),
            subject.replacements, AnswerPart::Release::WhileItArrives)
        .first->second;
}

void OpenAiChatStream::State::takeText(const TextDelta &delta, std::string &out)
{
    AnswerPart &channel = channelOf(delta);
    const std::string released = channel.append(delta.text, chunk.marked);
    if (!released.empty())
        writer.text({delta.choice, delta.field, released}, out);
    cutBy = channel.channel().cutBy();
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
    if (!writer.hasIdentity()) {
        if (!subject.modelName.empty())
            chunk.model = subject.modelName;
        writer.adopt(chunk);
    }
    for (const auto &[choice, role] : chunk.roles)
        writer.role(choice, role, out);
    const bool chat = shape == ChunkShape::Chat;
    for (const TextDelta &delta : chunk.texts) {
        // What belongs to the other shape is not passed on.
        if (chat == (delta.field == bareText))
            continue;
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
        bytes += channel.channel().receivedBytes();
    return bytes;
}

// The halves of characters that still wait wait in vain.
void OpenAiChatStream::State::endTexts()
{
    for (auto &[key, channel] : channels)
        channel.end();
    for (auto &[key, pending] : toolCalls)
        pending.call.arguments += pending.joiner.end();
}

ResponseMessage OpenAiChatStream::State::assembled() const
{
    ResponseMessage response;
    response.usage = usage;
    for (const auto &[key, channel] : channels) {
        if (!channel.empty())
            response.segments.push_back(channel.segment());
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
    judgeAgain(end);
    return end;
}

void OpenAiChatStream::judgeAgain(StreamEnd &end)
{
    State &state = *m_state;
    end.evaluation = judgeWhole(state.subject, end.response, state.cutBy);
    end.cut = state.cut = state.cutBy || end.evaluation.verdict.kind == VerdictKind::Blocked;
    end.receivedBytes = 0;
    for (const auto &[key, channel] : state.channels) {
        const TextChannel &text = channel.channel();
        end.longestHoldBack = std::max(end.longestHoldBack, text.longestHoldBack());
        end.receivedBytes += text.receivedBytes();
        if (!end.cut)
            end.receivedBytes += text.text().size() - text.receivedBytes();
    }
    state.masks = end.evaluation.masks;
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

std::string OpenAiChatStream::lastEvents(const Verdict &finalVerdict, const GatewayError &)
{
    State &state = *m_state;
    if (!state.writer.hasIdentity())
        state.writer.adopt({});
    std::string out;
    int segment = 0;
    for (auto &[key, channel] : state.channels) {
        if (channel.empty())
            continue;
        const auto masks = spansOf(state.masks, BodyPart::Response, segment++);
        const std::string rest = state.cut ? std::string() : channel.finish(masks);
        if (!rest.empty())
            state.writer.text({key.first, key.second, rest}, out);
    }
    std::map<int, std::vector<ToolCall>> calls;
    for (const auto &[key, pending] : state.toolCalls) {
        ToolCall released = pending.call;
        released.arguments
            = applyMasks(released.arguments, spansOf(state.masks, BodyPart::Response, segment++));
        if (const Replacements *replacements = state.subject.replacements)
            released.arguments
                = restored(released.arguments, replacements->restorable(), RestoreInto::JsonString);
        calls[key.first].push_back(std::move(released));
    }
    for (const int choice : state.choices()) {
        if (!state.cut && calls.contains(choice))
            state.writer.toolCalls(choice, calls[choice], out);
        const auto reason = state.finishReasons.find(choice);
        const std::string usual = reason == state.finishReasons.end() ? "stop" : reason->second;
        state.writer.finish(choice, state.cut ? "content_filter" : usual, out);
    }
    if (state.usage && state.subject.call.request->includeUsage)
        state.writer.usage(*state.usage, out);
    return out + verdictComment(finalVerdict) + "data: [DONE]\n\n";
}

} // namespace gatehouse
