// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The embedded gateway: a child process that serves this console's store, started, watched and stopped from
// here.
//
// The child ends with its standard input (--exit-with-parent), so it never outlives a crashed console;
// `leaveRunning` starts one that does.

#include <QObject>
#include <QProcess>
#include <QString>

namespace gatehouse::console {

class GatewaySupervisor : public QObject {
    Q_OBJECT

public:
    enum class State { Off, Starting, Running, Stopping, Failed };

    // `program` is the gatehouse binary; empty looks for it (findGateway).
    explicit GatewaySupervisor(QString store, QString program = {}, QObject *parent = nullptr);
    ~GatewaySupervisor() override; // stops it

    // Address host:port; port 0 takes a free one.
    void start(const QString &listen);
    void stop(); // asks it to finish the calls in flight, and after a while ends it
    // Ends this child and starts one on the same address that goes on without the console. False when it
    // could not.
    [[nodiscard]] bool leaveRunning();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const QString &address() const { return m_address; } // while running
    [[nodiscard]] qint64 processId() const { return m_process.processId(); } // 0 when there is none
    [[nodiscard]] const QString &trouble() const { return m_trouble; } // when failed, in words

Q_SIGNALS:
    void stateChanged();
    // The address is taken by somebody else; another one may be offered.
    void addressTaken(const QString &address);

private:
    void readOutput();
    void finished(int exitCode, QProcess::ExitStatus status);
    void become(State state);
    [[nodiscard]] QStringList arguments(bool withParent) const;
    const QString m_store;
    const QString m_program;
    QString m_listen;
    QString m_address;
    QString m_trouble;
    QByteArray m_errors; // the last of standard error
    QProcess m_process;
    State m_state = State::Off;
};

// The binary beside this one (also in a build tree), or on the path; empty when there is none.
[[nodiscard]] QString findGateway();

} // namespace gatehouse::console
