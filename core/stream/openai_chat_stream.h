// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Judges an OpenAI chat answer, or a completion, while it streams.

#include "core/stream/openai_chat_chunk.h"
#include "core/stream/stream_judge.h"

namespace gatehouse {

class OpenAiChatStream final : public StreamJudge {
public:
    explicit OpenAiChatStream(StreamSubject subject, ChunkShape shape = ChunkShape::Chat);
    ~OpenAiChatStream() override;

    [[nodiscard]] Result<std::string> feed(std::string_view bytes) override;
    [[nodiscard]] bool wasCut() const override;
    [[nodiscard]] bool sawDone() const override; // [DONE]
    [[nodiscard]] std::uint64_t releasedBytes() const override;
    [[nodiscard]] StreamEnd finish() override;
    void judgeAgain(StreamEnd &end) override;
    // The finish reason is "content_filter" when cut; the last event is [DONE].
    [[nodiscard]] std::string lastEvents(const Verdict &finalVerdict, const GatewayError &whyCut) override;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace gatehouse
