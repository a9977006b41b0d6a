// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/secrets/judges.h"
#include "core/checks/secrets/look_alikes.h"
#include "core/checks/secrets/secret_kind.h"

#include <algorithm>

namespace gatehouse {

namespace {

bool isKeyText(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '/'
        || c == '=' || c == '\n' || c == '\r' || c == '\\' || c == ' ' || c == '\t' || c == ':' || c == ','
        || c == '-' || c == '"';
}

// Bytes of base64 right after a key's first line, escaped line ends left out.
std::size_t keyBytesAfter(std::string_view text, std::size_t from)
{
    constexpr std::size_t enough = 64;
    std::string_view ahead = text.substr(from, enough);
    ahead = ahead.substr(0, ahead.find("-----"));
    return static_cast<std::size_t>(std::count_if(ahead.begin(), ahead.end(),
        [](char c) { return isKeyText(c) && c != ' ' && c != '\n' && c != '\\' && c != '-' && c != '"'; }));
}

// A first line alone is talk about keys; the block must begin to hold one.
double judgeBlock(const SecretCandidate &candidate, double confidence)
{
    constexpr std::size_t begun = 20;
    return keyBytesAfter(candidate.text, candidate.range.end) >= begun ? confidence : 0;
}

// To the end of the END line, or as far as the text goes on like a key.
ByteRange blockExtent(const SecretCandidate &candidate)
{
    const std::string_view text = candidate.text;
    std::size_t end = candidate.range.end;
    while (end < text.size() && isKeyText(text[end])) {
        if (text.substr(end).starts_with("-----END")) {
            const std::size_t dashes = text.find("-----", end + 8);
            const std::size_t line = text.find('\n', end);
            if (dashes != std::string_view::npos && dashes < line)
                return {candidate.range.start, dashes + 5};
        }
        ++end;
    }
    return {candidate.range.start, end};
}

ByteRange base64Extent(const SecretCandidate &candidate)
{
    const auto belongs
        = [](char c) { return isKeyText(c) && c != ' ' && c != ':' && c != ',' && c != '-' && c != '"'; };
    std::size_t end = candidate.range.end;
    while (end < candidate.text.size() && belongs(candidate.text[end]))
        ++end;
    return {candidate.range.start, end};
}

} // namespace

// Labels and first lines: RFC 7468, RFC 4716, RFC 4880, PuTTY's and WireGuard's own formats. The base64
// starts are the DER headers of RSA, EC and Ed25519 keys (RFC 8017, 5915, 8410), OpenSSH's magic, and version
// and content type of a PKCS #12 bundle (RFC 7292), which holds a key; its length in DER or left open.
SecretTable privateKeySecrets()
{
    return {
        {"private-key", R"((-----BEGIN[ A-Z0-9]{0,40}PRIVATE KEY(?: BLOCK)?-----))", "PRIVATE KEY", 0.98, 1.0,
            judgeBlock, blockExtent},
        {"ssh2-private-key", R"((---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----))", "SSH2 ENCRYPTED PRIVATE KEY",
            0.98, 1.0, judgeBlock, base64Extent},
        {"putty-private-key", R"((PuTTY-User-Key-File-[23]: [\w-]{3,30}))", "PuTTY-User-Key-File-", 0.98, 1.0,
            nullptr, blockExtent},
        {"bare-private-key",
            R"(\b(MII[A-Za-z0-9+/]{2,3}[IA]BAAKC[A-Za-z0-9+/]{8,}|MII[A-Za-z0-9+/]{2,4}IBADANBgkqhkiG9w0BAQEFAASC[A-Za-z0-9+/]{8,}|MH[a-z]CAQEE[IMA-Z][A-Za-z0-9+/]{8,}|MC4CAQAwBQYDK2VwBCIEI[A-Za-z0-9+/]{8,}|b3BlbnNzaC1rZXktdjE[A-Za-z0-9+/]{8,}))",
            R"(BAAKC|IBADANBgkqhkiG9w0BAQEFAASC|CAQEE|MC4CAQAwBQYDK2VwBCIEI|b3BlbnNzaC1rZXktdjE)", 0.95, 3.0,
            nullptr, base64Extent},
        {"pkcs12-bundle",
            R"(\b(MII[A-Za-z0-9+/]{2}[AQgw]IBAzCC[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]GCSqGSIb3DQEHA[aq][A-Za-z0-9+/]{8,}|MIACAQMwgAYJKoZIhvcNAQc[BC][A-Za-z0-9+/]{8,}))",
            R"(IBAzCC|MIACAQMwgAYJKoZIhvcNAQc)", 0.95, 3.0, nullptr, base64Extent},
        {"wireguard-private-key", R"(PrivateKey\s{0,3}=\s{0,3}([A-Za-z0-9+/]{42}[AEIMQUYcgkosw480]=))",
            "PrivateKey", 0.95, 3.5},
        {"jwk-private-key", R"re("d"\s{0,3}:\s{0,3}"([\w-]{42,}))re", R"("d"\s{0,3}:)", 0.85, 3.5},
        {"pkcs12-password",
            R"((?:pkcs12|keystore|truststore|pfx)[\w .-]{0,20}pass(?:word|phrase)?['"\s]{0,3}[=:]['"\s]{0,4}([^\s'"<>${}]{6,64}))",
            R"(pkcs12|keystore|truststore|pfx)", 0.7, 2.0, judgeLoosePassword, nullptr, true},
    };
}

} // namespace gatehouse
