// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/stream/openai_responses_stream.h"

#include "core/message/openai_item_reader.h"
#include "core/message/openai_response_head.h"
#include "core/message/token_usage.h"
#include "core/stream/event_writer.h"

#include <boost/json.hpp>

namespace gatehouse {

namespace dom = simdjson::dom;
namespace json = boost::json;

namespace {

using Kind = ResponseItem::Kind;

constexpr std::size_t mostItems = 10'000;
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

std::int64_t numberAt(dom::element object, std::string_view key)
{
    std::int64_t number = 0;
    return object[key].get(number) == simdjson::SUCCESS ? number : -1;
}

std::string pointerTo(const ResponseItem &item)
{
    return "/output/" + std::to_string(item.index);
}

// False when what should be a name is somebody's text.
bool takeNames(dom::element content, json::object &names)
{
    for (const std::string_view key : {"type", "id", "role", "name", "call_id", "namespace"}) {
        std::string_view text;
        if (content[key].get(text) != simdjson::SUCCESS)
            continue;
        // A caller is told what kind of item comes before the item is judged.
        const bool isKind = key == "type" || key == "role";
        if (text.size() > longestName || (isKind && !isIdentifier(text)))
            return false;
        names[key] = text;
    }
    return true;
}

json::value parsed(const std::string &text)
{
    boost::system::error_code error;
    json::value value = json::parse(text, error);
    return error ? json::value(json::object()) : value;
}

} // namespace

Status OpenAiResponsesStream::takeEvent(dom::element event, std::string &out)
{
    const std::string_view type = nameAt(event, "type");
    if (type == "error" || type == "response.failed")
        return fail(ErrorKind::Unreachable, "the upstream reported an error in the stream");
    if (type == "response.created" || type == "response.queued" || type == "response.in_progress") {
        if (auto status = takeHead(event); !status)
            return status;
        tellHead(type, out);
        return {};
    }
    if (!m_started)
        return malformed("an event before the response began");
    if (type == "response.completed" || type == "response.incomplete")
        return takeEnd(type, event);
    if (type == "response.output_item.added")
        return takeItem(event, out);
    if (type == "response.output_item.done")
        return takeItemDone(event, out);
    if (type == "response.content_part.added" || type == "response.reasoning_summary_part.added")
        return takePart(event);
    if (type.ends_with(".delta"))
        return takeDelta(type.substr(0, type.size() - 6), event, out);
    // What is done is told from what was judged; progress of the provider's own tools says nothing.
    return {};
}

Status OpenAiResponsesStream::takeHead(dom::element event)
{
    dom::element response;
    if (event["response"].get(response) != simdjson::SUCCESS || !response.is_object())
        return malformed("a response that is none");
    m_id = responseId(response);
    m_head = parsed(simdjson::minify(response)).as_object();
    reduceResponseHead(m_head);
    if (!subject().modelName.empty())
        m_head["model"] = subject().modelName;
    m_head.erase("output");
    m_head.erase("usage");
    m_started = true;
    return {};
}

Status OpenAiResponsesStream::takeEnd(std::string_view type, dom::element event)
{
    if (auto status = takeHead(event); !status)
        return status;
    const dom::element response = event["response"];
    m_usage = readOpenAiUsage(response);
    dom::element usage, details;
    if (response["usage"].get(usage) == simdjson::SUCCESS && usage.is_object())
        m_usageJson = parsed(withoutTexts(usage));
    m_end = type.substr(std::string_view("response.").size());
    if (response["incomplete_details"].get(details) == simdjson::SUCCESS) {
        const std::string_view reason = nameAt(details, "reason");
        m_endReason = reason.substr(0, longestName);
    }
    setDone();
    return {};
}

Status OpenAiResponsesStream::takeItem(dom::element event, std::string &out)
{
    dom::element content;
    if (numberAt(event, "output_index") != static_cast<std::int64_t>(m_items.size())
        || m_items.size() >= mostItems || event["item"].get(content) != simdjson::SUCCESS)
        return malformed("an output item out of order");
    ResponseItem &item = m_items.emplace_back();
    item.index = static_cast<int>(m_items.size()) - 1;
    item.type = nameAt(content, "type");
    if (!takeNames(content, item.names))
        return malformed("a name that is none");
    item.kind = responseItemKind(item.type);
    m_holds = m_holds || isOpenAiCallerItem(item.type) || buffersAll();
    item.held = m_holds;
    if (item.kind == Kind::Arguments) {
        item.argumentsField = item.type == "function_call" ? "arguments" : "input";
        item.arguments
            = &addPart({TrustZone::ToolCall, "assistant", pointerTo(item) + "/" + item.argumentsField, {},
                           std::string(nameAt(content, "name")), false},
                AnswerPart::Release::AtTheEnd);
    }
    if (!item.held)
        openItem(item, out);
    return {};
}

ResponseItem *OpenAiResponsesStream::itemOf(dom::element event)
{
    const std::int64_t index = numberAt(event, "output_index");
    if (index < 0 || index >= static_cast<std::int64_t>(m_items.size()))
        return nullptr;
    ResponseItem &item = m_items[static_cast<std::size_t>(index)];
    return item.done ? nullptr : &item;
}

// The part a piece belongs to; new ones come in order.
ResponsePart *OpenAiResponsesStream::partOf(ResponseItem &item, std::string_view type, std::int64_t index)
{
    std::int64_t next = 0;
    const ResponsePartKind *kind = responsePartKindOf(type);
    for (ResponsePart &part : item.parts) {
        if (responsePartKindOf(part.type)->list != kind->list)
            continue;
        if (part.index == index)
            return part.type == type ? &part : nullptr;
        ++next;
    }
    if (index != next || item.parts.size() >= mostItems)
        return nullptr;
    ResponsePart &part = item.parts.emplace_back();
    part.type = type;
    part.index = static_cast<int>(index);
    std::string pointer = pointerTo(item) + "/" + std::string(kind->list) + "/" + std::to_string(index) + "/"
        + std::string(kind->textField);
    part.text = &addPart({TrustZone::Assistant, "assistant", std::move(pointer), {}, {}, false},
        item.held ? AnswerPart::Release::AtTheEnd : AnswerPart::Release::WhileItArrives);
    return &part;
}

// A part that may never get a piece still has its place among the others.
Status OpenAiResponsesStream::takePart(dom::element event)
{
    ResponseItem *item = itemOf(event);
    dom::element content;
    if (!item || event["part"].get(content) != simdjson::SUCCESS)
        return malformed("a part of no output item");
    const ResponsePartKind *kind = responsePartKindOf(nameAt(content, "type"));
    // Parts of other kinds come whole with their item.
    if (item->kind != Kind::Texts || !kind)
        return {};
    if (!partOf(*item, kind->type, numberAt(event, kind->indexField)))
        return malformed("a part out of order");
    return {};
}

Status OpenAiResponsesStream::takeDelta(std::string_view type, dom::element event, std::string &out)
{
    ResponseItem *item = itemOf(event);
    if (!item)
        return malformed("a piece of no output item");
    const std::string_view piece = nameAt(event, "delta");
    const bool arguments
        = type == "response.function_call_arguments" || type == "response.custom_tool_call_input";
    if (arguments && item->arguments)
        (void)appendTo(*item->arguments, piece);
    const ResponsePartKind *kind = responsePartKindOfPiece(type);
    // Pieces of other kinds come again, whole, with their item.
    if (!kind)
        return {};
    ResponsePart *part
        = item->kind == Kind::Texts ? partOf(*item, kind->type, numberAt(event, kind->indexField)) : nullptr;
    if (!part || part->closed)
        return malformed("a piece of no part");
    // The part before is complete when the next begins.
    for (ResponsePart &earlier : item->parts) {
        if (&earlier != part && !item->held)
            tellPiece(*item, earlier, completePart(*earlier.text), out);
        if (&earlier != part && !item->held && !wasCut())
            closePart(*item, earlier, out);
    }
    if (wasCut())
        return {};
    tellPiece(*item, *part, appendTo(*part->text, piece), out);
    return {};
}

Status OpenAiResponsesStream::takeItemDone(dom::element event, std::string &out)
{
    ResponseItem *item = itemOf(event);
    dom::element content;
    if (!item || event["item"].get(content) != simdjson::SUCCESS || nameAt(content, "type") != item->type)
        return malformed("the end of no output item");
    item->done = true;
    if (item->kind == Kind::Whole)
        return takeWholeItem(content, *item, out);
    takeUntold(content, *item, out);
    if (wasCut())
        return {};
    if (const std::string_view sealed = nameAt(content, "encrypted_content"); !sealed.empty()) {
        item->sealed = sealed;
        m_unread.push_back({pointerTo(*item) + "/encrypted_content", "encrypted", "opaque", sealed.size()});
    }
    for (ResponsePart &part : item->parts) {
        if (item->held)
            continue;
        tellPiece(*item, part, completePart(*part.text), out);
        if (wasCut())
            return {};
        closePart(*item, part, out);
    }
    if (!item->held)
        closeItem(*item, out);
    return {};
}

// What comes with the end of its item only.
void OpenAiResponsesStream::takeUntold(dom::element content, ResponseItem &item, std::string &out)
{
    if (item.arguments && item.arguments->empty())
        (void)appendTo(*item.arguments, nameAt(content, item.argumentsField));
    if (item.kind != Kind::Texts)
        return;
    for (const std::string_view list : {"summary", "content"}) {
        dom::array parts;
        std::int64_t index = 0;
        if (content[list].get(parts) != simdjson::SUCCESS)
            continue;
        for (const dom::element part : parts) {
            const ResponsePartKind *kind = responsePartKindOf(nameAt(part, "type"));
            ResponsePart *known = kind && kind->list == list ? partOf(item, kind->type, index++) : nullptr;
            if (known && known->text->empty() && !wasCut())
                tellPiece(item, *known, appendTo(*known->text, nameAt(part, kind->textField)), out);
        }
    }
}

Status OpenAiResponsesStream::takeWholeItem(dom::element content, ResponseItem &item, std::string &out)
{
    const std::string pointer = pointerTo(item);
    std::vector<Segment> texts;
    OpenAiItemReader reader(texts, m_unread, TrustZone::Assistant);
    reader.readItem(content, pointer);
    item.raw.json = simdjson::minify(content);
    addTexts(item.raw, std::move(texts), pointer.size(), item.held);
    if (wasCut() || item.held)
        return {};
    const auto whole = rawJson(item.raw);
    if (!whole)
        return tl::unexpected(whole.error());
    item.rawJson = *whole;
    closeItem(item, out);
    return {};
}

void OpenAiResponsesStream::addTo(ResponseMessage &response) const
{
    response.id = m_id;
    response.usage = m_usage;
    response.unread = m_unread;
}

} // namespace gatehouse
