// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/secrets/named_vendor.h"

#include "core/checks/secrets/judges.h"

namespace gatehouse {

namespace {

// The name, what may follow it in an identifier ("_api_key"), an assignment, the value.
std::string expressionFor(const NamedVendor &vendor)
{
    return std::string("(?:") + vendor.names
        + R"()[\w .\-]{0,24}?(?:['"`\s]{0,4}[=:>,|?(]['"`\s=:>|,?]{0,10}|\s+is\s+['"`]?|(?:key|token|secret|password)\s{1,3}['"`]?)()"
        + vendor.value + R"()(?:[^\w\-]|$))";
}

} // namespace

SecretTable namedVendorSecrets()
{
    constexpr double confidence = 0.8, leastEntropy = 2.6;
    constexpr std::size_t shortest = 14; // of all values listed
    SecretTable table;
    for (const auto vendors : {namedVendorsAToL(), namedVendorsMToZ()}) {
        for (const NamedVendor &vendor : vendors) {
            table.push_back({std::string(vendor.vendor) + "-credential", expressionFor(vendor),
                std::string("(?:") + vendor.names + ")", confidence, leastEntropy, judgeNamedValue, nullptr,
                true, shortest});
        }
    }
    return table;
}

} // namespace gatehouse
