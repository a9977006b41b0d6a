// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/sandbox/samples.h"

#include "core/base/digest.h"

#include <array>

namespace gatehouse::gateway {
namespace {

// `count` characters of `alphabet`, picked by a digest of seed and purpose.
std::string pick(
    std::string_view seed, std::string_view purpose, std::string_view alphabet, std::size_t count)
{
    std::string text;
    for (int round = 0; text.size() < count; ++round) {
        const Sha256 digest = sha256(std::string(seed) + std::string(purpose) + std::to_string(round));
        for (const std::uint8_t byte : digest) {
            if (text.size() < count)
                text.push_back(alphabet[byte % alphabet.size()]);
        }
    }
    return text;
}

constexpr std::string_view digits = "0123456789";

// The Luhn check digit (ISO/IEC 7812-1) of a number without it.
char luhnDigit(std::string_view number)
{
    int sum = 0;
    bool doubled = true;
    for (auto c = number.rbegin(); c != number.rend(); ++c, doubled = !doubled) {
        const int digit = *c - '0';
        const int twice = digit * 2;
        sum += doubled ? twice / 10 + twice % 10 : digit;
    }
    return static_cast<char>('0' + (10 - sum % 10) % 10);
}

// ISO 13616: check digits of a German IBAN make the whole number 1 modulo 97.
std::string germanIban(std::string_view accountDigits)
{
    int remainder = 0;
    for (const char c : std::string(accountDigits) + "131400") // D is 13, E is 14
        remainder = (remainder * 10 + (c - '0')) % 97;
    const int check = 98 - remainder;
    return "DE" + std::string(check < 10 ? "0" : "") + std::to_string(check) + std::string(accountDigits);
}

} // namespace

std::string sampleSecretText(std::string_view seed)
{
    const std::string id = pick(seed, "id", "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 16);
    const std::string secret
        = pick(seed, "secret", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", 40);
    return "Here is the configuration you asked for:\naws_access_key_id = AK" + ("IA" + id)
        + "\naws_secret_access_key = " + secret + "\nKeep it in a safe place.";
}

std::string samplePersonalText(std::string_view seed)
{
    const std::string card = "4" + pick(seed, "card", digits, 14);
    const std::string account = "37040044" + pick(seed, "account", digits, 10);
    return "The customer pays with card " + card + luhnDigit(card) + ", from account " + germanIban(account)
        + ", and can be reached at person" + pick(seed, "mail", digits, 4) + "@example.net or +1 202 555 01"
        + pick(seed, "phone", digits, 2) + ".";
}

std::string sampleProse(std::size_t words)
{
    static constexpr std::array<std::string_view, 24> vocabulary{"the", "answer", "goes", "on", "for", "a",
        "while", "because", "someone", "wanted", "to", "see", "how", "long", "streams", "behave", "when",
        "every", "piece", "is", "judged", "as", "it", "passes"};
    std::string text;
    for (std::size_t i = 0; i < words; ++i) {
        text += i == 0 ? "" : " ";
        text += vocabulary[(i * 7 + i / 24) % vocabulary.size()];
    }
    return text;
}

} // namespace gatehouse::gateway
