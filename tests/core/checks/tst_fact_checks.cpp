// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// The checks that judge facts of a call instead of its text: model_allow and metadata.
#include "check_runner.h"

#include <QTest>

using namespace gatehouse;
using gatehouse::test::CheckRunner;

class TestFactChecks : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void modelMustBeOnTheKey_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("named") << "small-1" << true;
        QTest::newRow("by pattern") << "large-2024" << true;
        QTest::newRow("other") << "huge-1" << false;
        QTest::newRow("none asked for") << "" << false;
    }
    void modelMustBeOnTheKey()
    {
        QFETCH(QString, model);
        QFETCH(bool, allowed);
        RequestFacts facts;
        facts.model = model.toStdString();
        CallFacts call;
        call.request = &facts;
        call.entitlementKnown = true;
        call.allowedModels = {"small-1", "large-*"};
        const CheckOutcome expected = allowed ? CheckOutcome::Pass : CheckOutcome::Fail;
        QCOMPARE(CheckRunner("model_allow").runFacts(call).outcome, expected);
    }

    void emptyListDenies()
    {
        RequestFacts facts;
        facts.model = "small-1";
        CallFacts call;
        call.request = &facts;
        call.entitlementKnown = true;
        QCOMPARE(CheckRunner("model_allow").runFacts(call).outcome, CheckOutcome::Fail);
    }

    void ruleListNarrowsTheKey()
    {
        const CheckRunner runner("model_allow", R"({"models":["small-*"]})");
        RequestFacts facts;
        facts.model = "large-1";
        CallFacts call;
        call.request = &facts;
        QCOMPARE(runner.runFacts(call).outcome, CheckOutcome::Fail);
        call.entitlementKnown = true;
        call.allowedModels = {"*"};
        QCOMPARE(runner.runFacts(call).outcome, CheckOutcome::Fail);
        facts.model = "small-1";
        QCOMPARE(runner.runFacts(call).outcome, CheckOutcome::Pass);
    }

    void withoutIdentityItDoesNotRun()
    {
        const RequestFacts facts;
        CallFacts call;
        call.request = &facts;
        const CheckReport report = CheckRunner("model_allow").runFacts(call);
        QCOMPARE(report.outcome, CheckOutcome::NotRun);
        QCOMPARE(report.reason, "no_identity");
        QCOMPARE(CheckRunner("model_allow", R"({"models":["a"]})").runFacts(call).reason, "no_model");
    }

    void metadataOfTheCall()
    {
        const CheckRunner runner("metadata",
            R"({"require":["ticket"],"equals":{"purpose":"support"},"in":{"region":["eu","us"]}})");
        RequestFacts facts;
        CallFacts call;
        call.request = &facts;
        facts.metadata = {{"ticket", "7"}, {"purpose", "support"}, {"region", "us"}};
        QCOMPARE(runner.runFacts(call).outcome, CheckOutcome::Pass);
        facts.metadata["region"] = "ap";
        QCOMPARE(runner.runFacts(call).outcome, CheckOutcome::Fail);
        facts.metadata = {{"ticket", ""}, {"purpose", "support"}, {"region", "us"}};
        QCOMPARE(runner.runFacts(call).outcome, CheckOutcome::Fail);
    }

    void metadataOfTheKey()
    {
        const CheckRunner runner("metadata", R"({"of":"key","require":["owner"]})");
        const RequestFacts facts;
        CallFacts call;
        call.request = &facts;
        QCOMPARE(runner.runFacts(call).reason, "no_identity");
        Identity identity;
        call.identity = &identity;
        QCOMPARE(runner.runFacts(call).outcome, CheckOutcome::Fail);
        identity.keyMetadata = {{"owner", "payments"}};
        QCOMPARE(runner.runFacts(call).outcome, CheckOutcome::Pass);
    }

    void metadataMistakesAreNamed_data()
    {
        QTest::addColumn<QString>("parameters");
        QTest::addColumn<QString>("where");
        QTest::newRow("nothing asked") << "{}"
                                       << "require";
        QTest::newRow("named twice") << R"({"equals":{"a":"b"},"in":{"a":["c"]}})"
                                     << "in/a";
        QTest::newRow("number") << R"({"equals":{"a":1}})"
                                << "equals/a";
    }
    void metadataMistakesAreNamed()
    {
        QFETCH(QString, parameters);
        QFETCH(QString, where);
        const CheckRunner runner("metadata", parameters.toStdString());
        QVERIFY(!runner.check());
        QCOMPARE(QString::fromStdString(runner.error().where), where);
    }
};

QTEST_GUILESS_MAIN(TestFactChecks)
#include "tst_fact_checks.moc"
