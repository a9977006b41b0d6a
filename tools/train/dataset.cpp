// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "tools/train/dataset.h"

#include "core/base/digest.h"
#include "tools/data/labelled_rows.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>

namespace gatehouse::train {

namespace {

std::optional<Kind> kindOf(std::string_view word)
{
    if (word == "attack")
        return Kind::Attack;
    if (word == "indirect_attack")
        return Kind::PlantedAttack;
    if (word == "benign")
        return Kind::Benign;
    if (word == "hard_benign")
        return Kind::HardBenign;
    return {};
}

Status addFile(const std::filesystem::path &path, Dataset &dataset, std::string &packed)
{
    std::ifstream file(path, std::ios::binary);
    packed.append(std::istreambuf_iterator<char>(file), {});
    return tools::readLabelledRows(path, [&](tools::LabelledRow &&row) {
        const auto kind = kindOf(row.kind);
        if (kind && !row.text.empty())
            dataset.rows.push_back({std::move(row.source), *kind, std::move(row.text), row.split == "dev"});
        return true;
    });
}

} // namespace

Result<Dataset> readDataset(const std::string &folder)
{
    Dataset dataset;
    std::string packed;
    const std::filesystem::path place(folder);
    Status read = addFile(place / "injection.jsonl.gz", dataset, packed);
    if (read && std::filesystem::exists(place / "synthetic.jsonl.gz"))
        read = addFile(place / "synthetic.jsonl.gz", dataset, packed);
    if (!read)
        return tl::unexpected(read.error());
    const Sha256 digest = sha256(packed);
    dataset.digest.assign(digest.begin(), digest.end());
    return dataset;
}

} // namespace gatehouse::train
