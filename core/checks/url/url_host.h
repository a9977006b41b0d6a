// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The host of a URL in one spelling: names as punycode, addresses as numbers (WHATWG URL Standard, UTS #46).

#include "core/checks/url/url_parts.h"

namespace gatehouse {

struct ParsedHost {
    HostKind kind = HostKind::None; // None: not a valid host
    std::string text;
};

// As http, https, ws, wss and ftp read it.
[[nodiscard]] ParsedHost parseHost(std::string_view written);
// As the programs of other schemes read it (ssh, redis, git): what a resolver would take means the same; any
// other name stands for itself.
[[nodiscard]] ParsedHost parseOpaqueHost(std::string_view written);

} // namespace gatehouse
