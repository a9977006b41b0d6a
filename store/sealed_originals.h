// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The originals of a call that are sealed in the store, and their being looked at.

#include "store/originals.h"
#include "store/recipient_key.h"
#include "store/store.h"

#include <string>
#include <vector>

namespace gatehouse::store {

// What stood under the masks of a call, body by body. That somebody looks, with which key and why is in the
// audit log before anything is opened, whether or not the key fits. InvalidInput without a reason; NotFound
// when there is no such call; Conflict when nothing of it is sealed; NotPermitted when it is not for this
// person, or the key does not open it; Corrupt when it is another call's.
[[nodiscard]] Result<std::vector<BodyOriginals>> revealOriginals(
    Store &store, const InteractionId &id, const RecipientKey &key, const std::string &reason);

} // namespace gatehouse::store
