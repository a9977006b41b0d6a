// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Destinations of links and images (CommonMark 0.30, 6.3 to 6.5 and 4.7), read leniently: a link cut short by
// the end of the text counts.
#include "core/checks/url/url_passes.h"

#include <algorithm>
#include <set>

namespace gatehouse {

namespace {

bool isPunctuation(char c)
{
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`')
        || (c >= '{' && c <= '~');
}

bool isBlank(char c)
{
    return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F;
}

std::string withEscapesResolved(std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\\' && at + 1 < text.size() && isPunctuation(text[at + 1]))
            ++at;
        out += text[at];
    }
    return withReferencesResolved(out);
}

// Reference names are compared without case and with single spaces.
std::string referenceName(std::string_view written)
{
    std::string name;
    for (const char c : asciiLowered(written)) {
        if (!isBlank(c))
            name += c;
        else if (!name.empty() && name.back() != ' ')
            name += ' ';
    }
    if (name.ends_with(' '))
        name.pop_back();
    return name;
}

class MarkdownFinder {
public:
    MarkdownFinder(std::string_view text, std::vector<FoundUrl> &found)
        : m_text(text)
        , m_found(found)
    {
    }

    void run()
    {
        for (std::size_t at = next(0); at != std::string_view::npos; at = next(at)) {
            if (m_text[at] == '\\')
                at += 2;
            else if (m_text[at] == '[')
                open(at++);
            else
                at = close(at);
        }
        for (const auto &[index, name] : m_references) {
            if (m_imageNames.contains(name))
                m_found[index].use = UrlUse::Embedded;
        }
    }

private:
    struct Bracket {
        std::size_t at;
        bool image;
        bool holdsBrackets = false; // so that what stands in it names no reference (CommonMark 4.7)
    };

    [[nodiscard]] std::size_t next(std::size_t from) const { return m_text.find_first_of("[]\\", from); }

    void open(std::size_t at)
    {
        constexpr std::size_t deepest = 256;
        if (m_open.size() == deepest)
            m_open.erase(m_open.begin(), m_open.begin() + deepest / 2);
        if (!m_open.empty())
            m_open.back().holdsBrackets = true;
        m_open.push_back({at, at > 0 && m_text[at - 1] == '!'});
    }

    // At a ']': where to go on.
    std::size_t close(std::size_t at)
    {
        const std::size_t after = at + 1;
        if (m_open.empty())
            return after;
        const Bracket bracket = m_open.back();
        m_open.pop_back();
        const char follows = after < m_text.size() ? m_text[after] : ' ';
        if (follows == '(')
            return destination(after + 1, bracket.image ? UrlUse::Embedded : UrlUse::Link);
        const std::string_view inside = m_text.substr(bracket.at + 1, at - bracket.at - 1);
        constexpr std::size_t longestName = 999; // CommonMark
        const bool isName = !bracket.holdsBrackets && inside.size() <= longestName;
        if (follows == ':') {
            const std::size_t known = m_found.size();
            const std::size_t end = destination(after + 1, UrlUse::Link);
            if (m_found.size() > known && isName)
                m_references.emplace_back(known, referenceName(inside));
            return end;
        }
        if (bracket.image) {
            if (isName)
                m_imageNames.insert(referenceName(inside));
            if (follows == '[')
                m_imageNames.insert(referenceName(nameAt(after + 1)));
        }
        return after;
    }

    // What stands in the second brackets of a full reference.
    [[nodiscard]] std::string_view nameAt(std::size_t from) const
    {
        constexpr std::size_t longestName = 999;
        const std::string_view rest = m_text.substr(from, longestName);
        return rest.substr(0, rest.find(']'));
    }

    std::size_t destination(std::size_t at, UrlUse use)
    {
        while (at < m_text.size() && isBlank(m_text[at]))
            ++at;
        const bool pointed = at < m_text.size() && m_text[at] == '<';
        const std::size_t start = pointed ? at + 1 : at;
        const std::size_t end = pointed ? pointedEnd(start) : plainEnd(start);
        FoundUrl url;
        url.range = {start, end};
        url.syntax = UrlSyntax::Markdown;
        url.use = use;
        url.url = withEscapesResolved(m_text.substr(start, end - start));
        if (const auto parts = parseUrl(url.url)) {
            url.parts = *parts;
            m_found.push_back(std::move(url));
        }
        return end;
    }

    [[nodiscard]] std::size_t pointedEnd(std::size_t at) const
    {
        while (at < m_text.size() && m_text[at] != '>' && m_text[at] != '<' && m_text[at] != '\n')
            at += m_text[at] == '\\' ? 2 : 1;
        return std::min(at, m_text.size());
    }

    [[nodiscard]] std::size_t plainEnd(std::size_t at) const
    {
        int depth = 0;
        for (; at < m_text.size() && !isBlank(m_text[at]); ++at) {
            if (m_text[at] == '\\')
                at += at + 1 < m_text.size() && isPunctuation(m_text[at + 1]) ? 1 : 0;
            else if (m_text[at] == '(')
                ++depth;
            else if (m_text[at] == ')' && --depth < 0)
                break;
        }
        return std::min(at, m_text.size());
    }

    std::string_view m_text;
    std::vector<FoundUrl> &m_found;
    std::vector<Bracket> m_open;
    std::vector<std::pair<std::size_t, std::string>> m_references; // index in m_found, name
    std::set<std::string> m_imageNames;
};

} // namespace

void findMarkdownUrls(std::string_view text, std::vector<FoundUrl> &found)
{
    if (text.find("](") != std::string_view::npos || text.find("]:") != std::string_view::npos)
        MarkdownFinder(text, found).run();
}

} // namespace gatehouse
