// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Asks an upstream for its list of models, to see that address and credential are right before an application
// depends on them. The credential is used for this one request and not kept.

#include "models/system/provider_entry.h"

#include <QObject>
#include <QString>

class QNetworkAccessManager;
class QNetworkReply;

namespace gatehouse::console {

class UpstreamTest : public QObject {
    Q_OBJECT

public:
    explicit UpstreamTest(QObject *parent = nullptr);
    // A sandbox needs no network and always answers. One test at a time; a new one ends the one before.
    void start(const ProviderEntry &provider, const QString &credential);

Q_SIGNALS:
    // `words` say what was found: "Answers in 120 ms, 14 models", "Refused the credential (401)", …
    void finished(bool ok, const QString &words);

private:
    void read(QNetworkReply *reply, qint64 startedAt);
    QNetworkAccessManager *m_network;
    QNetworkReply *m_reply = nullptr;
};

} // namespace gatehouse::console
