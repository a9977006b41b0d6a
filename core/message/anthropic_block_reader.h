// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Reads the messages and content blocks of Anthropic's format into segments. Whatever it does not know, it
// reads as text.

#include "core/base/error.h"
#include "core/message/body_reader.h"

#include <map>

namespace gatehouse {

class AnthropicBlockReader : public BodyReader {
public:
    using BodyReader::BodyReader;

    // InvalidInput when it is not an object.
    [[nodiscard]] Status readMessage(simdjson::dom::element message, const std::string &pointer);
    // A string, or a list of blocks.
    void readContent(simdjson::dom::element content, const std::string &pointer, const Speaker &speaker);
    void readBlock(simdjson::dom::element block, const std::string &pointer, const Speaker &speaker);

private:
    void readField(std::string_view type, std::string_view key, simdjson::dom::element value,
        const std::string &pointer, const Speaker &speaker);
    void readSource(std::string_view blockType, simdjson::dom::element source, const std::string &pointer);
    void readToolUse(simdjson::dom::object block, const std::string &pointer);
    void readToolResult(simdjson::dom::object block, const std::string &pointer);

    std::map<std::string, std::string, std::less<>> m_toolNameByCall;
};

// "tool_use" and its kin: what the model wants called, by the caller or at the provider.
[[nodiscard]] bool isAnthropicToolUse(std::string_view type);
// Opaque to everybody but the provider: signatures, redacted thinking.
[[nodiscard]] bool isAnthropicSealed(std::string_view blockType, std::string_view key);

} // namespace gatehouse
