// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// "I g n o r e", "I.g.n.o.r.e", "I-g-n-o-r-e": letters set apart, closed up to words again.
#include "core/text/decode.h"

#include "core/checks/characters.h"
#include "core/text/byte_set.h"

#include <algorithm>

namespace gatehouse {

namespace {

constexpr ByteSet separators(" .-_*,|/~+:;\t\n");

bool isSeparator(char c)
{
    return separators.has(c);
}

// Collects single characters set apart by one and the same separator, from `start` on.
class SpacedRun {
public:
    SpacedRun(std::string_view text, std::size_t start)
        : m_text(text)
        , m_at(start)
    {
    }

    // Moves to the end of the run; false when it is too short to be meant.
    bool read()
    {
        if (!takeCharacter() || m_at >= m_text.size() || !isSeparator(m_text[m_at]))
            return false;
        m_separator = m_text[m_at];
        while (takeGap() && takeCharacter()) { }
        constexpr std::size_t fewestLetters = 6;
        return m_letters >= fewestLetters;
    }

    struct Part {
        ByteRange of; // empty: a gap between words
    };
    [[nodiscard]] const std::vector<Part> &parts() const { return m_parts; }
    [[nodiscard]] std::size_t end() const { return m_end; }

private:
    // One character that has a separator, a space or an end behind it.
    bool takeCharacter()
    {
        if (m_at >= m_text.size())
            return false;
        const DecodedCharacter character = decodeCharacter(m_text, m_at);
        const std::size_t next = m_at + character.size;
        const bool alone = next >= m_text.size() || m_text[next] == m_separator || m_text[next] == ' '
            || m_text[next] == '\n' || (m_separator == '\0' && isSeparator(m_text[next]));
        if (!alone || isSpace(character.value) || (character.size == 1 && m_text[m_at] == m_separator))
            return false;
        m_parts.push_back({{m_at, next}});
        m_letters += isWordCharacter(character.value);
        m_at = m_end = next;
        return true;
    }

    // One separator, or a wider gap that stands between words.
    bool takeGap()
    {
        const std::size_t start = m_at;
        bool wide = false;
        while (m_at < m_text.size() && m_at - start < 8
            && (m_text[m_at] == m_separator || isSpace(static_cast<unsigned char>(m_text[m_at])))) {
            wide = wide || m_at > start || m_text[m_at] != m_separator;
            ++m_at;
        }
        if (m_at == start)
            return false;
        if (wide)
            m_parts.push_back({{start, start}});
        return true;
    }

    std::string_view m_text;
    std::size_t m_at;
    std::size_t m_end = 0;
    char m_separator = '\0';
    std::size_t m_letters = 0;
    std::vector<Part> m_parts;
};

} // namespace

std::optional<TextView> closeUpSpacedLetters(const ViewSource &source)
{
    ViewWriter out(source, "spaced", ViewKind::Respelt);
    const std::string_view text = source.text;
    bool any = false;
    std::size_t done = 0;
    for (std::size_t at = 0; at < text.size();) {
        const bool begins
            = at == 0 || isSeparator(text[at - 1]) || isSpace(static_cast<unsigned char>(text[at - 1]));
        SpacedRun run(text, at);
        if (!begins || isSeparator(text[at]) || !run.read()) {
            // What starts within a run that is too short is no longer: else signs set apart would be read
            // again from each of them.
            at = std::max(at + decodeCharacter(text, at).size, run.end());
            continue;
        }
        any = true;
        out.copy(text.substr(done, at - done), done);
        for (const auto &part : run.parts()) {
            if (part.of.size() == 0)
                out.separate(" ");
            else
                out.copy(text.substr(part.of.start, part.of.size()), part.of.start);
        }
        at = done = run.end();
    }
    if (!any)
        return {};
    out.copy(text.substr(done), done);
    return out.take();
}

} // namespace gatehouse
