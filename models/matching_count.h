// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How many calls a filter matches.

#include "core/base/error.h"
#include "store/store.h"

#include <QtGlobal>

#include <string>

namespace gatehouse::console {

// On a worker's thread. InvalidInput as the filter language gives it.
[[nodiscard]] Result<qint64> countMatching(store::Store &store, const std::string &filter);

} // namespace gatehouse::console
