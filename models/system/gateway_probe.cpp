// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/system/gateway_probe.h"

#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>

namespace gatehouse::console {

namespace {

constexpr int askMilliseconds = 1000;
constexpr int timeoutMs = 3000;
constexpr qint64 mostBytes = 64LL * 1024;

// "127.0.0.1:8787" for what listens there, also by listening everywhere; "" for another machine's.
QString loopbackAddress(const QString &address)
{
    const QString host
        = address.section(QLatin1Char(':'), 0, -2).remove(QLatin1Char('[')).remove(QLatin1Char(']'));
    const QString port = address.section(QLatin1Char(':'), -1);
    const QHostAddress there(host);
    if (there == QHostAddress(QHostAddress::AnyIPv4))
        return QStringLiteral("127.0.0.1:") + port;
    if (there == QHostAddress(QHostAddress::AnyIPv6))
        return QStringLiteral("[::1]:") + port;
    return there.isLoopback() ? address : QString();
}

} // namespace

GatewayProbe::GatewayProbe(QObject *parent)
    : QObject(parent)
    , m_network(new QNetworkAccessManager(this))
{
    m_network->setProxy(QNetworkProxy::NoProxy);
    connect(&m_timer, &QTimer::timeout, this, &GatewayProbe::askAll);
    m_timer.start(askMilliseconds);
}

void GatewayProbe::setAddresses(const QStringList &addresses)
{
    QStringList wanted;
    for (const QString &address : addresses) {
        if (const QString here = loopbackAddress(address); !here.isEmpty() && !wanted.contains(here))
            wanted.append(here);
    }
    for (const QString &before : std::as_const(m_addresses)) {
        if (!wanted.contains(before) && isTroubled(before))
            wanted.append(before);
    }
    if (wanted == m_addresses)
        return;
    m_addresses = wanted;
    m_seen.removeIf([&](auto seen) { return !m_addresses.contains(seen.key()); });
    askAll();
}

void GatewayProbe::askAll()
{
    for (const QString &address : std::as_const(m_addresses))
        ask(address);
}

void GatewayProbe::ask(const QString &address)
{
    Seen &seen = m_seen[address];
    if (seen.asking)
        return;
    seen.asking = true;
    QNetworkRequest request(QUrl(QStringLiteral("http://%1/healthz").arg(address)));
    request.setTransferTimeout(timeoutMs);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    QNetworkReply *reply = m_network->get(request);
    connect(reply, &QNetworkReply::finished, this, [this, address, reply] { read(address, reply); });
}

void GatewayProbe::read(const QString &address, QNetworkReply *reply)
{
    reply->deleteLater();
    const auto found = m_seen.find(address);
    if (found == m_seen.end())
        return;
    const Seen before = *found;
    found->asking = false;
    const QJsonObject health = QJsonDocument::fromJson(reply->read(mostBytes)).object();
    if (health.contains(QStringLiteral("status"))) {
        const QJsonArray problems = health.value(QStringLiteral("problems")).toArray();
        found->unrecorded = problems.contains(QStringLiteral("unrecorded"));
        found->failsOpen = problems.contains(QStringLiteral("fail_open"));
        found->gone = false;
    } else {
        found->gone = true;
    }
    if (found->unrecorded != before.unrecorded || found->failsOpen != before.failsOpen
        || (isTroubled(address) && found->gone != before.gone))
        Q_EMIT changed();
}

bool GatewayProbe::isTroubled(const QString &address) const
{
    const Seen seen = m_seen.value(loopbackAddress(address));
    return seen.unrecorded || seen.failsOpen;
}

QString GatewayProbe::trouble() const
{
    QStringList words;
    for (const QString &address : m_addresses) {
        const Seen seen = m_seen.value(address);
        if (!isTroubled(address))
            continue;
        if (seen.gone)
            words.append(
                tr("Gateway %1 does not answer any more; before, it answered calls without recording them "
                   "(fail_open)")
                    .arg(address));
        else if (seen.failsOpen)
            words.append(
                tr("Gateway %1 answers calls without recording them, as the policy says (fail_open): neither "
                   "its store nor its journal can be written")
                    .arg(address));
        else
            words.append(
                tr("Gateway %1 answered calls without recording them within the last hour (fail_open)")
                    .arg(address));
    }
    return words.join(QStringLiteral(" · "));
}

} // namespace gatehouse::console
