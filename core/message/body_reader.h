// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Collects the texts of a body as segments; what the readers of all wire formats share.

#include "core/message/json_reader.h"
#include "core/message/segment.h"
#include "core/message/strict_json.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse {

// Whose words a text is.
struct Speaker {
    TrustZone zone = TrustZone::User;
    std::string role; // the wire's own word
    std::string toolName;
};

class BodyReader {
public:
    // Appends to `segments` and `unread`; `unknownZone` is the zone of strings nobody claims.
    BodyReader(std::vector<Segment> &segments, std::vector<UnreadPart> &unread, TrustZone unknownZone)
        : m_segments(segments)
        , m_unread(unread)
        , m_unknownZone(unknownZone)
    {
    }

    // Nothing for an empty text.
    void add(
        std::string_view text, const std::string &pointer, const Speaker &speaker, bool unclaimed = false);
    // Every string below `value` as a segment of its own.
    void readStrings(
        simdjson::dom::element value, const std::string &pointer, const Speaker &speaker, bool unclaimed);
    void readStrings(simdjson::dom::element value, const std::string &pointer, TrustZone zone, bool unclaimed)
    {
        readStrings(value, pointer, Speaker{zone, {}, {}}, unclaimed);
    }
    // An object that is a tool's arguments: one segment, its compact JSON text.
    void addArguments(simdjson::dom::element value, const std::string &pointer, const std::string &toolName);
    // What stands in an answer beside its content: every string as unclaimed, but for the fields in `read`
    // and for short names in `names`.
    void readOthers(simdjson::dom::element answer, std::initializer_list<std::string_view> read,
        std::initializer_list<std::string_view> names);
    // Content no check can read.
    void addUnread(
        simdjson::dom::element value, const std::string &pointer, std::string kind, std::string reason);

    [[nodiscard]] TrustZone unknownZone() const { return m_unknownZone; }
    [[nodiscard]] std::size_t count() const { return m_segments.size(); }

private:
    std::vector<Segment> &m_segments;
    std::vector<UnreadPart> &m_unread;
    TrustZone m_unknownZone;
};

[[nodiscard]] std::string_view textAt(simdjson::dom::object object, std::string_view key);
// Short enough to be a name of a fixed vocabulary or an identifier; longer values are somebody's text.
[[nodiscard]] bool isShortName(simdjson::dom::element value);
[[nodiscard]] TrustZone zoneOfRole(std::string_view role);

} // namespace gatehouse
