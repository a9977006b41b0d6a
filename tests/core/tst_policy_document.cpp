// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/compiled_policy.h"
#include "core/policy/document.h"
#include "core/policy/review_times.h"
#include "test_policy.h"

#include <QTest>

using namespace gatehouse;
using gatehouse::test::explain;
using gatehouse::test::policyOf;

namespace {

const std::string keywordRule
    = R"({"id":"words","stage":"request","check":{"kind":"keywords","keywords":["zebra"]},"action":"flag"})";

} // namespace

class TestPolicyDocument : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsADocument()
    {
        const auto document = parsePolicy(policyOf(
            R"({"id":"r","title":"T","stage":"request","zones":["tool"],"when":{"not":{"field":"team","in":["a"]}},"check":{"kind":"keywords","keywords":["x"]},"action":"mask","mask":{"style":"keep-last-4"},"severity":"high","mode":"shadow","on_error":"allow"})"));
        QVERIFY2(document.has_value(), qPrintable(document ? QString() : explain(document.error())));
        const RuleDocument &rule = document->rules.at(0);
        QCOMPARE(rule.title, std::string("T"));
        QCOMPARE(rule.action, Action::Mask);
        QCOMPARE(rule.maskStyle, MaskStyle::KeepLast4);
        QCOMPARE(rule.mode, Mode::Shadow);
        QCOMPARE(rule.onError, Action::Allow);
        QCOMPARE(rule.zones.at(0), TrustZone::Tool);
        QVERIFY(rule.when.has_value());
    }

    void theVersionIgnoresSpelling()
    {
        const auto a = parsePolicy(policyOf(keywordRule));
        const auto b = parsePolicy(
            "{ \"rules\":[" + keywordRule + "],\n \"name\":\"test\", \"format\":\"gatehouse-policy/1\"}");
        const auto c = parsePolicy(policyOf(keywordRule, R"(,"description":"other")"));
        QCOMPARE(a->version, b->version);
        QVERIFY(a->version != c->version);
        QCOMPARE(a->version.value.size(), std::size_t(64));
    }

    void silenceMayMeanSomethingElseThanAnError()
    {
        const std::string judge
            = R"("stage":"request","check":{"kind":"llm_judge","model":"m","question":"q"},"action":"flag")";
        const auto document = parsePolicy(
            policyOf(R"({"id":"a",)" + judge + R"(},{"id":"b","on_timeout":"block",)" + judge + "}",
                R"(,"defaults":{"on_timeout":"allow"})"));
        QVERIFY2(document.has_value(), qPrintable(document ? QString() : explain(document.error())));
        QCOMPARE(document->rules[0].meaningOfError("timeout"), Action::Allow);
        QCOMPARE(document->rules[0].meaningOfError("remote_error"), Action::Block);
        QCOMPARE(document->rules[1].meaningOfError("timeout"), Action::Block);
    }

    void namesEveryProblem_data()
    {
        QTest::addColumn<QString>("document");
        QTest::addColumn<QString>("where");
        QTest::addColumn<QString>("advice");
        const auto rule = [](const char *fields) { return QString::fromStdString(policyOf(fields)); };
        QTest::newRow("newer format") << R"({"format":"gatehouse-policy/2","name":"x","rules":[]})"
                                      << "/format"
                                      << "gatehouse-policy/1";
        QTest::newRow("unknown field") << rule(
            R"({"id":"a","stage":"request","check":{"kind":"keywords","keywords":["x"]},"action":"flag","modes":"off"})")
                                       << "/rules/0/modes"
                                       << "mode";
        QTest::newRow("unknown parameter") << rule(
            R"({"id":"a","stage":"request","check":{"kind":"keywords","keywords":["x"],"whole_words":true},"action":"flag"})")
                                           << "/rules/0/check/whole_words"
                                           << "whole_word";
        QTest::newRow("unknown action") << rule(
            R"({"id":"a","stage":"request","check":{"kind":"keywords","keywords":["x"]},"action":"blok"})")
                                        << "/rules/0/action"
                                        << "block";
        QTest::newRow("unknown capture") << rule(
            R"({"id":"a","stage":"request","check":{"kind":"keywords","keywords":["x"]},"action":"flag","capture":"seald"})")
                                         << "/rules/0/capture"
                                         << "sealed";
        QTest::newRow("unknown check") << rule(
            R"({"id":"a","stage":"request","check":{"kind":"keyword","keywords":["x"]},"action":"flag"})")
                                       << "/rules/0/check/kind"
                                       << "keywords";
        QTest::newRow("unknown condition field") << rule(
            R"({"id":"a","stage":"request","when":{"field":"tean","equals":"x"},"check":{"kind":"keywords","keywords":["x"]},"action":"flag"})")
                                                 << "/rules/0/when/field"
                                                 << "team";
        QTest::newRow("no network") << rule(
            R"({"id":"a","stage":"request","when":{"field":"source.address","under":["10.0.0.0/99"]},"check":{"kind":"keywords","keywords":["x"]},"action":"flag"})")
                                    << "/rules/0/when/under"
                                    << "10.0.0.0/8";
        QTest::newRow("unknown zone") << rule(
            R"({"id":"a","stage":"request","when":{"field":"time.hour.Mars/Base","equals":3},"check":{"kind":"keywords","keywords":["x"]},"action":"flag"})")
                                      << "/rules/0/when/field"
                                      << "Europe/Berlin";
        QTest::newRow("two operators") << rule(
            R"({"id":"a","stage":"request","when":{"field":"team","equals":"x","in":["y"]},"check":{"kind":"keywords","keywords":["x"]},"action":"flag"})")
                                       << "/rules/0/when/in"
                                       << "";
        QTest::newRow("fine number") << rule(
            R"({"id":"a","stage":"request","check":{"kind":"secrets","min_confidence":0.12345},"action":"flag"})")
                                     << "/rules/0/check/min_confidence"
                                     << "";
        QTest::newRow("duplicate key")
            << R"({"format":"gatehouse-policy/1","name":"x","name":"y","rules":[]})"
            << "/name"
            << "";
    }
    void namesEveryProblem()
    {
        QFETCH(QString, document);
        QFETCH(QString, where);
        QFETCH(QString, advice);
        const auto result = parsePolicy(document.toStdString());
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().size(), std::size_t(1));
        QCOMPARE(QString::fromStdString(result.error().front().where), where);
        QVERIFY2(QString::fromStdString(result.error().front().advice).contains(advice),
            qPrintable(explain(result.error())));
    }

    // Longer than any engine could follow on the stack.
    void longNamesAreRefusedLikeOthers()
    {
        const std::string name(900'000, 'a');
        const auto document
            = parsePolicy(R"({"format":"gatehouse-policy/1","name":")" + name + R"(","rules":[]})");
        QVERIFY(!document.has_value());
        QCOMPARE(document.error().front().where, std::string("/name"));
        const auto field
            = parsePolicy(R"({"format":"gatehouse-policy/1","name":"x","rules":[],")" + name + R"(":1})");
        QVERIFY(!field.has_value());
        const auto form = parsePolicy(R"({"format":"gatehouse-policy/1","name":"Not This","rules":[]})");
        QVERIFY(!form.has_value());
        QCOMPARE(form.error().front().what, std::string("does not have the form ^[a-z0-9][a-z0-9-]*$"));
    }

    void twoRulesNeedTwoIds()
    {
        const auto result = parsePolicy(policyOf(keywordRule + "," + keywordRule));
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().front().where, std::string("/rules/1/id"));
    }

    void conditionsFitTheirFields_data()
    {
        QTest::addColumn<QString>("when");
        QTest::addColumn<QString>("where");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *when, const char *where, const char *says) {
            QTest::newRow(when) << when << where << says;
        };
        row(R"({"field":"model.name","under":["10.0.0.0/8"]})", "/under",
            "equals, not_equals, in, not_in, matches");
        row(R"({"field":"request.stream","in":[true]})", "/in", "equals, not_equals, exists");
        row(R"({"field":"request.bytes","matches":"1*"})", "/matches", "between");
        row(R"({"field":"team","between":[1,2]})", "/between", "matches");
        row(R"({"field":"request.bytes","equals":"large"})", "/equals", "a number");
        row(R"({"field":"request.stream","equals":"yes"})", "/equals", "true or false");
        row(R"({"field":"time.weekday","in":["mon","someday"]})", "/in", "someday");
        row(R"({"field":"time.of_day","equals":"25:00"})", "/equals", "08:30");
        row(R"({"field":"request.bytes","between":["1","x"]})", "/between", "two numbers");
        row(R"({"field":"call.metadata.n","between":[1,"10:00"]})", "/between", "two numbers");
        row(R"({"field":"team","equals":["a"]})", "/equals", "a value is required");
        row(R"({"field":"team","equals":null})", "/equals", "a value is required");
        row(R"({"field":"team","in":[{}]})", "/in", "a list of values");
        row(R"({"field":"team","in":"a"})", "/in", "a list of values");
        row(R"({"field":"request.zone.moon","equals":true})", "/field", "tool_definition");
        row(R"({"field":"header.x team","exists":true})", "/field", "no name of a header");
        row(R"({"field":"header.Authorization","exists":true})", "/field", "may hold a secret");
        row(R"({"field":"header.x-api-key","equals":"a"})", "/field", "may hold a secret");
        row(R"({"field":"header.cookie","matches":"*"})", "/field", "may hold a secret");
        row(R"({"field":"rule.nobody.failed","equals":true})", "", "no rule has the id");
        row(R"({"field":"rule.a.failed","equals":true})", "", "not judged before");
        row(R"({"field":"rule.answers.failed","equals":true})", "", "not judged before");
    }
    void conditionsFitTheirFields()
    {
        QFETCH(QString, when);
        QFETCH(QString, where);
        QFETCH(QString, says);
        const std::string rule = R"({"id":"a","stage":"request","when":)" + when.toStdString()
            + R"(,"check":{"kind":"keywords","keywords":["x"]},"action":"flag"},)"
            + R"({"id":"answers","stage":"response","check":{"kind":"keywords","keywords":["x"]},"action":"flag"})";
        const auto result = parsePolicy(policyOf(rule));
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().size(), std::size_t(1));
        QCOMPARE(QString::fromStdString(result.error().front().where), "/rules/0/when" + where);
        QVERIFY2(explain(result.error()).contains(says), qPrintable(explain(result.error())));
    }

    void aFloorAsksForNothingACallerSets()
    {
        const auto with = [](const char *when) {
            return policyOf(R"({"id":"a","stage":"request","floor":true,"when":{"field":")"
                + std::string(when)
                + R"(","equals":"y"},"check":{"kind":"keywords","keywords":["x"]},"action":"block"})");
        };
        QVERIFY(parsePolicy(with("team"))->rules.front().floor);
        for (const char *field : {"header.x-team", "call.metadata.x", "user"}) {
            const auto refused = parsePolicy(with(field));
            QVERIFY(!refused.has_value());
            QCOMPARE(refused.error().front().where, std::string("/rules/0/when"));
        }
    }

    void aScopeNamesWhoIsJudgedAndWarns()
    {
        const auto policy = CompiledPolicy::fromJson(
            policyOf(keywordRule, R"(,"scope":{"environment":["production","staging"],"team":["a"]})"));
        QVERIFY(policy.has_value());
        QCOMPARE((*policy)->warnings().front().where, std::string("/scope"));
        const PolicyScope &scope = (*policy)->document().scope;
        const Identity in{"a", "staging", "x", "k", {}}, elsewhere{"a", "test", "x", "k", {}},
            others{"b", "staging", "x", "k", {}};
        QVERIFY(scope.covers(&in) && scope.covers(nullptr));
        QVERIFY(!scope.covers(&elsewhere) && !scope.covers(&others));
        QVERIFY(!parsePolicy(policyOf(keywordRule, R"(,"scope":{})")));
        QVERIFY(!parsePolicy(policyOf(keywordRule, R"(,"scope":{"environments":["x"]})")));
    }

    void warnsWhereAConditionWaitsForNothing()
    {
        const auto policy = CompiledPolicy::fromJson(policyOf(
            R"({"id":"quiet","stage":"request","mode":"shadow","check":{"kind":"keywords","keywords":["x"]},"action":"flag"},)"
            R"({"id":"loud","stage":"request","when":{"field":"rule.quiet.failed","equals":true},"check":{"kind":"keywords","keywords":["x"]},"action":"flag"},)"
            R"({"id":"taint","stage":"request","zones":["user"],"check":{"kind":"tainted_tool_call"},"action":"flag"})"));
        QVERIFY(policy.has_value());
        QCOMPARE((*policy)->warnings().size(), std::size_t(2));
        QCOMPARE((*policy)->warnings().at(0).where, std::string("/rules/2/zones"));
        QCOMPARE((*policy)->warnings().at(1).where, std::string("/rules/1/when"));
    }

    void testsMaySayWhoCalls()
    {
        const std::string rule
            = R"({"id":"a","stage":"request","when":{"all":[{"field":"key.metadata.purpose","equals":"export"},{"field":"header.X-Team","equals":"billing"},{"field":"model.name","equals":"m"},{"field":"call.metadata.n","between":[1,5]}]},"check":{"kind":"keywords","keywords":["x"]},"action":"block"})";
        const auto policy = CompiledPolicy::fromJson(policyOf(rule,
            R"(,"tests":[{"name":"all","input":{"text":"x","identity":{"team":"t","metadata":{"purpose":"export"}},"headers":{"x-team":"billing"},"model":"m","metadata":{"n":3}},"expect":{"verdict":"blocked"}},)"
            R"({"name":"no header","input":{"text":"x","identity":{"metadata":{"purpose":"export"}},"model":"m","metadata":{"n":3}},"expect":{"verdict":"allowed"}}])"));
        QVERIFY2(policy.has_value(), qPrintable(policy ? QString() : explain(policy.error())));
        for (const PolicyTestResult &result : runPolicyTests(**policy))
            QVERIFY2(result.ok, (result.name + ": " + result.got).c_str());
        const auto secret = parsePolicy(policyOf(rule,
            R"(,"tests":[{"name":"n","input":{"text":"x","headers":{"Cookie":"a"}},"expect":{"verdict":"allowed"}}])"));
        QVERIFY(!secret.has_value());
        QCOMPARE(secret.error().front().where, std::string("/tests/0/input/headers/Cookie"));
    }

    void impossibleRulesDoNotCompile_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("where");
        QTest::newRow("held answer")
            << R"({"id":"a","stage":"response","check":{"kind":"keywords","keywords":["x"]},"action":"hold"})"
            << "/rules/0/action";
        QTest::newRow("masked length")
            << R"({"id":"a","stage":"request","check":{"kind":"length","max":5},"action":"mask"})"
            << "/rules/0/action";
        QTest::newRow("model at response")
            << R"({"id":"a","stage":"response","check":{"kind":"model_allow"},"action":"block"})"
            << "/rules/0/stage";
        QTest::newRow("look-ahead")
            << R"({"id":"a","stage":"request","check":{"kind":"regex","patterns":[{"expression":"(?=x)y"}]},"action":"block"})"
            << "/rules/0/check/patterns/0/expression";
        QTest::newRow("no decisive prefix")
            << R"({"id":"a","stage":"response","stream":"prefix","check":{"kind":"regex","patterns":[{"expression":"a.*b"}]},"action":"mask"})"
            << "/rules/0/stream";
        QTest::newRow("waits for the whole answer")
            << R"({"id":"z","stage":"response","stream":"delayed","when":{"field":"rule.a.failed","equals":true},"check":{"kind":"keywords","keywords":["x"]},"action":"mask"})"
            << "/rules/1/stream";
    }
    void impossibleRulesDoNotCompile()
    {
        QFETCH(QString, rule);
        QFETCH(QString, where);
        const std::string before = rule.contains("rule.a.failed")
            ? R"({"id":"a","stage":"response","check":{"kind":"keywords","keywords":["x"]},"action":"flag"},)"
            : "";
        const auto result = CompiledPolicy::fromJson(policyOf(before + rule.toStdString()));
        QVERIFY(!result.has_value());
        QVERIFY2(QString::fromStdString(result.error().front().where) == where,
            qPrintable(explain(result.error())));
    }

    void warnsWhereACallerEscapes()
    {
        const auto policy = CompiledPolicy::fromJson(policyOf(
            R"({"id":"a","stage":"request","when":{"field":"call.metadata.x","equals":"y"},"check":{"kind":"keywords","keywords":["x"]},"action":"block"})"));
        QVERIFY(policy.has_value());
        QCOMPARE((*policy)->warnings().size(), std::size_t(1));
        QCOMPARE((*policy)->warnings().front().where, std::string("/rules/0/when"));
    }

    void failsOpenOnlyWhenSaidSoAndWarns()
    {
        QVERIFY(!parsePolicy(policyOf(keywordRule))->failOpen);
        const auto policy
            = CompiledPolicy::fromJson(policyOf(keywordRule, R"(,"defaults":{"fail_open":true})"));
        QVERIFY(policy.has_value());
        QVERIFY((*policy)->document().failOpen);
        QCOMPARE((*policy)->warnings().size(), std::size_t(1));
        QCOMPARE((*policy)->warnings().front().where, std::string("/defaults/fail_open"));
        QVERIFY(!parsePolicy(policyOf(keywordRule, R"(,"defaults":{"fail_open":"yes"})")));
    }

    void aPolicySaysHowSoonItsFindingsWantADecision()
    {
        const auto timesOf = [](const char *within) {
            return parsePolicy(
                policyOf(keywordRule, std::string(R"(,"defaults":{"review_within":)") + within + "}"));
        };
        const auto document = timesOf(R"({"critical":"90m","low":"14d"})");
        QVERIFY(document.has_value());
        const ReviewTimes times = reviewTimesOf(document->json);
        QCOMPARE(times.of(Severity::Critical), std::optional<Micros>(std::chrono::minutes(90)));
        QCOMPARE(times.of(Severity::Low), std::optional<Micros>(std::chrono::hours(14 * 24)));
        QVERIFY(!times.of(Severity::High));
        QCOMPARE(reviewTimesOf(parsePolicy(policyOf(keywordRule))->json), ReviewTimes());
        for (const char *wrong : {R"({"critical":"soon"})", R"({"critical":"0h"})", R"({"urgent":"1h"})",
                 R"({"critical":90})", "{}", R"("1h")"}) {
            const auto refused = timesOf(wrong);
            QVERIFY2(!refused, wrong);
            QVERIFY2(refused.error().front().where.starts_with("/defaults/review_within"), wrong);
        }
    }

    void theBaselinePassesItsOwnTests()
    {
        const auto policy = CompiledPolicy::fromJson(baselinePolicyJson());
        QVERIFY2(policy.has_value(), qPrintable(policy ? QString() : explain(policy.error())));
        const auto results = runPolicyTests(**policy);
        QVERIFY(results.size() >= 10);
        for (const PolicyTestResult &result : results)
            QVERIFY2(
                result.ok, (result.name + ": expected " + result.expected + ", got " + result.got).c_str());
    }

    void theSchemaNamesEveryCheck()
    {
        const std::string schema = policySchemaJson();
        for (const char *kind :
            {"secrets", "pii", "prompt_injection", "keywords", "regex", "length", "model_allow", "metadata"})
            QVERIFY2(schema.find("\"const\":\"" + std::string(kind) + "\"") != std::string::npos, kind);
    }
};

QTEST_GUILESS_MAIN(TestPolicyDocument)
#include "tst_policy_document.moc"
