// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The folder beside a store where its keys are kept: made once, whole, readable by its owner only.

#include "core/base/error.h"
#include "core/base/secret_string.h"

#include <filesystem>
#include <functional>
#include <string>

namespace gatehouse::store {

// The bytes of a key file, or NotFound. NotPermitted when others may read it.
[[nodiscard]] Result<SecretString> readKeyFile(const std::string &storeLocation, const std::string &name);

// The bytes of a key file; when there is none, `make` is asked for them and they are written. Of two
// processes that do so at once both get the same bytes. A file is never seen half-written.
[[nodiscard]] Result<SecretString> ensureKeyFile(const std::string &storeLocation, const std::string &name,
    const std::function<Result<SecretString>()> &make);

// Every key of one store for another, which has none or the same ones: Conflict when it has others.
[[nodiscard]] Status copyKeyFiles(const std::string &fromLocation, const std::string &toLocation);

// Bytes of a file of ours elsewhere. Folders that are missing are made, for their owner only; an old file
// is replaced whole.
[[nodiscard]] Result<SecretString> readPrivateFile(const std::filesystem::path &path);
// A new one, for its owner only, in a folder that is there. Conflict when something of that name is.
[[nodiscard]] Status createPrivateFile(const std::filesystem::path &path, const SecretString &bytes);
[[nodiscard]] Status replacePrivateFile(const std::filesystem::path &path, const SecretString &bytes);

} // namespace gatehouse::store
