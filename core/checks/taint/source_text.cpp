// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/taint/source_text.h"

#include "core/checks/taint/json_leaves.h"

#include <algorithm>
#include <re2/re2.h>

namespace gatehouse {

namespace {

constexpr std::string_view blanks = " \t\r\n";

std::string_view trimmed(std::string_view text, std::string_view marks)
{
    const std::size_t first = text.find_first_not_of(marks);
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(marks) + 1 - first);
}

void addLeaves(const MappedText &text, int depth, std::vector<SourcePiece> &pieces)
{
    auto leaves = depth > 2 ? std::nullopt : readJsonLeaves(text.text);
    if (!leaves) {
        pieces.push_back({fold(text), depth > 0, {}, {}, {}});
        return;
    }
    for (JsonLeaf &leaf : *leaves) {
        for (std::uint32_t &origin : leaf.value.origins)
            origin = text.origins[origin];
        addLeaves(leaf.value, depth + 1, pieces);
    }
}

struct Line {
    std::string_view text;
    std::size_t start = 0;
};

// Fields stand on short lines: of a longer one only what is near is looked at.
constexpr std::size_t lineReach = 512;

Line lineAt(std::string_view text, ByteRange range)
{
    const std::size_t from = range.start - std::min(range.start, lineReach);
    const std::size_t before = text.substr(from, range.start - from).rfind('\n');
    const std::size_t start = before == std::string_view::npos ? from : from + before + 1;
    const std::string_view after = text.substr(range.end, lineReach);
    return {text.substr(start, range.end + std::min(after.find('\n'), after.size()) - start), start};
}

// "name: value", the value being nothing but the range ("Pat Doe <pat@…>" is).
bool isNamedValue(std::string_view line, std::string_view value)
{
    const std::size_t colon = line.find(':');
    constexpr std::size_t longestName = 40, longestBeside = 48;
    if (colon > longestName) // also where there is none
        return false;
    const std::string_view rest = trimmed(line.substr(colon + 1), " \t\r\"',<>");
    return rest.ends_with(value) && rest.size() <= value.size() + longestBeside;
}

bool looksNamed(std::string_view line)
{
    static const RE2 pattern(R"(\s*(?:- )?[\w .'"-]{1,40}:(?:\s.*)?)");
    return RE2::FullMatch(re2::StringPiece(line.data(), line.size()), pattern);
}

// Where the lines end that stand before the first other one, each "name: value": a mail's or a record's head.
std::size_t endOfHead(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size()) {
        const Line line = lineAt(text, {at, at});
        if (!looksNamed(line.text))
            break;
        at += line.text.size() + 1;
    }
    return at;
}

// Nearly every line is "name: value": a record or a list of them, as YAML prints it.
bool isListing(std::string_view text)
{
    std::size_t lines = 0, named = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Line line = lineAt(text, {at, at});
        at += line.text.size() + 1;
        if (trimmed(line.text, blanks).empty())
            continue;
        ++lines;
        named += looksNamed(line.text) ? 1 : 0;
    }
    return named >= 2 && named * 10 >= lines * 8;
}

// A cell of a table drawn with bars or tabs.
bool isCell(std::string_view line, std::string_view value, std::size_t at)
{
    const std::string_view before = trimmed(line.substr(0, at), " "),
                           after = trimmed(line.substr(at + value.size()), " \r");
    const auto edges = [](char c) { return c == '|' || c == '\t'; };
    return (!before.empty() && edges(before.back()) && (after.empty() || edges(after.front())))
        || (before.empty() && !after.empty() && edges(after.front()));
}

// Printed data ("{'email': 'pat@…'}"): the value stands in quotes of its own, after a colon or in a list.
bool isQuotedElement(std::string_view text, ByteRange range, char firstMark)
{
    if (firstMark != '{' && firstMark != '[' && firstMark != '(')
        return false;
    const auto isQuote = [](char c) { return c == '\'' || c == '"'; };
    if (range.start == 0 || range.end >= text.size() || !isQuote(text[range.start - 1])
        || text[range.end] != text[range.start - 1])
        return false;
    std::size_t at = range.start - 1;
    constexpr std::size_t mostBlanks = 8;
    for (std::size_t i = 0; i < mostBlanks && at > 0 && blanks.find(text[at - 1]) != std::string_view::npos;
         ++i)
        --at;
    return at > 0 && std::string_view(":[,(=").find(text[at - 1]) != std::string_view::npos;
}

// "src/a.cpp:12: …", a line of `find`, `ls` or `grep`, or a frame of a traceback.
bool isListedPath(std::string_view line, std::string_view value, std::size_t at)
{
    const std::string_view before = trimmed(line.substr(0, at), " \t\r-*+|`'\"");
    const std::string_view after = line.substr(at + value.size());
    static const RE2 lineNumber(R"((?:[:(]\d|["'], line \d).*)");
    return (before.empty() && trimmed(after, " \t\r`'\"").empty())
        || (before.empty() && after.starts_with(':'))
        || RE2::FullMatch(re2::StringPiece(after.data(), after.size()), lineNumber) || before.starts_with('[')
        || line.starts_with("diff ") || line.starts_with("--- ") || line.starts_with("+++ ");
}

} // namespace

std::vector<SourcePiece> readSourcePieces(std::string_view text)
{
    std::vector<SourcePiece> pieces;
    addLeaves(mapWhole(text), 0, pieces);
    return pieces;
}

namespace {

// The piece is nothing but the value; an address may have a name before it, a host may have the rest of a
// URL.
bool isWholePiece(std::string_view folded, std::string_view value, ValueKind kind)
{
    constexpr std::size_t longestBeside = 48, longestMarks = 16, longestUrl = 2048;
    const bool isUrl = kind == ValueKind::Url || kind == ValueKind::Host;
    if (folded.size() > value.size() + longestMarks + (isUrl ? longestUrl : longestBeside))
        return false;
    const std::string_view whole = trimmed(folded, " \t\r\n\"'<>()/");
    const bool named = kind == ValueKind::Email && whole.size() <= value.size() + longestBeside
        && trimmed(folded, blanks).ends_with('>');
    return named || (isUrl && whole.find(' ') == std::string_view::npos) || whole.size() == value.size();
}

void survey(std::string_view text, const SourcePiece &piece)
{
    if (piece.headEnd)
        return;
    const std::size_t first = text.find_first_not_of(blanks);
    piece.firstMark = first == std::string_view::npos ? ' ' : text[first];
    piece.headEnd = endOfHead(text);
    piece.isListing = isListing(text);
}

} // namespace

bool isField(std::string_view text, const SourcePiece &piece, ByteRange place, ValueKind kind)
{
    const std::string_view folded = piece.folded.text;
    if (isWholePiece(folded, folded.substr(place.start, place.size()), kind))
        return true;
    if (piece.isLeaf)
        return false;
    survey(text, piece);
    const ByteRange range = piece.folded.originOf(place);
    const std::string_view spelt = text.substr(range.start, range.size());
    const Line line = lineAt(text, range);
    const std::size_t at = range.start - line.start;
    if (kind == ValueKind::Path && isListedPath(line.text, spelt, at))
        return true;
    return isCell(line.text, spelt, at) || isQuotedElement(text, range, *piece.firstMark)
        || (isNamedValue(line.text, spelt) && (range.start < *piece.headEnd || *piece.isListing));
}

} // namespace gatehouse
