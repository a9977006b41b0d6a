// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A recorded call as other programs' finding: OCSF 1.3, class 2004 (Detection Finding).
//
// https://schema.ocsf.io/1.3.0/classes/detection_finding. Holds evidence as labels and places, never content.

#include "store/records.h"

#include <string>

namespace gatehouse::store {

// One object, on one line, without its line feed.
[[nodiscard]] std::string toOcsf(const InteractionDetail &detail);

} // namespace gatehouse::store
