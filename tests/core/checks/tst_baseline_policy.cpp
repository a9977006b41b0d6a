// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/compiled_policy.h"

#include <QTest>

using namespace gatehouse;

class TestBaselinePolicy : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        auto compiled = CompiledPolicy::fromJson(baselinePolicyJson());
        QVERIFY2(compiled.has_value(), compiled ? "" : compiled.error().front().line().c_str());
        m_policy = *compiled;
    }

    void everyOwnTestPasses()
    {
        const std::vector<PolicyTestResult> results = runPolicyTests(*m_policy);
        QVERIFY(results.size() >= 20);
        for (const PolicyTestResult &result : results)
            QVERIFY2(
                result.ok, (result.name + ": wanted " + result.expected + ", got " + result.got).c_str());
    }

    void everyRuleButAccessAndLengthIsTested()
    {
        for (const RuleDocument &rule : m_policy->document().rules) {
            if (rule.stage == Stage::Access || rule.checkKind == "length"
                || rule.id == "credentials-in-instructions")
                continue;
            const auto &tests = m_policy->document().tests;
            const bool tested = std::any_of(tests.begin(), tests.end(),
                [&](const PolicyTestCase &test) { return test.expectRule == rule.id; });
            QVERIFY2(tested, rule.id.c_str());
        }
    }

    void noAnswerIsBuffered()
    {
        for (const Error &warning : m_policy->warnings())
            QFAIL(warning.line().c_str());
    }

private:
    std::shared_ptr<const CompiledPolicy> m_policy;
};

QTEST_GUILESS_MAIN(TestBaselinePolicy)
#include "tst_baseline_policy.moc"
