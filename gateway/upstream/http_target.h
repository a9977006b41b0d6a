// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Where an HTTP call goes and what it carries besides its body, for each kind of provider.

#include "core/base/ip_network.h"
#include "core/base/secret_string.h"
#include "core/message/wire_format.h"
#include "gateway/upstream/base_url.h"
#include "store/records.h"

#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::gateway {

struct HttpTarget {
    BaseUrl url;
    std::string path; // as the request line has it: below the address, with a query
    std::string fields; // header lines of its own, each ending in \r\n; no secrets
    std::string_view credentialField; // "authorization: Bearer ", …
    const SecretString *credential = nullptr; // null or empty: none. Outlives the call
    // Sending it twice does no harm beyond its cost. Only then it is repeated on a fresh connection when a
    // kept one turns out to be closed.
    bool repeatable = true;
    // Addresses that are not public are refused unless one of these holds them; null: any address will do.
    // Outlives the call.
    const std::vector<IpNetwork> *privateNetworks = nullptr;
};

// Of a provider, `url` being its base URL. `upstreamModel` is what the provider calls the model (Azure: the
// deployment, part of the path).
[[nodiscard]] HttpTarget targetOf(const store::Provider &provider, const BaseUrl &url,
    const WireNames &format, std::string_view upstreamModel);

} // namespace gatehouse::gateway
