// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "tools/eval/source_table.h"

#include "tools/eval/check_groups.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

namespace gatehouse::tools {

namespace {

struct Gathered {
    SourceLine line;
    std::set<std::string> kinds;
    std::vector<double> scores, micros;
};

void add(Gathered &into, const RowResult &row)
{
    into.line.group = row.group;
    into.line.generated = isGenerated(row);
    into.kinds.insert(row.kind);
    into.line.flagged.add(row.verdict != VerdictKind::Allowed);
    into.line.blocked.add(row.verdict == VerdictKind::Blocked);
    into.line.byGroup.add(row.flaggedByGroup());
    const double score = row.score();
    into.scores.push_back(score);
    const double tenth = std::clamp(std::floor(score * 10), 0.0, 9.0);
    ++into.line.histogram[static_cast<std::size_t>(tenth)];
    into.micros.push_back(row.micros);
}

SourceLine finished(Gathered &gathered)
{
    std::sort(gathered.scores.begin(), gathered.scores.end());
    std::sort(gathered.micros.begin(), gathered.micros.end());
    SourceLine line = std::move(gathered.line);
    for (const std::string &kind : gathered.kinds)
        line.kinds += (line.kinds.empty() ? "" : ",") + kind;
    line.scores
        = {quantile(gathered.scores, 0.5), quantile(gathered.scores, 0.9), quantile(gathered.scores, 0.99)};
    line.meanMicros = std::accumulate(gathered.micros.begin(), gathered.micros.end(), 0.0)
        / static_cast<double>(gathered.micros.size());
    line.p99Micros = quantile(gathered.micros, 0.99);
    return line;
}

} // namespace

double quantile(const std::vector<double> &sorted, double share)
{
    if (sorted.empty())
        return 0;
    const double rank = std::ceil(share * static_cast<double>(sorted.size()));
    const auto index = static_cast<std::size_t>(std::max(rank, 1.0)) - 1;
    return sorted[std::min(index, sorted.size() - 1)];
}

std::vector<SourceLine> sourceTable(const std::vector<RowResult> &rows)
{
    std::map<std::tuple<std::string, std::string, int>, Gathered> gathered;
    for (const RowResult &row : rows) {
        Gathered &into = gathered[{row.file, row.source, row.label}];
        into.line.file = row.file;
        into.line.source = row.source;
        into.line.label = row.label;
        add(into, row);
    }
    std::vector<SourceLine> lines;
    lines.reserve(gathered.size());
    for (auto &[key, one] : gathered)
        lines.push_back(finished(one));
    return lines;
}

} // namespace gatehouse::tools
