// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/check.h"

#include <QTest>
#include <boost/json/parse.hpp>
#include <set>

using namespace gatehouse;

class TestCheckRegistry : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void kindsAreAlphabeticalAndFound()
    {
        std::vector<std::string_view> kinds;
        for (const CheckKind &kind : checkKinds()) {
            kinds.push_back(kind.kind);
            QCOMPARE(findCheckKind(kind.kind), &kind);
        }
        QVERIFY(std::is_sorted(kinds.begin(), kinds.end()));
        QVERIFY(std::adjacent_find(kinds.begin(), kinds.end()) == kinds.end());
        QVERIFY(findCheckKind("secrets"));
        QCOMPARE(findCheckKind("nothing"), nullptr);
    }

    void schemasAreClosedObjects()
    {
        for (const CheckKind &kind : checkKinds()) {
            const boost::json::object schema
                = boost::json::parse(std::string(kind.parameterSchema)).as_object();
            QCOMPARE(schema.at("type").as_string(), "object");
            QVERIFY(!schema.at("additionalProperties").as_bool());
            QVERIFY(!kind.summary.empty() && !kind.stages.empty());
            for (const auto &property : schema.at("properties").as_object())
                QVERIFY2(property.value().as_object().contains("description"),
                    std::string(property.key()).c_str());
        }
    }

    void whatLooksOutsideIsStateful()
    {
        const std::set<std::string_view> outside
            = {"anomaly", "llm_judge", "repeat_offender", "repeated_payload", "time_window", "webhook"};
        for (const CheckKind &kind : checkKinds())
            QCOMPARE(kind.stateful, outside.contains(kind.kind));
    }

    void whatHoldsSecretsIsSensitive()
    {
        const std::set<std::string_view> secret = {"known_secrets", "pii", "secrets", "virtual_keys"};
        for (const CheckKind &kind : checkKinds())
            QCOMPARE(kind.sensitive, secret.contains(kind.kind));
    }
};

QTEST_GUILESS_MAIN(TestCheckRegistry)
#include "tst_check_registry.moc"
