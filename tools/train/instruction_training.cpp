// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/model/sentences.h"
#include "core/checks/model/window_scorer.h"
#include "tools/train/calibration.h"
#include "tools/train/folds.h"
#include "tools/train/instruction_examples.h"
#include "tools/train/quantise.h"
#include "tools/train/report.h"
#include "tools/train/training.h"

#include <algorithm>
#include <cmath>

namespace gatehouse::train {

namespace {

constexpr double least = -100; // the logit of a text without a sentence

bool isJudged(const Row &row)
{
    return isCleanData(row) || row.kind == Kind::PlantedAttack;
}

std::vector<double> crossValidated(const std::vector<Row> &rows, unsigned bucketBits, const Folds &folds)
{
    std::vector<double> logits(rows.size(), least);
    crossValidate(rows, folds, [&](const RowTest &train, const RowTest &judge) {
        const Weights weights = trainLogistic(instructionExamples(rows, bucketBits, train), bucketBits);
        for (std::size_t row = 0; row < rows.size(); ++row) {
            if (!judge(row) || !isJudged(rows[row]))
                continue;
            for (const Features &sentence : sentencesOf(rows[row].text, bucketBits))
                logits[row] = std::max(logits[row], weights.logit(sentence));
        }
    });
    return logits;
}

Line calibrated(const std::vector<Row> &rows, const Folds &folds, const std::vector<double> &logits)
{
    HarmlessScores harmless;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (folds[row] && isCleanData(rows[row]))
            harmless.plain.push_back(logits[row]);
    }
    return calibrate({harmless}).front();
}

double worstSentence(const model::LinearModel &model, const std::string &text)
{
    std::int32_t worst = INT32_MIN / 2;
    model::SentenceReader reader(text);
    while (const auto sentence = reader.next()) {
        if (sentence->size() >= model::shortestSentence)
            worst = std::max(worst,
                model::scoreText(model, std::string_view(text).substr(sentence->start, sentence->size()))
                    .heads[0]
                    .logit);
    }
    return model::probability(worst);
}

} // namespace

std::string trainInstructionModel(
    const std::vector<Row> &rows, unsigned bucketBits, const std::string &trainedOn)
{
    const Folds byRow = foldsByRow(rows), bySource = foldsBySource(rows);
    const Line line = calibrated(rows, byRow, crossValidated(rows, bucketBits, byRow));
    const std::vector<double> leftOut = crossValidated(rows, bucketBits, bySource);
    Scores scores(rows.size());
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (bySource[row] && isJudged(rows[row]))
            scores[row] = 1 / (1 + std::exp(-line.at(leftOut[row])));
    }
    printReport(
        "instruction_in_data: sources left out (cross-validation)", rows, scores, Kind::PlantedAttack);

    const TrainedHead head{"instruction",
        trainLogistic(instructionExamples(rows, bucketBits, [&](std::size_t row) { return !rows[row].held; }),
            bucketBits),
        line};
    const std::string bytes = quantised({head}, bucketBits, trainedOn);
    const model::LinearModel shipped = model::LinearModel::load(bytes).value();
    Scores held(rows.size());
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (rows[row].held && isJudged(rows[row]))
            held[row] = worstSentence(shipped, rows[row].text);
    }
    printReport("instruction_in_data: split dev, as shipped", rows, held, Kind::PlantedAttack);
    return bytes;
}

} // namespace gatehouse::train
