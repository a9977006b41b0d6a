// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Asks the gateways of this machine how they are (/healthz), also while their heartbeat does not reach the
// store: a gateway that can record nothing cannot write there either.
//
// Plain HTTP on a loopback address only; nothing is sent along. One that does not answer is silent, not ill:
// it may speak TLS.

#include <QHash>
#include <QObject>
#include <QStringList>
#include <QTimer>

class QNetworkAccessManager;
class QNetworkReply;

namespace gatehouse::console {

class GatewayProbe : public QObject {
    Q_OBJECT

public:
    explicit GatewayProbe(QObject *parent = nullptr);

    // "host:port" each; what is on another machine is left out. Asked once a second from then on. One that
    // was asked before and has something to tell is asked on.
    void setAddresses(const QStringList &addresses);
    // What the gateways' policy let them answer without recording it, in words; "" when nothing.
    [[nodiscard]] QString trouble() const;
    // The address recorded nothing, or would not now.
    [[nodiscard]] bool isTroubled(const QString &address) const;

Q_SIGNALS:
    void changed();

private:
    struct Seen {
        bool asking = false;
        bool unrecorded = false; // calls were answered unrecorded within the last hour
        bool failsOpen = false; // they would be now
        bool gone = false; // and then it did not answer any more
    };
    void askAll();
    void ask(const QString &address);
    void read(const QString &address, QNetworkReply *reply);
    QNetworkAccessManager *m_network;
    QTimer m_timer;
    QStringList m_addresses;
    QHash<QString, Seen> m_seen;
};

} // namespace gatehouse::console
