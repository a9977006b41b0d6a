// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/pattern_stream.h"

#include <QTest>
#include <random>

using namespace gatehouse;

namespace {

// Patterns whose hits depend on what stands before, after, or at the end of the text so far.
const std::vector<PatternSource> sources{{"cat", {}}, {R"(\bcat\b)", {}}, {"^line", {}}, {"line$", {}},
    {"(?:[^a-z]|^)dog(?:[^a-z]|$)", {}}, {"[0-9]{3,5}", {}}, {R"([0-9]{4,}\b)", {}}, {"a.c", {}},
    {"ZEBRA", {}, true}, {"secret=([a-z]+)", "secret="}, {"\u00fcber.", {}}};

struct Patterns {
    Patterns()
    {
        for (const PatternSource &source : sources)
            patterns.push_back(*builder.add(source));
        set = *builder.build();
        used = builder.takeUsed();
        streams = std::make_unique<PatternStreamSet>(builder.streamPatterns(used));
    }

    PatternSetBuilder builder;
    std::vector<Pattern> patterns;
    std::vector<PatternId> used;
    std::shared_ptr<const PatternSet> set;
    std::unique_ptr<PatternStreamSet> streams;
};

} // namespace

class TestPatternStream : public QObject {
    Q_OBJECT

    Patterns m_patterns;

    // What the stream says after each piece, beside a scan of all the text so far.
    void compare(const std::string &text, std::mt19937 &random)
    {
        PatternStream stream(*m_patterns.streams);
        PatternHits candidates;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t size = 1 + random() % 4;
            stream.append(std::string_view(text).substr(at, size));
            at = std::min(text.size(), at + size);
            const std::string soFar = text.substr(0, at);
            const PatternHits expected = m_patterns.set->scan(soFar);
            stream.candidatesAfter(0, candidates);
            for (std::size_t i = 0; i < sources.size(); ++i) {
                const PatternId id = m_patterns.patterns[i].id();
                const QString what = QString::fromStdString(sources[i].expression + " in " + soFar);
                QVERIFY2(candidates.contains(id) || !expected.contains(id), qPrintable(what));
            }
            QCOMPARE(stream.hitAfter(0), !candidates.empty());
        }
    }

private Q_SLOTS:
    void initTestCase() const { QVERIFY(m_patterns.streams->isReady()); }

    void missesNothingAScanSees()
    {
        const std::vector<std::string> words{"cat", "category", "line", "\n", " ", "dog", "dogma", "123",
            "4567", "abc", "zEbra", "secret=", "x", "\u00fcber", "\u4e16", "."};
        std::mt19937 random(7);
        for (int round = 0; round < 300; ++round) {
            std::string text;
            for (int word = 0; word < 12; ++word)
                text += words[random() % words.size()];
            compare(text, random);
            if (QTest::currentTestFailed())
                return;
        }
    }

    void namesThePatternsOfOneCheck()
    {
        QCOMPARE(m_patterns.used.size(), sources.size());
        QVERIFY(m_patterns.builder.takeUsed().empty());
        const Pattern again = *m_patterns.builder.add(sources[2]);
        QCOMPARE(m_patterns.builder.takeUsed(), std::vector<PatternId>{again.id()});
    }

    void forgetsWhatEndedLongAgo()
    {
        PatternStream stream(*m_patterns.streams);
        PatternHits candidates;
        stream.append("cat and ");
        stream.append("then dog ");
        QVERIFY(stream.hitAfter(5));
        stream.candidatesAfter(5, candidates);
        QVERIFY(!candidates.contains(m_patterns.patterns[0].id()));
        QVERIFY(candidates.contains(m_patterns.patterns[4].id()));
        QVERIFY(!stream.hitAfter(17));
        stream.candidatesAfter(17, candidates);
        QVERIFY(candidates.empty());
    }

    void aTokenThatGoesOnIsHitAtItsEnd() const
    {
        PatternStream stream(*m_patterns.streams);
        for (std::size_t size = 5; size < 500; ++size) {
            stream.append(size == 5 ? "44444" : "4");
            QVERIFY(stream.hitAfter(size - 1));
        }
    }

    void nothingToLookForIsNotReady() const
    {
        QVERIFY(!PatternStreamSet({}).isReady());
        QCOMPARE(PatternStreamSet({}).stateBytes(), std::size_t(0));
        QVERIFY(m_patterns.streams->stateBytes() > 0 && m_patterns.streams->stateBytes() < 1024);
    }
};

QTEST_GUILESS_MAIN(TestPatternStream)
#include "tst_pattern_stream.moc"
