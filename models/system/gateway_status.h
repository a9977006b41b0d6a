// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the status bar says: the gateways alive on this store, the published policy, and what is wrong, in
// words.

#include "models/system/gateway_probe.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QTimer>

namespace gatehouse::console {

class StoreReader;
class StoreSession;

struct GatewayView {
    QString id, address, version;
    QString policy; // "baseline v41"
    qint64 journalDepth = 0;
    double requestsPerSecond = 0;
    qint64 streams = 0;
    QString degraded; // "" when healthy
    friend bool operator==(const GatewayView &, const GatewayView &) = default;
};

class GatewayStatus : public QObject {
    Q_OBJECT

public:
    explicit GatewayStatus(StoreSession &session, QObject *parent = nullptr);

    [[nodiscard]] const QList<GatewayView> &gateways() const { return m_now.gateways; }
    [[nodiscard]] const QString &policy() const
    {
        return m_now.policy;
    } // "baseline v41 · 3fa9c12"; "" when none
    // The console's own gateway, "host:port": asked itself, whatever the store says of it.
    void setOwnAddress(const QString &address);
    // What is the matter with the store or a gateway, the worst first; "" when all is well.
    [[nodiscard]] QString trouble() const;

Q_SIGNALS:
    void changed();

private:
    struct View {
        QList<GatewayView> gateways;
        QString policy;
        friend bool operator==(const View &, const View &) = default;
    };
    void ask();
    void watchGateways();
    StoreSession &m_session;
    StoreReader *m_reader;
    GatewayProbe m_probe;
    QString m_ownAddress;
    QTimer m_timer;
    View m_now;
};

} // namespace gatehouse::console
