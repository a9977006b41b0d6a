// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A credential piped in: never an argument, which other users of the machine could read.

#include "core/base/error.h"
#include "core/base/secret_string.h"

namespace gatehouse::gateway::cli {

// The first line of standard input. InvalidInput when it is empty or not visible ASCII.
[[nodiscard]] Result<SecretString> readCredential();

} // namespace gatehouse::gateway::cli
