// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Credentials without a mark of their own: only the vendor's name beside the value tells.

#include "core/checks/secrets/secret_kind.h"

#include <span>

namespace gatehouse {

// `names` are the words that name the vendor, `value` the forms (length and alphabet) it issues, at least 14
// characters; case is ignored in both unless they say otherwise.
struct NamedVendor {
    const char *vendor;
    const char *names;
    const char *value;
};

[[nodiscard]] std::span<const NamedVendor> namedVendorsAToL();
[[nodiscard]] std::span<const NamedVendor> namedVendorsMToZ();

} // namespace gatehouse
