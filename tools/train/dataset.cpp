// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "tools/train/dataset.h"

#include "core/base/digest.h"

#include <array>
#include <boost/json/parse.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <zlib.h>

namespace gatehouse::train {

namespace json = boost::json;

namespace {

struct FileCloser {
    void operator()(gzFile_s *file) const { gzclose(file); }
};

Result<std::string> unpacked(const std::string &path)
{
    const std::unique_ptr<gzFile_s, FileCloser> file(gzopen(path.c_str(), "rb"));
    if (!file)
        return fail(ErrorKind::NotFound, "can't be read", path);
    std::string text;
    std::array<char, 65536> buffer{};
    int got = 0;
    while ((got = gzread(file.get(), buffer.data(), buffer.size())) > 0)
        text.append(buffer.data(), static_cast<std::size_t>(got));
    if (got < 0)
        return fail(ErrorKind::Corrupt, "no gzip file, or a damaged one", path);
    return text;
}

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

std::string fieldOf(const json::object &object, std::string_view field)
{
    const json::value *value = object.if_contains(field);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

Status addLine(const std::string &line, std::vector<Row> &rows)
{
    boost::system::error_code error;
    const json::value value = json::parse(line, error);
    if (error || !value.is_object())
        return fail(ErrorKind::InvalidInput, "a line is no JSON object");
    const json::object &object = value.get_object();
    const auto kind = kindOf(fieldOf(object, "kind"));
    std::string text = fieldOf(object, "text");
    if (kind && !text.empty())
        rows.push_back(
            {fieldOf(object, "source"), *kind, std::move(text), fieldOf(object, "split") == "dev"});
    return {};
}

Status addFile(const std::string &path, Dataset &dataset, std::string &packed)
{
    const auto text = unpacked(path);
    if (!text)
        return tl::unexpected(text.error());
    std::ifstream file(path, std::ios::binary);
    packed.append(std::istreambuf_iterator<char>(file), {});
    for (std::size_t at = 0, line = 1; at < text->size(); ++line) {
        const std::size_t end = std::min(text->find('\n', at), text->size());
        if (Status added = end > at ? addLine(text->substr(at, end - at), dataset.rows) : Status(); !added) {
            added.error().where = path + ":" + std::to_string(line);
            return added;
        }
        at = end + 1;
    }
    return {};
}

} // namespace

Result<Dataset> readDataset(const std::string &folder)
{
    Dataset dataset;
    std::string packed;
    const std::string synthetic = folder + "/synthetic.jsonl.gz";
    Status read = addFile(folder + "/injection.jsonl.gz", dataset, packed);
    if (read && std::filesystem::exists(synthetic))
        read = addFile(synthetic, dataset, packed);
    if (!read)
        return tl::unexpected(read.error());
    const Sha256 digest = sha256(packed);
    dataset.digest.assign(digest.begin(), digest.end());
    return dataset;
}

} // namespace gatehouse::train
