// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// `gatehouse serve` as a process of its own, on the store of a place. Needs GATEHOUSE_PROGRAM.

#include "gateway_place.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <csignal>

namespace gatehouse::gateway::test {

class ServedGateway {
public:
    explicit ServedGateway(const GatewayPlace &place, const QStringList &more = {})
    {
        QStringList arguments{"serve", "--store", QString::fromStdString(place.location())};
        if (!more.contains("--listen"))
            arguments << "--listen"
                      << "127.0.0.1:0";
        m_process.start(GATEHOUSE_PROGRAM, arguments + more);
        m_process.waitForStarted();
    }
    ~ServedGateway()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    ServedGateway(const ServedGateway &) = delete;
    ServedGateway &operator=(const ServedGateway &) = delete;

    // The port of its one line of output; 0 when it ended instead.
    std::uint16_t port()
    {
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(20000))
                return 0;
        }
        const auto line = QJsonDocument::fromJson(m_process.readLine()).object();
        return static_cast<std::uint16_t>(line["listening"].toString().section(':', -1).toUInt());
    }
    int exitCode()
    {
        m_process.waitForFinished(20000);
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }
    QByteArray errors() { return m_process.readAllStandardError(); }
    QProcess &process() { return m_process; }
    void signal(int number) { ::kill(static_cast<pid_t>(m_process.processId()), number); }

private:
    QProcess m_process;
};

} // namespace gatehouse::gateway::test
