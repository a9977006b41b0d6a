// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// The tag block of Unicode repeats ASCII in characters nobody sees.
#include "core/text/decode.h"

#include "core/checks/characters.h"

namespace gatehouse {

std::optional<TextView> decodeTags(const ViewSource &source)
{
    constexpr std::string_view block = "\xF3\xA0"; // first bytes of U+E0000 to U+E0FFF
    constexpr char32_t offset = 0xE0000;
    ViewWriter out(source, "unicode-tags", ViewKind::Decoded);
    std::size_t last = 0;
    for (std::size_t at = source.text.find(block); at != std::string_view::npos;
         at = source.text.find(block, at)) {
        const DecodedCharacter tag = decodeCharacter(source.text, at);
        if (tag.value >= offset + 0x20 && tag.value < offset + 0x7F) {
            if (at != last && out.size() > 0)
                out.separate("\n");
            const char plain = static_cast<char>(tag.value - offset);
            out.replace(std::string_view(&plain, 1), {at, at + tag.size});
            last = at + tag.size;
        }
        at += tag.size;
    }
    // A flag is a few of them; words take more.
    constexpr std::size_t fewest = 8;
    if (out.size() < fewest)
        return {};
    return out.take();
}

} // namespace gatehouse
