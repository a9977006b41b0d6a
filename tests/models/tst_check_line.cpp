// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/bench/check_line.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QtTest>

using namespace gatehouse;
using namespace gatehouse::console;

namespace {

// What a shell would hand to the command.
QList<QByteArray> linesOf(const QString &command)
{
    const QString producer = command.section(QStringLiteral(" | gatehouse check"), 0, 0);
    QProcess shell;
    shell.start(QStringLiteral("bash"), {QStringLiteral("-c"), producer});
    if (!shell.waitForFinished())
        return {};
    auto lines = shell.readAllStandardOutput().split('\n');
    lines.removeLast();
    return lines;
}

} // namespace

class TestCheckLine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textSurvivesTheShell();
    void aConversationIsOneBody();
    void zonesWithoutARoleGoPartByPart();
    void namesThePolicy();
};

void TestCheckLine::textSurvivesTheShell()
{
    const QString text = QString::fromUtf8("it's \"quoted\" $HOME `id` \\ 日本\nsecond %s line");
    const auto lines = linesOf(checkLine({{{TrustZone::Document, text}}, Stage::Request, {}}, {}));
    QCOMPARE(lines.size(), 1);
    const QJsonObject sent = QJsonDocument::fromJson(lines[0]).object();
    QCOMPARE(sent["text"].toString(), text);
    QCOMPARE(sent["zone"].toString(), QString("document"));
    QCOMPARE(sent["stage"].toString(), QString("request"));
}

void TestCheckLine::aConversationIsOneBody()
{
    const auto lines = linesOf(
        checkLine({{{TrustZone::System, "be kind"}, {TrustZone::User, "hello"}}, Stage::Request, {}}, {}));
    QCOMPARE(lines.size(), 1);
    const QJsonObject sent = QJsonDocument::fromJson(lines[0]).object();
    QCOMPARE(sent["format"].toString(), QString("openai.chat"));
    QCOMPARE(sent["request"]["messages"][1]["role"].toString(), QString("user"));
    QCOMPARE(sent["request"]["messages"][1]["content"].toString(), QString("hello"));
}

void TestCheckLine::zonesWithoutARoleGoPartByPart()
{
    const auto lines = linesOf(
        checkLine({{{TrustZone::Document, "a"}, {TrustZone::ToolCall, "b"}}, Stage::Request, {}}, {}));
    QCOMPARE(lines.size(), 2);
    QCOMPARE(QJsonDocument::fromJson(lines[1])["id"].toString(), QString("2"));
    QCOMPARE(QJsonDocument::fromJson(lines[1])["zone"].toString(), QString("tool_call"));
}

void TestCheckLine::namesThePolicy()
{
    const BenchQuestion question{{{TrustZone::User, "x"}}, Stage::Request, {}};
    QVERIFY(checkLine(question, {}).endsWith("gatehouse check --jsonl"));
    QVERIFY(checkLine(question, {{}, "3fa9c12"}).endsWith("--policy <(gatehouse policy export 3fa9c12)"));
    QVERIFY(checkLine(question, {"it's.json", {}}).endsWith("--policy 'it'\\''s.json'"));
}

QTEST_GUILESS_MAIN(TestCheckLine)
#include "tst_check_line.moc"
