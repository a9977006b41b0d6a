// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/pii/checksums.h"

#include <algorithm>
#include <array>

namespace gatehouse {

bool isDigits(std::string_view text)
{
    return !text.empty()
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isOneDigitRepeated(std::string_view digits)
{
    return std::all_of(digits.begin(), digits.end(), [&](char c) { return c == digits.front(); });
}

int remainderOf(std::string_view digits, int modulus)
{
    int remainder = 0;
    for (const char c : digits)
        remainder = (remainder * 10 + (c - '0')) % modulus;
    return remainder;
}

int weightedSum(std::string_view digits, std::initializer_list<int> weights)
{
    int sum = 0;
    std::size_t at = 0;
    for (const int weight : weights) {
        if (at < digits.size())
            sum += digitAt(digits, at++) * weight;
    }
    return sum;
}

bool passesLuhn(std::string_view digits)
{
    if (!isDigits(digits))
        return false;
    int sum = 0;
    for (std::size_t fromRight = 0; fromRight < digits.size(); ++fromRight) {
        int digit = digitAt(digits, digits.size() - 1 - fromRight);
        if (fromRight % 2 == 1)
            digit = digit > 4 ? digit * 2 - 9 : digit * 2;
        sum += digit;
    }
    return sum % 10 == 0;
}

bool passesVerhoeff(std::string_view digits)
{
    if (!isDigits(digits))
        return false;
    // Multiplication in D5, and the permutation applied by position (its powers repeat after eight).
    static constexpr int product[10][10] = {{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 2, 3, 4, 0, 6, 7, 8, 9, 5},
        {2, 3, 4, 0, 1, 7, 8, 9, 5, 6}, {3, 4, 0, 1, 2, 8, 9, 5, 6, 7}, {4, 0, 1, 2, 3, 9, 5, 6, 7, 8},
        {5, 9, 8, 7, 6, 0, 4, 3, 2, 1}, {6, 5, 9, 8, 7, 1, 0, 4, 3, 2}, {7, 6, 5, 9, 8, 2, 1, 0, 4, 3},
        {8, 7, 6, 5, 9, 3, 2, 1, 0, 4}, {9, 8, 7, 6, 5, 4, 3, 2, 1, 0}};
    static constexpr int permutation[10] = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};
    int check = 0;
    for (std::size_t position = 0; position < digits.size(); ++position) {
        int digit = digitAt(digits, digits.size() - 1 - position);
        for (std::size_t times = 0; times < position % 8; ++times)
            digit = permutation[digit];
        check = product[check][digit];
    }
    return check == 0;
}

bool passesMod11Hybrid10(std::string_view digits)
{
    if (!isDigits(digits))
        return false;
    int product = 10;
    for (std::size_t at = 0; at + 1 < digits.size(); ++at) {
        const int sum = (digitAt(digits, at) + product) % 10;
        product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return (11 - product) % 10 == digitAt(digits, digits.size() - 1);
}

bool passesIbanMod97(std::string_view compact)
{
    constexpr std::size_t head = 4;
    if (compact.size() <= head)
        return false;
    int remainder = 0;
    for (std::size_t step = 0; step < compact.size(); ++step) {
        const char c = compact[(step + head) % compact.size()];
        if (c >= '0' && c <= '9')
            remainder = (remainder * 10 + (c - '0')) % 97;
        else if (c >= 'A' && c <= 'Z')
            remainder = (remainder * 100 + (c - 'A' + 10)) % 97;
        else
            return false;
    }
    return remainder == 1;
}

int icaoCheck(std::string_view field)
{
    static constexpr std::array<int, 3> weights{7, 3, 1};
    int sum = 0;
    for (std::size_t at = 0; at < field.size(); ++at) {
        const char c = field[at];
        const int value = c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'Z' ? c - 'A' + 10 : 0;
        sum += value * weights[at % 3];
    }
    return sum % 10;
}

bool isDayAndMonth(int day, int month)
{
    static constexpr std::array<int, 12> days{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month >= 1 && month <= 12 && day >= 1 && day <= days[static_cast<std::size_t>(month - 1)];
}

} // namespace gatehouse
