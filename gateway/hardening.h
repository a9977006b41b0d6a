// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Keeps secrets in memory: no core dumps, no other process of the same user looking in.

namespace gatehouse::gateway {

void forbidCoreDumps();

} // namespace gatehouse::gateway
