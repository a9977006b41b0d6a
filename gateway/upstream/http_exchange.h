// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// One request and its answer over a connection of their own, for threads that may wait.

#include "core/base/error.h"
#include "gateway/net/tls.h"
#include "gateway/upstream/base_url.h"

#include <cstddef>
#include <stop_token>
#include <string>
#include <string_view>

namespace gatehouse::gateway {

struct HttpDocument {
    int status = 0;
    std::string cacheControl;
    std::string body;
};

// Blocks, at most 10 s, or until it is to stop: at once, but for a name that is being resolved. `head` and
// `body` go out as they are; of the answer's body at most `mostBody` bytes are read, more is an error, and
// with 0 it is not looked at. `tls` is not needed for "http". Errors: Unreachable.
[[nodiscard]] Result<HttpDocument> exchangeOnce(const BaseUrl &url, SSL_CTX *tls, std::string_view head,
    std::string_view body, std::size_t mostBody, const std::stop_token &stop = {});

} // namespace gatehouse::gateway
