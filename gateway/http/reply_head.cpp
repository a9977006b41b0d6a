// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/http/reply_head.h"

#include <array>
#include <boost/beast/http/status.hpp>
#include <charconv>

namespace gatehouse::gateway {
namespace {

void appendNumber(std::string &out, std::size_t value, int base)
{
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value, base).ptr;
    out.append(digits.data(), end);
}

} // namespace

std::string_view reasonPhrase(int status)
{
    const auto phrase = boost::beast::http::obsolete_reason(static_cast<boost::beast::http::status>(status));
    return {phrase.data(), phrase.size()};
}

void appendPrintable(std::string &out, std::string_view value)
{
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte != 0x7f)
            out.push_back(c);
    }
}

void appendField(std::string &out, std::string_view name, std::string_view value)
{
    out.append(name).append(": ");
    appendPrintable(out, value);
    out.append("\r\n");
}

void appendReplyHead(std::string &out, const ReplyHead &head, std::string_view date)
{
    out.append("HTTP/1.1 ");
    appendNumber(out, static_cast<std::size_t>(head.status), 10);
    out.append(" ").append(reasonPhrase(head.status));
    out.append("\r\nserver: gatehouse\r\ndate: ").append(date);
    out.append("\r\ncontent-type: ").append(head.contentType).append("\r\n");
    if (head.contentLength) {
        out.append("content-length: ");
        appendNumber(out, *head.contentLength, 10);
        out.append("\r\n");
    } else if (head.chunked) {
        out.append("transfer-encoding: chunked\r\n");
    }
    if (!head.keepAlive)
        out.append("connection: close\r\n");
    out.append(head.fields).append("\r\n");
}

void appendChunk(std::string &out, std::string_view bytes)
{
    if (bytes.empty())
        return;
    appendNumber(out, bytes.size(), 16);
    out.append("\r\n").append(bytes).append("\r\n");
}

} // namespace gatehouse::gateway
