// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gateway_supervisor.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcessEnvironment>
#include <QStandardPaths>
#include <QTimer>

namespace gatehouse::console {

namespace {

constexpr int drainMs = 10000; // what calls in flight get to finish
constexpr int killMs = 2000;
constexpr int mostErrorBytes = 4096;

bool isTakenAddress(const QString &error)
{
    return error.contains(QLatin1String("in use"), Qt::CaseInsensitive)
        && !error.contains(QLatin1String("store"), Qt::CaseInsensitive);
}

QString lastLine(const QByteArray &text)
{
    const QList<QByteArray> lines = text.trimmed().split('\n');
    return QString::fromUtf8(lines.last()).trimmed();
}

} // namespace

QString findGateway()
{
    const QFileInfo beside(
        QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral("gatehouse")));
    if (beside.isFile() && beside.isExecutable())
        return beside.canonicalFilePath();
    return QStandardPaths::findExecutable(QStringLiteral("gatehouse"));
}

GatewaySupervisor::GatewaySupervisor(QString store, QString program, QObject *parent)
    : QObject(parent)
    , m_store(std::move(store))
    , m_program(program.isEmpty() ? findGateway() : std::move(program))
{
    // Not as an argument: those of a process are shown to everybody, and an address may hold a password.
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("GATEHOUSE_STORE"), m_store);
    m_process.setProcessEnvironment(environment);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &GatewaySupervisor::readOutput);
    connect(&m_process, &QProcess::readyReadStandardError, this,
        [this] { m_errors = (m_errors + m_process.readAllStandardError()).right(mostErrorBytes); });
    connect(&m_process, &QProcess::finished, this, &GatewaySupervisor::finished);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        m_trouble = tr("The gateway could not be started: %1").arg(m_process.errorString());
        become(State::Failed);
    });
}

GatewaySupervisor::~GatewaySupervisor()
{
    m_process.disconnect(this);
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.closeWriteChannel();
    m_process.terminate();
    if (!m_process.waitForFinished(drainMs))
        m_process.kill();
    m_process.waitForFinished(killMs);
}

QStringList GatewaySupervisor::arguments(bool withParent) const
{
    QStringList list{QStringLiteral("serve"), QStringLiteral("--listen"), m_listen};
    if (withParent)
        list.append(QStringLiteral("--exit-with-parent"));
    return list;
}

void GatewaySupervisor::start(const QString &listen)
{
    if (m_process.state() != QProcess::NotRunning)
        return;
    m_listen = listen;
    m_address.clear();
    m_trouble.clear();
    m_errors.clear();
    if (m_program.isEmpty()) {
        m_trouble = tr("The gateway program `gatehouse` was not found beside the console or on the path");
        become(State::Failed);
        return;
    }
    become(State::Starting);
    m_process.start(m_program, arguments(true));
}

void GatewaySupervisor::readOutput()
{
    while (m_process.canReadLine()) {
        const QByteArray line = m_process.readLine();
        const QString listening
            = QJsonDocument::fromJson(line).object().value(QStringLiteral("listening")).toString();
        if (listening.isEmpty())
            continue;
        m_address = listening;
        become(State::Running);
    }
}

void GatewaySupervisor::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    become(State::Stopping);
    m_process.closeWriteChannel();
    m_process.terminate();
    QTimer::singleShot(drainMs, this, [this] {
        if (m_state == State::Stopping)
            m_process.kill();
    });
}

void GatewaySupervisor::finished(int exitCode, QProcess::ExitStatus status)
{
    m_errors = (m_errors + m_process.readAllStandardError()).right(mostErrorBytes);
    m_address.clear();
    const bool asked = m_state == State::Stopping || (status == QProcess::NormalExit && exitCode == 0);
    if (asked) {
        become(State::Off);
        return;
    }
    const QString why = lastLine(m_errors);
    m_trouble = status == QProcess::CrashExit ? tr("The gateway ended unexpectedly: %1").arg(why)
                                              : tr("The gateway ended: %1").arg(why);
    become(State::Failed);
    if (isTakenAddress(why))
        Q_EMIT addressTaken(m_listen);
}

bool GatewaySupervisor::leaveRunning()
{
    const QString address = m_address;
    if (m_state != State::Running)
        return false;
    become(State::Stopping);
    m_process.closeWriteChannel();
    m_process.terminate();
    if (!m_process.waitForFinished(drainMs))
        return false;
    m_listen = address;
    QProcess gateway;
    gateway.setProcessEnvironment(m_process.processEnvironment());
    gateway.setProgram(m_program);
    gateway.setArguments(arguments(false));
    return gateway.startDetached();
}

void GatewaySupervisor::become(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace gatehouse::console
