// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The events of an OpenAI chat stream: read from an upstream, and written again for the caller.

#include "core/base/error.h"
#include "core/message/segment.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse {

// A piece of a text field of one choice: "content", "refusal", "reasoning_content", …
struct TextDelta {
    int choice = 0;
    std::string field;
    std::string text;
};

struct ToolCallDelta {
    int choice = 0;
    int index = 0;
    std::string id, type, name, arguments;
};

struct ChatChunk {
    std::string id, model, fingerprint;
    std::int64_t created = 0;
    std::vector<std::pair<int, std::string>> roles; // choice, role
    std::vector<TextDelta> texts;
    std::vector<ToolCallDelta> toolCalls;
    std::vector<std::pair<int, std::string>> finishReasons; // choice, reason
    std::optional<TokenUsage> usage;
};

// InvalidInput for anything that is no chat chunk; Unreachable when the upstream reports an error in the
// stream. Delta fields that hold no text (annotations, audio) and log probabilities are not taken over:
// nothing leaves unread.
[[nodiscard]] Result<ChatChunk> parseChatChunk(std::string_view data);

// Writes chunks that all carry the identity of the upstream's first one.
class ChatChunkWriter {
public:
    void adopt(const ChatChunk &first);
    [[nodiscard]] bool hasIdentity() const { return m_adopted; }

    [[nodiscard]] std::string role(int choice, const std::string &role) const;
    [[nodiscard]] std::string text(const TextDelta &delta) const;
    [[nodiscard]] std::string toolCalls(int choice, const std::vector<ToolCallDelta> &calls) const;
    [[nodiscard]] std::string finish(int choice, const std::string &reason) const;
    [[nodiscard]] std::string usage(const TokenUsage &usage) const;

private:
    bool m_adopted = false;
    std::string m_id, m_model, m_fingerprint;
    std::int64_t m_created = 0;
};

} // namespace gatehouse
