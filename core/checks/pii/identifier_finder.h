// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Finds identifiers of a fixed form, account numbers and crypto addresses in a text, in one pass from digit
// to digit.

#include "core/base/function_ref.h"
#include "core/checks/pii/catalogue.h"

#include <string_view>
#include <vector>

namespace gatehouse::pii {

struct IdentifierSearch {
    WantedIdentifiers wanted;
    bool ibans = false;
    std::vector<std::string_view> cryptoKinds;
    bool travelLines = false;
    double leastConfidence = 0;
    // Also reports the other forms of a kind that fit the same range, so that who asks for surer findings
    // only can choose the first of them that is sure enough.
    bool everyForm = false;
};

using FoundSink = FunctionRef<void(const FoundIdentifier &)>;

// Every valid identifier that stands alone in the text and is at least that sure.
void findIdentifiers(std::string_view text, const IdentifierSearch &search, const FoundSink &found);

} // namespace gatehouse::pii
