// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/kinds.h"
#include "core/checks/model/sentences.h"
#include "core/checks/model/window_scorer.h"
#include "core/checks/span_list.h"
#include "core/checks/zone_thresholds.h"

#include <algorithm>

namespace gatehouse {

namespace {

class InstructionInDataCheck final : public Check {
public:
    explicit InstructionInDataCheck(ZoneThresholds thresholds)
        : m_thresholds(thresholds)
    {
    }

    CheckReport run(const CheckInput &input) const override
    {
        CheckReport report;
        report.bytesRead = bytesOf(input.segments);
        double highest = 0;
        for (const ScannedSegment &scanned : input.segments)
            highest = std::max(highest, judge(scanned, report.findings));
        closeReport(report);
        report.score = highest;
        return report;
    }

private:
    // Each sentence by itself: an order of one line is not outvoted by the page around it.
    double judge(const ScannedSegment &scanned, std::vector<CheckFinding> &findings) const
    {
        const model::LinearModel &model = model::instructionModel();
        const double threshold = m_thresholds.of(scanned.segment->zone);
        std::int32_t highest = INT32_MIN / 2;
        model::SentenceReader sentences(scanned.text);
        while (const auto sentence = sentences.next()) {
            if (sentence->size() < model::shortestSentence)
                continue;
            const std::int32_t logit
                = model::scoreText(model, scanned.text.substr(sentence->start, sentence->size()))
                      .heads[0]
                      .logit;
            highest = std::max(highest, logit);
            if (logit >= leastFinding && model::probability(logit) >= threshold)
                findings.push_back({&scanned, *sentence, "instruction", model::probability(logit)});
        }
        return model::probability(highest);
    }

    // Thresholds are at least 0.01, so that most sentences need no exponential function.
    static constexpr std::int32_t leastFinding = -4800;

    ZoneThresholds m_thresholds;
};

Result<std::unique_ptr<Check>> makeInstructionInData(
    const CheckParameters &parameters, PatternSetBuilder & /*patterns*/)
{
    constexpr double defaultThreshold = 0.7;
    return std::make_unique<InstructionInDataCheck>(ZoneThresholds(parameters, defaultThreshold));
}

std::string buildSchema()
{
    return R"json({
  "type": "object",
  "properties": {
    "threshold": {"type": "number", "minimum": 0.01, "maximum": 1, "default": 0.7,
      "description": "The score of a sentence that is a finding: 0.7 is reached in one harmless document in a hundred, 0.9 in one in a thousand"},
    "zone_thresholds": )json"
        + ZoneThresholds::schema("0.01") + R"json(
  },
  "additionalProperties": false
})json";
}

} // namespace

CheckKind instructionInDataKind()
{
    static const std::string schema = buildSchema();
    return {.kind = "instruction_in_data",
        .summary
        = "Finds sentences in tool results and documents that are worded as instructions to the model.",
        .stages = textStages(),
        .parameterSchema = schema,
        .make = makeInstructionInData,
        .readsViews = true,
        .zones = {TrustZone::Tool, TrustZone::Document}};
}

} // namespace gatehouse
