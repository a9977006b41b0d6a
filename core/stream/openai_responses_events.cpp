// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// What a caller is told of a response: events of its own making, from what was judged.
#include "core/stream/event_writer.h"
#include "core/stream/openai_responses_stream.h"

#include <boost/json.hpp>

namespace gatehouse {

namespace json = boost::json;

namespace {

using Kind = ResponseItem::Kind;

json::object about(const ResponseItem &item)
{
    json::object event;
    if (const json::value *id = item.names.if_contains("id"))
        event["item_id"] = *id;
    event["output_index"] = item.index;
    return event;
}

json::object about(const ResponseItem &item, const ResponsePart &part)
{
    json::object event = about(item);
    event[responsePartKindOf(part.type)->indexField] = part.index;
    return event;
}

} // namespace

void OpenAiResponsesStream::tell(std::string_view type, json::object event, std::string &out)
{
    event["type"] = type;
    event["sequence_number"] = m_sequence++;
    appendEvent(type, json::serialize(event), out);
}

void OpenAiResponsesStream::tellHead(std::string_view type, std::string &out)
{
    json::object response = m_head;
    response["output"] = json::array();
    response["usage"] = nullptr;
    tell(type, {{"response", std::move(response)}}, out);
}

void OpenAiResponsesStream::openItem(ResponseItem &item, std::string &out)
{
    json::object added = item.kind == Kind::Whole ? item.names : item.json("in_progress");
    tell("response.output_item.added", {{"output_index", item.index}, {"item", std::move(added)}}, out);
    item.opened = true;
}

void OpenAiResponsesStream::openPart(const ResponseItem &item, ResponsePart &part, std::string &out)
{
    json::object empty{{"type", part.type}, {part.type == "refusal" ? "refusal" : "text", ""}};
    if (part.type == "output_text")
        empty["annotations"] = json::array();
    json::object event = about(item, part);
    event["part"] = std::move(empty);
    tell(part.isSummary() ? "response.reasoning_summary_part.added" : "response.content_part.added",
        std::move(event), out);
    part.opened = true;
}

void OpenAiResponsesStream::tellPiece(
    const ResponseItem &item, ResponsePart &part, std::string_view piece, std::string &out)
{
    if (!item.opened || part.closed)
        return;
    if (!part.opened)
        openPart(item, part, out);
    if (piece.empty())
        return;
    json::object event = about(item, part);
    event["delta"] = piece;
    if (part.type == "output_text")
        event["logprobs"] = json::array();
    tell(std::string(responsePartKindOf(part.type)->delta) + ".delta", std::move(event), out);
}

void OpenAiResponsesStream::closePart(const ResponseItem &item, ResponsePart &part, std::string &out)
{
    if (part.closed)
        return;
    json::object done = about(item, part);
    done[responsePartKindOf(part.type)->textField] = part.text->given();
    if (part.type == "output_text")
        done["logprobs"] = json::array();
    tell(std::string(responsePartKindOf(part.type)->delta) + ".done", std::move(done), out);
    json::object event = about(item, part);
    event["part"] = part.json();
    tell(part.isSummary() ? "response.reasoning_summary_part.done" : "response.content_part.done",
        std::move(event), out);
    part.closed = true;
}

void OpenAiResponsesStream::closeItem(ResponseItem &item, std::string &out)
{
    tell("response.output_item.done", {{"output_index", item.index}, {"item", item.json("completed")}}, out);
    item.closed = true;
}

// What waited of an item, in the order a caller expects.
void OpenAiResponsesStream::tellRest(ResponseItem &item, std::string &out)
{
    if (item.closed)
        return;
    if (!item.opened)
        openItem(item, out);
    for (ResponsePart &part : item.parts) {
        tellPiece(item, part, finishPart(*part.text), out);
        closePart(item, part, out);
    }
    if (item.arguments) {
        const std::string_view type = item.argumentsField == "arguments" ? "response.function_call_arguments"
                                                                         : "response.custom_tool_call_input";
        json::object event = about(item);
        event["delta"] = finishPart(*item.arguments);
        tell(std::string(type) + ".delta", event, out);
        event.erase("delta");
        event[item.argumentsField] = item.arguments->given();
        tell(std::string(type) + ".done", std::move(event), out);
    }
    if (item.kind == Kind::Whole)
        item.rawJson = rawJson(item.raw).value_or("{}");
    closeItem(item, out);
}

json::object OpenAiResponsesStream::endOf(std::string_view status, std::string_view reason) const
{
    json::object response = m_head;
    json::array output;
    for (const ResponseItem &item : m_items) {
        if (item.opened && (item.closed || item.kind == Kind::Texts))
            output.push_back(item.json(item.closed ? "completed" : "incomplete"));
    }
    response["status"] = status;
    response["output"] = std::move(output);
    response["usage"] = m_usageJson;
    response["incomplete_details"] = nullptr;
    if (!reason.empty())
        response["incomplete_details"] = json::object{{"reason", reason}};
    return response;
}

std::string OpenAiResponsesStream::lastEvents(const Verdict &finalVerdict, const GatewayError &)
{
    std::string out;
    if (wasCut()) {
        out += verdictComment(finalVerdict);
        tell("response.incomplete", {{"response", endOf("incomplete", "content_filter")}}, out);
        return out;
    }
    for (ResponseItem &item : m_items)
        tellRest(item, out);
    out += verdictComment(finalVerdict);
    tell("response." + m_end, {{"response", endOf(m_end, m_endReason)}}, out);
    return out;
}

} // namespace gatehouse
