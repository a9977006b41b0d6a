// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Unbroken runs in base64 (RFC 4648, both alphabets, also wrapped lines), base32 and hexadecimal.
#include "core/text/decode.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <string>

namespace gatehouse {

namespace {

constexpr std::uint8_t none = 0xFF;
using Alphabet = std::array<std::uint8_t, 256>;

constexpr Alphabet alphabetOf(std::string_view letters)
{
    Alphabet table{};
    for (std::uint8_t &value : table)
        value = none;
    for (std::size_t i = 0; i < letters.size(); ++i)
        table[static_cast<unsigned char>(letters[i])] = static_cast<std::uint8_t>(i);
    return table;
}

constexpr Alphabet base64Alphabet()
{
    Alphabet table = alphabetOf("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");
    table['-'] = 62;
    table['_'] = 63;
    return table;
}

constexpr Alphabet hexAlphabet()
{
    Alphabet table = alphabetOf("0123456789abcdef");
    for (std::uint8_t i = 10; i < 16; ++i)
        table['A' + i - 10] = i;
    return table;
}

// Base32 is written in either case, but not in a mix: words would look like it.
constexpr Alphabet base32Alphabet()
{
    Alphabet table = alphabetOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
    for (std::uint8_t i = 0; i < 26; ++i)
        table['a' + i] = i;
    return table;
}

struct Code {
    std::string_view name;
    Alphabet alphabet;
    unsigned bits = 0; // of one letter
    std::size_t group = 0; // letters that make whole bytes
    bool wraps = false; // goes on over line ends
};

constexpr Code base64{"base64", base64Alphabet(), 6, 4, true};
constexpr Code base32{"base32", base32Alphabet(), 5, 8, false};
constexpr Code hexadecimal{"hex", hexAlphabet(), 4, 2, false};

// Places of the letters of one run; line ends inside it are not among them.
using Run = std::vector<std::uint32_t>;

struct Piece {
    std::string bytes;
    ByteRange of;
};

std::uint8_t valueAt(const Code &code, std::string_view text, std::size_t at)
{
    return code.alphabet[static_cast<unsigned char>(text[at])];
}

// The same bytes as the pieces below have together.
std::string decodeBytes(const Code &code, std::string_view text, const Run &run, std::size_t skip)
{
    std::string bytes;
    bytes.reserve((run.size() - skip) * code.bits / 8);
    std::uint64_t value = 0;
    unsigned bits = 0;
    for (std::size_t at = skip; at < run.size(); ++at) {
        value = (value << code.bits) | valueAt(code, text, run[at]);
        bits += code.bits;
        if (bits >= 8) {
            bits -= 8;
            bytes += static_cast<char>((value >> bits) & 0xFFU);
        }
    }
    return bytes;
}

std::vector<Piece> decodeRun(const Code &code, std::string_view text, const Run &run, std::size_t skip)
{
    std::vector<Piece> pieces;
    for (std::size_t at = skip; at < run.size(); at += code.group) {
        const std::size_t letters = std::min(code.group, run.size() - at);
        Piece piece;
        std::uint64_t value = 0;
        unsigned bits = 0;
        for (std::size_t i = 0; i < letters; ++i) {
            value = (value << code.bits) | valueAt(code, text, run[at + i]);
            bits += code.bits;
            if (bits >= 8) {
                bits -= 8;
                piece.bytes += static_cast<char>((value >> bits) & 0xFFU);
            }
        }
        piece.of = {run[at], run[at + letters - 1] + 1U};
        if (!piece.bytes.empty())
            pieces.push_back(std::move(piece));
    }
    return pieces;
}

// Text in UTF-16 (what encoded shell commands hold): every second byte is zero.
bool isWide(const std::string &bytes)
{
    std::size_t zeros = 0;
    for (std::size_t at = 1; at < bytes.size(); at += 2)
        zeros += bytes[at] == '\0';
    return bytes.size() >= 12 && zeros * 10 >= (bytes.size() / 2) * 9;
}

// The first bytes tell most noise without decoding the rest.
bool beginsLikeText(const Code &code, std::string_view text, const Run &run, std::size_t skip)
{
    constexpr std::size_t taste = 12;
    std::uint64_t value = 0;
    unsigned bits = 0;
    for (std::size_t at = skip; at < std::min(run.size(), skip + taste); ++at) {
        value = (value << code.bits) | valueAt(code, text, run[at]);
        bits += code.bits;
        if (bits < 8)
            continue;
        bits -= 8;
        const auto byte = static_cast<unsigned char>((value >> bits) & 0xFFU);
        const bool control = byte < 0x20 && byte != '\n' && byte != '\t' && byte != '\r' && byte != 0;
        if (control || byte == 0x7F || byte > 0xF4)
            return false;
    }
    return true;
}

bool writeRun(const Code &code, std::string_view text, const Run &run, std::size_t skip, ViewWriter &out)
{
    if (run.size() < skip + shortestCodeRun || !beginsLikeText(code, text, run, skip))
        return false;
    std::string bytes = decodeBytes(code, text, run, skip);
    const bool wide = isWide(bytes);
    if (wide)
        std::erase(bytes, '\0');
    const std::size_t whole = bytes.size();
    // A run cut in the middle of a character, or with a letter too many, still reads as text before it.
    while (!bytes.empty() && static_cast<unsigned char>(bytes.back()) >= 0x80 && !readsAsText(bytes)
        && bytes.size() + 3 > whole)
        bytes.pop_back();
    if (!readsAsText(bytes))
        return false;
    std::size_t left = bytes.size();
    if (out.size() > 0)
        out.separate("\n");
    for (Piece &piece : decodeRun(code, text, run, skip)) {
        if (wide)
            std::erase(piece.bytes, '\0');
        const std::size_t size = std::min(left, piece.bytes.size());
        out.replace(std::string_view(piece.bytes).substr(0, size), piece.of);
        left -= size;
    }
    return true;
}

// A run may begin with letters that do not belong to it: every alignment is tried.
void tryRun(const Code &code, std::string_view text, const Run &run, ViewWriter &out)
{
    if (run.size() < shortestCodeRun)
        return;
    for (std::size_t skip = 0; skip < code.group; ++skip) {
        if (writeRun(code, text, run, skip, out))
            return;
    }
    if (code.bits != 6)
        return;
    // A path of several parts looks like one run of base64.
    const auto cuts = [&](std::uint32_t at) { return text[at] == '/' || text[at] == '-' || text[at] == '_'; };
    if (std::none_of(run.begin(), run.end(), cuts))
        return;
    Run part;
    for (const std::uint32_t at : run) {
        const bool cut = cuts(at);
        if (cut && part.size() >= shortestCodeRun)
            (void)writeRun(code, text, part, 0, out);
        if (cut)
            part.clear();
        else
            part.push_back(at);
    }
    if (part.size() >= shortestCodeRun)
        (void)writeRun(code, text, part, 0, out);
}

// Where the next run begins that is long enough, looking only where it would have to pass.
std::size_t nextLongRun(const Code &code, std::string_view text, std::size_t from)
{
    while (from + shortestCodeRun <= text.size()) {
        std::size_t at = from + shortestCodeRun;
        while (at > from && valueAt(code, text, at - 1) != none)
            --at;
        if (at == from)
            return from;
        from = at;
    }
    return text.size();
}

bool isLineEnd(char c)
{
    return c == '\n' || c == '\r';
}

// Whether a line end at `at` only wraps a run: the line before it was long, the next one goes on.
bool onlyWraps(const Code &code, std::string_view text, std::size_t at, std::size_t lineLetters)
{
    constexpr std::size_t shortestLine = 40;
    if (!code.wraps || lineLetters < shortestLine)
        return false;
    std::size_t next = at;
    while (next < text.size() && isLineEnd(text[next]))
        ++next;
    return next - at <= 2 && next < text.size() && valueAt(code, text, next) != none;
}

std::optional<TextView> decodeRuns(const ViewSource &source, const Code &code)
{
    ViewWriter out(source, code.name, ViewKind::Decoded);
    const std::string_view text = source.text;
    Run run;
    for (std::size_t at = nextLongRun(code, text, 0); at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && valueAt(code, text, end) != none)
            ++end;
        // The last line of a wrapped run may be short.
        if (end - at >= shortestCodeRun || !run.empty()) {
            run.reserve(run.size() + end - at);
            for (std::size_t letter = at; letter < end; ++letter)
                run.push_back(static_cast<std::uint32_t>(letter));
        }
        if (end < text.size() && !run.empty() && isLineEnd(text[end])
            && onlyWraps(code, text, end, end - at)) {
            at = text.find_first_not_of("\r\n", end);
            continue;
        }
        tryRun(code, text, run, out);
        run.clear();
        at = nextLongRun(code, text, end);
    }
    if (out.size() == 0)
        return {};
    return out.take();
}

constexpr std::string_view blanks = " \t\r\n";

// Collects words of one size, each of whole bytes; a last one may be shorter.
class GroupReader {
public:
    GroupReader(const Code &code, std::string_view text, ViewWriter &out)
        : m_code(code)
        , m_text(text)
        , m_out(out)
    {
    }

    void read(std::size_t start, std::size_t end)
    {
        while (end > start && m_text[end - 1] == '=')
            --end;
        const std::size_t size = end - start;
        const bool isCode = size > 0 && size < shortestCodeRun && isPure(start, end);
        const bool isGroup = isCode && size >= shortestCodeGroup && size % m_code.group == 0;
        const bool isLast = isCode && size < m_size;
        if (m_groups > 0 && ((isGroup && size == m_size) || isLast)) {
            add(start, end);
            if (isLast)
                finish();
            return;
        }
        finish();
        m_size = size;
        if (isGroup)
            add(start, end);
    }

    void finish()
    {
        if (m_groups >= fewestCodeGroups)
            (void)writeRun(m_code, m_text, m_run, 0, m_out);
        m_run.clear();
        m_groups = 0;
    }

private:
    [[nodiscard]] bool isPure(std::size_t start, std::size_t end) const
    {
        while (start < end && valueAt(m_code, m_text, start) != none)
            ++start;
        return start == end;
    }

    void add(std::size_t start, std::size_t end)
    {
        for (; start < end; ++start)
            m_run.push_back(static_cast<std::uint32_t>(start));
        ++m_groups;
    }

    const Code &m_code;
    std::string_view m_text;
    ViewWriter &m_out;
    Run m_run;
    std::size_t m_groups = 0, m_size = 0;
};

std::optional<TextView> decodeGroups(const ViewSource &source, const Code &code)
{
    ViewWriter out(source, code.name, ViewKind::Decoded);
    const std::string_view text = source.text;
    GroupReader groups(code, text, out);
    for (std::size_t at = text.find_first_not_of(blanks); at < text.size();
         at = text.find_first_not_of(blanks, at)) {
        const std::size_t end = std::min(text.find_first_of(blanks, at), text.size());
        groups.read(at, end);
        at = end;
    }
    groups.finish();
    if (out.size() == 0)
        return {};
    return out.take();
}

} // namespace

std::optional<TextView> decodeBase64Groups(const ViewSource &source)
{
    return decodeGroups(source, base64);
}

std::optional<TextView> decodeHexGroups(const ViewSource &source)
{
    return decodeGroups(source, hexadecimal);
}

std::optional<TextView> decodeBase64Runs(const ViewSource &source)
{
    return decodeRuns(source, base64);
}

std::optional<TextView> decodeBase32Runs(const ViewSource &source)
{
    return decodeRuns(source, base32);
}

std::optional<TextView> decodeHexRuns(const ViewSource &source)
{
    return decodeRuns(source, hexadecimal);
}

} // namespace gatehouse
