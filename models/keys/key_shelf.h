// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Keys between the store and the desk: what a list of them holds, what is asked when one is issued. Runs on a
// worker's thread.

#include "models/keys/key_entry.h"
#include "store/access.h"

namespace gatehouse::console {

struct KeyShelf {
    std::vector<KeyEntry> keys; // newest first
    KeyChoices choices;
};

[[nodiscard]] KeyEntry toEntry(const store::KeyRow &row, Timestamp now);
[[nodiscard]] KeyUse toUse(const store::KeyActivity &activity);
// InvalidInput when its metadata cannot be read.
[[nodiscard]] Result<store::NewKeyRequest> toStoreRequest(const KeyRequest &request);
[[nodiscard]] Result<KeyShelf> readShelf(store::Store &store);
// Of all the key's tiers, with what was used of them.
[[nodiscard]] Result<QList<LimitEntry>> readLimits(store::Store &store, const KeyId &key);

} // namespace gatehouse::console
