// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What an exception would have been applied to, had it been there: counted on recorded calls before it is
// made.

#include "core/policy/exceptions.h"
#include "store/store.h"

namespace gatehouse::store {

struct ExceptionPreview {
    std::int64_t found = 0; // calls in its scope in which the rule found something
    std::int64_t lifted = 0; // of those, it would have been applied to
    std::int64_t notTestable = 0; // what was found in them is masked or not stored
    bool complete = true; // false: only the newest calls were looked at
    friend bool operator==(const ExceptionPreview &, const ExceptionPreview &) = default;
};

// Of the calls since then that the reader may see. The exception needs no id, reason or end; InvalidInput for
// a pattern that can't be read.
[[nodiscard]] Result<ExceptionPreview> previewException(
    Store &store, const PolicyException &exception, Timestamp since);

} // namespace gatehouse::store
