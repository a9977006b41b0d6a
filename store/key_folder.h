// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The folder beside a store where its keys are kept: made once, whole, readable by its owner only.

#include "core/base/error.h"
#include "core/base/secret_string.h"

#include <functional>
#include <string>

namespace gatehouse::store {

// The bytes of a key file, or NotFound. NotPermitted when others may read it.
[[nodiscard]] Result<SecretString> readKeyFile(const std::string &storeLocation, const std::string &name);

// The bytes of a key file; when there is none, `make` is asked for them and they are written. Of two
// processes that do so at once both get the same bytes. A file is never seen half-written.
[[nodiscard]] Result<SecretString> ensureKeyFile(const std::string &storeLocation, const std::string &name,
    const std::function<Result<SecretString>()> &make);

} // namespace gatehouse::store
