// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A provider's base URL, taken apart.

#include "core/base/error.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace gatehouse::gateway {

struct BaseUrl {
    bool tls = false;
    std::string host; // without brackets
    std::uint16_t port = 0;
    std::string path; // "/v1", without a slash at its end

    [[nodiscard]] std::string origin() const; // "https://host:443", names a pool
    [[nodiscard]] std::string hostField() const; // what the Host field says
};

// "https://host[:port][/path]" or "http://…"; credentials, queries and fragments are refused.
[[nodiscard]] Result<BaseUrl> parseBaseUrl(std::string_view text);

} // namespace gatehouse::gateway
