// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A stream says what it took only when it is asked to.

#include "core/base/error.h"
#include "core/message/segment.h"

#include <optional>
#include <string>
#include <string_view>

namespace gatehouse {

// The body with stream_options.include_usage. `body` is a JSON object with at least one field, `facts` its
// own.
[[nodiscard]] Result<std::optional<std::string>> askForUsage(
    std::string_view body, const RequestFacts &facts);

} // namespace gatehouse
