// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/pii/crypto_address.h"

#include "core/base/digest.h"
#include "core/checks/pii/ascii.h"
#include "core/checks/pii/keccak.h"

#include <algorithm>
#include <array>
#include <string>

namespace gatehouse::pii {

namespace {

constexpr double sure = 0.95, likely = 0.6;

struct Version {
    unsigned byte = 0;
    std::string_view kind;
};

// Version bytes of addresses on the main networks (chain parameters of each).
constexpr std::array<Version, 5> versions{{{0x00, "bitcoin-address"}, {0x05, "bitcoin-address"},
    {0x30, "litecoin-address"}, {0x32, "litecoin-address"}, {0x41, "tron-address"}}};

// How many letters and digits stand there, at most one more than the longest address.
std::size_t wordLength(std::string_view text, std::size_t at)
{
    constexpr std::size_t longest = 63;
    std::size_t length = 0;
    while (length < longest && at + length < text.size() && isAlphanumeric(text[at + length]))
        ++length;
    return length;
}

// Only an address in mixed case proves itself; all small or all capital letters is a form that is allowed.
double ethereumConfidence(std::string_view hex)
{
    if (!std::all_of(hex.begin(), hex.end(), isHex))
        return 0;
    const bool small = std::any_of(hex.begin(), hex.end(), isLower);
    const bool capital = std::any_of(hex.begin(), hex.end(), isUpper);
    if (small && capital)
        return passesEip55(hex) ? sure : 0;
    return small || capital ? likely : 0;
}

std::string_view base58Kind(std::string_view word)
{
    constexpr std::size_t shortest = 26, longest = 35;
    if (word.size() < shortest || word.size() > longest
        || std::string_view("13LMT").find(word.front()) == std::string_view::npos)
        return {};
    const auto version = base58CheckVersion(word);
    const auto *found = std::find_if(versions.begin(), versions.end(),
        [&](const Version &known) { return version && known.byte == *version; });
    return found == versions.end() ? std::string_view{} : found->kind;
}

std::string_view bech32Kind(std::string_view word)
{
    constexpr std::size_t shortest = 14, longest = 62;
    if (word.size() < shortest || word.size() > longest)
        return {};
    const bool bitcoin = word.starts_with("bc1") || word.starts_with("BC1");
    const bool litecoin = word.starts_with("ltc1") || word.starts_with("LTC1");
    if ((!bitcoin && !litecoin) || !passesBech32(word))
        return {};
    return bitcoin ? "bitcoin-address" : "litecoin-address";
}

} // namespace

bool passesBech32(std::string_view address)
{
    static constexpr std::string_view alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    static constexpr std::array<std::uint32_t, 5> generators{
        0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3};
    const std::size_t one = address.rfind('1');
    const bool mixed = std::any_of(address.begin(), address.end(), isLower)
        && std::any_of(address.begin(), address.end(), isUpper);
    if (one == std::string_view::npos || one == 0 || address.size() < one + 7 || mixed)
        return false;
    std::uint32_t sum = 1;
    const auto take = [&](std::uint32_t value) {
        const std::uint32_t top = sum >> 25U;
        sum = (sum & 0x1FFFFFFU) << 5U ^ value;
        for (std::size_t bit = 0; bit < generators.size(); ++bit)
            sum ^= (top >> bit & 1U) != 0 ? generators[bit] : 0U;
    };
    for (std::size_t at = 0; at < one; ++at)
        take(static_cast<std::uint32_t>(lower(address[at])) >> 5U);
    take(0);
    for (std::size_t at = 0; at < one; ++at)
        take(static_cast<std::uint32_t>(lower(address[at])) & 31U);
    for (std::size_t at = one + 1; at < address.size(); ++at) {
        const std::size_t value = alphabet.find(lower(address[at]));
        if (value == std::string_view::npos)
            return false;
        take(static_cast<std::uint32_t>(value));
    }
    return sum == 1 || sum == 0x2BC830A3; // bech32, bech32m
}

std::optional<unsigned> base58CheckVersion(std::string_view address)
{
    static constexpr std::string_view alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    constexpr std::size_t whole = 25, body = 21;
    std::array<std::uint8_t, whole> bytes{};
    for (const char c : address) {
        const std::size_t value = alphabet.find(c);
        if (value == std::string_view::npos)
            return {};
        std::size_t carry = value;
        for (std::size_t at = whole; at-- > 0;) {
            carry += std::size_t{bytes[at]} * alphabet.size();
            bytes[at] = static_cast<std::uint8_t>(carry & 0xFFU);
            carry >>= 8U;
        }
        if (carry != 0)
            return {};
    }
    const auto text
        = [](const std::uint8_t *data, std::size_t size) { return std::string(data, data + size); };
    const Sha256 once = sha256(text(bytes.data(), body));
    const Sha256 twice = sha256(text(once.data(), once.size()));
    if (!std::equal(bytes.begin() + body, bytes.end(), twice.begin()))
        return {};
    return bytes.front();
}

bool passesEip55(std::string_view hex)
{
    std::string small(hex);
    std::transform(small.begin(), small.end(), small.begin(), lower);
    const auto hash = keccak256(small);
    for (std::size_t at = 0; at < hex.size(); ++at) {
        const unsigned nibble = at % 2 == 0 ? hash[at / 2] >> 4U : hash[at / 2] & 15U;
        if (isLetter(hex[at]) && isUpper(hex[at]) != (nibble >= 8))
            return false;
    }
    return true;
}

std::optional<FoundIdentifier> cryptoAddressAt(std::string_view text, std::size_t at)
{
    constexpr std::size_t shortest = 14, ethereum = 42;
    // Cheap first: what no address begins with is most of what is asked.
    if (std::string_view("013bBlLMT").find(text[at]) == std::string_view::npos)
        return {};
    const std::size_t length = wordLength(text, at);
    if (length < shortest || (at + length < text.size() && text[at + length] == '_'))
        return {};
    const std::string_view word = text.substr(at, length);
    const ByteRange range{at, at + length};
    if (length == ethereum && word.starts_with("0x")) {
        const double confidence = ethereumConfidence(word.substr(2));
        return confidence > 0 ? std::optional(FoundIdentifier{range, "ethereum-address", confidence})
                              : std::nullopt;
    }
    std::string_view kind = bech32Kind(word);
    if (kind.empty())
        kind = base58Kind(word);
    return kind.empty() ? std::nullopt : std::optional(FoundIdentifier{range, kind, sure});
}

} // namespace gatehouse::pii
