// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "check_runner.h"
#include "core/checks/pii/identifier.h"
#include "pii_identities.h"

#include <QTest>
#include <map>
#include <set>

using namespace gatehouse;
using gatehouse::test::CheckRunner;
using gatehouse::test::describe;
using gatehouse::test::findingOf;
using gatehouse::test::IdentityMaker;
using gatehouse::test::IdentityRule;
using gatehouse::test::identityRules;

namespace {

constexpr int rounds = 40;

std::string sentenceOf(const IdentityRule &rule, const std::string &id)
{
    std::string text = rule.sentence;
    text.replace(text.find("%1"), 2, id);
    return text;
}

} // namespace

class TestPiiIdentities : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void generated_data()
    {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < identityRules().size(); ++i)
            QTest::addRow("%s %zu", identityRules()[i].kind, i) << static_cast<int>(i);
    }

    // Found under its name, whole, and sure; with a wrong check digit never under its name.
    void generated()
    {
        QFETCH(int, index);
        const IdentityRule &rule = identityRules()[static_cast<std::size_t>(index)];
        IdentityMaker maker(static_cast<unsigned>(1000 + index));
        for (int round = 0; round < rounds; ++round) {
            const std::string id = maker.valid(rule);
            const std::string text = sentenceOf(rule, id);
            const std::string report = "{\"kinds\":[\"" + std::string(rule.kind) + "\"]}";
            const CheckRunner &runner = runnerFor(report);
            const CheckReport found = runner.run(text);
            const CheckFinding *finding = findingOf(found, rule.kind);
            QVERIFY2(finding, qPrintable(QString::fromStdString(text) + " -> " + describe(found)));
            QCOMPARE(text.substr(finding->range.start, finding->range.size()), id);
            QVERIFY(!m_everything.run(text).findings.empty());
            const std::string wrong = sentenceOf(rule, maker.invalid(rule));
            QVERIFY2(!findingOf(runner.run(wrong), rule.kind), wrong.c_str());
        }
    }

    // No other kind takes the wrong ones for its own.
    void invalidAreLeftAlone()
    {
        int flagged = 0, tried = 0;
        QString which;
        IdentityMaker maker(7);
        for (const IdentityRule &rule : identityRules()) {
            for (int round = 0; round < rounds; ++round, ++tried) {
                const std::string text = sentenceOf(rule, maker.invalid(rule));
                const CheckReport report = m_everything.run(text);
                if (report.findings.empty())
                    continue;
                ++flagged;
                which += QString::fromStdString(text) + " -> " + describe(report) + "\n";
            }
        }
        qInfo("%d of %d invalid identifiers flagged", flagged, tried);
        QVERIFY2(flagged * 100 <= tried * 2, qPrintable(which));
    }

    void bareNumbersSayNothing()
    {
        int flagged = 0;
        std::mt19937 random(3);
        for (int round = 0; round < 2000; ++round) {
            std::string digits;
            for (std::size_t size = 4 + random() % 10; digits.size() < size;)
                digits += static_cast<char>('0' + random() % 10);
            if (!m_everything.run("The result of the addition is " + digits + " in the end.")
                     .findings.empty())
                ++flagged;
        }
        QVERIFY2(flagged <= 10, std::to_string(flagged).c_str());
    }

    void everyKindHasAForm()
    {
        std::set<std::string_view> names;
        for (const IdentifierKind &kind : allIdentifiers()) {
            QVERIFY2(names.insert(kind.kind).second, std::string(kind.kind).c_str());
            QVERIFY(!kind.forms.empty() && kind.isValid && !kind.context.empty());
        }
        QVERIFY(names.size() >= 130);
    }

private:
    const CheckRunner &runnerFor(const std::string &parameters)
    {
        auto &runner = m_runners[parameters];
        if (!runner)
            runner = std::make_unique<CheckRunner>("pii", parameters);
        return *runner;
    }

    std::map<std::string, std::unique_ptr<CheckRunner>> m_runners;
    const CheckRunner m_everything{"pii"};
};

QTEST_GUILESS_MAIN(TestPiiIdentities)
#include "tst_pii_identities.moc"
