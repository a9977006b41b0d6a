// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/cli/output.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

namespace gatehouse::gateway::cli {

namespace {

bool isVisible(UChar32 character)
{
    switch (u_charType(character)) {
    case U_CONTROL_CHAR:
    case U_FORMAT_CHAR:
    case U_SURROGATE:
    case U_PRIVATE_USE_CHAR:
    case U_UNASSIGNED:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
        return false;
    default:
        return true;
    }
}

std::string escaped(UChar32 character)
{
    switch (character) {
    case '\n':
        return "\\n";
    case '\r':
        return "\\r";
    case '\t':
        return "\\t";
    default:
        break;
    }
    char text[16];
    const char *form = character < 0x80 ? "\\x%02x" : "\\u{%x}";
    std::snprintf(text, sizeof(text), form, static_cast<unsigned>(character));
    return text;
}

} // namespace

std::string printable(std::string_view text)
{
    std::string out;
    const auto *bytes = reinterpret_cast<const std::uint8_t *>(text.data());
    const auto length = static_cast<std::int64_t>(text.size());
    for (std::int64_t at = 0; at < length;) {
        const std::int64_t start = at;
        UChar32 character = 0;
        U8_NEXT(bytes, at, length, character);
        if (character >= 0 && isVisible(character)) {
            out.append(text.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(at - start)));
        } else if (character >= 0) {
            out += escaped(character);
        } else {
            for (std::int64_t i = start; i < at; ++i) {
                char byte[8];
                std::snprintf(byte, sizeof(byte), "\\x%02x", bytes[i]);
                out += byte;
            }
        }
    }
    return out;
}

std::size_t displayWidth(std::string_view text)
{
    std::size_t width = 0;
    const auto *bytes = reinterpret_cast<const std::uint8_t *>(text.data());
    const auto length = static_cast<std::int64_t>(text.size());
    for (std::int64_t at = 0; at < length;) {
        UChar32 character = 0;
        U8_NEXT_OR_FFFD(bytes, at, length, character);
        const auto type = u_charType(character);
        if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK)
            continue;
        const int eastAsian = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
        width += eastAsian == U_EA_WIDE || eastAsian == U_EA_FULLWIDTH ? 2 : 1;
    }
    return width;
}

void write(std::string_view text)
{
    std::fwrite(text.data(), 1, text.size(), stdout);
}

void writeLine(std::string_view text)
{
    write(text);
    std::fputc('\n', stdout);
}

Status finishOutput()
{
    if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0)
        return fail(ErrorKind::Unreachable, "the output could not be written", std::strerror(errno));
    return {};
}

void reportError(const Error &error)
{
    reportNotice(error.line());
}

void reportNotice(std::string_view text)
{
    std::fprintf(stderr, "gatehouse: %s\n", printable(text).c_str());
}

Table::Table(const std::vector<std::string> &header)
    : m_widths(header.size(), 0)
{
    add(header);
}

void Table::add(const std::vector<std::string> &cells)
{
    std::vector<std::string> row;
    for (const std::string &cell : cells) {
        row.push_back(printable(cell));
        auto &width = m_widths.at(row.size() - 1);
        width = std::max(width, displayWidth(row.back()));
    }
    m_rows.push_back(std::move(row));
}

void Table::print()
{
    for (const auto &row : std::exchange(m_rows, {}))
        printRow(row);
}

void Table::printRow(const std::vector<std::string> &cells) const
{
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        line += cells[i];
        if (i + 1 < cells.size())
            line.append(m_widths[i] - displayWidth(cells[i]) + 2, ' ');
    }
    line.erase(line.find_last_not_of(' ') + 1);
    writeLine(line);
}

std::string joined(const std::vector<std::string> &words)
{
    std::string out;
    for (const std::string &word : words)
        out += (out.empty() ? "" : ", ") + word;
    return out.empty() ? "-" : out;
}

std::string orDash(const std::optional<Timestamp> &at)
{
    return at ? shortTime(*at) : "-";
}

std::string orDash(std::string_view text)
{
    return text.empty() ? "-" : std::string(text);
}

std::string shortTime(Timestamp at)
{
    std::string text = toRfc3339(at);
    text[10] = ' ';
    return text.substr(0, 19);
}

} // namespace gatehouse::gateway::cli
