// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/secrets/token_checksum.h"

#include "core/access/virtual_key.h"
#include "core/base/digest.h"

#include <algorithm>
#include <array>
#include <boost/crc.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace gatehouse {

namespace {

constexpr std::string_view base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr std::size_t crcDigits = 6;
constexpr double certain = 0.99, unproven = 0.85;

std::optional<std::uint64_t> fromBase62(std::string_view digits)
{
    std::uint64_t value = 0;
    for (const char c : digits) {
        const std::size_t digit = base62.find(c);
        if (digit == std::string_view::npos)
            return {};
        value = value * base62.size() + digit;
    }
    return value;
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

// The checksum of BIP 173 over the human-readable part and five-bit groups; 1 for a valid string.
std::uint32_t bech32Remainder(const std::vector<std::uint8_t> &groups)
{
    static constexpr std::array<std::uint32_t, 5> generator{
        0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    std::uint32_t remainder = 1;
    for (const std::uint8_t group : groups) {
        const std::uint32_t top = remainder >> 25U;
        remainder = ((remainder & 0x1ffffffU) << 5U) ^ group;
        for (std::size_t bit = 0; bit < generator.size(); ++bit)
            remainder ^= ((top >> bit) & 1U) != 0 ? generator[bit] : 0U;
    }
    return remainder;
}

bool isBech32(std::string_view value)
{
    static constexpr std::string_view digits = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    const std::size_t one = value.rfind('1');
    std::vector<std::uint8_t> groups;
    for (const char c : value.substr(0, one))
        groups.push_back(static_cast<std::uint8_t>(lower(c)) >> 5U);
    groups.push_back(0);
    for (const char c : value.substr(0, one))
        groups.push_back(static_cast<std::uint8_t>(lower(c)) & 31U);
    for (const char c : value.substr(one + 1)) {
        const std::size_t digit = digits.find(lower(c));
        if (digit == std::string_view::npos)
            return false;
        groups.push_back(static_cast<std::uint8_t>(digit));
    }
    return bech32Remainder(groups) == 1;
}

// Big-endian bytes of a Base58 number, leading zeros left out.
std::string fromBase58(std::string_view value)
{
    static constexpr std::string_view digits = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    std::vector<std::uint8_t> bytes; // little-endian
    for (const char c : value) {
        const std::size_t digit = digits.find(c);
        if (digit == std::string_view::npos)
            return {};
        auto carry = static_cast<std::uint32_t>(digit);
        for (std::uint8_t &byte : bytes) {
            carry += byte * 58U;
            byte = static_cast<std::uint8_t>(carry & 0xffU);
            carry >>= 8U;
        }
        if (carry != 0)
            bytes.push_back(static_cast<std::uint8_t>(carry));
    }
    return {bytes.rbegin(), bytes.rend()};
}

bool isBase58Check(std::string_view value)
{
    constexpr std::size_t checksum = 4;
    const std::string bytes = fromBase58(value);
    if (bytes.size() <= checksum)
        return false;
    const Sha256 once = sha256(std::string_view(bytes).substr(0, bytes.size() - checksum));
    const Sha256 twice = sha256({reinterpret_cast<const char *>(once.data()), once.size()});
    return std::equal(bytes.end() - checksum, bytes.end(), twice.begin(),
        [](char a, std::uint8_t b) { return static_cast<std::uint8_t>(a) == b; });
}

} // namespace

double judgeBech32(const SecretCandidate &candidate, double)
{
    return isBech32(candidate.value()) ? certain : unproven;
}

double judgeBase58Check(const SecretCandidate &candidate, double)
{
    return isBase58Check(candidate.value()) ? certain : unproven;
}

double judgeCrcToken(const SecretCandidate &candidate, double)
{
    const std::string_view value = candidate.value();
    const std::size_t bodyAt = value.find('_') + 1;
    const std::string_view body = value.substr(bodyAt, value.size() - bodyAt - crcDigits);
    boost::crc_32_type crc;
    crc.process_bytes(body.data(), body.size());
    const auto stated = fromBase62(value.substr(value.size() - crcDigits));
    return stated && *stated == crc.checksum() ? certain : unproven;
}

double judgeVirtualKey(const SecretCandidate &candidate, double)
{
    return parseVirtualKey(candidate.value()) ? certain : 0;
}

double judgeJwt(const SecretCandidate &candidate, double confidence)
{
    // The sample on the format's home page, by the start of its signature.
    static constexpr std::string_view sampleSignature = ".SflKxwRJSMeK";
    return candidate.value().find(sampleSignature) == std::string_view::npos ? confidence : 0;
}

} // namespace gatehouse
