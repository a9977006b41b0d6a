// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/characters.h"
#include "core/checks/url/url_passes.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unicode/uchar.h>

namespace gatehouse {

namespace {

bool isAlpha(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isAlnum(char c)
{
    return isAlpha(c) || (c >= '0' && c <= '9');
}

bool isSlash(char c)
{
    return c == '/' || c == '\\';
}

bool isNonAscii(char c)
{
    return static_cast<unsigned char>(c) >= 0x80;
}

// No reader takes a URL past these.
bool endsAnyUrl(char c)
{
    constexpr std::string_view ends = "<>\"`";
    return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F || ends.find(c) != std::string_view::npos;
}

bool isSpecialScheme(std::string_view scheme)
{
    static constexpr std::array<std::string_view, 5> schemes{"http", "https", "ftp", "ws", "wss"};
    return std::find(schemes.begin(), schemes.end(), scheme) != schemes.end();
}

// Punctuation of every script but ASCII: the sentence goes on, the URL does not.
bool isTextPunctuation(char32_t value)
{
    return !isWordCharacter(value) || isSpace(value) || u_ispunct(static_cast<UChar32>(value));
}

// The full stops that name resolution reads as '.' (UTS #46), where a name goes on behind them.
bool isDotInName(std::string_view text, std::size_t at, const DecodedCharacter &character)
{
    const bool dot = character.value == 0x3002 || character.value == 0xFF0E || character.value == 0xFF61;
    return dot && at + character.size < text.size() && isAlnum(text[at + character.size]);
}

// Punctuation that names may have (RFC 5892, appendix A): Hebrew geresh, katakana middle dot, the dot of l·l.
bool isPunctuationInName(std::string_view text, std::size_t at, const DecodedCharacter &character)
{
    constexpr std::u32string_view anywhere = U"\u05F3\u05F4\u30FB";
    constexpr char32_t middleDot = 0xB7;
    const std::size_t next = at + character.size;
    return anywhere.find(character.value) != std::u32string_view::npos
        || (character.value == middleDot && at > 0 && text[at - 1] == 'l' && next < text.size()
            && text[next] == 'l');
}

// Steps over one character beyond ASCII; false where the URL ends before it.
bool stepOver(std::string_view text, std::size_t &at, bool inName)
{
    const DecodedCharacter character = decodeCharacter(text, at);
    const bool ofName
        = inName && (isDotInName(text, at, character) || isPunctuationInName(text, at, character));
    if (isTextPunctuation(character.value) && !ofName)
        return false;
    at += character.size;
    return true;
}

std::size_t authorityEnd(std::string_view text, std::size_t from)
{
    constexpr std::string_view inAuthority = "-._:%";
    constexpr std::string_view ends = "/\\?#";
    constexpr std::size_t longest = 512;
    // Everything before an '@' is no host, whatever it looks like.
    std::size_t at = from;
    for (std::size_t ahead = from; ahead < text.size() && ahead < from + longest; ++ahead) {
        if (endsAnyUrl(text[ahead]) || ends.find(text[ahead]) != std::string_view::npos)
            break;
        if (text[ahead] == '@')
            at = ahead + 1;
    }
    if (at < text.size() && text[at] == '[') {
        const std::size_t close = text.substr(at, longest).find_first_not_of("0123456789abcdefABCDEF:.%", 1);
        if (close != std::string_view::npos && text[at + close] == ']')
            at += close + 1;
    }
    while (at < text.size()) {
        if (isNonAscii(text[at])) {
            if (!stepOver(text, at, true))
                break;
        } else if (isAlnum(text[at]) || inAuthority.find(text[at]) != std::string_view::npos) {
            ++at;
        } else {
            break;
        }
    }
    return at;
}

// How deep brackets are open inside the URL: one closed that was not opened belongs to the text around it.
struct Brackets {
    std::array<int, 3> open{};

    bool closesOutside(char c)
    {
        constexpr std::string_view opening = "([{", closing = ")]}";
        if (const auto kind = opening.find(c); kind != std::string_view::npos)
            ++open.at(kind);
        if (const auto kind = closing.find(c); kind != std::string_view::npos)
            return --open.at(kind) < 0;
        return false;
    }
};

std::size_t restEnd(std::string_view text, std::size_t from)
{
    Brackets brackets;
    std::size_t at = from;
    while (at < text.size()) {
        const char c = text[at];
        if (isNonAscii(c)) {
            if (!stepOver(text, at, false))
                break;
            continue;
        }
        if (endsAnyUrl(c) || c == '\'' || c == '|' || brackets.closesOutside(c))
            break;
        ++at;
    }
    return at;
}

std::size_t urlEnd(std::string_view text, std::size_t authority)
{
    std::size_t end = authorityEnd(text, authority);
    if (end < text.size() && (isSlash(text[end]) || text[end] == '?' || text[end] == '#'))
        end = restEnd(text, end);
    constexpr std::string_view trailing = "?!.,:;*_~\\([{";
    while (end > authority && trailing.find(text[end - 1]) != std::string_view::npos)
        --end;
    return end;
}

// The start of the scheme that ends at `colon`; nothing when there is none.
std::optional<std::size_t> schemeStart(std::string_view text, std::size_t from, std::size_t colon)
{
    constexpr std::size_t longest = 20;
    std::size_t start = colon;
    const auto inScheme = [](char c) { return isAlnum(c) || c == '+' || c == '-' || c == '.'; };
    while (start > from && colon - start < longest && inScheme(text[start - 1]))
        --start;
    // "see.https://…": what stands before is the end of a sentence.
    const std::string_view run = text.substr(start, colon - start);
    const std::size_t joint = run.find_last_of("+-.");
    if (joint != std::string_view::npos && isSpecialScheme(asciiLowered(run.substr(joint + 1))))
        return start + joint + 1;
    while (start < colon && !isAlpha(text[start]))
        ++start;
    return start < colon ? std::optional(start) : std::nullopt;
}

class BareFinder {
public:
    BareFinder(std::string_view text, std::size_t offset, std::vector<FoundUrl> &found)
        : m_text(text)
        , m_offset(offset)
        , m_found(found)
    {
    }

    void run()
    {
        std::size_t colon = m_text.find(':');
        std::size_t www = nextWww(0);
        while (colon != std::string_view::npos || www != std::string_view::npos) {
            if (colon < www) {
                takeScheme(colon);
                colon = m_text.find(':', std::max(colon + 1, m_from));
            } else {
                take(www, www);
                www = nextWww(std::max(www + 1, m_from));
            }
            if (colon < m_from)
                colon = m_text.find(':', m_from);
            if (www < m_from)
                www = nextWww(m_from);
        }
    }

private:
    [[nodiscard]] std::size_t nextWww(std::size_t from) const
    {
        for (std::size_t at = m_text.find('.', from); at != std::string_view::npos;
             at = m_text.find('.', at + 1)) {
            if (at < from + 3 || asciiLowered(m_text.substr(at - 3, 3)) != "www")
                continue;
            const std::size_t start = at - 3;
            const bool joined = start > 0
                && (isAlnum(m_text[start - 1])
                    || std::string_view("/@.-_").find(m_text[start - 1]) != std::string_view::npos);
            if (!joined && at + 1 < m_text.size() && (isAlnum(m_text[at + 1]) || isNonAscii(m_text[at + 1])))
                return start;
        }
        return std::string_view::npos;
    }

    void takeScheme(std::size_t colon)
    {
        std::size_t authority = colon + 1;
        while (authority < m_text.size() && isSlash(m_text[authority]))
            ++authority;
        if (authority < colon + 3 || authority == m_text.size() || endsAnyUrl(m_text[authority]))
            return;
        if (const auto start = schemeStart(m_text, m_from, colon))
            take(*start, authority);
    }

    void take(std::size_t start, std::size_t authority)
    {
        const std::size_t end = urlEnd(m_text, authority);
        if (end <= authority)
            return;
        FoundUrl url;
        url.range = {start + m_offset, end + m_offset};
        url.url = m_text.substr(start, end - start);
        const auto parts = parseUrl(url.url);
        if (!parts)
            return;
        url.parts = *parts;
        m_found.push_back(std::move(url));
        m_from = end;
    }

    std::string_view m_text;
    std::size_t m_offset;
    std::vector<FoundUrl> &m_found;
    std::size_t m_from = 0; // end of the last one
};

} // namespace

void findBareUrls(std::string_view text, std::size_t offset, std::vector<FoundUrl> &found)
{
    BareFinder(text, offset, found).run();
}

} // namespace gatehouse
