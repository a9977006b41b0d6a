// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Reads OpenAI chat messages (of a request or an answer) into segments. Whatever it does not know, it reads
// as text.

#include "core/base/error.h"
#include "core/message/json_reader.h"
#include "core/message/segment.h"
#include "core/message/strict_json.h"

#include <map>
#include <string>
#include <vector>

namespace gatehouse {

class OpenAiMessageReader {
public:
    // Appends to `segments` and `unread`; `unknownZone` is the zone of strings nobody claims.
    OpenAiMessageReader(
        std::vector<Segment> &segments, std::vector<UnreadPart> &unread, TrustZone unknownZone);

    // InvalidInput when it is not an object.
    [[nodiscard]] Status readMessage(simdjson::dom::element message, const std::string &pointer);
    // Every string below `value` as a segment of its own.
    void readStrings(
        simdjson::dom::element value, const std::string &pointer, TrustZone zone, bool unclaimed);

private:
    struct Speaker {
        TrustZone zone;
        std::string role;
        std::string toolName;
    };
    [[nodiscard]] Speaker speakerOf(simdjson::dom::object message) const;
    void readField(std::string_view key, simdjson::dom::element value, const std::string &pointer,
        const Speaker &speaker);
    void readContent(simdjson::dom::element content, const std::string &pointer, const Speaker &speaker);
    void readPart(simdjson::dom::element part, const std::string &pointer, const Speaker &speaker);
    bool readMediaPart(std::string_view type, simdjson::dom::element part, const std::string &pointer);
    void readToolCalls(simdjson::dom::element calls, const std::string &pointer);
    void readFunction(simdjson::dom::element function, const std::string &pointer);
    void add(
        std::string_view text, const std::string &pointer, const Speaker &speaker, bool unclaimed = false);

    std::vector<Segment> &m_segments;
    std::vector<UnreadPart> &m_unread;
    TrustZone m_unknownZone;
    std::map<std::string, std::string, std::less<>> m_toolNameByCall;
};

} // namespace gatehouse
