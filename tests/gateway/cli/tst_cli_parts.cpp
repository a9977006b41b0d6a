// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// The parts commands are made of: what is safe to print, aligned tables, bounded lines, changes between
// documents.

#include "gateway/cli/input.h"
#include "gateway/cli/output.h"
#include "gateway/cli/policy_changes.h"

#include <QTest>
#include <boost/json.hpp>
#include <unistd.h>

using namespace gatehouse;
using namespace gatehouse::gateway::cli;

class TestCliParts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void printableKeepsWhatCanBeSeen();
    void printableEscapesTheRest_data();
    void printableEscapesTheRest();
    void widthCountsColumns();
    void listsAreSplit();
    void linesOfAnyShape();
    void longLinesAreSkippedToTheirEnd();
    void linesWaitingAreKnown();
    void changesPairRulesById();
    void changesEscapePointers();
};

void TestCliParts::printableKeepsWhatCanBeSeen()
{
    const std::string text = "plain \xc3\xa9 \xe6\xbc\xa2 \xf0\x9f\x8e\x88 \"quoted\" \\";
    QCOMPARE(printable(text), text);
}

void TestCliParts::printableEscapesTheRest_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("shown");
    QTest::newRow("line end") << QByteArray("a\r\nb\tc") << QByteArray("a\\r\\nb\\tc");
    QTest::newRow("escape") << QByteArray("\x1b[2J") << QByteArray("\\x1b[2J");
    QTest::newRow("nul") << QByteArray("a\0b", 3) << QByteArray("a\\x00b");
    QTest::newRow("delete") << QByteArray("\x7f") << QByteArray("\\x7f");
    QTest::newRow("C1 control") << QByteArray("\xc2\x9b") << QByteArray("\\u{9b}");
    QTest::newRow("right to left") << QString(QChar(0x202e)).toUtf8() << QByteArray("\\u{202e}");
    QTest::newRow("zero width") << QByteArray("\xe2\x80\x8b") << QByteArray("\\u{200b}");
    QTest::newRow("line separator") << QByteArray("\xe2\x80\xa8") << QByteArray("\\u{2028}");
    QTest::newRow("invalid") << QByteArray("\xff\xc3") << QByteArray("\\xff\\xc3");
    QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << QByteArray("\\xed\\xa0\\x80");
}

void TestCliParts::printableEscapesTheRest()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, shown);
    QCOMPARE(QByteArray::fromStdString(printable(text.toStdString())), shown);
}

void TestCliParts::widthCountsColumns()
{
    QCOMPARE(displayWidth("abc"), std::size_t{3});
    QCOMPARE(displayWidth("\xc3\xa9"), std::size_t{1});
    QCOMPARE(displayWidth("e\xcc\x81"), std::size_t{1}); // with a combining accent
    QCOMPARE(displayWidth("\xe6\xbc\xa2\xe5\xad\x97"), std::size_t{4});
}

void TestCliParts::listsAreSplit()
{
    QCOMPARE(*splitList("a, b ,c", "--x"), (std::vector<std::string>{"a", "b", "c"}));
    QCOMPARE(*splitList("*", "--x"), (std::vector<std::string>{"*"}));
    for (const char *bad : {"", ",", "a,", " , a"}) {
        const auto split = splitList(bad, "--x");
        QVERIFY(!split.has_value());
        QCOMPARE(split.error().where, std::string("--x"));
    }
}

namespace {

// A pipe whose writing end is fed first; short enough to fit in its buffer.
class Pipe {
public:
    explicit Pipe(const std::string &bytes)
    {
        if (::pipe(m_ends) != 0
            || ::write(m_ends[1], bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size()))
            qFatal("no pipe");
    }
    ~Pipe()
    {
        ::close(m_ends[0]);
        closeWriting();
    }
    Pipe(const Pipe &) = delete;
    Pipe &operator=(const Pipe &) = delete;

    [[nodiscard]] int reading() const { return m_ends[0]; }
    void closeWriting()
    {
        if (m_ends[1] >= 0)
            ::close(m_ends[1]);
        m_ends[1] = -1;
    }

private:
    int m_ends[2]{};
};

std::vector<std::string> allLines(const std::string &bytes, std::size_t limit)
{
    Pipe pipe(bytes);
    pipe.closeWriting();
    LineReader reader(pipe.reading(), limit);
    std::vector<std::string> lines;
    std::string line;
    for (;;) {
        const auto got = reader.next(line);
        if (!got || *got == LineReader::Got::End)
            return lines;
        lines.push_back(*got == LineReader::Got::TooLong ? "<too long>" + line : line);
    }
}

} // namespace

void TestCliParts::linesOfAnyShape()
{
    using Lines = std::vector<std::string>;
    QCOMPARE(allLines("", 10), Lines{});
    QCOMPARE(allLines("a", 10), Lines{"a"});
    QCOMPARE(allLines("a\n", 10), Lines{"a"});
    QCOMPARE(allLines("\n\na\n", 10), (Lines{"", "", "a"}));
    QCOMPARE(allLines(std::string("a\0b\nc", 5), 10), (Lines{std::string("a\0b", 3), "c"}));
}

void TestCliParts::longLinesAreSkippedToTheirEnd()
{
    using Lines = std::vector<std::string>;
    QCOMPARE(allLines("1234567890\nb\n", 10), (Lines{"1234567890", "b"}));
    QCOMPARE(allLines("12345678901\nb\n", 10), (Lines{"<too long>", "b"}));
    QCOMPARE(allLines("b\n12345678901", 10), (Lines{"b", "<too long>"}));
    QCOMPARE(allLines(std::string(60000, 'x') + "\nb", 10), (Lines{"<too long>", "b"}));
}

void TestCliParts::linesWaitingAreKnown()
{
    const Pipe pipe("a\nb\nc");
    LineReader reader(pipe.reading());
    std::string line;
    QVERIFY(!reader.hasLineWaiting());
    QVERIFY(reader.next(line).has_value());
    QVERIFY(reader.hasLineWaiting());
    QVERIFY(reader.next(line).has_value());
    QCOMPARE(line, std::string("b"));
    QVERIFY(!reader.hasLineWaiting());
}

void TestCliParts::changesPairRulesById()
{
    const auto before = boost::json::parse(
        R"({"name":"a","rules":[{"id":"x","action":"flag"},{"id":"y","check":{"kind":"k","n":1}},{"id":"z"}]})");
    const auto after = boost::json::parse(
        R"({"name":"b","rules":[{"id":"y","check":{"kind":"k","n":2}},{"id":"x","action":"flag","mode":"off"},{"id":"w"}]})");
    std::vector<std::string> told;
    for (const PolicyChange &change : policyChanges(before.as_object(), after.as_object()))
        told.push_back(change.part + ":" + change.id + ":" + change.kind + ":" + change.pointer);
    QCOMPARE(told,
        (std::vector<std::string>{"policy::changed:/name", "rule:z:removed:", "rule:y:changed:/check/n",
            "rule:x:changed:/mode", "rule:w:added:", "policy::reordered:/rules"}));
    QVERIFY(policyChanges(before.as_object(), before.as_object()).empty());
}

void TestCliParts::changesEscapePointers()
{
    const auto before = boost::json::parse(R"({"defaults":{"a/b~c":1}})");
    const auto after = boost::json::parse(R"({"defaults":{}})");
    const auto changes = policyChanges(before.as_object(), after.as_object());
    QCOMPARE(changes.size(), std::size_t{1});
    QCOMPARE(changes[0].pointer, std::string("/defaults/a~1b~0c"));
    QVERIFY(changes[0].before.has_value());
    QVERIFY(!changes[0].after.has_value());
}

QTEST_GUILESS_MAIN(TestCliParts)
#include "tst_cli_parts.moc"
