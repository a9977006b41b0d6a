// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// The parts tainted_tool_call is made of: sinks by name, JSON leaves, texts in comparable form, many needles.
#include "core/checks/step_budget.h"
#include "core/checks/taint/json_leaves.h"
#include "core/checks/taint/needle_set.h"
#include "core/checks/taint/tainted_values.h"
#include "core/checks/taint/tool_sink.h"

#include <QTest>
#include <random>

using namespace gatehouse;

namespace {

QString sinkOf(const QString &tool, const QStringList &arguments, const QString &method)
{
    std::vector<std::string> kept;
    for (const QString &argument : arguments)
        kept.push_back(argument.toStdString());
    const std::vector<std::string_view> names(kept.begin(), kept.end());
    const std::string_view sink = name(guessSink(tool.toStdString(), names, method.toStdString()));
    return QString::fromUtf8(sink.data(), static_cast<qsizetype>(sink.size()));
}

} // namespace

class TestTaintParts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sinksAreGuessed_data()
    {
        QTest::addColumn<QString>("tool");
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("sink");
        const auto row = [](const char *tool, const QStringList &arguments, const char *sink) {
            QTest::newRow(tool) << tool << arguments << sink;
        };
        row("get_payment_status", {"id"}, "read");
        row("searchEmails", {"query"}, "read");
        row("weather", {"city"}, "read");
        row("gmail.messages.list", {}, "read");
        row("http_get", {"url"}, "read");
        row("fetch", {"url", "body"}, "egress");
        row("http_post", {"url"}, "egress");
        row("sendEmail", {"to"}, "egress");
        row("send-direct-message", {}, "egress");
        row("transfer_money", {}, "egress");
        row("email", {"recipient"}, "egress");
        row("notifier", {"to", "text"}, "egress");
        row("delete_file", {"path"}, "write");
        row("str_replace_editor", {"path"}, "write");
        row("book_flight", {}, "write");
        row("bash", {"command"}, "execute");
        row("run_sql", {"query"}, "execute");
        row("python", {"code"}, "execute");
        row("sandbox", {"script"}, "execute");
        row("", {}, "read");
    }
    void sinksAreGuessed()
    {
        QFETCH(QString, tool);
        QFETCH(QStringList, arguments);
        QFETCH(QString, sink);
        QCOMPARE(sinkOf(tool, arguments, ""), sink);
    }

    void aMethodThatSendsIsEgress()
    {
        QCOMPARE(sinkOf("http_request", {"url"}, "GET"), "read");
        QCOMPARE(sinkOf("http_request", {"url"}, "POST"), "egress");
    }

    void leavesAreRead()
    {
        const std::string json
            = " {\"a\":\"x\\\"y\",\"b\":{\"c\":[1.5,\"\\ud83d\\ude00z\",true,null]},\"d\":\"\"} ";
        const auto leaves = readJsonLeaves(json);
        QVERIFY(leaves.has_value());
        QStringList spelt;
        for (const JsonLeaf &leaf : *leaves) {
            const ByteRange range = leaf.value.originOf({0, leaf.value.text.size()});
            spelt << QString::fromStdString(
                leaf.name + "=" + leaf.value.text + "=" + json.substr(range.start, range.size()));
        }
        QCOMPARE(spelt,
            (QStringList{"a=x\"y=x\\\"y", "c=1.5=1.5", QString::fromUtf8("c=😀z=\\ud83d\\ude00z"), "d=="}));
    }

    void whatIsNoJsonHasNoLeaves_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
            {"", "hello", "{", "[1,2", R"({"a":})", R"({"a":1} x)", R"({'a': 1})", "[\"a"})
            QTest::newRow(text) << text;
        QTest::newRow("deep") << QString(100, '[') + QString(100, ']');
    }
    void whatIsNoJsonHasNoLeaves()
    {
        QFETCH(QString, text);
        QVERIFY(!readJsonLeaves(text.toStdString()).has_value());
    }

    void foldingKeepsPlaces()
    {
        const std::string text = "A%20b \t\n  C\xC3\x89";
        const MappedText folded = fold(mapWhole(text));
        QCOMPARE(folded.text, "a b c\xC3\xA9");
        QCOMPARE(folded.originOf({4, 7}), (ByteRange{10, 13}));
        QCOMPARE(compact(fold(mapWhole("DE89 3704-00"))).text, "de89370400");
    }

    void needlesEqualPlainSearch()
    {
        std::mt19937 random(3);
        const auto text = [&](std::size_t size) {
            std::string out;
            while (out.size() < size)
                out += static_cast<char>('a' + random() % 3);
            return out;
        };
        for (int round = 0; round < 500; ++round) {
            NeedleSet set;
            std::vector<std::string> needles;
            for (std::uint32_t i = 0; i < 6; ++i) {
                needles.push_back(text(4 + random() % 4));
                set.add(needles.back(), i);
            }
            set.close();
            const std::string where = text(random() % 200);
            std::vector<std::pair<std::size_t, std::uint32_t>> fast, slow;
            set.find(where, [&](std::uint32_t id, std::size_t start) { fast.emplace_back(start, id); });
            for (std::uint32_t i = 0; i < needles.size(); ++i) {
                for (std::size_t at = where.find(needles[i]); at != std::string::npos;
                     at = where.find(needles[i], at + 1))
                    slow.emplace_back(at, i);
            }
            std::sort(fast.begin(), fast.end());
            std::sort(slow.begin(), slow.end());
            QCOMPARE(fast, slow);
        }
    }

    // Needles that begin alike are compared one by one wherever that beginning stands.
    void comparingCostsSteps()
    {
        NeedleSet set;
        for (std::uint32_t i = 0; i < 1000; ++i)
            set.add("aaaa" + std::to_string(i), i);
        set.close();
        const StepBudget steps(100);
        set.find(std::string(100'000, 'a'), [](std::uint32_t, std::size_t) {});
        QVERIFY(steps.isExhausted());
    }

    void veryManyValues()
    {
        constexpr std::size_t count = 50'000;
        std::string text;
        for (std::size_t i = 0; i < count; ++i)
            text += "https://h" + std::to_string(i) + ".example/x ";
        const std::vector<TaintValue> values = findTaintValues(mapWhole(text), "text", false);
        QCOMPARE(values.size(), count);
        for (std::size_t i = 1; i < count; ++i)
            QVERIFY(values[i - 1].range.end <= values[i].range.start);
    }

    void whatIsTooLongIsNoPath()
    {
        std::string path;
        for (int i = 0; i < 100'000; ++i)
            path += "/a";
        QVERIFY(findTaintValues(mapWhole(path), "file", false).empty());
        QCOMPARE(findTaintValues(mapWhole("/home/ana/notes"), "file", false).size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestTaintParts)
#include "tst_taint_parts.moc"
