// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a rule has sealed of a call, on its way to the store.

#include "gateway/session/interaction.h"
#include "store/originals.h"

#include <string>
#include <vector>

namespace gatehouse::gateway {

// The envelope for all reviewers this gateway trusts; "" where there is nothing to seal. Without a reviewer
// (Snapshot::sealingProblem), or when sealing fails, it is "" too: the call goes on with its masks alone.
[[nodiscard]] std::string sealedOriginals(
    const Interaction &interaction, BodyPart in, std::vector<store::Original> originals);

} // namespace gatehouse::gateway
