// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Judges an answer of OpenAI's responses format while it streams.
// https://platform.openai.com/docs/api-reference/responses-streaming

#include "core/stream/event_stream.h"
#include "core/stream/response_item.h"

#include <boost/json/object.hpp>
#include <deque>

namespace gatehouse {

// Items of text pass as they arrive; items of the provider's own tools pass once they are whole. From the
// first item on that the caller is to act on (a call of its function), everything waits for the end.
class OpenAiResponsesStream final : public EventStream {
public:
    using EventStream::EventStream;

    // A cut stream ends with response.incomplete, reason "content_filter".
    [[nodiscard]] std::string lastEvents(const Verdict &finalVerdict, const GatewayError &whyCut) override;

private:
    [[nodiscard]] Status takeEvent(simdjson::dom::element event, std::string &out) override;
    void addTo(ResponseMessage &response) const override;

    [[nodiscard]] Status takeHead(simdjson::dom::element event);
    [[nodiscard]] Status takeEnd(std::string_view type, simdjson::dom::element event);
    [[nodiscard]] Status takeItem(simdjson::dom::element event, std::string &out);
    [[nodiscard]] Status takePart(simdjson::dom::element event);
    [[nodiscard]] Status takeItemDone(simdjson::dom::element event, std::string &out);
    [[nodiscard]] Status takeWholeItem(simdjson::dom::element content, ResponseItem &item, std::string &out);
    void takeUntold(simdjson::dom::element content, ResponseItem &item, std::string &out);
    [[nodiscard]] Status takeDelta(std::string_view type, simdjson::dom::element event, std::string &out);
    [[nodiscard]] ResponsePart *partOf(ResponseItem &item, std::string_view type, std::int64_t index);
    [[nodiscard]] ResponseItem *itemOf(simdjson::dom::element event);
    void openItem(ResponseItem &item, std::string &out);
    void openPart(const ResponseItem &item, ResponsePart &part, std::string &out);
    void tellPiece(const ResponseItem &item, ResponsePart &part, std::string_view piece, std::string &out);
    void closePart(const ResponseItem &item, ResponsePart &part, std::string &out);
    void closeItem(ResponseItem &item, std::string &out);
    void tellRest(ResponseItem &item, std::string &out);
    void tell(std::string_view type, boost::json::object event, std::string &out);
    void tellHead(std::string_view type, std::string &out);
    [[nodiscard]] boost::json::object endOf(std::string_view status, std::string_view reason) const;

    boost::json::object m_head; // of the response, without its output
    std::string m_id; // of the response, as far as it is a name
    boost::json::value m_usageJson;
    std::deque<ResponseItem> m_items; // by output index
    std::string m_end = "completed"; // as the upstream says it
    std::string m_endReason;
    std::optional<TokenUsage> m_usage;
    std::vector<UnreadPart> m_unread;
    std::int64_t m_sequence = 0;
    bool m_started = false;
    bool m_holds = false; // an item that the caller is to act on came
};

} // namespace gatehouse
