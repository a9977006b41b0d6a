// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// code against a slow twin: the same signs, looked for by another engine, and lines read one after the other.
#include "check_runner.h"
#include "choices.h"
#include "core/checks/code/languages.h"

#include <QRegularExpression>
#include <QTest>
#include <array>
#include <boost/json/serialize.hpp>
#include <map>

using namespace gatehouse;
using namespace gatehouse::test;

namespace json = boost::json;

namespace {

struct Hit {
    std::size_t start = 0, end = 0, sign = 0;
};

// ASCII only, so that a place in the text is one in its bytes.
std::vector<Hit> hitsIn(const std::string &text)
{
    static const std::vector<QRegularExpression> signs = [] {
        std::vector<QRegularExpression> all;
        for (const CodeSign &sign : codeSigns())
            all.emplace_back(
                QString::fromUtf8(sign.expression.data(), static_cast<qsizetype>(sign.expression.size())),
                QRegularExpression::MultilineOption);
        return all;
    }();
    std::vector<Hit> hits;
    for (std::size_t i = 0; i < signs.size(); ++i) {
        auto matches = signs[i].globalMatch(QString::fromStdString(text));
        for (int count = 0; matches.hasNext() && count < 64; ++count) {
            const QRegularExpressionMatch match = matches.next();
            hits.push_back({static_cast<std::size_t>(match.capturedStart()),
                static_cast<std::size_t>(match.capturedEnd()), i});
        }
    }
    std::sort(hits.begin(), hits.end(),
        [](const Hit &a, const Hit &b) { return std::tie(a.start, a.sign) < std::tie(b.start, b.sign); });
    return hits;
}

struct Part {
    std::size_t start = 0, end = 0;
    bool fenced = false;
    std::string name;
};

// How many of a fence's signs a line starts with; 0 when it is no fence.
std::size_t fenceOf(const std::string &line, char &sign, std::string &name)
{
    static const QRegularExpression fence("^[ \\t]*(`{3,}|~{3,})([^`]*)$");
    const auto match = fence.match(QString::fromStdString(line));
    if (!match.hasMatch())
        return 0;
    sign = match.captured(1).at(0).toLatin1();
    name = match.captured(2).trimmed().toStdString();
    return static_cast<std::size_t>(match.capturedLength(1));
}

std::vector<Part> partsOf(const std::string &text)
{
    std::vector<Part> parts;
    Part part;
    char open = 0;
    std::size_t length = 0;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && text[end] != '\n')
            ++end;
        char sign = 0;
        std::string name;
        const std::size_t size = fenceOf(text.substr(at, end - at), sign, name);
        const bool closes = open != 0 && sign == open && size >= length && name.empty();
        const bool opens = open == 0 && size > 0;
        const std::size_t next = std::min(end + 1, text.size());
        if (opens || closes) {
            part.end = at;
            parts.push_back(part);
            part = {next, next, opens, opens ? name : ""};
            open = opens ? sign : '\0';
            length = size;
        }
        at = next;
    }
    part.end = text.size();
    parts.push_back(part);
    return parts;
}

struct Judged {
    std::string language;
    double confidence = 0;
    std::size_t start = 0, end = 0;
};

// Signs add up by language, the first of each in full, three more by a third.
Judged judged(const std::string &text, const Part &part, const std::vector<Hit> &all)
{
    static const std::map<std::string, std::string> names{{"py", "python"}, {"js", "javascript"},
        {"c++", "cpp"}, {"bash", "shell"}, {"sql", "sql"}, {"json", ""}, {"text", ""},
        {"brainfuck", "other"}};
    Judged result{"", 0, part.start, part.end};
    if (!part.name.empty() && names.at(part.name) != "other")
        return {names.at(part.name), 0.95, part.start, part.end};
    std::map<std::string, double> sums;
    std::map<std::size_t, int> times;
    std::vector<Hit> hits;
    for (const Hit &hit : all) {
        if (hit.start < part.start || hit.start >= part.end)
            continue;
        hits.push_back(hit);
        const CodeSign &sign = codeSigns()[hit.sign];
        const int before = times[hit.sign]++;
        const double weight = before == 0 ? sign.weight : before <= 3 ? sign.weight / 3 : 0;
        sums[std::string(sign.language)] += weight;
        if (!sign.also.empty())
            sums[std::string(sign.also)] += weight;
    }
    double most = 0;
    for (const auto &[language, sum] : sums) {
        if (sum > most + 1e-9 && sum > 2 - 1e-9) {
            most = sum;
            result.language = language;
        }
    }
    result.confidence = std::min(0.9, 0.5 + (most - 2) * 0.1);
    if (!part.name.empty() && result.language.empty())
        return {"other", 0.7, part.start, part.end};
    if (!part.fenced && !result.language.empty()) {
        // From the start of the line with the first sign to the end of the line with the last.
        std::size_t last = 0;
        for (const Hit &hit : hits)
            last = std::max(last, hit.end);
        result.start = hits.front().start;
        while (result.start > part.start && text[result.start - 1] != '\n')
            --result.start;
        result.end = last;
        while (result.end < part.end && text[result.end] != '\n')
            ++result.end;
        result.end = std::min(result.end, part.end);
    }
    return result;
}

const Texts lines{"def total(rows):", "    return sum(rows)", "import os",
    "for row in rows:", "self.rows = rows", "const a = 1;", "console.log(a)", "function add(a, b) {", "}",
    "let b = () => {", "#include <stdio.h>", "int main(void) {", "std::vector<int> v;",
    "using namespace std;", "SELECT a FROM b WHERE c = 1;", "INSERT INTO a (b) VALUES (1)",
    "sudo apt-get install x", "cat x | grep y", "rm -rf x && cd y", "fi", "done", "package main",
    "func main() {", "fmt.Println(a)", "if err != nil {", "<?php", "$a = 1;", "echo 'x';", "public class A {",
    "System.out.println(a);", "fn main() {", "let mut a = 1;", "println!(\"a\")", "end", "puts 'x'",
    "interface A {", "a: string;", "<div class=x>", "</div>", "color: red;", "h1 {",
    "Plain words about nothing.", "Please select a colour from the list.", "", "  ", "use strict;",
    "Get-ChildItem | Where-Object", "val a = 1", "fun main() {", "guard let x = y"};
const Texts fences{"```", "```py", "```js", "``` c++", "~~~", "~~~bash", "````", "```brainfuck", "```json",
    "```text", "  ```sql", "```inline``` words", "``"};

} // namespace

class TestCodeTwin : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void linesOfCode_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 8; ++seed)
            QTest::addRow("%d", seed) << seed;
    }
    void linesOfCode()
    {
        QFETCH(int, seed);
        const Texts languages{"python", "javascript", "cpp", "c", "shell", "sql", "other", "go", "rust"};
        Random random(static_cast<Random::result_type>(seed) * 7919);
        std::map<std::string, int> seen;
        for (int rule = 0; rule < 6; ++rule) {
            const Texts allow = someOf(random, languages, 2), deny = someOf(random, languages, 2);
            const double least = oneOf(random, std::array<double, 4>{0, 0.5, 0.6, 0.8});
            json::object parameters{{"min_confidence", least}};
            if (!allow.empty())
                parameters["allow"] = jsonOf(allow);
            if (!deny.empty())
                parameters["deny"] = jsonOf(deny);
            const CheckRunner check("code", json::serialize(parameters));
            for (int round = 0; round < 100; ++round) {
                std::string text;
                for (std::size_t left = random() % 14; left > 0; --left)
                    text += oneOf(random, oneIn(random, 4) ? fences : lines)
                        + (oneIn(random, 9) ? "\r\n" : "\n");
                const std::vector<Hit> hits = hitsIn(text);
                QStringList expected;
                double score = 0;
                for (const Part &part : partsOf(text)) {
                    const Judged one = part.start < part.end ? judged(text, part, hits) : Judged();
                    if (one.language.empty())
                        continue;
                    score = std::max(score, one.confidence);
                    const bool unwanted = isIn(deny, one.language)
                        || (allow.empty() ? deny.empty() : !isIn(allow, one.language));
                    if (one.confidence >= least && unwanted)
                        expected << QString("code-%1@%2-%3")
                                        .arg(QString::fromStdString(one.language))
                                        .arg(one.start)
                                        .arg(one.end);
                    ++seen[one.language];
                }
                const CheckReport report = check.run(text);
                QVERIFY2(describe(report) == expected.join(' '),
                    qPrintable(QString::fromStdString(text) + "\n" + describe(report) + " instead of "
                        + expected.join(' ')));
                QVERIFY2(report.score && std::abs(*report.score - score) < 1e-9,
                    qPrintable(QString("%1\n%2 instead of %3")
                                   .arg(QString::fromStdString(text))
                                   .arg(report.score.value_or(-1))
                                   .arg(score)));
            }
        }
        QVERIFY2(seen.size() >= 12, qPrintable(QString::number(seen.size())));
    }
};

QTEST_GUILESS_MAIN(TestCodeTwin)
#include "tst_code_twin.moc"
