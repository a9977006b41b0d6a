// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/known_secrets/fingerprint.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace gatehouse {

namespace {

constexpr std::string_view version = "kf1";
constexpr std::size_t keyIdDigits = 8, gateDigits = 4, proofDigits = 64;

std::string_view asText(const Sha256 &digest)
{
    return {reinterpret_cast<const char *>(digest.data()), digest.size()};
}

std::uint64_t wordOf(const Sha256 &digest, std::size_t from)
{
    std::uint64_t word = 0;
    for (std::size_t at = from; at < from + 8; ++at)
        word = word << 8U | digest[at];
    return word;
}

bool isHex(std::string_view text, std::size_t digits)
{
    return text.size() == digits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

template <class Number>
bool read(std::string_view text, int base, Number &number)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
    return error == std::errc() && end == text.data() + text.size();
}

std::array<std::string_view, 5> partsOf(std::string_view written)
{
    std::array<std::string_view, 5> parts;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::size_t end = i + 1 < parts.size() ? written.find(':') : written.size();
        if (end == std::string_view::npos)
            return {};
        parts[i] = written.substr(0, end);
        written.remove_prefix(std::min(written.size(), end + 1));
    }
    return parts;
}

} // namespace

bool isWhiteSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

Result<SecretFingerprint> parseFingerprint(std::string_view written)
{
    const auto bad = [](const char *what) {
        return fail(ErrorKind::InvalidInput, what, "fingerprint", "make it anew from the secret and the key");
    };
    auto [kind, keyId, length, gate, proof] = partsOf(written);
    if (kind != version)
        return bad("is no fingerprint of this program (kf1:…)");
    SecretFingerprint out;
    out.keyId = keyId;
    out.spaced = length.ends_with('s');
    length.remove_suffix(out.spaced ? 1 : 0);
    if (!isHex(keyId, keyIdDigits) || !isHex(gate, gateDigits) || !isHex(proof, proofDigits)
        || !read(length, 10, out.length))
        return bad("is damaged");
    if (out.length < SecretFingerprint::shortest || out.length > SecretFingerprint::longest)
        return bad("is of a secret too short or too long to be looked for");
    read(gate, 16, out.gate);
    for (std::size_t i = 0; i < out.proof.size(); ++i)
        read(proof.substr(2 * i, 2), 16, out.proof[i]);
    return out;
}

FingerprintKeys::FingerprintKeys(const SecretString &fingerprintKey)
{
    const auto derived = [&](std::string_view use) {
        return hmacSha256(fingerprintKey.reveal(), "gatehouse known secrets v1: " + std::string(use));
    };
    m_id = toHex(derived("key id")).substr(0, keyIdDigits);
    m_proofKey = SecretString(asText(derived("proof")));
    const Sha256 gate = derived("gate");
    m_base = wordOf(gate, 0) | 1U; // odd: every power of it stays invertible
    m_factor = wordOf(gate, 8) | 1U;
}

Sha256 FingerprintKeys::proofOf(std::string_view secret) const
{
    return hmacSha256(m_proofKey.reveal(), secret);
}

Result<std::string> fingerprintOf(const SecretString &fingerprintKey, std::string_view secret)
{
    if (fingerprintKey.reveal().size() < FingerprintKeys::shortestKey)
        return fail(ErrorKind::InvalidInput, "the fingerprint key has fewer than 16 bytes", "key");
    if (secret.size() < SecretFingerprint::shortest || secret.size() > SecretFingerprint::longest)
        return fail(ErrorKind::InvalidInput, "a known secret has 8 to 8192 bytes", "secret",
            "shorter ones turn up by chance");
    const FingerprintKeys keys(fingerprintKey);
    std::uint64_t hash = 0;
    for (const char c : secret)
        hash = hash * keys.base() + keys.mix(static_cast<unsigned char>(c));
    const std::uint16_t gate = FingerprintKeys::gateOf(hash);
    const std::array<std::uint8_t, 2> gateBytes{
        static_cast<std::uint8_t>(gate >> 8U), static_cast<std::uint8_t>(gate & 0xffU)};
    const bool spaced = std::any_of(secret.begin(), secret.end(), isWhiteSpace);
    return std::string(version) + ":" + keys.id() + ":" + std::to_string(secret.size()) + (spaced ? "s" : "")
        + ":" + toHex(gateBytes) + ":" + toHex(keys.proofOf(secret));
}

} // namespace gatehouse
