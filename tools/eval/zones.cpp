// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "tools/eval/zones.h"

#include "core/policy/verdict.h"

namespace gatehouse::tools {

namespace {

struct KnownSource {
    std::string_view start;
    TrustZone zone;
};
// Sources of clean data, as the data's own table describes them.
constexpr KnownSource knownSources[] = {{"bipia-", TrustZone::Document}, {"spikee-docs", TrustZone::Document},
    {"t0-docs", TrustZone::Document}, {"sweagent-obs", TrustZone::Tool},
    {"bfcl-tools", TrustZone::ToolDefinition}};

} // namespace

TrustZone ZoneChoice::of(const LabelledRow &row) const
{
    if (row.zone)
        return *row.zone;
    if (const auto noted = fromName<TrustZone>(row.metaText("zone")))
        return *noted;
    if (const auto asked = bySource.find(row.source); asked != bySource.end())
        return asked->second;
    if (const auto asked = byKind.find(row.kind); asked != byKind.end())
        return asked->second;
    if (row.kind == "indirect_attack")
        return TrustZone::Document;
    for (const KnownSource &known : knownSources) {
        if (row.source.starts_with(known.start))
            return known.zone;
    }
    return TrustZone::User;
}

} // namespace gatehouse::tools
