// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Cooks recipes such as "gl" "pat-%b20" into text that looks random and is the same every time.

#include <string>
#include <string_view>

namespace gatehouse::test {

// %w16 is sixteen letters and digits, %l small letters and digits, %u capitals and digits, %v capitals and
// 2-7, %h hex, %d digits, %b URL-safe base64, %s base64, %x base58, %g a UUID.
class RecipeBook {
public:
    std::string cook(std::string_view recipe)
    {
        std::string out;
        for (std::size_t at = 0; at < recipe.size(); ++at) {
            const std::string_view letters
                = recipe[at] == '%' ? alphabetOf(recipe.substr(at + 1)) : std::string_view();
            if (letters.empty()) {
                out += recipe[at];
                continue;
            }
            ++at;
            if (recipe[at] == 'g') {
                out += pick("0123456789abcdef", 8) + "-" + pick("0123456789abcdef", 4) + "-4"
                    + pick("0123456789abcdef", 3) + "-a" + pick("0123456789abcdef", 3) + "-"
                    + pick("0123456789abcdef", 12);
                continue;
            }
            std::size_t count = 0;
            while (at + 1 < recipe.size() && recipe[at + 1] >= '0' && recipe[at + 1] <= '9')
                count = count * 10 + static_cast<std::size_t>(recipe[++at] - '0');
            out += pick(letters, count);
        }
        return out;
    }

private:
    static std::string_view alphabetOf(std::string_view rest)
    {
        if (rest.empty() || (rest.front() != 'g' && (rest.size() < 2 || rest[1] < '0' || rest[1] > '9')))
            return {};
        switch (rest.front()) {
        case 'w':
            return "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        case 'l':
            return "abcdefghijklmnopqrstuvwxyz0123456789";
        case 'u':
            return "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
        case 'v':
            return "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        case 'h':
        case 'g':
            return "0123456789abcdef";
        case 'd':
            return "1234567890";
        case 'b':
            return "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        case 's':
            return "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        case 'x':
            return "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
        default:
            return {};
        }
    }

    // The first and last pick are letters or digits, so that words end where the recipe does.
    std::string pick(std::string_view letters, std::size_t count)
    {
        std::string out;
        while (out.size() < count) {
            m_state = m_state * 6364136223846793005ULL + 1442695040888963407ULL;
            const char c = letters[(m_state >> 33U) % letters.size()];
            const bool edge = out.empty() || out.size() + 1 == count;
            if (edge && (c == '-' || c == '_' || c == '+' || c == '/'))
                continue;
            out += c;
        }
        return out;
    }

    unsigned long long m_state = 20;
};

} // namespace gatehouse::test
