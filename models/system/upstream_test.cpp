// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/system/upstream_test.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <utility>

namespace gatehouse::console {

namespace {
constexpr int timeoutMs = 10000;
constexpr qint64 mostBytes = 4LL * 1024 * 1024;
constexpr int unauthorized = 401;
constexpr int forbidden = 403;
constexpr int firstError = 400;
} // namespace

UpstreamTest::UpstreamTest(QObject *parent)
    : QObject(parent)
    , m_network(new QNetworkAccessManager(this))
{
}

void UpstreamTest::start(const QString &kind, const QString &baseUrl, const QString &credential)
{
    if (QNetworkReply *before = std::exchange(m_reply, nullptr)) {
        before->disconnect(this);
        before->abort();
        before->deleteLater();
    }
    if (kind == QLatin1String("sandbox")) {
        Q_EMIT finished(true, tr("The sandbox answers by itself and needs no network"));
        return;
    }
    const QUrl address(
        baseUrl + (baseUrl.endsWith(QLatin1Char('/')) ? QStringLiteral("models") : QStringLiteral("/models")),
        QUrl::StrictMode);
    const bool http = address.scheme() == QLatin1String("http") || address.scheme() == QLatin1String("https");
    if (!address.isValid() || !http || address.host().isEmpty()) {
        Q_EMIT finished(false, tr("Not an address: it looks like https://host/v1"));
        return;
    }
    QNetworkRequest request(address);
    request.setTransferTimeout(timeoutMs);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    if (!credential.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + credential.toUtf8());
    m_reply = m_network->get(request);
    connect(m_reply, &QNetworkReply::finished, this,
        [this, reply = m_reply, startedAt = QDateTime::currentMSecsSinceEpoch()] { read(reply, startedAt); });
}

void UpstreamTest::read(QNetworkReply *reply, qint64 startedAt)
{
    m_reply = nullptr;
    reply->deleteLater();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == unauthorized || status == forbidden) {
        Q_EMIT finished(false, tr("Refused the credential (%1)").arg(status));
        return;
    }
    if (status == 0) {
        Q_EMIT finished(false, tr("Cannot be reached: %1").arg(reply->errorString()));
        return;
    }
    if (status >= firstError) {
        Q_EMIT finished(
            false, tr("Answers with status %1: is the address right, with /v1 at its end?").arg(status));
        return;
    }
    const QJsonDocument document = QJsonDocument::fromJson(reply->read(mostBytes));
    if (!document.object().value(QStringLiteral("data")).isArray()) {
        Q_EMIT finished(false, tr("Answers, but not with a list of models: is the address right?"));
        return;
    }
    const auto models = static_cast<int>(document.object().value(QStringLiteral("data")).toArray().size());
    const qint64 milliseconds = QDateTime::currentMSecsSinceEpoch() - startedAt;
    Q_EMIT finished(true, tr("Answers in %1 ms with %n models", nullptr, models).arg(milliseconds));
}

} // namespace gatehouse::console
