// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/condition.h"

#include "core/policy/condition_fields.h"

#include <QTest>

using namespace gatehouse;

namespace {

Condition field(std::string name, Condition::Operator op, std::vector<std::string> values)
{
    Condition condition;
    condition.kind = Condition::Kind::Field;
    condition.field = std::move(name);
    condition.op = op;
    condition.values = std::move(values);
    return condition;
}

} // namespace

class TestCondition : public QObject {
    Q_OBJECT

    Identity m_identity{"payments", "production", "chat", "k1", {{"purpose", "rotation"}}};
    RequestFacts m_request;
    CallFacts m_call;
    CallHeaders m_headers;

private Q_SLOTS:
    void init()
    {
        m_request = {};
        m_request.model = "sandbox-small";
        m_request.bodyBytes = 2048;
        m_request.metadata = {{"ticket", "T-7"}};
        m_call = {};
        m_call.identity = &m_identity;
        m_call.request = &m_request;
        m_call.route = "chat";
        m_call.sourceAddress = "10.1.2.3";
        m_request.toolNames = {"search"};
        m_request.parameters = {{"temperature", "0.7"}, {"response_format", "json_object"}};
        m_headers = {};
        QVERIFY(m_headers.add("X-Team", "billing"));
        QVERIFY(m_headers.add("Accept", "text/plain"));
        QVERIFY(m_headers.add("accept", "text/html"));
        m_call.headers = &m_headers;
        m_call.now = *fromRfc3339("2026-07-31T21:30:59Z");
    }

    void fields_data()
    {
        using Op = Condition::Operator;
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("op");
        QTest::addColumn<QStringList>("values");
        QTest::addColumn<bool>("expected");
        const auto row = [](const char *name, Op op, const QStringList &values, bool expected) {
            QTest::addRow("%s %d %s", name, static_cast<int>(op), qPrintable(values.join(',')))
                << QString(name) << static_cast<int>(op) << values << expected;
        };
        row("team", Op::Equals, {"payments"}, true);
        row("team", Op::NotEquals, {"payments"}, false);
        row("team", Op::In, {"a", "payments"}, true);
        row("team", Op::NotIn, {"a"}, true);
        row("model.name", Op::Matches, {"sandbox-*"}, true);
        row("model.name", Op::Matches, {"gpt-*"}, false);
        row("key.metadata.purpose", Op::Equals, {"rotation"}, true);
        row("call.metadata.ticket", Op::Equals, {"T-7"}, true);
        row("call.metadata.other", Op::Equals, {"T-7"}, false);
        row("call.metadata.other", Op::NotIn, {"T-7"}, true);
        row("request.bytes", Op::Between, {"1", "4096"}, true);
        row("request.bytes", Op::Between, {"4096", "9999"}, false);
        row("request.stream", Op::Equals, {"false"}, true);
        row("request.bytes", Op::Between, {"a", "9999"}, false);
        row("request.parameter.temperature", Op::Between, {"0", "1"}, true);
        row("request.parameter.temperature", Op::Between, {"0", "0.5"}, false);
        row("request.parameter.response_format", Op::Equals, {"json_object"}, true);
        row("request.parameter.seed", Op::Exists, {}, false);
        row("request.tool.search", Op::Equals, {"true"}, true);
        row("request.tool.delete", Op::Equals, {"true"}, false);
        row("source.address", Op::Under, {"10.0.0.0/8"}, true);
        row("source.address", Op::Under, {"192.168.0.0/16", "10.1.0.0/16"}, true);
        row("source.address", Op::Under, {"10.2.0.0/16", "2001:db8::/32"}, false);
        row("model.name", Op::Under, {"10.0.0.0/8"}, false);
        row("time.hour", Op::Equals, {"21"}, true);
        row("time.hour.Europe/Berlin", Op::Equals, {"23"}, true);
        row("time.weekday", Op::In, {"fri"}, true);
        row("time.weekday.Asia/Tokyo", Op::In, {"sat"}, true);
        row("time.of_day", Op::Between, {"21:00", "21:30"}, true);
        row("time.of_day.Europe/Berlin", Op::Between, {"22:00", "06:00"}, true);
        row("time.of_day", Op::Between, {"22:00", "06:00"}, false);
        row("rule.earlier.failed", Op::Equals, {"true"}, true);
        row("rule.other.failed", Op::Equals, {"true"}, false);
        row("model.provider", Op::Equals, {"x"}, false);
        row("header.x-team", Op::Equals, {"billing"}, true);
        row("header.X-TEAM", Op::Matches, {"bill*"}, true);
        row("header.x-team", Op::Equals, {"Billing"}, false);
        row("header.accept", Op::Equals, {"text/plain, text/html"}, true);
        row("header.x-tea", Op::Exists, {}, false);
        row("request.zone.tool", Op::Equals, {"true"}, true);
        row("request.zone.document", Op::Equals, {"true"}, false);
    }
    void fields()
    {
        QFETCH(QString, name);
        QFETCH(int, op);
        QFETCH(QStringList, values);
        QFETCH(bool, expected);
        std::vector<std::string> list;
        for (const QString &value : values)
            list.push_back(value.toStdString());
        const Condition condition = field(name.toStdString(), static_cast<Condition::Operator>(op), list);
        const Segment result{TrustZone::Tool, "tool", "/messages/0/content", "x", {}, false};
        const Segment nothing{TrustZone::Document, "", "/messages/1/content", "", {}, false};
        const std::vector<Segment> request{result, nothing};
        QCOMPARE(holds(condition, m_call, {"earlier"}, request), expected);
    }

    void existence()
    {
        Condition condition = field("call.metadata.ticket", Condition::Operator::Exists, {});
        QVERIFY(holds(condition, m_call, {}));
        condition.wantsToExist = false;
        QVERIFY(!holds(condition, m_call, {}));
    }

    void withoutIdentityNothingEquals()
    {
        m_call.identity = nullptr;
        QVERIFY(!holds(field("team", Condition::Operator::Equals, {"payments"}), m_call, {}));
        QVERIFY(holds(field("team", Condition::Operator::NotEquals, {"payments"}), m_call, {}));
    }

    void trees()
    {
        const Condition yes = field("team", Condition::Operator::Equals, {"payments"});
        const Condition no = field("team", Condition::Operator::Equals, {"other"});
        Condition tree;
        tree.parts = {yes, no};
        tree.kind = Condition::Kind::All;
        QVERIFY(!holds(tree, m_call, {}));
        tree.kind = Condition::Kind::Any;
        QVERIFY(holds(tree, m_call, {}));
        Condition inverted;
        inverted.kind = Condition::Kind::Not;
        inverted.parts = {tree};
        QVERIFY(!holds(inverted, m_call, {}));
    }

    void knowsWhatACallerSets()
    {
        QVERIFY(isUntrustedField("call.metadata.x"));
        QVERIFY(isUntrustedField("user"));
        QVERIFY(isUntrustedField("header.x-team"));
        QVERIFY(!isUntrustedField("key.metadata.x"));
        QVERIFY(std::is_sorted(conditionFields().begin(), conditionFields().end()));
    }

    void secretsAreKeptFromConditions_data()
    {
        QTest::addColumn<bool>("secret");
        for (const char *name :
            {"Authorization", "proxy-authorization", "x-api-key", "API-Key", "apikey", "Cookie", "set-cookie",
                "x-gatehouse-user-token", "x-amz-security-token", "X_Client_Secret", "x-hub-signature"})
            QTest::newRow(name) << true;
        for (const char *name :
            {"x-team", "user-agent", "x-keyboard", "x-tokens-left", "author", "x-gatehouse-user"})
            QTest::newRow(name) << false;
    }
    void secretsAreKeptFromConditions()
    {
        QFETCH(bool, secret);
        const std::string name = QTest::currentDataTag();
        QCOMPARE(mayHoldSecret(name), secret);
        CallHeaders headers;
        QCOMPARE(headers.add(name, "v"), !secret);
        QCOMPARE(headers.find(name).has_value(), !secret);
    }

    void onlyHeadersOfOneLineAreKept()
    {
        CallHeaders headers;
        for (const char *name : {"", "a b", "a:b", "caf\xc3\xa9", "a\n"})
            QVERIFY(!headers.add(name, "v"));
        QVERIFY(!headers.add("a", "v\nb:w"));
        QVERIFY(headers.empty());
        QVERIFY(headers.add("a", ""));
        QCOMPARE(headers.find("a"), std::optional<std::string>(""));
    }

    void timeMayBeUnknown()
    {
        m_call.now.reset();
        QVERIFY(!holds(field("time.hour", Condition::Operator::Between, {"0", "23"}), m_call, {}));
        QVERIFY(holds(field("time.weekday", Condition::Operator::NotIn, {"sun"}), m_call, {}));
    }
};

QTEST_GUILESS_MAIN(TestCondition)
#include "tst_condition.moc"
