// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What reviews and permits read and write alike, inside a transaction of theirs.

#include "store/records.h"
#include "store/sql/query.h"
#include "store/store.h"

#include <string>
#include <vector>

namespace gatehouse::store {

struct Reviewed {
    std::int64_t n = 0;
    Blob id;
    InteractionRow row;
};
// In the order of `ids`; NotFound when one is missing. May throw SqlFailure.
[[nodiscard]] Result<std::vector<Reviewed>> readReviewed(
    Connection &connection, const std::vector<InteractionId> &ids);
void insertNote(Store &store, std::int64_t n, const std::string &text);
// "interaction:ID", or "interactions:COUNT"; the entry's states name each.
[[nodiscard]] std::string reviewObject(const std::vector<InteractionId> &ids);

} // namespace gatehouse::store
