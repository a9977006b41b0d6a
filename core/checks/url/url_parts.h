// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A URL taken apart the way browsers do (WHATWG URL Standard), so that what is judged is where it really
// leads.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gatehouse {

enum class HostKind { None, Name, Ipv4, Ipv6 };

struct UrlParts {
    std::string scheme; // lower case; "" for "//host" and "www.host", which take their page's scheme
    std::string
        userInfo; // as written, before the last '@': "good.example" in "https://good.example@evil.example"
    bool hasUserInfo = false;
    HostKind hostKind = HostKind::None;
    // Lower case, IDN as punycode, IPv4 as four decimals whatever the spelling, IPv6 shortened and without
    // its brackets, no dot at the end. "" for mailto:, data: and the like, and where the host is not valid.
    std::string host;
    std::optional<std::uint16_t> port;
    std::string path, query, fragment; // as written, without '?' and '#'
    std::string problem; // why it is no valid URL: "no_host", "bad_host", "bad_port", "bad_escape"; else ""

    [[nodiscard]] bool isValid() const { return problem.empty(); }
};

// Nothing when the text is no absolute URL (a path, an anchor, empty).
[[nodiscard]] std::optional<UrlParts> parseUrl(std::string_view written);

// The host of a URL as UrlParts::host names it; nothing when it can't be one. Names in any script.
[[nodiscard]] std::optional<std::string> normaliseHost(std::string_view written);

} // namespace gatehouse
