// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A sample call after it went through the enforcement core, ready to be stored.

#include "core/policy/compiled_policy.h"
#include "store/demo/sample_call.h"
#include "store/key_material.h"
#include "store/records.h"

namespace gatehouse::store {

struct JudgedCall {
    RequestRecord request;
    VerdictRecord verdict;
};

struct CallPlace {
    InteractionId id;
    Timestamp at{};
};

// An error means that a sample is not in the wire format: a mistake in the phrases.
[[nodiscard]] Result<JudgedCall> judgeSampleCall(const CompiledPolicy &policy, const PayloadHasher &hasher,
    const KeyRecord &key, const SampleCall &call, const CallPlace &place);

} // namespace gatehouse::store
