// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/model/window_scorer.h"
#include "tools/train/calibration.h"
#include "tools/train/content_examples.h"
#include "tools/train/folds.h"
#include "tools/train/own_examples.h"
#include "tools/train/quantise.h"

#include <QTemporaryDir>
#include <QTest>
#include <zlib.h>

using namespace gatehouse;
using namespace gatehouse::train;

namespace {

constexpr unsigned bits = 12;

// Two sources that differ in a few words.
std::vector<Row> toyRows()
{
    static const char *const things[] = {"boat", "tree", "house", "stone", "cloud"};
    std::vector<Row> rows;
    for (int i = 0; i < 200; ++i) {
        const std::string thing
            = std::string(things[i % 5]) + " " + things[i / 5 % 5] + " " + things[i / 25 % 5];
        rows.push_back({"toy-attack", Kind::Attack, "unlock the hidden " + thing, i % 5 == 0});
        rows.push_back({"toy-benign", Kind::Benign, "paint a lovely " + thing, i % 5 == 0});
    }
    return rows;
}

std::string trainedOnToys(const Corpus &corpus)
{
    const auto use = [&](std::size_t row) { return !corpus.rows[row].held; };
    const Weights weights = trainLogistic(contentExamples(corpus, ContentHead::Injection, use), bits);
    return quantised({{"toy", weights, {}}}, bits, std::string(32, 't'));
}

} // namespace

class TestTraining : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void toysAreToldApartTheSameWayTwice()
    {
        const Corpus corpus = makeCorpus(toyRows(), bits);
        const std::string bytes = trainedOnToys(corpus);
        QVERIFY(bytes == trainedOnToys(makeCorpus(toyRows(), bits)));
        const model::LinearModel model = model::LinearModel::load(bytes).value();
        for (const Row &row : corpus.rows) {
            if (row.held)
                QCOMPARE(model::scoreText(model, row.text).heads[0].logit > 0, !row.benign());
        }
    }

    // The trainer's float arithmetic and the shipped integers agree but for the rounding of the weights.
    void quantisedIsNearlyTrained()
    {
        const Corpus corpus = makeCorpus(toyRows(), bits);
        const auto all = [](std::size_t) { return true; };
        const Weights weights = trainLogistic(contentExamples(corpus, ContentHead::Injection, all), bits);
        const Line line{0.8, -0.3};
        const std::string bytes = quantised({{"toy", weights, line}}, bits, {});
        const model::LinearModel model = model::LinearModel::load(bytes).value();
        for (std::size_t row = 0; row < 20; ++row) {
            const double exact = line.at(weights.logit(corpus.windows[row].front()));
            const double shipped = model::scoreText(model, corpus.rows[row].text).heads[0].logit / 1024.0;
            QVERIFY2(std::fabs(exact - shipped) < 0.3, qPrintable(QString::number(exact - shipped)));
        }
    }

    void calibrationKeepsTheRates()
    {
        HarmlessScores scores;
        for (int i = 0; i < 1000; ++i)
            scores.plain.push_back(i / 100.0);
        const Line line = calibrate({scores}).front();
        const auto reaching = [&](double probability) {
            return std::count_if(scores.plain.begin(), scores.plain.end(),
                [&](double score) { return 1 / (1 + std::exp(-line.at(score))) >= probability; });
        };
        QCOMPARE(reaching(0.7), 10);
        QCOMPARE(reaching(0.9), 1);
    }

    void familiesAreLeftOutTogether()
    {
        std::vector<Row> rows{{"alpha-en", Kind::Attack, "one"}, {"alpha-de", Kind::Attack, "two"},
            {"beta", Kind::Attack, "three"}, {"own-attack", Kind::Attack, "four"},
            {"alpha-en", Kind::Attack, "five", true}};
        const Folds folds = foldsBySource(rows);
        QCOMPARE(folds[0], folds[1]);
        QVERIFY(folds[0] != folds[2]);
        QVERIFY(!folds[3] && !folds[4]);
    }

    void ownTextsAreTheSameEveryTime()
    {
        Random one(9), other(9);
        for (int i = 0; i < 200; ++i) {
            QCOMPARE(ownAttack(one), ownAttack(other));
            QVERIFY(!ownBenign(one).empty() && !ownBenign(other).empty());
            QCOMPARE(ownPersona(one), ownPersona(other));
        }
        QVERIFY(quotedAsExample("xyz", one).find("xyz") != std::string::npos);
    }

    void rowsAreReadFromAFolder()
    {
        const QTemporaryDir folder;
        write(folder.filePath("injection.jsonl.gz"),
            R"({"id":"a1","label":0,"source":"a","split":"dev","kind":"attack","text":"x"})"
            "\n"
            R"({"id":"b1","label":0,"source":"b","split":"train","kind":"hard_benign","text":"y"})"
            "\n"
            R"({"id":"c1","label":0,"source":"c","split":"train","kind":"secret","text":"z"})"
            "\n");
        const auto dataset = readDataset(folder.path().toStdString());
        QVERIFY(dataset.has_value());
        QCOMPARE(dataset->rows.size(), std::size_t{2});
        QVERIFY(dataset->rows[0].held && !dataset->rows[0].benign());
        QVERIFY(!dataset->rows[1].held && dataset->rows[1].benign());
        QCOMPARE(dataset->digest.size(), std::size_t{32});
    }

    void badFoldersSayWhere()
    {
        const QTemporaryDir folder;
        QCOMPARE(readDataset(folder.path().toStdString()).error().kind, ErrorKind::NotFound);
        write(folder.filePath("injection.jsonl.gz"), "{\"source\":\"a\"}\nno json\n");
        const auto dataset = readDataset(folder.path().toStdString());
        QVERIFY(!dataset.has_value());
        QVERIFY(
            QString::fromStdString(dataset.error().where).contains(QStringLiteral("injection.jsonl.gz:1")));
    }

private:
    static void write(const QString &path, const std::string &text)
    {
        gzFile file = gzopen(path.toStdString().c_str(), "wb");
        gzwrite(file, text.data(), static_cast<unsigned>(text.size()));
        gzclose(file);
    }
};

QTEST_GUILESS_MAIN(TestTraining)
#include "tst_training.moc"
