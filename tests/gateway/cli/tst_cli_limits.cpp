// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// gatehouse limit and price, and what key issue, show and rotate say of limits.

#include "core/access/virtual_key.h"
#include "tests/gateway/cli/cli_runner.h"

#include <QDateTime>
#include <QJsonArray>
#include <QTest>

class TestCliLimits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keysAreIssuedWithLimits();
    void wrongLimitsAreUsageErrors_data();
    void wrongLimitsAreUsageErrors();
    void limitsAreSetListedAndRemoved();
    void limitsAreRaised();
    void raisesAreChecked_data();
    void raisesAreChecked();
    void pricesAreSetListedAndRemoved();
    void keysAreRotated();
    void boundsAreShown();

private:
    static QStringList issue(const QStringList &more)
    {
        return QStringList{"key", "issue", "--team", "payments", "--environment", "production", "--use-case",
                   "support", "--models", "*", "--create"}
        + more;
    }
    static QStringList texts(const QJsonArray &limits)
    {
        QStringList texts;
        for (const QJsonValue &limit : limits)
            texts << limit.toObject()["tier"].toString() + ' ' + limit.toObject()["limit"].toString();
        return texts;
    }
};

void TestCliLimits::keysAreIssuedWithLimits()
{
    const CliRunner cli;
    (void)cli.run({"store", "init"});
    const CliResult issued = cli.json(issue({"--rpm", "60", "--tpm", "90000", "--tpd", "1000000",
        "--parallel", "4", "--budget", "10/day", "--budget", "100/month@Europe/Berlin", "--budget",
        "500000tokens/day", "--limit", "7requests/90m"}));
    QCOMPARE(issued.status, 0);
    const QString id = issued.object()["id"].toString();
    const QJsonObject shown = cli.json({"key", "show", id}).object();
    const QJsonArray limits = shown["limits"].toArray();
    const QStringList expected{"key 60requests/minute", "key 7requests/90m", "key 90000tokens/minute",
        "key 1000000tokens/day", "key 10.00usd/day", "key 100.00usd/month@Europe/Berlin",
        "key 500000budget-tokens/day", "key 4parallel"};
    QCOMPARE(texts(limits), expected);
    for (const QJsonValue &each : limits) {
        const QJsonObject limit = each.toObject();
        if (limit["unit"] == "parallel")
            continue;
        QCOMPARE(limit["used"].toInt(-1), 0);
        QCOMPARE(limit["left"], limit["amount"]);
        const auto reset = QDateTime::fromString(limit["next_reset_at"].toString(), Qt::ISODateWithMs);
        QVERIFY(reset.isValid() && reset > QDateTime::currentDateTimeUtc().addSecs(-60));
    }
    QCOMPARE(limits[4].toObject()["amount"].toInt(), 10'000'000);
    QVERIFY(cli.run({"key", "show", id}).out.contains("100.00usd/month@Europe/Berlin, used 0.00 USD"));
    QCOMPARE(texts(cli.json({"key", "list"}).object()["limits"].toArray()), expected);
}

void TestCliLimits::wrongLimitsAreUsageErrors_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("no number") << QStringList{"--rpm", "many"};
    QTest::newRow("negative") << QStringList{"--parallel", "-1"};
    QTest::newRow("no period") << QStringList{"--budget", "10"};
    QTest::newRow("no such period") << QStringList{"--budget", "10/fortnight"};
    QTest::newRow("no such zone") << QStringList{"--budget", "10/day@Nowhere/Town"};
    QTest::newRow("rolling minutes have no zone") << QStringList{"--limit", "10requests/minute@UTC"};
    QTest::newRow("twice the same") << QStringList{"--budget", "10/day", "--budget", "20/day"};
    QTest::newRow("no network") << QStringList{"--allow-ip", "10.0.0.0/40"};
    QTest::newRow("no bytes at all") << QStringList{"--max-input-bytes", "0"};
}

void TestCliLimits::wrongLimitsAreUsageErrors()
{
    QFETCH(QStringList, options);
    const CliRunner cli;
    (void)cli.run({"store", "init"});
    const CliResult result = cli.json(issue(options));
    QCOMPARE(result.status, 2);
    QVERIFY2(result.isOneLineError(), result.err.constData());
    QVERIFY(cli.json({"key", "list"}).objects().isEmpty());
}

void TestCliLimits::limitsAreSetListedAndRemoved()
{
    const CliRunner cli;
    (void)cli.run({"store", "init"});
    const QString id = cli.json(issue({})).object()["id"].toString();
    QCOMPARE(
        cli.run({"limit", "set", "team", "payments", "--budget", "50/week@UTC", "--rpm", "600"}).status, 0);
    QCOMPARE(cli.run({"limit", "set", "use-case", "support", "--tph", "1000"}).status, 0);
    QCOMPARE(cli.run({"limit", "set", "key", id, "--parallel", "2"}).status, 0);
    const auto set = cli.json({"limit", "set", "team", "payments", "--rpm", "700"}).objects();
    QCOMPARE(set.size(), 2);
    QCOMPARE(set[0]["limit"].toString(), "700requests/minute");
    const QStringList all{
        "key 2parallel", "use_case 1000tokens/hour", "team 700requests/minute", "team 50.00usd/week@UTC"};
    QCOMPARE(texts(cli.json({"key", "show", id}).object()["limits"].toArray()), all);
    QCOMPARE(cli.json({"limit", "list"}).objects().size(), 4);
    QVERIFY(cli.run({"limit", "list"}).out.startsWith("TIER "));

    QCOMPARE(cli.run({"limit", "remove", "team", "payments", "usd/week@UTC"}).status, 0);
    QCOMPARE(cli.run({"limit", "remove", "team", "payments", "usd/week@UTC"}).status, 1);
    QCOMPARE(cli.run({"limit", "remove", "key", id}).status, 0);
    QCOMPARE(cli.json({"limit", "list"}).objects().size(), 2);
    QCOMPARE(cli.run({"limit", "set", "team", "nobody", "--rpm", "1"}).status, 1);
    QCOMPARE(cli.run({"limit", "set", "planet", "earth", "--rpm", "1"}).status, 2);
    QCOMPARE(cli.run({"limit", "set", "team", "payments"}).status, 2);
    QStringList actions;
    for (const QJsonObject &entry : cli.json({"audit", "list"}).objects())
        actions << entry["action"].toString();
    QCOMPARE(actions.count("limit.set"), 4);
    QCOMPARE(actions.count("limit.remove"), 2);
}

void TestCliLimits::limitsAreRaised()
{
    const CliRunner cli;
    (void)cli.run({"store", "init"});
    const QString id = cli.json(issue({"--budget", "10/day", "--rpm", "60"})).object()["id"].toString();
    const CliResult raised = cli.json(
        {"limit", "raise", "key", id, "usd/day", "--by", "2.50", "--for", "2d", "--reason", "a launch"});
    QVERIFY2(raised.status == 0, raised.err.constData());
    const QJsonObject budget = raised.objects().last();
    QVERIFY(budget["limit"].toString().startsWith("10.00usd/day+2.50 until "));
    QCOMPARE(budget["amount"].toInt(), 12'500'000);
    const auto until = QDateTime::fromString(budget["raised_until"].toString(), Qt::ISODateWithMs);
    const qint64 away = QDateTime::currentDateTimeUtc().secsTo(until);
    QVERIFY(away > 47 * 3600 && away <= 48 * 3600);
    QVERIFY(raised.objects().first()["raised_until"].isNull());
    QVERIFY(cli.run({"key", "show", id}).out.contains("10.00usd/day+2.50 until "));
    const QJsonObject rate = cli.json({"limit", "raise", "key", id, "requests/minute", "--by", "40",
                                          "--until", "2999-01-01T00:00:00Z"})
                                 .objects()
                                 .first();
    QCOMPARE(rate["amount"].toInt(), 100);
    QCOMPARE(cli.run({"limit", "raise", "key", id, "usd/day", "--end"}).status, 0);
    QCOMPARE(cli.json({"limit", "list"}).objects().last()["amount"].toInt(), 10'000'000);
    const auto entries = cli.json({"audit", "list"}).objects();
    QCOMPARE(entries[0]["action"].toString(), "limit.raise");
    QCOMPARE(entries[2]["reason"].toString(), "a launch");
}

void TestCliLimits::raisesAreChecked_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("status");
    QTest::newRow("no amount") << QStringList{"usd/day", "--for", "2d"} << 2;
    QTest::newRow("no time") << QStringList{"usd/day", "--by", "5"} << 2;
    QTest::newRow("two times") << QStringList{"usd/day", "--by", "5", "--for", "1d", "--until", "2999-01-01"}
                               << 2;
    QTest::newRow("nothing more") << QStringList{"usd/day", "--by", "0", "--for", "2d"} << 2;
    QTest::newRow("no duration") << QStringList{"usd/day", "--by", "5", "--for", "long"} << 2;
    QTest::newRow("over already") << QStringList{"usd/day", "--by", "5", "--until", "2020-01-01"} << 2;
    QTest::newRow("no such limit") << QStringList{"usd/week", "--by", "5", "--for", "2d"} << 1;
    QTest::newRow("not a limit") << QStringList{"money", "--by", "5", "--for", "2d"} << 2;
}

void TestCliLimits::raisesAreChecked()
{
    QFETCH(QStringList, options);
    QFETCH(int, status);
    const CliRunner cli;
    (void)cli.run({"store", "init"});
    const QString id = cli.json(issue({"--budget", "10/day"})).object()["id"].toString();
    const CliResult result = cli.run(QStringList{"limit", "raise", "key", id} + options);
    QCOMPARE(result.status, status);
    QVERIFY2(result.isOneLineError(), result.err.constData());
    QCOMPARE(cli.json({"limit", "list"}).object()["limit"].toString(), "10.00usd/day");
}

void TestCliLimits::pricesAreSetListedAndRemoved()
{
    const CliRunner cli;
    (void)cli.run({"store", "init"});
    const auto find = [&](const QString &model) {
        for (const QJsonObject &price : cli.json({"price", "list"}).objects()) {
            if (price["model"] == model)
                return price;
        }
        return QJsonObject();
    };
    QCOMPARE(find("gpt-4o*")["in_uusd"].toInt(), 2'500'000);
    QCOMPARE(find("gpt-4o*")["source"].toString(), "built-in");
    QCOMPARE(cli.run({"price", "set", "house-*", "--in", "0.25", "--out", "1.5"}).status, 0);
    QCOMPARE(find("house-*")["out_uusd"].toInt(), 1'500'000);
    QCOMPARE(find("house-*")["cached_uusd"].toInt(), 250'000);
    QCOMPARE(find("house-*")["source"].toString(), "store");
    QCOMPARE(cli.run({"price", "set", "house-*", "--in", "cheap", "--out", "1"}).status, 2);
    QCOMPARE(cli.run({"price", "remove", "house-*"}).status, 0);
    QCOMPARE(cli.run({"price", "remove", "house-*"}).status, 1);
    QCOMPARE(cli.run({"price", "remove", "gpt-4o*"}).status, 0);
    QVERIFY(find("gpt-4o*").isEmpty());
    QCOMPARE(cli.run({"price", "revert", "gpt-4o*"}).status, 0);
    QCOMPARE(find("gpt-4o*")["source"].toString(), "built-in");
    QCOMPARE(cli.run({"price", "revert", "gpt-4o*"}).status, 1);
    QVERIFY(cli.run({"price", "list"}).out.startsWith("MODEL "));
}

void TestCliLimits::keysAreRotated()
{
    const CliRunner cli;
    (void)cli.run({"store", "init"});
    const QJsonObject issued = cli.json(issue({})).object();
    const QString id = issued["id"].toString();
    const CliResult rotated = cli.json({"key", "rotate", id, "--overlap", "2h", "--reason", "quarterly"});
    QCOMPARE(rotated.status, 0);
    QCOMPARE(rotated.object()["id"].toString(), id);
    const std::string secret = rotated.object()["secret"].toString().toStdString();
    QVERIFY(gatehouse::parseVirtualKey(secret));
    QVERIFY(rotated.object()["secret"] != issued["secret"]);
    QVERIFY(cli.json({"key", "show", id}).object()["previous_secret_until"].isString());
    QCOMPARE(cli.run({"key", "rotate", id}).status, 1);
    QCOMPARE(cli.run({"key", "rotate", id, "--overlap", "soon"}).status, 2);
    QCOMPARE(cli.run({"key", "rotate", "unknown"}).status, 1);
}

void TestCliLimits::boundsAreShown()
{
    const CliRunner cli;
    (void)cli.run({"store", "init"});
    const QString id = cli.json(issue({"--allow-ip", "10.0.0.0/8", "--allow-ip", "2001:db8::/32",
                                    "--require-metadata", "ticket", "--max-input-bytes", "5000",
                                    "--max-output-tokens", "200", "--require-user"}))
                           .object()["id"]
                           .toString();
    const QJsonObject shown = cli.json({"key", "show", id}).object();
    QCOMPARE(shown["addresses"].toArray(), (QJsonArray{"10.0.0.0/8", "2001:db8::/32"}));
    QCOMPARE(shown["required_metadata"].toArray(), QJsonArray{"ticket"});
    QCOMPARE(shown["max_input_bytes"].toInt(), 5000);
    QCOMPARE(shown["max_output_tokens"].toInt(), 200);
    QVERIFY(shown["requires_user"].toBool());
    QVERIFY(cli.run({"key", "show", id}).out.contains("10.0.0.0/8, 2001:db8::/32"));
}

QTEST_GUILESS_MAIN(TestCliLimits)
#include "tst_cli_limits.moc"
