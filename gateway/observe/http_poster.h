// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Posts documents to somebody who watches: one at a time, on a thread that may wait.

#include "core/base/secret_string.h"
#include "gateway/net/tls.h"
#include "gateway/upstream/base_url.h"

#include <string>
#include <string_view>

namespace gatehouse::gateway {

class HttpPoster {
public:
    // "http://…" or "https://…", whose peer is verified as providers are. `bearer` may be empty.
    [[nodiscard]] static Result<HttpPoster> to(const std::string &url, SecretString bearer);

    // The answer's status, whatever it is; Unreachable when none came.
    [[nodiscard]] Result<int> post(std::string_view body) const;

private:
    HttpPoster(BaseUrl url, SecretString bearer, TlsContext tls);

    BaseUrl m_url;
    SecretString m_bearer;
    TlsContext m_tls; // null where it is not needed
};

} // namespace gatehouse::gateway
