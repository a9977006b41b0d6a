// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Calls as a gateway records them, written through its journal.

#include "store/journal.h"

#include <string>

namespace gatehouse::bench {

// Whether the verdict is written with its request, as of a call that is answered at once, or a group later,
// as of a stream.
enum class Answered { AtOnce, Later };

// Writes this many, a few hundred under way at any time, and waits until all are durable.
void serveCalls(store::Journal &journal, int calls, Answered answered);

} // namespace gatehouse::bench
