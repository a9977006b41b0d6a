// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a gateway tells those who watch it, without a key: whether it is healthy, and whether to send it
// calls.

#include <string>

namespace gatehouse::gateway {

struct Context;

struct HealthAnswer {
    int status = 200; // 503 when the answer is no
    std::string body; // a JSON object; words of a closed set, nothing of the configuration
};
// {"status":"ok|degraded|unavailable","version":…,"problems":["policy","sealing","store","journal","unrecorded","fail_open","tls"]}
[[nodiscard]] HealthAnswer healthOf(const Context &context);
// {"ready":true} or {"ready":false,"why":"draining|store_stale|records_refused"}
[[nodiscard]] HealthAnswer readinessOf(const Context &context);

} // namespace gatehouse::gateway
