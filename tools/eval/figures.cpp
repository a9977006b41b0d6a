// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "tools/eval/figures.h"

#include "tools/eval/check_groups.h"

#include <algorithm>

namespace gatehouse::tools {

namespace {

using BySource = std::map<std::string, std::vector<bool>>;

bool isData(const RowResult &row)
{
    return row.zone != TrustZone::User && row.zone != TrustZone::System;
}

bool isHarmlessPlant(const RowResult &row)
{
    return row.source.starts_with("bipia-");
}

MeanRecall meanOf(const BySource &bySource)
{
    const auto pooled = withSmallOnesPooled(bySource);
    MeanRecall mean;
    mean.sources = pooled.size();
    for (const auto &[source, found] : pooled)
        mean.value += static_cast<double>(std::count(found.begin(), found.end(), true))
            / static_cast<double>(found.size()) / static_cast<double>(pooled.size());
    return mean;
}

// The rows whose text is as somebody wrote it, about injection.
struct Injections {
    BySource attacks, planted, harmless;
    Scores content, data;

    void add(const RowResult &row, Figures &figures)
    {
        const bool found = row.flaggedByGroup();
        if (row.label == 1)
            addWanted(row, found);
        else
            addBenign(row, found, figures);
    }

private:
    void addWanted(const RowResult &row, bool found)
    {
        if (row.kind == "indirect_attack") {
            (isHarmlessPlant(row) ? harmless : planted)[row.source].push_back(found);
            if (!isHarmlessPlant(row))
                data.wanted[row.source].push_back(row.scoreOf("instruction_in_data"));
        } else {
            attacks[row.source].push_back(found);
            content.wanted[row.source].push_back(row.scoreOf("prompt_injection"));
        }
    }

    void addBenign(const RowResult &row, bool found, Figures &figures)
    {
        if (isData(row)) {
            figures.cleanData.add(found);
            data.benign.push_back(row.scoreOf("instruction_in_data"));
            return;
        }
        const bool hard = row.kind == "hard_benign";
        (hard ? figures.hardBenign : figures.benign).add(found);
        (hard ? content.hard : content.benign).push_back(row.scoreOf("prompt_injection"));
    }
};

void addTransformed(const RowResult &row, std::map<std::string, TransformLine> &lines)
{
    TransformLine &line = lines[row.transform];
    line.transform = row.transform;
    if (row.label == 0) {
        line.benign.add(row.flaggedByGroup());
        return;
    }
    line.found.add(row.flaggedByGroup());
    line.plain.add(row.plainFlagged);
}

void addPersonal(const RowResult &row, Figures &figures)
{
    for (const MarkedSpan &span : row.marked) {
        figures.entities[span.entity].add(span.found);
        figures.structured.add(span.found);
    }
    if (row.label == 0 && row.source.starts_with("numbers-"))
        figures.arithmetic.add(row.flaggedByGroup());
}

void addChecks(const RowResult &row, std::map<std::string, CheckLine> &lines)
{
    for (const CheckSeen &seen : row.checks) {
        CheckLine &line = lines[seen.check];
        line.check = seen.check;
        (row.label == 1 ? line.wanted : line.benign).add(seen.failed);
    }
}

template <class Line>
std::vector<Line> linesOf(const std::map<std::string, Line> &lines)
{
    std::vector<Line> out;
    out.reserve(lines.size());
    for (const auto &[key, line] : lines)
        out.push_back(line);
    return out;
}

} // namespace

Figures figuresOf(const std::vector<RowResult> &rows)
{
    Figures figures;
    Injections injections;
    std::map<std::string, TransformLine> transforms;
    std::map<std::string, CheckLine> checks;
    for (const RowResult &row : rows) {
        addChecks(row, checks);
        if (isGenerated(row))
            continue;
        if (!row.transform.empty())
            addTransformed(row, transforms);
        else if (row.group == CheckGroup::Injection)
            injections.add(row, figures);
        else if (row.group == CheckGroup::Secrets)
            (row.label == 1 ? figures.secrets : figures.lookAlikes).add(row.flaggedByGroup());
        else if (row.group == CheckGroup::PersonalData)
            addPersonal(row, figures);
    }
    figures.attacks = meanOf(injections.attacks);
    figures.planted = meanOf(injections.planted);
    figures.plantedHarmless = meanOf(injections.harmless);
    figures.transforms = linesOf(transforms);
    figures.checks = linesOf(checks);
    figures.injection = thresholdCurve(injections.content, false);
    figures.injectionWithHard = thresholdCurve(injections.content, true);
    figures.data = thresholdCurve(injections.data, false);
    return figures;
}

} // namespace gatehouse::tools
