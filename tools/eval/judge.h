// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Runs the whole policy over a labelled row, as the gateway would over a call.

#include "core/policy/compiled_policy.h"
#include "tools/eval/evidence_check.h"
#include "tools/eval/row_result.h"
#include "tools/eval/zones.h"

#include <map>
#include <memory>

namespace gatehouse::tools {

class Judge {
public:
    Judge(std::shared_ptr<const CompiledPolicy> policy, ZoneChoice zones);

    // InvalidInput when a body can't be read. The text a row was made from (meta.plain) is judged as well,
    // once however many rows share it.
    [[nodiscard]] Result<RowResult> judge(const LabelledRow &row);

    [[nodiscard]] const EvidenceTally &evidence() const { return m_evidence; }
    // Identifiers made wrong by one digit (they stand in no data set), and how many of them were flagged.
    struct Invalid {
        std::size_t made = 0, flagged = 0;
    };
    [[nodiscard]] const Invalid &invalidIdentifiers() const { return m_invalid; }

private:
    [[nodiscard]] Verdict judgeText(const std::string &text, TrustZone zone, const std::string &id);
    [[nodiscard]] bool plainIsFlagged(const std::string &plain, TrustZone zone);
    void markSpans(const LabelledRow &row, const Verdict &verdict, RowResult &result);
    [[nodiscard]] Result<Verdict> judgeContent(const LabelledRow &row, RowResult &result);

    std::shared_ptr<const CompiledPolicy> m_policy;
    ZoneChoice m_zones;
    EvidenceTally m_evidence;
    Invalid m_invalid;
    std::map<std::pair<TrustZone, std::string>, bool> m_plain;
};

} // namespace gatehouse::tools
