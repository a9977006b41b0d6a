// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/secrets/token_checksum.h"

#include "core/access/virtual_key.h"

#include <boost/crc.hpp>
#include <cstdint>
#include <optional>

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

} // namespace

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
    static constexpr std::string_view sampleSignature = ".SflKxwRJSMeKKF2QT4fwpMeJf36P";
    return candidate.value().find(sampleSignature) == std::string_view::npos ? confidence : 0;
}

} // namespace gatehouse
