// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Erasure of what one person said and was told: the words go, verdicts and the audit log stay.

#include "store/store.h"

#include <cstdint>
#include <string>

namespace gatehouse::store {

// Whose content: one of the two.
struct ErasureRequest {
    std::string endUser; // as a verified token named them
    std::string key; // id of a virtual key: all its calls
    std::string reason; // for the audit log; must be given
};

struct ErasureResult {
    std::int64_t erased = 0; // calls
    std::int64_t kept = 0; // under a legal hold, or still under way
};

// Takes bodies, their words in the text index, snippet, end user and source address of the calls, in short
// transactions; verdict, checks and figures stay. Audited before anything goes, the end user only as a
// fingerprint. What was interrupted goes on when it is asked for again. What people wrote themselves (notes,
// reasons) is not touched.
[[nodiscard]] Result<ErasureResult> eraseContent(Store &store, const ErasureRequest &request);

} // namespace gatehouse::store
