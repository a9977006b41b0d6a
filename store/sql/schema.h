// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The version of the schema this program reads and writes, whatever the engine.

namespace gatehouse::store {

inline constexpr int newestSchema = 21;

} // namespace gatehouse::store
