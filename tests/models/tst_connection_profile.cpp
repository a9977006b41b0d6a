// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The address a profile makes means to libpq what the profile says.
#include "models/connections/connection_profile.h"

#include <QtTest>
#include <libpq-fe.h>

using namespace gatehouse;
using namespace gatehouse::console;

namespace {

ConnectionProfile complete()
{
    ConnectionProfile profile;
    profile.name = QStringLiteral("payments");
    profile.hosts = QStringLiteral("db.example");
    profile.database = QStringLiteral("gatehouse");
    return profile;
}

QMap<QString, QString> asLibpqReads(const QString &address)
{
    char *problem = nullptr;
    PQconninfoOption *options = PQconninfoParse(address.toUtf8().constData(), &problem);
    QMap<QString, QString> values;
    if (problem)
        values.insert(QStringLiteral("problem"), QString::fromUtf8(problem));
    for (const PQconninfoOption *each = options; each && each->keyword; ++each) {
        if (each->val)
            values.insert(QString::fromUtf8(each->keyword), QString::fromUtf8(each->val));
    }
    PQconninfoFree(options);
    PQfreemem(problem);
    return values;
}

using Values = QMap<QString, QString>;

} // namespace

class TestConnectionProfile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void meansTheSameToLibpq_data();
    void meansTheSameToLibpq();
    void whatIsWrongNamesItsField_data();
    void whatIsWrongNamesItsField();
};

void TestConnectionProfile::meansTheSameToLibpq_data()
{
    QTest::addColumn<QString>("hosts");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("database");
    QTest::addColumn<Values>("expected");
    QTest::newRow("one host") << "db.example"
                              << "ada"
                              << ""
                              << "gate"
                              << Values{{"host", "db.example"}, {"port", "6543"}, {"user", "ada"},
                                     {"dbname", "gate"}, {"sslmode", "verify-full"}};
    QTest::newRow("hostile") << "db.example"
                             << "a@b:c/d?e"
                             << "p@ss:/?#[]&%20 ü"
                             << "my/db?x=1"
                             << Values{{"host", "db.example"}, {"port", "6543"}, {"user", "a@b:c/d?e"},
                                    {"password", "p@ss:/?#[]&%20 ü"}, {"dbname", "my/db?x=1"},
                                    {"sslmode", "verify-full"}};
    QTest::newRow("several hosts") << "one.example:1, two.example ,three.example:3"
                                   << ""
                                   << ""
                                   << "gate"
                                   << Values{{"host", "one.example,two.example,three.example"},
                                          {"port", "1,6543,3"}, {"dbname", "gate"},
                                          {"sslmode", "verify-full"}, {"target_session_attrs", "read-write"}};
    QTest::newRow("IPv6") << "[::1]:7, fe80::2"
                          << ""
                          << ""
                          << "gate"
                          << Values{{"host", "::1,fe80::2"}, {"port", "7,6543"}, {"dbname", "gate"},
                                 {"sslmode", "verify-full"}, {"target_session_attrs", "read-write"}};
    QTest::newRow("socket") << "/var/run/postgresql"
                            << ""
                            << ""
                            << "gate"
                            << Values{{"host", "/var/run/postgresql"}, {"port", "6543"}, {"dbname", "gate"},
                                   {"sslmode", "verify-full"}};
}

void TestConnectionProfile::meansTheSameToLibpq()
{
    QFETCH(QString, hosts);
    QFETCH(QString, user);
    QFETCH(QString, password);
    QFETCH(QString, database);
    QFETCH(Values, expected);
    ConnectionProfile profile = complete();
    profile.hosts = hosts;
    profile.port = 6543;
    profile.user = user;
    profile.database = database;
    QVERIFY(check(profile));
    QCOMPARE(asLibpqReads(addressOf(profile, SecretString(password.toStdString()))), expected);
    profile.authorities = QStringLiteral("/my certs/ca&1.pem");
    profile.certificate = QStringLiteral("/c.pem");
    profile.certificateKey = QStringLiteral("/k.pem");
    profile.service = QStringLiteral("prod");
    expected.insert({{"sslrootcert", "/my certs/ca&1.pem"}, {"sslcert", "/c.pem"}, {"sslkey", "/k.pem"},
        {"service", "prod"}});
    QCOMPARE(asLibpqReads(addressOf(profile, SecretString(password.toStdString()))), expected);
}

void TestConnectionProfile::whatIsWrongNamesItsField_data()
{
    QTest::addColumn<QString>("hosts");
    QTest::addColumn<QString>("field");
    QTest::newRow("none") << " , "
                          << "hosts";
    QTest::newRow("a port that is none") << "db:http"
                                         << "hosts";
    QTest::newRow("a port too high") << "one, db:70000"
                                     << "hosts";
    QTest::newRow("an address") << "postgresql://db"
                                << "hosts";
    QTest::newRow("a user in it") << "ada@db"
                                  << "hosts";
    QTest::newRow("a path") << "db/gatehouse"
                            << "hosts";
}

void TestConnectionProfile::whatIsWrongNamesItsField()
{
    QFETCH(QString, hosts);
    QFETCH(QString, field);
    ConnectionProfile profile = complete();
    profile.hosts = hosts;
    const Status refused = check(profile);
    QVERIFY(!refused);
    QCOMPARE(QString::fromStdString(refused.error().where), field);
    const auto fieldOf = [](void (*spoil)(ConnectionProfile &)) {
        ConnectionProfile spoiled = complete();
        spoil(spoiled);
        const Status why = check(spoiled);
        return why ? std::string() : why.error().where;
    };
    QCOMPARE(fieldOf([](ConnectionProfile &p) { p.name.clear(); }), std::string("name"));
    QCOMPARE(fieldOf([](ConnectionProfile &p) { p.database.clear(); }), std::string("database"));
    QCOMPARE(
        fieldOf([](ConnectionProfile &p) { p.certificate = QStringLiteral("/c"); }), std::string("sslkey"));
    QCOMPARE(fieldOf([](ConnectionProfile &p) { p.certificateKey = QStringLiteral("/k"); }),
        std::string("sslcert"));
    QCOMPARE(fieldOf([](ConnectionProfile &p) {
        p.hosts.clear();
        p.database.clear();
        p.service = QStringLiteral("prod");
    }),
        std::string());
}

QTEST_GUILESS_MAIN(TestConnectionProfile)
#include "tst_connection_profile.moc"
