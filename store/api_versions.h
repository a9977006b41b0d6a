// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The versions of the providers' APIs this program was written against.

#include "store/records.h"

namespace gatehouse::store {

// What a provider that names no version is asked with; empty for kinds that have none.
[[nodiscard]] std::string_view usualApiVersion(ProviderKind kind);

} // namespace gatehouse::store
