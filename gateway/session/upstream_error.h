// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A provider's own error as the caller may see it: mapped to our statuses, its message judged like any
// answer.

#include "core/base/error.h"
#include "core/policy/compiled_policy.h"
#include "core/policy/replacements.h"
#include "gateway/http/refusal.h"
#include "gateway/http/response_parser.h"

#include <string>
#include <string_view>

namespace gatehouse::gateway {

struct UpstreamError {
    int status = 0; // the provider's
    std::string retryAfter;
    ResponseMessage message; // its words as one segment, none when it sent none we can read
};

[[nodiscard]] UpstreamError readUpstreamError(const ResponseHead &head, std::string_view body);
// 400, 404, 413 and 422 are the caller's to mend and become 400; 429 stays; the rest is 502 or 504. The words
// are told masked, and not at all where a rule blocks them.
[[nodiscard]] Refusal relayedRefusal(const UpstreamError &error, const Evaluation &evaluation);

// A plain answer with what rules masked replaced, and with originals where placeholders of the request stand.
[[nodiscard]] Result<std::string> maskedResponse(const WireFormat &format, const std::string &body,
    const ResponseMessage &response, const Evaluation &evaluation, const Replacements &replacements);

// A plain answer under the model name its caller asked for; "" leaves the provider's.
[[nodiscard]] std::string withModelName(std::string body, const std::string &model);

} // namespace gatehouse::gateway
