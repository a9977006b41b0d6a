// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// In which hours there can be calls that match a filter, by what is counted of each hour: where these are
// few, or none, lists read those instead of every call.

#include "store/sql/filter_sql.h"

namespace gatehouse::store {

// As compileFilter, narrowed when the hours are few. A call of an hour that only now begins to have such
// calls may be missed: for what is shown, and asked again as calls change, not for what is to be exact.
[[nodiscard]] Result<SqlFilter> compileForShow(Store &store, const Filter &filter, Reads reads = Reads::All);

} // namespace gatehouse::store
