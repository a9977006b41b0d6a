// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Trains the models that ship, from a folder of labelled texts, and prints how well they do.
#include "tools/train/training.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <fstream>

using namespace gatehouse;
using namespace gatehouse::train;

namespace {

constexpr unsigned contentBits = 18, instructionBits = 17;

bool save(const std::string &folder, const std::string &name, const std::string &bytes)
{
    const std::string path = folder + "/" + name;
    std::ofstream file(path, std::ios::binary);
    file << bytes;
    file.close();
    if (file)
        std::printf("\nwrote %s (%zu bytes)\n", path.c_str(), bytes.size());
    else
        std::fprintf(stderr, "gatehouse-train: %s can't be written\n", path.c_str());
    return static_cast<bool>(file);
}

} // namespace

int main(int argc, char **argv)
{
    CLI::App app("Trains the models of prompt_injection and instruction_in_data");
    std::string data, out;
    app.add_option("data", data, "folder with injection.jsonl.gz and synthetic.jsonl.gz")->required();
    app.add_option("--out", out, "folder the weights are written to")->required();
    CLI11_PARSE(app, argc, argv);

    auto dataset = readDataset(data);
    if (!dataset) {
        std::fprintf(stderr, "gatehouse-train: %s\n", dataset.error().line().c_str());
        return 3;
    }
    addOwnRows(dataset->rows);
    const Corpus corpus = makeCorpus(std::move(dataset->rows), contentBits);
    const bool saved = save(out, "prompt_injection.bin", trainContentModel(corpus, dataset->digest))
        && save(out, "instruction_in_data.bin",
            trainInstructionModel(corpus.rows, instructionBits, dataset->digest));
    return saved ? 0 : 3;
}
