// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Walks files and folders for virtual keys, in constant memory, whatever the files hold.

#include "core/access/virtual_key.h"
#include "core/base/error.h"

#include <cstdint>
#include <functional>
#include <string>

namespace gatehouse::gateway::cli {

struct KeyInFile {
    std::string path; // as the file system has it: any bytes
    std::uint64_t line = 1; // counted by line feeds
    std::uint64_t offset = 0; // byte of the file where the key starts
    KeyId id;
};

// `path` may be a file, a folder or "-". Within folders only regular files are read: links are not followed,
// devices and pipes not opened. What can't be read is told to `onUnread`, one call each, and the walk goes
// on.
void scanForKeys(const std::string &path, const std::function<void(const KeyInFile &)> &onFound,
    const std::function<void(const Error &)> &onUnread);

} // namespace gatehouse::gateway::cli
