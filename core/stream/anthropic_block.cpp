// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/stream/anthropic_block.h"

#include "core/stream/event_writer.h"

namespace gatehouse {

namespace {

std::string opened(std::string_view type, int index)
{
    std::string json = "{\"type\":\"";
    json.append(type).append("\",\"index\":");
    appendNumber(index, json);
    return json;
}

} // namespace

void AnthropicBlock::announce(std::string_view contentBlock, std::string &out)
{
    std::string json = opened("content_block_start", index);
    json.append(",\"content_block\":").append(contentBlock).append("}");
    appendEvent("content_block_start", json, out);
    announced = true;
}

void AnthropicBlock::tellDelta(std::string_view delta, std::string &out) const
{
    std::string json = opened("content_block_delta", index);
    json.append(",\"delta\":").append(delta).append("}");
    appendEvent("content_block_delta", json, out);
}

void AnthropicBlock::tell(std::string_view piece, std::string &out) const
{
    if (piece.empty())
        return;
    std::string delta = R"({"type":"text_delta","text":)";
    if (kind == Kind::Thinking)
        delta = R"({"type":"thinking_delta","thinking":)";
    else if (kind == Kind::ToolUse)
        delta = R"({"type":"input_json_delta","partial_json":)";
    appendJsonText(piece, delta);
    tellDelta(delta + '}', out);
}

void AnthropicBlock::close(std::string &out)
{
    if (!signature.empty()) {
        std::string delta = R"({"type":"signature_delta","signature":)";
        appendJsonText(signature, delta);
        tellDelta(delta + '}', out);
    }
    appendEvent("content_block_stop", opened("content_block_stop", index) + '}', out);
    closed = true;
}

} // namespace gatehouse
