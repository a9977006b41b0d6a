// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// One piece of text in an interaction, with where it came from and where it stands in the body.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace gatehouse {

// Where text came from. Rules see the zone; untrusted are user, tool and document.
enum class TrustZone { System, User, Tool, Document, Assistant, ToolCall, ToolDefinition };

// Which of the two bodies of an interaction a segment belongs to.
enum class BodyPart { Request, Response };

struct Segment {
    TrustZone zone = TrustZone::User;
    std::string role; // the wire's own word, "" when it has none
    std::string pointer; // RFC 6901 pointer of the JSON string in its body; "" for bare text
    std::string text; // that string, JSON-decoded UTF-8
    std::string toolName; // tool calls, results and definitions: which tool, when known
    bool unclaimed = false; // a string no wire-format parser knew; read as user text
};

// A part that holds content no check can read yet: an image, a file, audio.
struct UnreadPart {
    std::string pointer;
    // "image", "file", "audio"; "tokens" and "embedding" (numbers in place of text), "history" (said before
    // and kept at the provider), "encrypted" (sealed by the provider)
    std::string kind;
    std::string reason; // "not_text", "elsewhere", "opaque"
    std::uint64_t bytes = 0; // size of the JSON string or value that carries it
};

// A field of a model request beside its content.
struct RequestParameter {
    std::string name; // as on the wire: "temperature", "response_format"
    // Numbers, true and false in their JSON spelling; short texts as they are; of an object the text of its
    // "type", else ""; of a list "".
    std::string value;
};

// Facts of a model request that conditions and access checks look at.
struct RequestFacts {
    std::string model;
    bool stream = false;
    bool includeUsage = false; // stream_options.include_usage
    int choices = 1;
    std::optional<std::int64_t> maxTokens;
    std::vector<RequestParameter> parameters; // all but messages, metadata and null, as they stand
    std::vector<std::string> toolNames;
    std::map<std::string, std::string> metadata; // caller-supplied, not trusted
    std::string user; // caller-supplied, not trusted
    std::string previousResponse; // id of the answer this request goes on from, "" when it names none
    std::uint64_t bodyBytes = 0;
};

struct RequestMessage {
    RequestFacts facts;
    std::vector<Segment> segments; // in the order of the body
    std::vector<UnreadPart> unread;
};

struct TokenUsage {
    std::int64_t tokensIn = 0;
    std::int64_t tokensOut = 0;
    std::int64_t tokensCached = 0; // of tokensIn, read from the provider's cache
};

struct ResponseMessage {
    std::string model;
    // By which a later request may go on from it (RequestFacts::previousResponse); "" where the format has no
    // such thing.
    std::string id = {};
    std::vector<Segment> segments; // zones assistant and tool_call
    std::vector<UnreadPart> unread;
    std::optional<TokenUsage> usage;
};

} // namespace gatehouse
