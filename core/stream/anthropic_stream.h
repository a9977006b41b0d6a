// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Judges an answer of Anthropic's messages format while it streams.
// https://docs.anthropic.com/en/api/messages-streaming

#include "core/stream/anthropic_block.h"
#include "core/stream/event_stream.h"

#include <deque>

namespace gatehouse {

// From the first call of a caller's tool on, what follows waits for the end: blocks stay in their order, and
// no argument leaves before all were judged.
class AnthropicStream final : public EventStream {
public:
    using EventStream::EventStream;

    // A cut stream ends with an error event.
    [[nodiscard]] std::string lastEvents(const Verdict &finalVerdict, const GatewayError &whyCut) override;

private:
    [[nodiscard]] Status takeEvent(simdjson::dom::element event, std::string &out) override;
    void addTo(ResponseMessage &response) const override;

    [[nodiscard]] Status takeStart(simdjson::dom::element event, std::string &out);
    [[nodiscard]] Status takeBlockStart(simdjson::dom::element event, std::string &out);
    [[nodiscard]] Status takeRawBlock(
        simdjson::dom::element content, AnthropicBlock &block, std::string &out);
    [[nodiscard]] Status takeBlockDelta(simdjson::dom::element event, std::string &out);
    [[nodiscard]] Status takeCitation(simdjson::dom::element delta, AnthropicBlock &block, std::string &out);
    [[nodiscard]] Status takeBlockStop(simdjson::dom::element event, std::string &out);
    [[nodiscard]] Status takeMessageDelta(simdjson::dom::element event);
    // The block an event is about; null when there is none, or it ended.
    [[nodiscard]] AnthropicBlock *blockOf(simdjson::dom::element event);
    [[nodiscard]] Status tellPiece(AnthropicBlock &block, std::string_view piece, std::string &out);
    [[nodiscard]] Status tellCitation(
        const AnthropicBlock &block, const RawPart &citation, std::string &out) const;
    void tellRest(AnthropicBlock &block, std::string &out);

    std::deque<AnthropicBlock> m_blocks; // by index
    std::string m_usageJson = "{}"; // of the end
    std::string m_stopReason;
    AnswerPart *m_stopSequence = nullptr;
    TokenUsage m_usage;
    std::vector<UnreadPart> m_unread;
    bool m_started = false;
    bool m_holds = false; // a tool of the caller is called
};

} // namespace gatehouse
