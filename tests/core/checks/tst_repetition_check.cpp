// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "check_runner.h"

#include <QTest>
#include <chrono>

using namespace gatehouse;
using gatehouse::test::CheckRunner;

namespace {

std::string times(std::string_view part, int count)
{
    std::string out;
    for (int i = 0; i < count; ++i)
        out += part;
    return out;
}

// Sentences that differ as people's do.
std::string prose(int sentences)
{
    static constexpr std::string_view subjects[] = {"The baker", "A careful reader", "My neighbour", "Nobody",
        "The committee", "An old map", "Her brother", "This recipe"};
    static constexpr std::string_view verbs[]
        = {"remembers", "explains", "carries", "repairs", "questions", "describes", "forgets"};
    static constexpr std::string_view objects[] = {
        "the garden wall", "a letter from Oslo", "twelve small boats", "the price of flour", "an open door"};
    std::string out;
    std::uint32_t state = 5;
    const auto pick = [&](const auto &list) {
        state = state * 1664525U + 1013904223U;
        return std::string(list[(state >> 16U) % std::size(list)]);
    };
    for (int i = 0; i < sentences; ++i)
        out += pick(subjects) + ' ' + pick(verbs) + ' ' + pick(objects) + " on day " + std::to_string(i)
            + ". ";
    return out;
}

QString labelsOf(const CheckReport &report)
{
    QStringList labels;
    for (const CheckFinding &finding : report.findings)
        labels << QString::fromStdString(finding.label);
    labels.removeDuplicates();
    return labels.join(' ');
}

} // namespace

class TestRepetitionCheck : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void finds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("labels");
        const auto row = [](const char *name, const std::string &text, const char *labels) {
            QTest::newRow(name) << QString::fromStdString(text) << QString(labels);
        };
        row("short", times("a", 300), "");
        row("prose", prose(400), "");
        row("one character", prose(5) + times("a", 401), "character-run");
        row("one wide character", prose(5) + times("é", 401), "character-run");
        row("as often as allowed", prose(5) + times("a", 400), "");
        row("a rule of dashes", prose(5) + times("-", 120), "");
        row("one word", prose(8) + times("poem ", 150), "repeated-phrase");
        row("a phrase", prose(60) + times("buy it now ", 120), "repeated-phrase");
        row("a phrase of eight", prose(100) + times("a b c d e f g h ", 120), "repeated-phrase");
        row("often enough to say", prose(8) + times("very ", 60), "");
        row("a passage", times(prose(6), 90), "low-variety");
        std::string table = "id;name;amount\n";
        for (int i = 0; i < 300; ++i)
            table += std::to_string(i) + ";item " + std::to_string(i * 7) + ";" + std::to_string(i * 31 % 97)
                + ".00\n";
        row("a table", table, "");
        std::string list = "[";
        for (int i = 0; i < 300; ++i)
            list += R"({"id":)" + std::to_string(i) + R"(,"state":"open","owner":"team"},)";
        row("a JSON list", list, "");
    }
    void finds()
    {
        QFETCH(QString, text);
        QFETCH(QString, labels);
        const CheckReport report = CheckRunner("repetition").run(text.toStdString());
        QCOMPARE(labelsOf(report), labels);
        QCOMPARE(report.outcome, labels.isEmpty() ? CheckOutcome::Pass : CheckOutcome::Fail);
        for (const CheckFinding &finding : report.findings)
            QVERIFY(finding.range.end <= static_cast<std::size_t>(text.toUtf8().size()));
    }

    void spansCoverWhatRepeats()
    {
        const std::string before = prose(8), run = times("spam ", 200);
        const CheckReport report = CheckRunner("repetition").run(before + run + "end");
        QCOMPARE(report.findings.size(), std::size_t(1));
        QCOMPARE(report.findings[0].range.start, before.size());
        QCOMPARE(report.findings[0].range.end, before.size() + run.size() - 1);
    }

    void limitsAreTheAuthors()
    {
        const CheckRunner strict("repetition", "{\"min_bytes\":32,\"max_characters\":10,\"max_phrases\":3}");
        QCOMPARE(labelsOf(strict.run("What?" + times("!", 30) + " Nobody knows.")), "character-run");
        QCOMPARE(labelsOf(strict.run("no no no no no, that will never ever do here")), "repeated-phrase");
    }

    void megabytesStayLinear()
    {
        const CheckRunner runner("repetition");
        for (const std::string_view part : {"a", "a ", "ab ", "a\n"}) {
            const auto start = std::chrono::steady_clock::now();
            const auto report = runner.run(times(part, static_cast<int>(2'000'000 / part.size())));
            QCOMPARE(report.outcome, CheckOutcome::Fail);
            QVERIFY(std::chrono::steady_clock::now() - start < std::chrono::seconds(3));
        }
    }
};

QTEST_GUILESS_MAIN(TestRepetitionCheck)
#include "tst_repetition_check.moc"
