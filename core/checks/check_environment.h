// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a check needs from outside the policy document: it is never written into one, nor into the store.

#include "core/base/secret_string.h"

namespace gatehouse {

struct CheckEnvironment {
    // Key of the fingerprints of known secrets; empty: there is none. At least 16 bytes.
    SecretString fingerprintKey;
};

} // namespace gatehouse
