// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Traces and alerts over TLS: to whom a trusted certificate names, and to nobody else.

#include "exposition_page.h"
#include "gateway_place.h"
#include "test_collector.h"

#include <QFile>
#include <QtTest>

using namespace gatehouse;
using namespace gatehouse::gateway;
using namespace gatehouse::gateway::test;

namespace {

constexpr int patience = 20'000;

// A place whose gateway trusts this certificate and no other, and tells its traces and alerts there.
std::unique_ptr<GatewayPlace> placeTelling(
    const std::string &traces, const std::string &alerts, const std::string &trusted)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("trusted.pem")));
    if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray::fromStdString(trusted)) < 0)
        qFatal("the certificate cannot be written");
    file.close();
    auto place = std::make_unique<GatewayPlace>();
    place->config.tracesEndpoint = traces;
    AlertConfig alert;
    alert.name = "hook";
    alert.url = alerts;
    alert.retryPause = Millis(10);
    alert.attempts = 2;
    place->config.alerts = {alert};
    place->config.metricsListen = Address{"127.0.0.1", 0};
    qputenv("SSL_CERT_FILE", file.fileName().toLocal8Bit());
    place->start();
    qunsetenv("SSL_CERT_FILE");
    return place;
}

double figure(GatewayPlace &place, const QString &series)
{
    HttpClient client(place.gateway().metricsAddress()->port);
    client.send("GET /metrics HTTP/1.1\r\nHost: test\r\n\r\n");
    return ExpositionPage(client.receive().body).value(series);
}

const QString deadAlerts = R"(gatehouse_deliveries_total{target="hook",result="dead"})";

} // namespace

class TestDeliveryTls : public QObject {
    Q_OBJECT

private slots:
    void tellsWhomItTrusts();
    void tellsNobodyElse_data();
    void tellsNobodyElse();
};

void TestDeliveryTls::tellsWhomItTrusts()
{
    const TestCollector collector(TestCollector::Transport::Tls);
    const auto place
        = placeTelling(collector.url("/v1/traces"), collector.url("/alerts"), collector.certificate());
    QCOMPARE(place->ask("blockword").status, 400);
    QTRY_COMPARE_WITH_TIMEOUT(collector.bodies().size(), std::size_t{2}, patience);
    QCOMPARE(figure(*place, deadAlerts), 0.0);
}

void TestDeliveryTls::tellsNobodyElse_data()
{
    QTest::addColumn<bool>("trusted");
    QTest::addColumn<QByteArray>("url");
    QTest::newRow("a certificate of somebody unknown") << false << QByteArray("https://localhost:");
    QTest::newRow("a certificate of another name") << true << QByteArray("https://127.0.0.1:");
}

void TestDeliveryTls::tellsNobodyElse()
{
    QFETCH(bool, trusted);
    QFETCH(QByteArray, url);
    const TestCollector collector(TestCollector::Transport::Tls), other(TestCollector::Transport::Tls);
    const std::string base = url.toStdString() + std::to_string(collector.port());
    const auto place = placeTelling(
        base + "/v1/traces", base + "/alerts", trusted ? collector.certificate() : other.certificate());
    QCOMPARE(place->ask("blockword").status, 400);
    QTRY_COMPARE_WITH_TIMEOUT(figure(*place, deadAlerts), 1.0, patience);
    // Calls go on meanwhile, and nothing was told.
    QCOMPARE(place->ask("hello").status, 200);
    QVERIFY(collector.bodies().empty());
}

QTEST_GUILESS_MAIN(TestDeliveryTls)
#include "tst_gateway_delivery_tls.moc"
