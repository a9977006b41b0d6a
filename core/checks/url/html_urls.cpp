// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Attributes that name a URL (HTML Living Standard, index of attributes) and CSS url() and @import, read as
// leniently as browsers do.
#include "core/checks/url/url_passes.h"

#include <algorithm>
#include <array>
#include <optional>

namespace gatehouse {

namespace {

bool isAlpha(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isBlank(char c)
{
    return static_cast<unsigned char>(c) <= 0x20;
}

template <std::size_t N>
bool isOneOf(std::string_view word, const std::array<std::string_view, N> &words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

// What the browser fetches by itself.
constexpr std::array<std::string_view, 8> embedding{
    "src", "poster", "background", "data", "data-src", "lowsrc", "dynsrc", "manifest"};
constexpr std::array<std::string_view, 7> linking{
    "href", "xlink:href", "action", "formaction", "ping", "cite", "longdesc"};
constexpr std::array<std::string_view, 5> fetchingTags{"link", "image", "use", "feimage", "base"};

std::optional<UrlUse> useOf(std::string_view tag, std::string_view attribute)
{
    if (isOneOf(attribute, embedding))
        return UrlUse::Embedded;
    if (!isOneOf(attribute, linking))
        return {};
    const bool fetched = attribute.ends_with("href") && isOneOf(tag, fetchingTags);
    return fetched ? UrlUse::Embedded : UrlUse::Link;
}

class HtmlFinder {
public:
    HtmlFinder(std::string_view text, std::vector<FoundUrl> &found)
        : m_text(text)
        , m_found(found)
    {
    }

    void readTags()
    {
        m_lastDouble = m_text.rfind('"');
        m_lastSingle = m_text.rfind('\'');
        for (std::size_t at = m_text.find('<'); at != std::string_view::npos; at = m_text.find('<', at)) {
            ++at;
            if (at < m_text.size() && isAlpha(m_text[at]))
                at = readTag(at);
        }
    }

    // `word` opens a URL: "url(" or "@import".
    void readStyles(std::string_view word)
    {
        for (std::size_t at = m_text.find(word); at != std::string_view::npos; at = m_text.find(word, at)) {
            at += word.size();
            const std::size_t start = afterQuotes(at);
            const std::size_t end = styleUrlEnd(start);
            take({start, end}, UrlUse::Embedded);
            at = end;
        }
    }

private:
    [[nodiscard]] bool isAt(std::size_t at, char c) const { return at < m_text.size() && m_text[at] == c; }

    [[nodiscard]] std::size_t skipBlanks(std::size_t at) const
    {
        while (at < m_text.size() && isBlank(m_text[at]))
            ++at;
        return at;
    }

    [[nodiscard]] std::size_t wordEnd(std::size_t at, std::string_view stops) const
    {
        while (at < m_text.size() && !isBlank(m_text[at]) && stops.find(m_text[at]) == std::string_view::npos)
            ++at;
        return at;
    }

    // Bytes of a quote that stands here, also one written as a reference inside an attribute.
    [[nodiscard]] std::size_t quoteAt(std::size_t at) const
    {
        for (const std::string_view quote : {"\"", "'", "&quot;", "&apos;", "&#34;", "&#39;"}) {
            if (m_text.substr(at).starts_with(quote))
                return quote.size();
        }
        return 0;
    }

    [[nodiscard]] std::size_t afterQuotes(std::size_t at) const
    {
        at = skipBlanks(at);
        return at + quoteAt(at);
    }

    [[nodiscard]] std::size_t styleUrlEnd(std::size_t at) const
    {
        constexpr std::string_view stops = "()<>";
        while (at < m_text.size() && !isBlank(m_text[at]) && quoteAt(at) == 0
            && stops.find(m_text[at]) == std::string_view::npos)
            ++at;
        return at;
    }

    std::size_t readTag(std::size_t at)
    {
        const std::size_t nameEnd = wordEnd(at, "/>");
        const std::string tag = asciiLowered(m_text.substr(at, std::min<std::size_t>(nameEnd - at, 16)));
        at = nameEnd;
        while (at < m_text.size() && m_text[at] != '>') {
            if (isBlank(m_text[at]) || m_text[at] == '/')
                ++at;
            else
                at = readAttribute(tag, at);
        }
        return at;
    }

    std::size_t readAttribute(const std::string &tag, std::size_t at)
    {
        const std::size_t nameEnd = wordEnd(at + 1, "/>=");
        const std::size_t equals = skipBlanks(nameEnd);
        if (!isAt(equals, '='))
            return nameEnd;
        const std::size_t open = skipBlanks(equals + 1);
        const bool quoted = isClosedQuote(open);
        const std::size_t start = quoted ? open + 1 : open;
        const std::size_t end = quoted ? m_text.find(m_text[open], start) : wordEnd(start, ">");
        constexpr std::size_t longestName = 16;
        if (nameEnd - at <= longestName)
            readValue(tag, asciiLowered(m_text.substr(at, nameEnd - at)), {start, end});
        return quoted ? end + 1 : std::max(end, nameEnd);
    }

    // Whether a quote opens here and closes somewhere; else it is a part of the value.
    [[nodiscard]] bool isClosedQuote(std::size_t at) const
    {
        const auto closes = [&](char quote, std::size_t last) {
            return isAt(at, quote) && last != std::string_view::npos && last > at;
        };
        return closes('"', m_lastDouble) || closes('\'', m_lastSingle);
    }

    void readValue(const std::string &tag, const std::string &attribute, ByteRange value)
    {
        if (attribute == "srcset" || attribute == "imagesrcset")
            return readSet(value);
        if (attribute == "content")
            return readRefresh(value);
        if (const auto use = useOf(tag, attribute))
            take(value, *use);
    }

    // "url 1x, url 2x"
    void readSet(ByteRange value)
    {
        const std::string_view set = m_text.substr(0, value.end);
        std::size_t at = value.start;
        while ((at = set.find_first_not_of(", \t\r\n", at)) != std::string_view::npos) {
            std::size_t end = std::min(set.find_first_of(" \t\r\n", at), set.size());
            const std::size_t next = std::min(set.find(',', end), set.size());
            while (end > at && set[end - 1] == ',')
                --end;
            take({at, end}, UrlUse::Embedded);
            at = std::max(next, end);
        }
    }

    // <meta http-equiv=refresh content="0; url=…">
    void readRefresh(ByteRange value)
    {
        const std::string content = asciiLowered(m_text.substr(value.start, value.size()));
        const std::size_t url = content.find("url=");
        if (url != std::string::npos)
            take({std::min(afterQuotes(value.start + url + 4), value.end), value.end}, UrlUse::Embedded);
    }

    void take(ByteRange range, UrlUse use)
    {
        if (range.end <= range.start)
            return;
        FoundUrl url;
        url.range = range;
        url.syntax = UrlSyntax::Html;
        url.use = use;
        url.url = withReferencesResolved(m_text.substr(range.start, range.size()));
        if (const auto parts = parseUrl(url.url)) {
            url.parts = *parts;
            m_found.push_back(std::move(url));
        }
    }

    std::string_view m_text;
    std::vector<FoundUrl> &m_found;
    std::size_t m_lastDouble = 0, m_lastSingle = 0; // so that a search for a closing quote always succeeds
};

} // namespace

void findHtmlUrls(std::string_view text, std::vector<FoundUrl> &found)
{
    HtmlFinder finder(text, found);
    if (text.find('<') != std::string_view::npos)
        finder.readTags();
    for (const std::string_view word : {"url(", "URL(", "@import"})
        finder.readStyles(word);
}

} // namespace gatehouse
