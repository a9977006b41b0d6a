// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/recipient_pins.h"

#include "core/base/digest.h"
#include "store/key_folder.h"
#include "store/postgres/address.h"
#include "store/store.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <string_view>
#include <unistd.h>

namespace gatehouse::store {

namespace {

constexpr std::size_t fingerprintSize = 64;

std::filesystem::path pinFile(Pinned whose, const std::string &storeLocation)
{
    const bool gateways = whose == Pinned::Gateways;
    const auto keys = keyFolderOf(storeLocation);
    const bool mayEnter = ::access(keys.c_str(), R_OK | W_OK | X_OK) == 0;
    // Of a file no gateway has served yet, the folder is made by whoever comes first.
    if (mayEnter || (!gateways && errno == ENOENT && !isPostgres(storeLocation)))
        return keys / (gateways ? "recipient.pins" : "reviewer.pins");
    return configFolder() / (gateways ? "recipients" : "reviewers") / sha256Hex(keys.string()).substr(0, 32);
}

bool isFingerprint(std::string_view text)
{
    return text.size() == fingerprintSize && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    });
}

} // namespace

Result<std::optional<Fingerprints>> readPins(Pinned whose, const std::string &storeLocation)
{
    const auto path = pinFile(whose, storeLocation);
    const auto bytes = readPrivateFile(path);
    if (!bytes && bytes.error().kind == ErrorKind::NotFound)
        return std::optional<Fingerprints>();
    if (!bytes)
        return tl::unexpected(bytes.error());
    Fingerprints pins;
    std::string_view rest = bytes->reveal();
    while (!rest.empty()) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        if (!isFingerprint(line))
            return fail(ErrorKind::Corrupt, "the list of pinned recipients is damaged", path.string(),
                "put it right by hand: one fingerprint a line");
        pins.emplace(line);
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    }
    return std::optional<Fingerprints>(std::move(pins));
}

Status writePins(Pinned whose, const std::string &storeLocation, const Fingerprints &pins)
{
    std::string text;
    for (const std::string &pin : pins)
        text += pin + "\n";
    return replacePrivateFile(pinFile(whose, storeLocation), SecretString(text));
}

} // namespace gatehouse::store
