// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/demo/fake_values.h"

namespace gatehouse::store {

namespace {

constexpr std::string_view upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
constexpr std::string_view alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
constexpr std::string_view base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view hex = "0123456789abcdef";
constexpr std::string_view digits = "0123456789";

std::string cloudPair(Dice &dice)
{
    return "aws_access_key_id=" + std::string("AKI") + "A" + dice.text(16, upper)
        + " aws_secret_access_key=" + dice.text(40, base64);
}

std::string codeHostToken(Dice &dice)
{
    return "export GITLAB_TOKEN=gl" + std::string("pat-") + dice.text(20, alphanumeric);
}

std::string chatToken(Dice &dice)
{
    return "SLACK_TOKEN=xo" + std::string("xb-") + dice.text(12, digits) + "-" + dice.text(13, digits) + "-"
        + dice.text(24, alphanumeric);
}

std::string privateKey(Dice &dice)
{
    std::string block = "-----BEGIN RSA PRIVATE" + std::string(" KEY-----\n");
    for (int line = 0; line < 4; ++line)
        block += (line == 0 ? "MIIE" + dice.text(60, base64) : dice.text(64, base64)) + "\n";
    return block + "-----END RSA PRIVATE" + " KEY-----";
}

std::string databaseUrl(Dice &dice)
{
    return "DATABASE_URL=postgres://app:" + dice.text(14, alphanumeric) + "@db-" + dice.text(2, digits)
        + ".internal.example:5432/orders";
}

std::string containerToken(Dice &dice)
{
    return "DIGITALOCEAN_TOKEN=do" + std::string("p_v1_") + dice.text(64, hex);
}

// ISO/IEC 7812-1 annex B: the digit that makes the number divisible.
char luhnDigit(const std::string &body)
{
    int sum = 0;
    for (std::size_t i = 0; i < body.size(); ++i) {
        const bool doubled = (body.size() - i) % 2 == 1;
        const int value = (body[i] - '0') * (doubled ? 2 : 1);
        sum += value > 9 ? value - 9 : value;
    }
    return static_cast<char>('0' + (10 - sum % 10) % 10);
}

std::string groupedByFour(const std::string &text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i)
        out += (i > 0 && i % 4 == 0 ? " " : "") + std::string(1, text[i]);
    return out;
}

std::string card(Dice &dice)
{
    const std::string body = (dice.chance(0.5) ? "4" : "5" + dice.text(1, "12345")) + dice.text(14, digits);
    const std::string fifteen = body.substr(0, 15);
    return groupedByFour(fifteen + luhnDigit(fifteen));
}

// ISO 13616: 98 minus the remainder by 97 of account, country (D=13, E=14) and 00.
std::string iban(Dice &dice)
{
    const std::string account = dice.text(18, digits);
    int remainder = 0;
    for (const char c : account + "131400")
        remainder = (remainder * 10 + (c - '0')) % 97;
    const int check = 98 - remainder;
    return groupedByFour("DE" + std::string(check < 10 ? "0" : "") + std::to_string(check) + account);
}

// Numbers the regulator keeps free for drama: 555-0100 to 555-0199.
std::string phone(Dice &dice)
{
    return "+1 (" + dice.text(3, "23456789") + ") 555-01" + dice.text(2, digits);
}

std::string firstName(Dice &dice)
{
    static constexpr std::string_view names[] = {"alex", "kim", "robin", "sam", "chris", "noa", "jo", "toni"};
    return std::string(names[dice.below(std::size(names))]);
}

} // namespace

std::string fakeEmail(Dice &dice)
{
    return firstName(dice) + "." + dice.text(1, "abcdefghklmnprstw") + dice.text(2, digits) + "@mail"
        + dice.text(1, digits) + ".example";
}

std::string fakeCredential(Dice &dice)
{
    using Maker = std::string (*)(Dice &);
    static constexpr Maker makers[] = {
        cloudPair, codeHostToken, chatToken, privateKey, databaseUrl, containerToken, cloudPair, databaseUrl};
    return makers[dice.below(std::size(makers))](dice);
}

std::string fakePersonalData(Dice &dice)
{
    switch (dice.below(5)) {
    case 0:
        return "card " + card(dice) + ", valid through 09/29";
    case 1:
        return "account " + iban(dice);
    case 2:
        return fakeEmail(dice) + ", phone " + phone(dice);
    case 3:
        return "card number " + card(dice) + ", " + fakeEmail(dice);
    default:
        return fakeEmail(dice);
    }
}

} // namespace gatehouse::store
