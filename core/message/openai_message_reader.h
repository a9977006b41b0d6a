// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Reads OpenAI chat messages (of a request or an answer) into segments. Whatever it does not know, it reads
// as text.

#include "core/base/error.h"
#include "core/message/body_reader.h"

#include <map>

namespace gatehouse {

class OpenAiMessageReader : public BodyReader {
public:
    using BodyReader::BodyReader;

    // InvalidInput when it is not an object.
    [[nodiscard]] Status readMessage(simdjson::dom::element message, const std::string &pointer);
    // A string, or a list of parts.
    void readContent(simdjson::dom::element content, const std::string &pointer, const Speaker &speaker);
    void readPart(simdjson::dom::element part, const std::string &pointer, const Speaker &speaker);

private:
    [[nodiscard]] Speaker speakerOf(simdjson::dom::object message) const;
    void readField(std::string_view key, simdjson::dom::element value, const std::string &pointer,
        const Speaker &speaker);
    bool readMediaPart(std::string_view type, simdjson::dom::element part, const std::string &pointer);
    void readToolCalls(simdjson::dom::element calls, const std::string &pointer);
    void readFunction(simdjson::dom::element function, const std::string &pointer);

    std::map<std::string, std::string, std::less<>> m_toolNameByCall;
};

} // namespace gatehouse
