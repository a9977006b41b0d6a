// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Virtual keys as text: made, recognised offline, taken apart.
// gthk_<id: 12 base62>_<secret: 43 base62><6 base62 CRC-32 of all before>

#include "core/base/byte_range.h"
#include "core/base/digest.h"
#include "core/base/error.h"
#include "core/base/names.h"
#include "core/base/secret_string.h"

#include <string_view>
#include <vector>

namespace gatehouse {

// A key fresh from the generator. `text` is shown once and never stored; `secretHash` is what the store
// keeps.
struct NewVirtualKey {
    KeyId id;
    SecretString text; // the whole key, 67 characters
    Sha256 secretHash; // of the 43 secret characters
};
[[nodiscard]] NewVirtualKey newVirtualKey();
// A new secret for a key that is there.
[[nodiscard]] NewVirtualKey newSecretOf(const KeyId &id);

struct ParsedVirtualKey {
    KeyId id;
    Sha256 secretHash;
};
// InvalidInput when the form or the checksum is wrong.
[[nodiscard]] Result<ParsedVirtualKey> parseVirtualKey(std::string_view text);

struct FoundVirtualKey {
    KeyId id;
    ByteRange range;
};
// Every well-formed key (checksum included) in any bytes.
[[nodiscard]] std::vector<FoundVirtualKey> findVirtualKeys(std::string_view bytes);

} // namespace gatehouse
