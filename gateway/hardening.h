// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What the process asks of the system at its start.

#include <cstddef>

namespace gatehouse::gateway {

// Keeps secrets in memory: no core dumps, no other process of the same user looking in.
void forbidCoreDumps();
// Many systems give a process 1024 files, of which each connection is one; asks for as many as it may have.
void allowConnections(std::size_t atOnce);

} // namespace gatehouse::gateway
