// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Reads the items of OpenAI's responses format, of a request or an answer, into segments. Whatever it does
// not know, it reads as text.

#include "core/message/body_reader.h"

#include <map>

namespace gatehouse {

class OpenAiItemReader : public BodyReader {
public:
    using BodyReader::BodyReader;

    // A string, or a list of items. `speaker` says whose words a bare string is.
    void readItems(simdjson::dom::element items, const std::string &pointer, const Speaker &speaker);
    void readItem(simdjson::dom::element item, const std::string &pointer);

private:
    void readField(std::string_view type, std::string_view key, simdjson::dom::element value,
        const std::string &pointer, const Speaker &speaker);
    void readParts(simdjson::dom::element parts, const std::string &pointer, const Speaker &speaker);
    void readPart(simdjson::dom::element part, const std::string &pointer, const Speaker &speaker);
    bool readMedia(std::string_view type, std::string_view key, simdjson::dom::element value,
        const std::string &pointer, const Speaker &speaker);
    [[nodiscard]] Speaker speakerOf(std::string_view type, simdjson::dom::object item);

    std::map<std::string, std::string, std::less<>> m_toolNameByCall;
};

// Items that a caller answers: a call of its function, of its shell, of its screen, a question for approval.
[[nodiscard]] bool isOpenAiCallerItem(std::string_view type);

} // namespace gatehouse
