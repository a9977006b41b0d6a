// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The ranked lists of the Overview, from the store's rollups. Called where the store is read.

#include "models/overview/overview_data.h"
#include "store/rollups.h"

namespace gatehouse::console {

// Fills in everything of `data` but its figures and steps.
[[nodiscard]] Status readLists(store::Store &store, const store::HourRange &range, OverviewData &data);

} // namespace gatehouse::console
