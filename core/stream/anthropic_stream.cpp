// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/stream/anthropic_stream.h"

#include "core/message/anthropic_block_reader.h"
#include "core/message/anthropic_error.h"
#include "core/message/replace_strings.h"
#include "core/message/token_usage.h"
#include "core/stream/event_writer.h"

#include <algorithm>

namespace gatehouse {

namespace dom = simdjson::dom;

namespace {

using Kind = AnthropicBlock::Kind;

constexpr std::size_t mostBlocks = 10'000;
constexpr std::size_t longestName = 128;

tl::unexpected<Error> malformed(std::string what)
{
    return fail(ErrorKind::InvalidInput, "the upstream sent " + std::move(what));
}

std::string_view nameAt(dom::element object, std::string_view key)
{
    std::string_view text;
    return object[key].get(text) == simdjson::SUCCESS ? text : std::string_view();
}

std::string pointerTo(std::size_t index)
{
    return "/content/" + std::to_string(index);
}

Kind kindOf(std::string_view type)
{
    if (type == "text")
        return Kind::Text;
    if (type == "thinking")
        return Kind::Thinking;
    return isAnthropicToolUse(type) ? Kind::ToolUse : Kind::Raw;
}

// A tool's name and the like; false when one is too long to be a name.
bool appendNames(dom::element block, std::string &json)
{
    for (const std::string_view key : {"type", "id", "name", "server_name"}) {
        dom::element value;
        if (block[key].get(value) != simdjson::SUCCESS)
            continue;
        std::string_view text;
        if (value.get(text) != simdjson::SUCCESS || text.size() > longestName)
            return false;
        json += json.size() > 1 ? "," : "";
        appendJsonText(key, json);
        json += ':';
        json += simdjson::minify(value);
    }
    return true;
}

Segment placeOf(const AnthropicBlock &block, std::string_view toolName)
{
    Segment place;
    place.zone = block.kind == Kind::ToolUse ? TrustZone::ToolCall : TrustZone::Assistant;
    place.role = "assistant";
    place.pointer = pointerTo(static_cast<std::size_t>(block.index));
    place.pointer += block.kind == Kind::Text ? "/text"
        : block.kind == Kind::Thinking        ? "/thinking"
                                              : "/input";
    place.toolName = toolName;
    return place;
}

} // namespace

Status AnthropicStream::takeEvent(dom::element event, std::string &out)
{
    const std::string_view type = nameAt(event, "type");
    if (type == "error")
        return fail(ErrorKind::Unreachable, "the upstream reported an error in the stream");
    if (type == "ping") {
        appendEvent("ping", R"({"type":"ping"})", out);
        return {};
    }
    if (type == "message_start")
        return takeStart(event, out);
    if (!m_started)
        return malformed("an event before the message began");
    if (type == "content_block_start")
        return takeBlockStart(event, out);
    if (type == "content_block_delta")
        return takeBlockDelta(event, out);
    if (type == "content_block_stop")
        return takeBlockStop(event, out);
    if (type == "message_delta")
        return takeMessageDelta(event);
    if (type == "message_stop")
        setDone();
    return {};
}

Status AnthropicStream::takeStart(dom::element event, std::string &out)
{
    dom::element message, id, model, usage;
    dom::array content;
    if (m_started || event["message"].get(message) != simdjson::SUCCESS
        || message["content"].get(content) != simdjson::SUCCESS || content.begin() != content.end())
        return malformed("a message that does not begin empty");
    if (message["id"].get(id) != simdjson::SUCCESS || !isShortName(id)
        || message["model"].get(model) != simdjson::SUCCESS || !isShortName(model))
        return malformed("a message without an identity");
    m_started = true;
    std::string name(simdjson::minify(model));
    if (!subject().modelName.empty()) {
        name.clear();
        appendJsonText(subject().modelName, name);
    }
    std::string json = R"({"type":"message_start","message":{"id":)" + std::string(simdjson::minify(id))
        + R"(,"type":"message","role":"assistant","model":)" + name
        + R"(,"content":[],"stop_reason":null,"stop_sequence":null,"usage":)";
    json += message["usage"].get(usage) == simdjson::SUCCESS ? withoutTexts(usage) : "{}";
    appendEvent("message_start", json + "}}", out);
    m_usage = readAnthropicUsage(message).value_or(TokenUsage{});
    return {};
}

Status AnthropicStream::takeBlockStart(dom::element event, std::string &out)
{
    dom::element content;
    std::int64_t index = 0;
    if (event["index"].get(index) != simdjson::SUCCESS || index != static_cast<std::int64_t>(m_blocks.size())
        || m_blocks.size() >= mostBlocks || event["content_block"].get(content) != simdjson::SUCCESS
        || !content.is_object())
        return malformed("a content block out of order");
    AnthropicBlock &block = m_blocks.emplace_back();
    block.index = static_cast<int>(index);
    const std::string_view type = nameAt(content, "type");
    block.kind = kindOf(type);
    m_holds = m_holds || type == "tool_use" || buffersAll();
    block.held = m_holds;
    if (block.kind == Kind::Raw)
        return takeRawBlock(content, block, out);
    block.announcement = "{";
    if (!appendNames(content, block.announcement))
        return malformed("a name that is none");
    block.announcement += block.kind == Kind::Text ? R"(,"text":""})"
        : block.kind == Kind::Thinking             ? R"(,"thinking":"","signature":""})"
                                                   : R"(,"input":{}})";
    // Arguments of the provider's own tools need not wait for the rest of the answer, only for their end.
    const AnswerPart::Release early = block.kind == Kind::ToolUse ? AnswerPart::Release::WhenComplete
                                                                  : AnswerPart::Release::WhileItArrives;
    block.text = &addPart(
        placeOf(block, nameAt(content, "name")), block.held ? AnswerPart::Release::AtTheEnd : early);
    if (!block.held)
        block.announce(block.announcement, out);
    return tellPiece(block, nameAt(content, block.kind == Kind::Thinking ? "thinking" : "text"), out);
}

// A block of another kind comes whole.
Status AnthropicStream::takeRawBlock(dom::element content, AnthropicBlock &block, std::string &out)
{
    const std::string pointer = pointerTo(static_cast<std::size_t>(block.index));
    std::vector<Segment> texts;
    AnthropicBlockReader reader(texts, m_unread, TrustZone::Assistant);
    reader.readBlock(content, pointer, {TrustZone::Assistant, "assistant", {}});
    block.raw.json = simdjson::minify(content);
    addTexts(block.raw, std::move(texts), pointer.size(), block.held);
    if (wasCut() || block.held)
        return {};
    const auto json = rawJson(block.raw);
    if (!json)
        return tl::unexpected(json.error());
    block.announce(*json, out);
    return {};
}

Status AnthropicStream::tellPiece(AnthropicBlock &block, std::string_view piece, std::string &out)
{
    block.tell(appendTo(*block.text, piece), out);
    return {};
}

AnthropicBlock *AnthropicStream::blockOf(dom::element event)
{
    std::int64_t index = 0;
    if (event["index"].get(index) != simdjson::SUCCESS || index < 0
        || index >= static_cast<std::int64_t>(m_blocks.size()))
        return nullptr;
    AnthropicBlock &block = m_blocks[static_cast<std::size_t>(index)];
    return block.ended ? nullptr : &block;
}

Status AnthropicStream::takeBlockDelta(dom::element event, std::string &out)
{
    AnthropicBlock *block = blockOf(event);
    dom::element delta;
    if (!block || event["delta"].get(delta) != simdjson::SUCCESS)
        return malformed("a piece of no content block");
    const std::string_view type = nameAt(delta, "type");
    if (block->kind == Kind::Text && type == "text_delta")
        return tellPiece(*block, nameAt(delta, "text"), out);
    if (block->kind == Kind::Thinking && type == "thinking_delta")
        return tellPiece(*block, nameAt(delta, "thinking"), out);
    if (block->kind == Kind::ToolUse && type == "input_json_delta")
        return tellPiece(*block, nameAt(delta, "partial_json"), out);
    if (block->kind == Kind::Thinking && type == "signature_delta")
        block->signature += nameAt(delta, "signature");
    else if (block->kind == Kind::Text && type == "citations_delta")
        return takeCitation(delta, *block, out);
    // Pieces of kinds nobody here can read are not passed on.
    return {};
}

Status AnthropicStream::takeCitation(dom::element delta, AnthropicBlock &block, std::string &out)
{
    const std::string pointer = pointerTo(static_cast<std::size_t>(block.index)) + "/citations/"
        + std::to_string(block.citations.size());
    RawPart &raw = block.citations.emplace_back();
    dom::element citation;
    if (delta["citation"].get(citation) != simdjson::SUCCESS || !citation.is_object())
        return malformed("a citation that is none");
    std::vector<Segment> texts;
    AnthropicBlockReader reader(texts, m_unread, TrustZone::Assistant);
    reader.readBlock(citation, pointer, {TrustZone::Assistant, "assistant", {}});
    raw.json = simdjson::minify(citation);
    addTexts(raw, std::move(texts), pointer.size(), block.held);
    return wasCut() || block.held ? Status() : tellCitation(block, raw, out);
}

Status AnthropicStream::tellCitation(
    const AnthropicBlock &block, const RawPart &citation, std::string &out) const
{
    const auto json = rawJson(citation);
    if (!json)
        return tl::unexpected(json.error());
    block.tellDelta(R"({"type":"citations_delta","citation":)" + *json + '}', out);
    return {};
}

Status AnthropicStream::takeBlockStop(dom::element event, std::string &out)
{
    AnthropicBlock *block = blockOf(event);
    if (!block)
        return malformed("the end of no content block");
    block->ended = true;
    if (!block->signature.empty())
        m_unread.push_back({pointerTo(static_cast<std::size_t>(block->index)) + "/signature", "encrypted",
            "opaque", block->signature.size()});
    if (!block->announced)
        return {};
    if (block->text) {
        const std::string rest = completePart(*block->text);
        block->tell(block->kind == Kind::ToolUse ? withQuotedMasks(rest) : rest, out);
    }
    if (!wasCut())
        block->close(out);
    return {};
}

Status AnthropicStream::takeMessageDelta(dom::element event)
{
    dom::element delta, usage, reason;
    if (event["delta"].get(delta) != simdjson::SUCCESS)
        return malformed("an end without a reason");
    if (delta["stop_reason"].get(reason) == simdjson::SUCCESS && isShortName(reason))
        m_stopReason = nameAt(delta, "stop_reason");
    const std::string_view sequence = nameAt(delta, "stop_sequence");
    if (!sequence.empty() && !m_stopSequence) {
        Segment place{TrustZone::Assistant, "assistant", "/stop_sequence", {}, {}, true};
        m_stopSequence = &addPart(std::move(place), AnswerPart::Release::AtTheEnd);
        (void)appendTo(*m_stopSequence, sequence);
    }
    if (event["usage"].get(usage) != simdjson::SUCCESS)
        return {};
    m_usageJson = withoutTexts(usage);
    const TokenUsage last = readAnthropicUsage(event).value_or(TokenUsage{});
    m_usage.tokensOut = last.tokensOut;
    m_usage.tokensIn = std::max(m_usage.tokensIn, last.tokensIn);
    m_usage.tokensCached = std::max(m_usage.tokensCached, last.tokensCached);
    return {};
}

void AnthropicStream::addTo(ResponseMessage &response) const
{
    response.usage = m_usage;
    response.unread = m_unread;
}

// What waited of a block, in the order a caller expects.
void AnthropicStream::tellRest(AnthropicBlock &block, std::string &out)
{
    if (block.closed)
        return;
    const auto raw = rawJson(block.raw);
    if (!block.announced)
        block.announce(block.text ? block.announcement : raw.value_or("{}"), out);
    if (block.text) {
        const std::string rest = finishPart(*block.text);
        block.tell(block.kind == Kind::ToolUse ? withQuotedMasks(rest) : rest, out);
    }
    for (const RawPart &citation : block.citations) {
        if (block.held)
            (void)tellCitation(block, citation, out);
    }
    block.close(out);
}

std::string AnthropicStream::lastEvents(const Verdict &finalVerdict, const GatewayError &whyCut)
{
    if (wasCut())
        return verdictComment(finalVerdict) + anthropicErrorEvent(whyCut);
    std::string out;
    for (AnthropicBlock &block : m_blocks)
        tellRest(block, out);
    std::string json = R"({"type":"message_delta","delta":{"stop_reason":)";
    appendJsonText(m_stopReason.empty() ? "end_turn" : m_stopReason, json);
    json += R"(,"stop_sequence":)";
    if (m_stopSequence)
        appendJsonText(finishPart(*m_stopSequence), json);
    else
        json += "null";
    appendEvent("message_delta", json + R"(},"usage":)" + m_usageJson + '}', out);
    out += verdictComment(finalVerdict);
    appendEvent("message_stop", R"({"type":"message_stop"})", out);
    return out;
}

} // namespace gatehouse
