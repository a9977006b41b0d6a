// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Heads of the gateway's answers, appended to a reused string.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace gatehouse::gateway {

struct ReplyHead {
    int status = 200;
    std::string_view contentType = "application/json";
    std::optional<std::size_t> contentLength; // nothing: chunked, or to the end of an HTTP/1.0 connection
    bool keepAlive = true;
    bool chunked = false;
    std::string_view fields; // ready lines, each ending in \r\n
};

// `date` is an IMF-fixdate.
void appendReplyHead(std::string &out, const ReplyHead &head, std::string_view date);
// The value without its control characters, so that it can't add fields.
void appendPrintable(std::string &out, std::string_view value);
// "name: value\r\n", the value printable.
void appendField(std::string &out, std::string_view name, std::string_view value);
// One chunk of a chunked body; "" appends nothing (the last chunk is lastChunk).
void appendChunk(std::string &out, std::string_view bytes);
inline constexpr std::string_view lastChunk = "0\r\n\r\n";

[[nodiscard]] std::string_view reasonPhrase(int status);

} // namespace gatehouse::gateway
