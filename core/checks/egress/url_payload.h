// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a URL could carry away: the parts an author can fill freely, as written and decoded.

#include "core/checks/url/find_urls.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse {

struct Payload {
    std::string text;
    bool isEncoded = false; // base64 or hex was undone
};

// Labels before the last two of the host, user info, steps of the path, names and values of the query, the
// fragment; percent-escapes undone. Nothing shorter than four bytes.
[[nodiscard]] std::vector<std::string> freePartsOf(const UrlParts &url);

// The text itself and, where it reads as text afterwards, what base64 (also URL-safe) and hex in it stand
// for; at most three layers.
[[nodiscard]] std::vector<Payload> decodePayload(const std::string &written);

} // namespace gatehouse
