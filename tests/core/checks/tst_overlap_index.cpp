// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/overlap/overlap_index.h"

#include <QTest>
#include <random>
#include <string>

using namespace gatehouse;

namespace {

using Words = std::vector<OverlapWord>;

Words wordsOf(const std::string &text)
{
    Words words;
    readOverlapWords(text, 1000, words);
    return words;
}

std::size_t commonWords(const Words &a, std::size_t i, const Words &b, std::size_t j)
{
    std::size_t length = 0;
    while (i + length < a.size() && j + length < b.size() && a[i + length].hash == b[j + length].hash)
        ++length;
    return length;
}

// The slow twin: at each word the longest run that starts anywhere in the reference.
QStringList slowRuns(const std::string &reference, const std::string &text, std::size_t seedWords)
{
    const Words there = wordsOf(reference), here = wordsOf(text);
    QStringList runs;
    for (std::size_t i = 0; i < here.size();) {
        std::size_t longest = 0;
        for (std::size_t j = 0; j < there.size(); ++j)
            longest = std::max(longest, commonWords(here, i, there, j));
        if (longest >= seedWords)
            runs << QString("%1-%2").arg(here[i].range.start).arg(here[i + longest - 1].range.end);
        i += longest >= seedWords ? longest : 1;
    }
    return runs;
}

QStringList fastRuns(const std::string &reference, const std::string &text, std::size_t seedWords)
{
    OverlapIndex index;
    index.assign("something else that was there before", 2);
    index.assign(reference, seedWords);
    std::vector<Overlap> found;
    index.find(text, 0, found);
    QStringList runs;
    for (const Overlap &run : found)
        runs << QString("%1-%2").arg(run.here.start).arg(run.here.end);
    return runs;
}

QStringList spelt(const std::string &text)
{
    QStringList out;
    for (const OverlapWord &word : wordsOf(text))
        out << QString::fromStdString(text.substr(word.range.start, word.range.size()));
    return out;
}

} // namespace

class TestOverlapIndex : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void wordsAreRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("marks") << "**Never**, ever: _say_ (so)." << QStringList{"Never", "ever", "say", "so"};
        QTest::newRow("list numbers")
            << "1. One\n 12) two, 3. three" << QStringList{"One", "two", "3", "three"};
        QTest::newRow("numbers that say something")
            << "5 apples\n2024. A year" << QStringList{"5", "apples", "2024", "A", "year"};
        QTest::newRow("no spaces") << QString::fromUtf8("说 ok 好")
                                   << QStringList{QString::fromUtf8("说"), "ok", QString::fromUtf8("好")};
        QTest::newRow("nothing") << " --- " << QStringList{};
    }
    void wordsAreRead()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, words);
        QCOMPARE(spelt(text.toStdString()), words);
    }

    void caseIsFolded()
    {
        const Words small = wordsOf("straße élan привет"), large = wordsOf("STRAßE ÉLAN ПРИВЕТ");
        QCOMPARE(small.size(), large.size());
        for (std::size_t i = 0; i < small.size(); ++i)
            QCOMPARE(small[i].hash, large[i].hash);
    }

    void fastEqualsSlow()
    {
        std::mt19937 random(7);
        for (int round = 0; round < 2000; ++round) {
            const unsigned vocabulary = 6 + random() % 30;
            const auto text = [&] {
                std::string out;
                for (unsigned i = random() % 40; i > 0; --i)
                    out += "w" + std::to_string(random() % vocabulary) + (random() % 5 == 0 ? ", " : " ");
                return out;
            };
            const std::string reference = text(), asked = text();
            const std::size_t seedWords = 2 + random() % 4;
            QCOMPARE(fastRuns(reference, asked, seedWords), slowRuns(reference, asked, seedWords));
        }
    }

    void repetitionIsCheap()
    {
        std::string many;
        for (int i = 0; i < 200000; ++i)
            many += "again ";
        const QStringList runs = fastRuns(many, many, 4);
        QCOMPARE(runs, QStringList{"0-1199999"});
    }
};

QTEST_GUILESS_MAIN(TestOverlapIndex)
#include "tst_overlap_index.moc"
