// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/access/virtual_key.h"
#include "core/checks/kinds.h"
#include "core/checks/parameters.h"
#include "core/checks/pattern_set.h"
#include "core/checks/span_list.h"

namespace gatehouse {

namespace {

class VirtualKeysCheck final : public Check {
public:
    explicit VirtualKeysCheck(Pattern form)
        : m_form(std::move(form))
    {
    }

    CheckReport run(const CheckInput &input) const override
    {
        CheckReport report;
        report.bytesRead = bytesOf(input.segments);
        for (const ScannedSegment &scanned : input.segments) {
            if (!scanned.hits->contains(m_form.id()))
                continue;
            std::vector<CheckFinding> found;
            for (const FoundVirtualKey &key : findVirtualKeys(scanned.text))
                found.push_back({&scanned, key.range, "virtual-key-" + key.id.value});
            appendWithoutOverlap(std::move(found), report.findings);
        }
        closeReport(report);
        return report;
    }

    std::optional<std::size_t> decisiveBytes() const override { return wholeKey; }
    bool needsPatternHit() const override { return true; }

private:
    static constexpr std::size_t wholeKey = 67; // see core/access/virtual_key.h

    Pattern m_form;
};

Result<std::unique_ptr<Check>> makeVirtualKeys(const CheckParameters &, PatternSetBuilder &patterns)
{
    auto form = patterns.add(
        {.expression = "gthk_[0-9A-Za-z]{12}_[0-9A-Za-z]{49}", .anchor = "gthk_", .rulePack = true});
    if (!form)
        return tl::unexpected(form.error());
    return std::make_unique<VirtualKeysCheck>(*form);
}

} // namespace

CheckKind virtualKeysKind()
{
    return {.kind = "virtual_keys",
        .summary = "Finds virtual keys of Gatehouse in any text, by form and checksum, and names each by its "
                   "public id.",
        .stages = textStages(),
        .sensitive = true,
        .parameterSchema = R"json({"type": "object", "properties": {}, "additionalProperties": false})json",
        .make = makeVirtualKeys,
        .readsViews = true,
        .cost = CheckCost::Hits};
}

} // namespace gatehouse
