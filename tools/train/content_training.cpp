// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/model/window_scorer.h"
#include "tools/train/calibration.h"
#include "tools/train/folds.h"
#include "tools/train/quantise.h"
#include "tools/train/report.h"
#include "tools/train/training.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace gatehouse::train {

namespace {

constexpr std::array<ContentHead, 2> heads{ContentHead::Jailbreak, ContentHead::Injection};
constexpr std::array<const char *, 2> names{"jailbreak", "injection"};

using HeadLogits = std::array<std::vector<double>, 2>; // by head and row

Weights trained(const Corpus &corpus, ContentHead head, const RowTest &use)
{
    return trainLogistic(contentExamples(corpus, head, use), corpus.bucketBits);
}

double worstWindow(const Weights &weights, const std::vector<Features> &windows)
{
    double worst = -HUGE_VAL;
    for (const Features &window : windows)
        worst = std::max(worst, weights.logit(window));
    return worst;
}

HeadLogits crossValidated(const Corpus &corpus, const Folds &folds)
{
    HeadLogits logits;
    for (std::size_t head = 0; head < heads.size(); ++head) {
        logits[head].resize(corpus.rows.size());
        crossValidate(corpus.rows, folds, [&](const RowTest &train, const RowTest &judge) {
            const Weights weights = trained(corpus, heads[head], train);
            for (std::size_t row = 0; row < corpus.rows.size(); ++row) {
                if (judge(row))
                    logits[head][row] = worstWindow(weights, corpus.windows[row]);
            }
        });
    }
    return logits;
}

std::vector<Line> calibrated(const Corpus &corpus, const Folds &folds, const HeadLogits &logits)
{
    std::vector<HarmlessScores> harmless(heads.size());
    for (std::size_t head = 0; head < heads.size(); ++head) {
        for (std::size_t row = 0; row < corpus.rows.size(); ++row) {
            if (!folds[row] || !corpus.rows[row].benign())
                continue;
            const bool plain = corpus.rows[row].kind == Kind::Benign;
            (plain ? harmless[head].plain : harmless[head].hard).push_back(logits[head][row]);
        }
    }
    return calibrate(harmless);
}

Scores probabilities(const Folds &folds, const HeadLogits &logits, const std::vector<Line> &lines)
{
    Scores scores(folds.size());
    for (std::size_t row = 0; row < folds.size(); ++row) {
        if (folds[row])
            scores[row]
                = 1 / (1 + std::exp(-std::max(lines[0].at(logits[0][row]), lines[1].at(logits[1][row]))));
    }
    return scores;
}

Scores heldScores(const Corpus &corpus, const model::LinearModel &model)
{
    Scores scores(corpus.rows.size());
    for (std::size_t row = 0; row < scores.size(); ++row) {
        if (!corpus.rows[row].held)
            continue;
        const model::TextScore score = model::scoreText(model, corpus.rows[row].text);
        scores[row] = model::probability(std::max(score.heads[0].logit, score.heads[1].logit));
    }
    return scores;
}

} // namespace

std::string trainContentModel(const Corpus &corpus, const std::string &trainedOn)
{
    const Folds byRow = foldsByRow(corpus.rows), bySource = foldsBySource(corpus.rows);
    const std::vector<Line> lines = calibrated(corpus, byRow, crossValidated(corpus, byRow));
    printReport("prompt_injection: sources left out (cross-validation)", corpus.rows,
        probabilities(bySource, crossValidated(corpus, bySource), lines), Kind::Attack);

    std::vector<TrainedHead> result;
    for (std::size_t head = 0; head < heads.size(); ++head)
        result.push_back({names[head],
            trained(corpus, heads[head], [&](std::size_t row) { return !corpus.rows[row].held; }),
            lines[head]});
    const std::string bytes = quantised(result, corpus.bucketBits, trainedOn);
    printReport("prompt_injection: split dev, as shipped", corpus.rows,
        heldScores(corpus, model::LinearModel::load(bytes).value()), Kind::Attack);
    return bytes;
}

} // namespace gatehouse::train
