// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/document.h"
#include "test_policy.h"

#include <QTest>

using namespace gatehouse;
using gatehouse::test::policyOf;

namespace {

const std::string rules
    = R"({"id":"a","stage":"request","check":{"kind":"secrets","min_confidence":0.6},"action":"flag"},)"
      R"({"id":"b","stage":"request","check":{"kind":"keywords","keywords":["x"]},"action":"flag"})";

} // namespace

class TestRuleEdit : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void changesWhatIsSetOnly()
    {
        RuleEdit edit;
        edit.rule = "a";
        edit.mode = Mode::Shadow;
        edit.threshold = 0.75;
        const auto text = editRule(policyOf(rules), edit);
        QVERIFY(text.has_value());
        const auto document = parsePolicy(*text);
        QVERIFY(document.has_value());
        QCOMPARE(document->rules[0].mode, Mode::Shadow);
        QCOMPARE(document->rules[0].action, Action::Flag);
        QCOMPARE(ruleThreshold(document->rules[0]), std::optional(0.75));
        QCOMPARE(document->rules[1].mode, Mode::Enforce);
    }

    void knowsWhichRulesHaveAThreshold()
    {
        const auto document = parsePolicy(policyOf(rules));
        QCOMPARE(ruleThreshold(document->rules[0]), std::optional(0.6));
        QVERIFY(!ruleThreshold(document->rules[1]));
    }

    void refusesAnUnknownRule()
    {
        RuleEdit edit;
        edit.rule = "zzz";
        QCOMPARE(editRule(policyOf(rules), edit).error().kind, ErrorKind::NotFound);
    }

    void prettyTextIsTheSamePolicy()
    {
        const auto pretty = prettyPolicy(policyOf(rules));
        QVERIFY(pretty.has_value());
        QVERIFY(pretty->find("\n  ") != std::string::npos);
        QCOMPARE(parsePolicy(*pretty)->version, parsePolicy(policyOf(rules))->version);
        QCOMPARE(parsePolicy(*prettyPolicy(baselinePolicyJson()))->version,
            parsePolicy(baselinePolicyJson())->version);
    }
};

QTEST_GUILESS_MAIN(TestRuleEdit)
#include "tst_rule_edit.moc"
