// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A passphrase: typed unseen at a terminal, or piped in; never an argument, which other users of the machine
// could read.

#include "core/base/error.h"
#include "core/base/secret_string.h"

namespace gatehouse::gateway::cli {

// The first line of standard input. InvalidInput when it is empty.
[[nodiscard]] Result<SecretString> readPassphrase();
// The same for something new: typed twice at a terminal, and InvalidInput when it is too short.
[[nodiscard]] Result<SecretString> readNewPassphrase();

} // namespace gatehouse::gateway::cli
