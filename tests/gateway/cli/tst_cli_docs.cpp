// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// The documentation keeps up with the program: every command, option, check and parameter is in it.

#include "core/checks/check.h"
#include "core/policy/condition_fields.h"
#include "tests/gateway/cli/cli_runner.h"

#include <QRegularExpression>
#include <QTest>
#include <boost/json.hpp>

namespace {

QByteArray sourceFile(const char *name)
{
    QFile file(QStringLiteral(GATEHOUSE_SOURCE_DIR "/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// The first words of the lines under a heading of a help page.
QStringList listedUnder(const QString &help, const QString &heading)
{
    QStringList words;
    bool inside = false;
    for (const QString &line : help.split('\n')) {
        if (!line.startsWith(' '))
            inside = line.startsWith(heading);
        else if (inside && line.startsWith("  ") && line[2] != ' ')
            words << line.trimmed().section(' ', 0, 0);
    }
    return words;
}

} // namespace

class TestCliDocs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCommandAndOptionIsDescribed();
    void everyCheckAndParameterIsDescribed();
    void everyCheckStandsWithItsCost();
    void everyConditionFieldIsDescribed();

private:
    void walk(const QStringList &command, const QString &docs, const QString &manual);
    CliRunner m_cli;
    int m_commands = 0;
};

void TestCliDocs::walk(const QStringList &command, const QString &docs, const QString &manual)
{
    const CliResult result = m_cli.run(QStringList(command) << "--help");
    QCOMPARE(result.status, 0);
    const QString help = QString::fromUtf8(result.out);
    const QStringList inner = listedUnder(help, "Subcommands:");
    for (const QString &name : inner)
        walk(QStringList(command) << name, docs, manual);
    if (!inner.isEmpty())
        return;
    ++m_commands;
    QVERIFY2(docs.contains("gatehouse " + command.join(' ')), qPrintable(command.join(' ')));
    QVERIFY2(manual.contains(command.last()), qPrintable(command.join(' ')));
    const QRegularExpression option("--[a-z-]+");
    for (const QString &line : listedUnder(help, "Options:")) {
        const QString name = option.match(line).captured();
        QVERIFY2(name.isEmpty() || docs.contains(QRegularExpression("[`\\[ ]" + name + "\\b")),
            qPrintable(command.join(' ') + ' ' + name));
    }
}

void TestCliDocs::everyCommandAndOptionIsDescribed()
{
    const QString docs = QString::fromUtf8(sourceFile("docs/command-line.md"));
    const QString manual = QString::fromUtf8(sourceFile("installer/man/gatehouse.1"));
    QVERIFY(!docs.isEmpty());
    QVERIFY(!manual.isEmpty());
    walk({}, docs, manual);
    QVERIFY2(m_commands > 40, qPrintable(QString::number(m_commands)));
}

void TestCliDocs::everyCheckAndParameterIsDescribed()
{
    const QString docs = QString::fromUtf8(sourceFile("docs/policy-reference.md"));
    for (const gatehouse::CheckKind &kind : gatehouse::checkKinds()) {
        const QString name = QString::fromUtf8(kind.kind.data(), static_cast<qsizetype>(kind.kind.size()));
        const qsizetype start = docs.indexOf("### " + name + "\n");
        QVERIFY2(start >= 0, qPrintable(name));
        const QString section = docs.mid(start, docs.indexOf("\n##", start + 1) - start);
        const auto schema = boost::json::parse(kind.parameterSchema).as_object();
        for (const auto &parameter : schema.at("properties").as_object()) {
            const QString key = QString::fromStdString(std::string(parameter.key()));
            QVERIFY2(section.contains("`" + key + "`"), qPrintable(name + " " + key));
        }
    }
}

void TestCliDocs::everyCheckStandsWithItsCost()
{
    const QStringList lines = QString::fromUtf8(sourceFile("docs/policy-reference.md")).split('\n');
    const QStringList names{"facts", "hits", "text", "outside"};
    for (const gatehouse::CheckKind &kind : gatehouse::checkKinds()) {
        const QString row = "| `" + names.at(static_cast<int>(kind.cost)) + "` |";
        const QString name
            = '`' + QString::fromUtf8(kind.kind.data(), static_cast<qsizetype>(kind.kind.size())) + '`';
        QVERIFY2(std::any_of(lines.begin(), lines.end(),
                     [&](const QString &line) { return line.startsWith(row) && line.contains(name); }),
            qPrintable(name));
    }
}

void TestCliDocs::everyConditionFieldIsDescribed()
{
    const QString docs = QString::fromUtf8(sourceFile("docs/policy-reference.md"));
    for (const std::string &field : gatehouse::conditionFields())
        QVERIFY2(docs.contains('`' + QString::fromStdString(field)), field.c_str());
}

QTEST_GUILESS_MAIN(TestCliDocs)
#include "tst_cli_docs.moc"
