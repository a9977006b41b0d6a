// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The gateway's log, on standard error: lines for people, or JSON objects for those who collect them.

namespace gatehouse::gateway {

// {"time":"2026-11-20T12:00:00.000Z","level":"warning","message":"…"} a line when `json`.
void logToStandardError(bool json);

} // namespace gatehouse::gateway
