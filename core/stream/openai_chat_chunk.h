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

// Chat answers come as deltas of messages, completions as bare text.
enum class ChunkShape { Chat, Completion };

// A piece of a text field of one choice: "content", "refusal", "reasoning_content", …
struct TextDelta {
    int choice = 0;
    std::string_view field;
    std::string_view text;
};

struct ToolCallDelta {
    int choice = 0;
    int index = 0;
    std::string_view id, type, name, arguments;
};

// One event. What it points to lives until the next one is read on the same thread.
struct ChatChunk {
    std::string_view id, model, fingerprint;
    std::int64_t created = 0;
    std::vector<std::pair<int, std::string_view>> roles; // choice, role
    std::vector<TextDelta> texts;
    std::vector<ToolCallDelta> toolCalls;
    std::vector<std::pair<int, std::string_view>> finishReasons; // choice, reason
    std::optional<TokenUsage> usage;
    // Texts and arguments hold marks for halves of characters: split_characters.h.
    bool marked = false;
};

// Reads into `chunk`, whose memory is used again. InvalidInput for anything that is no chat chunk;
// Unreachable when the upstream reports an error in the stream. Delta fields that hold no text (annotations,
// audio) and log probabilities are not taken over: nothing leaves unread.
[[nodiscard]] Status parseChatChunk(std::string_view data, ChatChunk &chunk);

struct ToolCall {
    int index = 0;
    std::string id, type, name, arguments;
};

// Writes chunks that all carry the identity of the upstream's first one.
class ChatChunkWriter {
public:
    explicit ChatChunkWriter(ChunkShape shape = ChunkShape::Chat)
        : m_shape(shape)
    {
    }
    void adopt(const ChatChunk &first);
    [[nodiscard]] bool hasIdentity() const { return !m_head.empty(); }

    void role(int choice, std::string_view role, std::string &out) const;
    void text(const TextDelta &delta, std::string &out) const;
    void toolCalls(int choice, const std::vector<ToolCall> &calls, std::string &out) const;
    void finish(int choice, std::string_view reason, std::string &out) const;
    void usage(const TokenUsage &usage, std::string &out) const;

private:
    void open(int choice, std::string_view field, std::string &out) const;

    ChunkShape m_shape;
    std::string m_head; // of every event, up to its list of choices
};

} // namespace gatehouse
