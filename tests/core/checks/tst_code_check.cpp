// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "check_runner.h"
#include "core/checks/code/blocks.h"
#include "core/checks/code/languages.h"

#include <QTest>

using namespace gatehouse;
using gatehouse::test::CheckRunner;
using gatehouse::test::describe;

namespace {

struct Program {
    const char *language;
    const char *text;
};
const Program samples[] = {
    {"c", "#include <stdio.h>\nint main(void) {\n    printf(\"hi\\n\");\n    return 0;\n}\n"},
    {"cpp",
        "#include <vector>\nint total(const std::vector<int> &all) {\n    int sum = 0;\n    return "
        "sum;\n}\n"},
    {"csharp",
        "using System.Text;\npublic class Shop {\n    public string Name { get; set; }\n    void Go() { "
        "Console.WriteLine(Name); }\n}\n"},
    {"css", ".box {\n    color: red;\n    margin: 0 auto;\n}\nbody {\n    display: flex;\n}\n"},
    {"go", "package main\n\nfunc add(a int, b int) int {\n\treturn a + b\n}\n"},
    {"html", "<!DOCTYPE html>\n<html><body><div class=\"a\">hi</div></body></html>\n"},
    {"java",
        "import java.util.List;\npublic class Shop {\n    private int count = 0;\n    public static void "
        "main(String[] args) { }\n}\n"},
    {"javascript",
        "const total = items.map((i) => i.price);\nfunction show(total) {\n  console.log(total);\n}\n"},
    {"kotlin", "data class Item(val name: String)\nfun main() {\n    val items = listOf(1)\n}\n"},
    {"perl", "use strict;\nmy @items = (1, 2);\nmy $sum = 0;\n"},
    {"php", "<?php\n$total = $this->sum($items);\necho $total;\n"},
    {"powershell", "$files = Get-ChildItem -Recurse\n$files | Where-Object { $_.Length -gt 10 }\n"},
    {"python", "import os\n\ndef total(items):\n    return sum(items)\n"},
    {"ruby",
        "class Shop\n  attr_reader :items\n  def total\n    items.each do |item|\n      puts item\n    end\n "
        " end\nend\n"},
    {"rust", "use std::fs;\nfn total(items: &[i32]) -> i32 {\n    let mut sum = 0;\n    sum\n}\n"},
    {"shell", "#!/bin/bash\nfor f in *.txt; do\n  grep -c x \"$f\" | sort\ndone\n"},
    {"sql", "SELECT name, total\nFROM orders WHERE total > 10 ORDER BY total;\nSELECT a, b FROM c;\n"},
    {"swift",
        "import Foundation\nfunc total(_ items: [Int]) -> Int {\n    guard let first = items.first else { "
        "return 0 }\n    return first\n}\n"},
    {"typescript",
        "interface Item {\n  name: string;\n  price: number;\n}\nconst total = (items: Item[]): number => "
        "{\n  return 0;\n};\n"},
};

} // namespace

class TestCodeCheck : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void programs_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("label");
        for (const Program &program : samples)
            QTest::newRow(program.language) << QString(program.text) << "code-" + QString(program.language);
    }
    void programs()
    {
        QFETCH(QString, program);
        QFETCH(QString, label);
        static const CheckRunner runner("code");
        const std::string before = "Here is what I have so far.\n\n";
        const std::string bare = before + program.toStdString() + "\nWhat do you think of it?";
        const CheckReport report = runner.run(bare);
        QCOMPARE(report.findings.size(), std::size_t(1));
        QCOMPARE(QString::fromStdString(report.findings[0].label), label);
        QVERIFY(report.findings[0].range.start >= before.size());
        QVERIFY(report.findings[0].range.end <= bare.size());
        const CheckReport fenced = runner.run(before + "```\n" + program.toStdString() + "```\n");
        QCOMPARE(describe(fenced),
            QStringLiteral("%1@%2-%3")
                .arg(label)
                .arg(before.size() + 4)
                .arg(before.size() + 4 + program.size()));
    }

    void proseIsNoCode_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("about code")
            << "In Python you define a function with def and import modules with import; "
               "print(x) shows a value. Use std::vector in C++ and fmt.Println in Go.";
        QTest::newRow("imperative")
            << "Select a book from the shelf, update the list and delete from it what is old. "
               "Create a table of contents. Export goods and echo the answer.";
        QTest::newRow("letter")
            << "Dear Ann,\n\nif you can, come at seven:\nfor dinner we have soup.\n\nThe end\n";
        QTest::newRow("mathematics") << "let x = 3 and let y = 4; then x + y = 7. If n > 1 then n => n + 1.";
        QTest::newRow("data") << "```json\n{\"a\": 1}\n```\n```\nname;amount\nx;3\n```\n```text\nhello\n```";
        QTest::newRow("inline") << "Run `sudo apt-get update` first, then `git pull`.";
    }
    void proseIsNoCode()
    {
        QFETCH(QString, text);
        static const CheckRunner runner("code");
        QCOMPARE(describe(runner.run(text.toStdString())), QString());
    }

    void listsChooseLanguages_data()
    {
        QTest::addColumn<QString>("parameters");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("findings");
        const QString sql = "```sql\nselect 1\n```\n", py = "```py\nx\n```\n", odd = "~~~cobol\nx\n~~~\n";
        QTest::newRow("any") << "{}" << sql + py << "code-sql@7-16 code-python@26-28";
        QTest::newRow("allowed") << "{\"allow\":[\"sql\"]}" << sql + py << "code-python@26-28";
        QTest::newRow("denied") << "{\"deny\":[\"sql\"]}" << sql + py << "code-sql@7-16";
        QTest::newRow("denied is stronger")
            << "{\"allow\":[\"sql\",\"python\"],\"deny\":[\"sql\"]}" << sql + py << "code-sql@7-16";
        QTest::newRow("other") << "{}" << odd << "code-other@9-11";
        QTest::newRow("surer") << "{\"min_confidence\":0.9}" << odd + py << "code-python@21-23";
    }
    void listsChooseLanguages()
    {
        QFETCH(QString, parameters);
        QFETCH(QString, text);
        QFETCH(QString, findings);
        const CheckRunner runner("code", parameters.toStdString());
        QVERIFY2(runner.check(), runner.error().line().c_str());
        QCOMPARE(describe(runner.run(text.toStdString())), findings);
    }

    void fences_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("parts"); // fenced in brackets
        QTest::newRow("none") << "a\nb"
                              << "a\nb";
        QTest::newRow("one") << "a\n```py\nb\n```\nc"
                             << "a\n|[b\n]|c";
        QTest::newRow("not closed") << "```\nb\n"
                                    << "[b\n]";
        QTest::newRow("longer fence") << "````\n```\nb\n```\n````"
                                      << "[```\nb\n```\n]";
        QTest::newRow("other sign inside") << "```\n~~~\n```"
                                           << "[~~~\n]";
        QTest::newRow("span of code") << "```x``` is code"
                                      << "```x``` is code";
        QTest::newRow("indented") << "- a\n  ```\n  b\n  ```"
                                  << "- a\n|[  b\n]";
    }
    void fences()
    {
        QFETCH(QString, text);
        QFETCH(QString, parts);
        const std::string whole = text.toStdString();
        QStringList out;
        for (const TextPart &part : splitAtFences(whole)) {
            const QString inside = QString::fromStdString(whole.substr(part.range.start, part.range.size()));
            out << (part.fenced ? "[" + inside + "]" : inside);
        }
        QCOMPARE(out.join('|'), parts);
    }

    void fenceNames()
    {
        QCOMPARE(fencedLanguage("Python title=\"x\""), std::optional<std::string_view>("python"));
        QCOMPARE(fencedLanguage("{.js}").value_or("?"), std::string_view("other"));
        QCOMPARE(fencedLanguage(" c++ "), std::optional<std::string_view>("cpp"));
        QCOMPARE(fencedLanguage("json"), std::optional<std::string_view>(""));
        QVERIFY(!fencedLanguage("  "));
    }
};

QTEST_GUILESS_MAIN(TestCodeCheck)
#include "tst_code_check.moc"
