// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Where the text of a labelled row is said to have come from.

#include "tools/data/labelled_rows.h"

#include <map>

namespace gatehouse::tools {

struct ZoneChoice {
    std::map<std::string, TrustZone> byKind, bySource; // asked for on the command line

    // The row's own zone first, then what was asked for, then: planted attacks and clean documents are
    // documents, what tools answered is tool output, everything else is the user's.
    [[nodiscard]] TrustZone of(const LabelledRow &row) const;
};

} // namespace gatehouse::tools
