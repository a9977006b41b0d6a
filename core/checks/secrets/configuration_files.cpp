// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/secrets/judges.h"
#include "core/checks/secrets/look_alikes.h"
#include "core/checks/secrets/secret_kind.h"

namespace gatehouse {

namespace {

// The key inside is a PEM block, so what follows the first bytes is its base64.
ByteRange encodedBlockExtent(const SecretCandidate &candidate)
{
    const auto belongs = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+'
            || c == '/' || c == '=';
    };
    std::size_t end = candidate.range.end;
    while (end < candidate.text.size() && belongs(candidate.text[end]))
        ++end;
    return {candidate.range.start, end};
}

// Twelve words or more that are all small letters and differ.
double judgeSeedPhrase(const SecretCandidate &candidate, double confidence)
{
    constexpr double wordy = 3.4;
    return entropyOf(candidate.value()) >= wordy ? confidence : 0;
}

} // namespace

// Credentials in files of well-known programs: .netrc(5), .pgpass, kubeconfig, htpasswd, shadow(5) and
// crypt(5), Windows answer files and group policy, DPAPI blobs, FileZilla, Cisco IOS, otpauth: URIs.
SecretTable configurationFileSecrets()
{
    return {
        {"netrc-password", R"(\bmachine\s+[\w.-]{3,60}\s+login\s+\S{1,60}\s+password\s+(\S{4,100}))",
            R"(\bmachine\s+[\w.-]{3,60}\s+login)", 0.9, 1.0, judgeLoosePassword},
        {"pgpass-password",
            R"(^[\w.*-]{1,60}:(?:5[0-9]{3}|6[0-9]{3}|\*):[\w*-]{1,40}:[\w*-]{1,40}:([^\s:]{4,100})$)",
            R"(:(?:5[0-9]{3}|6[0-9]{3}|\*):[\w*-]{1,40}:[\w*-]{1,40}:)", 0.85, 2.0, judgeLoosePassword},
        {"docker-registry-auth",
            R"re("auths?"\s{0,4}:\s{0,4}(?:\{[^}]{0,120}"auth"\s{0,3}:\s{0,3})?"([A-Za-z0-9+/]{16,}={0,2}))re",
            R"("auths?"\s{0,4}:)", 0.8, 3.2, judgeAssignedValue},
        {"npm-registry-auth", R"(:_(?:authToken|auth|password)\s{0,2}=\s{0,2}["']?([^\s"'$<>{}]{8,}))",
            R"(:_(?:authToken|auth|password))", 0.85, 2.5, judgeHeaderValue},
        {"kubeconfig-client-key", R"(client-key-data:\s{0,3}["']?(LS0tLS1CRUdJTi[A-Za-z0-9+/]{20,}={0,2}))",
            "client-key-data:", 0.97, 3.0},
        {"encoded-private-key",
            R"(\b(LS0tLS1CRUdJTiB(?:SU0EgUFJJVkFURS|QUklWQVRF|PUEVOU1NIIFBSSVZBVE|FQyBQUklWQVRF|QR1AgUFJJVkFUR|EU0EgUFJJVkFURS|FTkNSWVBURUQgUFJJVkFUR)[A-Za-z0-9+/]{20,}={0,2}))",
            "LS0tLS1CRUdJTiB", 0.97, 3.0, nullptr, encodedBlockExtent},
        {"password-hash",
            R"((?:^|[\s:"'=>])((?:\$(?:1|apr1)\$[./\w-]{1,8}\$[./A-Za-z0-9]{22}|\$2[abxy]?\$[0-9]{2}\$[./A-Za-z0-9]{53}|\$[56]\$(?:rounds=[0-9]{3,9}\$)?[./A-Za-z0-9]{1,16}\$[./A-Za-z0-9]{43,86}|\$y\$[./A-Za-z0-9]{2,6}\$[./A-Za-z0-9]{6,40}\$[./A-Za-z0-9]{43}|\$argon2i?d?\$v=[0-9]{2}\$m=[0-9]{2,8},t=[0-9]{1,3},p=[0-9]{1,2}\$[A-Za-z0-9+/]{8,}\$[A-Za-z0-9+/]{16,}|\{SSHA(?:256|512)?\}[A-Za-z0-9+/]{28,}={0,2})))",
            R"(\$(?:1|apr1|5|6|y)\$[./A-Za-z0-9]|\$2[abxy]?\$[0-9]{2}\$|\$argon2i?d?\$|\{SSHA)", 0.7, 3.0},
        {"windows-answer-file-password",
            R"(<(?:Administrator|Auto[Ll]ogon|User)?Password>\s{0,20}<Value>([^<>\s]{4,100})</Value>)",
            "Password>\\s{0,20}<Value>", 0.85, 2.0, judgeLoosePassword, nullptr, true},
        {"group-policy-password", R"re(\bcpassword\s{0,2}=\s{0,2}"([A-Za-z0-9+/]{16,}={0,2})")re",
            "cpassword", 0.95, 3.0},
        {"dpapi-blob",
            R"(\b(01000000D08C9DDF0115D1118C7A00C04FC297EB[0-9A-F]{32,}|AQAAANCMnd8BFdERjHoAwE/Cl\+s[A-Za-z0-9+/]{20,}={0,2}))",
            R"(01000000D08C9DDF0115|AQAAANCMnd8BFdERjHoAwE)", 0.85, 2.0, nullptr, encodedBlockExtent, true},
        {"filezilla-password", R"re(<Pass(?: encoding="base64")?>([^<>\s]{4,200})</Pass>)re", "<Pass[ >]",
            0.85, 2.0, judgeLoosePassword},
        {"cisco-password",
            R"(\b(?:enable secret|password|secret|key)\s(5\s\$1\$[\w./]{4}\$[\w./]{22}|7\s[0-9A-F]{8,60}|[89]\s\$[89]\$[\w./]{14}\$[\w./]{43}))",
            R"((?:secret|password|key)\s[5789]\s[$0-9A-F])", 0.8, 2.2},
        {"otp-seed", R"(otpauth://(?:totp|hotp)/[^\s"'<>]{0,90}?[?&]secret=([A-Z2-7]{16,64}))", "otpauth://",
            0.95, 2.5, nullptr, nullptr, true},
        {"wifi-password", R"(\bWIFI:(?:[TSH]:[^;\n]{0,40};){1,3}P:([^;\n]{8,63});)", "WIFI:", 0.9, 2.0},
        {"wifi-password", R"(\b(?:psk|wpa_passphrase|wpa-psk)\s{0,2}=\s{0,2}"?([^\s"$<>]{8,64}))",
            R"((?:psk|wpa_passphrase)\s{0,2}=)", 0.75, 2.5, judgeLoosePassword},
        {"redis-password", R"(^\s{0,4}(?:requirepass|masterauth)\s{1,3}["']?([^\s"'$<>]{6,100}))",
            "requirepass|masterauth", 0.85, 2.2, judgeLoosePassword},
        {"wordpress-salt",
            R"(define\(\s{0,2}["'](?:DB_PASSWORD|AUTH_KEY|SECURE_AUTH_KEY|LOGGED_IN_KEY|NONCE_KEY|AUTH_SALT|SECURE_AUTH_SALT|LOGGED_IN_SALT|NONCE_SALT)["']\s{0,2},\s{0,6}["']([^"'\n]{6,}))",
            R"(define\(\s{0,2}["'](?:DB_PASSWORD|\w{0,10}AUTH_|LOGGED_IN_|NONCE_))", 0.85, 2.2,
            judgeLoosePassword},
        {"docker-swarm-token", R"(\b(SWMTKN-1-[a-z0-9]{50}-[a-z0-9]{25}))", "SWMTKN-1-"},
        {"kubeadm-token", R"(\bkubeadm\b[^\n]{0,90}?--token[ =]([a-z0-9]{6}\.[a-z0-9]{16})\b)", "kubeadm",
            0.9, 2.5},
        {"kubernetes-secret-data",
            R"((?s)\bkind:[ \t]{0,4}["']?Secret\b.{0,180}?\bdata:\s{0,8}\n?[ \t]{0,8}[\w.-]{1,40}:[ \t]{0,4}["']?([A-Za-z0-9+/]{10,}={0,3}))",
            R"(kind:[ \t]{0,4}["']?[sS]ecret)", 0.8, 2.5, nullptr, nullptr, true},
        {"seed-phrase",
            R"(\b(?i:(?:seed|recovery|secret|backup|wallet)[ _](?:phrase|words)|mnemonic)["']?(?: is|:| =|=)\s{0,3}["']?((?:[a-z]{3,8}[ ,]{1,2}){11,23}[a-z]{3,8})\b)",
            R"((?i:(?:seed|recovery|secret|backup|wallet)[ _](?:phrase|words)|mnemonic))", 0.75, 3.0,
            judgeSeedPhrase},
        {"pkcs12-file", R"(\b(MI[I-L][A-Za-z0-9+/]{2}[AQgw]IBAzCC[A-Za-z0-9+/]{20,}={0,2}))", "IBAzCC", 0.95,
            3.0, nullptr, encodedBlockExtent},
        {"java-keystore", R"((/u3\+7QAAAA[IE][A-Za-z0-9+/]{20,}={0,2}))", R"(/u3\+7QAAAA)", 0.95, 3.0,
            nullptr, encodedBlockExtent},
        {"laravel-app-key", R"(\bAPP_KEY\s{0,2}=\s{0,2}["']?base64:([A-Za-z0-9+/]{43}=))", "APP_KEY", 0.95,
            3.5},
    };
}

} // namespace gatehouse
