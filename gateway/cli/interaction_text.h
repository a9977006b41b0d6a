// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// One interaction for a reader at a terminal.

#include "store/records.h"

namespace gatehouse::gateway::cli {

void printInteraction(const store::InteractionDetail &detail);

} // namespace gatehouse::gateway::cli
