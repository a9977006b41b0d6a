// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "tools/train/instruction_examples.h"

#include "core/checks/model/sentences.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <span>

namespace gatehouse::train {

namespace {

bool startsWithAny(std::string_view text, std::span<const std::string_view> prefixes)
{
    return std::any_of(prefixes.begin(), prefixes.end(),
        [&](std::string_view prefix) { return text.substr(0, prefix.size()) == prefix; });
}

// What people ask of a model, and orders made to be planted.
constexpr std::array<std::string_view, 15> asking{"bfcl-user", "belle-", "self-instruct", "oasst",
    "open-instruct", "toolbench-query", "wildguard-benign", "gpteacher-roleplay", "frr-", "syn-direct",
    "syn-multi", "own-attack", "spikee-direct", "cyberseceval-", "actas-"};
constexpr std::array<std::string_view, 6> toolsAndDocuments{
    "bfcl-tools", "bipia-", "sweagent-", "t0-", "spikee-docs", "gpteacher-toolformer"};
// Prose that is not addressed to a model; stories of arithmetic end in a question, which is left out.
constexpr std::array<std::string_view, 8> prose{
    "owasp-", "mitre-", "garak-docs", "nemo-docs", "payloads-docs", "promptbook-", "mgsm-", "gsm8k"};

enum class Part { None, Instruction, Data };

Part partOf(const Row &row)
{
    if (isCleanData(row) || (row.benign() && startsWithAny(row.source, prose)))
        return Part::Data;
    const bool planted = row.kind == Kind::PlantedAttack;
    return !planted && startsWithAny(row.source, asking) ? Part::Instruction : Part::None;
}

void balance(std::vector<Example> &examples)
{
    double positive = 0, negative = 0;
    for (const Example &example : examples)
        (example.positive ? positive : negative) += example.weight;
    const double all = static_cast<double>(examples.size());
    for (Example &example : examples)
        example.weight *= static_cast<float>(all / 2 / (example.positive ? positive : negative));
}

} // namespace

bool isCleanData(const Row &row)
{
    return row.benign() && startsWithAny(row.source, toolsAndDocuments);
}

std::vector<Features> sentencesOf(const std::string &text, unsigned bucketBits)
{
    std::vector<Features> out;
    model::SentenceReader reader(text);
    while (const auto sentence = reader.next()) {
        if (sentence->size() < model::shortestSentence)
            continue;
        for (Features &window :
            windowsOf(std::string_view(text).substr(sentence->start, sentence->size()), bucketBits))
            out.push_back(std::move(window));
    }
    return out;
}

std::vector<Example> instructionExamples(
    const std::vector<Row> &rows, unsigned bucketBits, const std::function<bool(std::size_t)> &use)
{
    constexpr std::size_t mostOfARow = 12; // of long documents the first ones
    constexpr double most = 4, usual = 1000, evenOut = 0.5;
    std::vector<Example> examples;
    std::vector<const std::string *> sources;
    std::map<std::string, double> sizes;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Part part = partOf(rows[i]);
        if (part == Part::None || !use(i))
            continue;
        const bool stories = rows[i].source.substr(0, 4) == "mgsm" || rows[i].source == "gsm8k";
        std::vector<Features> sentences = sentencesOf(rows[i].text, bucketBits);
        if (stories && !sentences.empty())
            sentences.pop_back();
        sentences.resize(std::min(sentences.size(), mostOfARow));
        for (Features &sentence : sentences) {
            examples.push_back({std::move(sentence), part == Part::Instruction, 1});
            sources.push_back(&rows[i].source);
            ++sizes[rows[i].source];
        }
    }
    for (std::size_t i = 0; i < examples.size(); ++i)
        examples[i].weight
            = static_cast<float>(std::min(most, std::pow(sizes[*sources[i]] / usual, -evenOut)));
    balance(examples);
    return examples;
}

} // namespace gatehouse::train
