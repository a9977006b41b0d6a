// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/access/behaviour.h"
#include "core/checks/kinds.h"
#include "core/checks/parameters.h"

#include <algorithm>

namespace gatehouse {

namespace {

struct Watch {
    double threshold = 0.99;
    std::uint64_t learnCalls = 200;
    bool key = true, useCase = false;
    std::vector<std::string> aspects; // empty: all
};

class AnomalyCheck final : public Check {
public:
    explicit AnomalyCheck(Watch watch)
        : m_watch(std::move(watch))
    {
    }

    CheckReport run(const CheckInput &input) const override
    {
        const BehaviourFacts *facts = input.call.behaviour;
        if (facts == nullptr)
            return CheckReport::notRun("no_history");
        const bool key = m_watch.key && facts->learnedOfKey >= m_watch.learnCalls;
        const bool useCase = m_watch.useCase && facts->learnedOfUseCase >= m_watch.learnCalls;
        if (!key && !useCase)
            return CheckReport::notRun("still_learning");
        CheckReport report;
        report.score = 0;
        if (key)
            judge("key", facts->ofKey, report);
        if (useCase)
            judge("use case", facts->ofUseCase, report);
        return report;
    }

    std::optional<std::size_t> decisiveBytes() const override { return 0; }

private:
    void judge(std::string_view whose, const std::vector<Unusual> &unusual, CheckReport &report) const
    {
        for (const Unusual &one : unusual) {
            if (!m_watch.aspects.empty()
                && std::find(m_watch.aspects.begin(), m_watch.aspects.end(), one.what)
                    == m_watch.aspects.end())
                continue;
            report.score = std::max(*report.score, one.score);
            if (one.score < m_watch.threshold)
                continue;
            report.outcome = CheckOutcome::Fail;
            report.reason += report.reason.empty() ? "" : "; ";
            report.reason.append(one.what).append(" of the ").append(whose).append(": ").append(one.detail);
        }
    }

    Watch m_watch;
};

Result<std::unique_ptr<Check>> makeAnomaly(const CheckParameters &parameters, PatternSetBuilder &)
{
    Watch watch;
    watch.threshold = parameters.number("threshold", watch.threshold);
    watch.learnCalls
        = static_cast<std::uint64_t>(parameters.number("learn_calls", static_cast<double>(watch.learnCalls)));
    const std::string of = parameters.text("of", "key");
    watch.key = of != "use_case";
    watch.useCase = of != "key";
    watch.aspects = parameters.texts("aspects");
    return std::make_unique<AnomalyCheck>(std::move(watch));
}

constexpr std::string_view schema = R"json({
  "type": "object",
  "properties": {
    "threshold": {"type": "number", "minimum": 0.5, "maximum": 1, "default": 0.99,
      "description": "Fails from this score: 0.99 is ten standard deviations, or a name never seen in about 200 calls with one name"},
    "learn_calls": {"type": "integer", "minimum": 10, "maximum": 100000, "default": 200,
      "description": "Calls to learn from before anything is judged"},
    "of": {"type": "string", "enum": ["key", "use_case", "both"], "default": "key",
      "description": "Whose habits a call is compared with"},
    "aspects": {"type": "array", "items": {"type": "string", "enum": ["rate", "size", "model", "tool", "hour", "stopped"]},
      "description": "What is compared, all when left out: calls in this minute, bytes, models, offered tools, hours of the day (UTC), the share of stopped calls"}
  },
  "additionalProperties": false
})json";

} // namespace

CheckKind anomalyKind()
{
    return {.kind = "anomaly",
        .summary = "Fails when a call is unlike what its key or use case usually does: rate, size, models, "
                   "tools, hours, stopped calls.",
        .stages = {Stage::Access, Stage::Request},
        .readsSegments = false,
        .parameterSchema = schema,
        .make = makeAnomaly,
        .stateful = true,
        .cost = CheckCost::Facts};
}

} // namespace gatehouse
