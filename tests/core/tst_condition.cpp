// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/condition.h"

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
        row("rule.earlier.failed", Op::Equals, {"true"}, true);
        row("rule.other.failed", Op::Equals, {"true"}, false);
        row("model.provider", Op::Equals, {"x"}, false);
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
        QCOMPARE(holds(condition, m_call, {"earlier"}), expected);
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
        QVERIFY(!isUntrustedField("key.metadata.x"));
        QVERIFY(std::is_sorted(conditionFields().begin(), conditionFields().end()));
    }
};

QTEST_GUILESS_MAIN(TestCondition)
#include "tst_condition.moc"
