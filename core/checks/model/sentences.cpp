// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/model/sentences.h"

#include "core/checks/characters.h"

#include <array>
#include <cstdint>

namespace gatehouse::model {

namespace {

enum class Ending : std::uint8_t { None, Always, BeforeSpace, BeyondAscii };

constexpr std::array<Ending, 256> endings = [] {
    std::array<Ending, 256> table{};
    for (const char always : std::string_view("\n\r\t|"))
        table[static_cast<std::uint8_t>(always)] = Ending::Always;
    for (const char mark : std::string_view(".?!"))
        table[static_cast<std::uint8_t>(mark)] = Ending::BeforeSpace;
    for (unsigned lead = 0xC0; lead < 0x100; ++lead)
        table[lead] = Ending::BeyondAscii;
    return table;
}();

bool endsSentence(char32_t value)
{
    return value == U'。' || value == U'！' || value == U'？' || value == U'।' || value == U'؟'
        || value == U'۔';
}

bool isBlank(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t' || byte == '|';
}

} // namespace

std::size_t SentenceReader::endOfSentence(std::size_t from) const
{
    constexpr std::size_t longest = 400, longestWord = 100;
    for (std::size_t at = from; at < m_text.size(); ++at) {
        const std::size_t length = at - from;
        if (length >= longest && (m_text[at] == ' ' || length >= longest + longestWord)
            && (static_cast<std::uint8_t>(m_text[at]) & 0xC0U) != 0x80U)
            return at;
        switch (endings[static_cast<std::uint8_t>(m_text[at])]) {
        case Ending::None:
            break;
        case Ending::Always:
            return at + 1;
        case Ending::BeforeSpace:
            if (at + 1 == m_text.size() || isBlank(m_text[at + 1]))
                return at + 1;
            break;
        case Ending::BeyondAscii: {
            const DecodedCharacter character = decodeCharacter(m_text, at);
            if (endsSentence(character.value))
                return at + character.size;
            break;
        }
        }
    }
    return m_text.size();
}

std::optional<ByteRange> SentenceReader::next()
{
    while (m_at < m_text.size() && isBlank(m_text[m_at]))
        ++m_at;
    if (m_at >= m_text.size())
        return {};
    ByteRange sentence{m_at, endOfSentence(m_at)};
    m_at = sentence.end;
    while (sentence.end > sentence.start + 1 && isBlank(m_text[sentence.end - 1]))
        --sentence.end;
    return sentence;
}

} // namespace gatehouse::model
