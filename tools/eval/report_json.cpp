// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/base/plain_json.h"
#include "tools/eval/check_groups.h"
#include "tools/eval/report.h"

#include <boost/json/serialize.hpp>
#include <boost/json/value_from.hpp>

namespace gatehouse::tools {

namespace json = boost::json;

namespace {

json::object rate(const Rate &value)
{
    return {{"hits", value.hits}, {"of", value.of}, {"rate", value.value()}};
}

json::object mean(const MeanRecall &value)
{
    return {{"mean_recall", value.value}, {"sources", value.sources}};
}

json::array sources(const std::vector<SourceLine> &lines)
{
    json::array out;
    for (const SourceLine &line : lines)
        out.push_back(json::object{{"file", line.file}, {"source", line.source}, {"kinds", line.kinds},
            {"checks", name(line.group)}, {"label", line.label}, {"generated", line.generated},
            {"flagged", rate(line.flagged)}, {"blocked", rate(line.blocked)},
            {"by_checks", rate(line.byGroup)}, {"score_quantiles", json::value_from(line.scores)},
            {"score_histogram", json::value_from(line.histogram)}, {"mean_us", line.meanMicros},
            {"p99_us", line.p99Micros}});
    return out;
}

json::array transforms(const std::vector<TransformLine> &lines)
{
    json::array out;
    for (const TransformLine &line : lines)
        out.push_back(json::object{{"transform", line.transform}, {"found", rate(line.found)},
            {"plain", rate(line.plain)}, {"benign", rate(line.benign)}});
    return out;
}

json::array curve(const std::vector<CurvePoint> &points)
{
    json::array out;
    for (const CurvePoint &point : points)
        out.push_back(json::object{{"at_most", point.target}, {"threshold", point.threshold},
            {"benign", point.benign}, {"hard_benign", point.hard}, {"mean_recall", point.recall}});
    return out;
}

json::array checks(const std::vector<CheckLine> &lines)
{
    json::array out;
    for (const CheckLine &line : lines)
        out.push_back(json::object{
            {"check", line.check}, {"wanted", rate(line.wanted)}, {"benign", rate(line.benign)}});
    return out;
}

json::object totals(const Report &report)
{
    const Figures &figures = report.figures;
    json::object entities;
    for (const auto &[entity, value] : figures.entities)
        entities[entity] = rate(value);
    return {{"attacks", mean(figures.attacks)}, {"benign", rate(figures.benign)},
        {"hard_benign", rate(figures.hardBenign)}, {"planted", mean(figures.planted)},
        {"planted_harmless", mean(figures.plantedHarmless)}, {"clean_data", rate(figures.cleanData)},
        {"secrets", rate(figures.secrets)}, {"look_alikes", rate(figures.lookAlikes)},
        {"pii_structured", rate(figures.structured)}, {"pii_entities", entities},
        {"pii_invalid", rate({report.invalid.flagged, report.invalid.made})},
        {"pii_arithmetic", rate(figures.arithmetic)}};
}

json::array rows(const std::vector<RowResult> &results)
{
    json::array out;
    for (const RowResult &row : results) {
        json::object scores;
        for (const CheckSeen &seen : row.checks) {
            if (seen.failed || seen.score)
                scores[seen.check] = json::object{{"failed", seen.failed},
                    {"score", seen.score ? json::value(*seen.score) : json::value()},
                    {"labels", json::value_from(seen.labels)}};
        }
        out.push_back(
            json::object{{"id", row.id}, {"source", row.source}, {"kind", row.kind}, {"label", row.label},
                {"zone", gatehouse::name(row.zone)}, {"verdict", gatehouse::name(row.verdict)},
                {"by_checks", row.flaggedByGroup()}, {"checks", std::move(scores)}, {"us", row.micros}});
    }
    return out;
}

} // namespace

std::string reportJson(const Report &report)
{
    const Figures &figures = report.figures;
    const json::object document{{"format", "gatehouse-eval/1"}, {"folder", report.folder},
        {"split", report.split}, {"policy", report.policyName}, {"policy_version", report.policyVersion},
        {"core", GATEHOUSE_VERSION}, {"mean_us", report.meanMicros}, {"p99_us", report.p99Micros},
        {"us_per_kb", report.microsPerKilobyte}, {"totals", totals(report)},
        {"sources", sources(report.sources)}, {"obfuscated", transforms(figures.transforms)},
        {"curves",
            json::object{{"prompt_injection", curve(figures.injection)},
                {"prompt_injection_with_hard", curve(figures.injectionWithHard)},
                {"instruction_in_data", curve(figures.data)}}},
        {"checks", checks(figures.checks)},
        {"evidence",
            json::object{{"verified", report.evidence.verified},
                {"through_views", report.evidence.throughViews},
                {"wrong", json::value_from(report.evidence.wrong)}}},
        {"rows", rows(report.rows)}};
    return plainJson(document) + '\n';
}

} // namespace gatehouse::tools
