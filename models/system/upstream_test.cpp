// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/system/upstream_test.h"

#include "models/text.h"
#include "store/api_versions.h"

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

bool isAzure(const ProviderEntry &provider)
{
    return provider.kind == QLatin1String("azure");
}

QString usualForm(const ProviderEntry &provider)
{
    return isAzure(provider) ? QStringLiteral("https://host") : QStringLiteral("https://host/v1");
}

QString versionOf(const ProviderEntry &provider)
{
    const auto kind = store::providerKindFromName(provider.kind.toStdString());
    return provider.apiVersion.isEmpty() && kind ? toQString(store::usualApiVersion(*kind))
                                                 : provider.apiVersion;
}

// Where each kind lists its models.
QUrl listAddress(const ProviderEntry &provider)
{
    QString base = provider.baseUrl;
    while (base.endsWith(QLatin1Char('/')))
        base.chop(1);
    if (isAzure(provider))
        return QUrl(
            base + QStringLiteral("/openai/models?api-version=") + versionOf(provider), QUrl::StrictMode);
    return QUrl(base + QStringLiteral("/models"), QUrl::StrictMode);
}

void addFields(QNetworkRequest &request, const ProviderEntry &provider, const QString &credential)
{
    const bool anthropic = provider.kind == QLatin1String("anthropic");
    if (anthropic)
        request.setRawHeader("anthropic-version", versionOf(provider).toUtf8());
    if (credential.isEmpty())
        return;
    if (anthropic)
        request.setRawHeader("x-api-key", credential.toUtf8());
    else if (isAzure(provider))
        request.setRawHeader("api-key", credential.toUtf8());
    else
        request.setRawHeader("Authorization", "Bearer " + credential.toUtf8());
}

} // namespace

UpstreamTest::UpstreamTest(QObject *parent)
    : QObject(parent)
    , m_network(new QNetworkAccessManager(this))
{
}

void UpstreamTest::start(const ProviderEntry &provider, const QString &credential)
{
    if (QNetworkReply *before = std::exchange(m_reply, nullptr)) {
        before->disconnect(this);
        before->abort();
        before->deleteLater();
    }
    if (provider.kind == QLatin1String("sandbox")) {
        Q_EMIT finished(true, tr("The sandbox answers by itself and needs no network"));
        return;
    }
    const QUrl address = listAddress(provider);
    const bool http = address.scheme() == QLatin1String("http") || address.scheme() == QLatin1String("https");
    if (!address.isValid() || !http || address.host().isEmpty()) {
        Q_EMIT finished(false, tr("Not an address: it looks like %1").arg(usualForm(provider)));
        return;
    }
    QNetworkRequest request(address);
    request.setTransferTimeout(timeoutMs);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    addFields(request, provider, credential);
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
        Q_EMIT finished(false, tr("Answers with status %1: is the address right?").arg(status));
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
