// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "tools/train/report.h"

#include "tools/train/content_examples.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <numeric>

namespace gatehouse::train {

namespace {

constexpr std::array<double, 8> thresholds{0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98};

const char *wordFor(Kind kind)
{
    switch (kind) {
    case Kind::Attack:
        return "attack";
    case Kind::PlantedAttack:
        return "planted attack";
    case Kind::Benign:
        return "benign";
    case Kind::HardBenign:
        return "hard benign";
    }
    return "";
}

double shareAbove(const std::vector<double> &scores, double threshold)
{
    const auto above
        = std::count_if(scores.begin(), scores.end(), [&](double score) { return score >= threshold; });
    return scores.empty() ? 0 : 100.0 * static_cast<double>(above) / static_cast<double>(scores.size());
}

using BySource = std::map<std::pair<Kind, std::string>, std::vector<double>>;

std::vector<double> allOf(const BySource &sources, Kind kind)
{
    std::vector<double> all;
    for (const auto &[key, scores] : sources) {
        if (key.first == kind)
            all.insert(all.end(), scores.begin(), scores.end());
    }
    return all;
}

double meanRecall(const BySource &sources, Kind wanted, double threshold)
{
    constexpr std::size_t fewest = 10;
    std::vector<double> shares;
    for (const auto &[key, scores] : sources) {
        if (key.first == wanted && scores.size() >= fewest)
            shares.push_back(shareAbove(scores, threshold));
    }
    return shares.empty()
        ? 0
        : std::accumulate(shares.begin(), shares.end(), 0.0) / static_cast<double>(shares.size());
}

} // namespace

void printReport(const std::string &title, const std::vector<Row> &rows, const Scores &scores, Kind wanted)
{
    BySource sources;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (scores[i] && !isGenerated(rows[i]))
            sources[{rows[i].kind, rows[i].source}].push_back(*scores[i]);
    }
    std::printf(
        "\n%s\n  %-14s %-24s %6s %8s %8s\n", title.c_str(), "kind", "source", "rows", ">= 0.7", ">= 0.9");
    for (const auto &[key, values] : sources)
        std::printf("  %-14s %-24s %6zu %7.1f%% %7.1f%%\n", wordFor(key.first), key.second.c_str(),
            values.size(), shareAbove(values, 0.7), shareAbove(values, 0.9));
    std::printf("  %-10s %12s %10s %12s\n", "threshold", "mean recall", "benign", "hard benign");
    for (const double threshold : thresholds)
        std::printf("  %-10.2f %11.1f%% %9.2f%% %11.2f%%\n", threshold,
            meanRecall(sources, wanted, threshold), shareAbove(allOf(sources, Kind::Benign), threshold),
            shareAbove(allOf(sources, Kind::HardBenign), threshold));
}

} // namespace gatehouse::train
