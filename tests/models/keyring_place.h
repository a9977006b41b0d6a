// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A message bus of the test's own, with a real keyring on it or without one. Made before anything asks a bus.

#include "models/connections/password_keeper.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <optional>
#include <sys/prctl.h>

namespace gatehouse::console::test {

class KeyringPlace {
public:
    enum class Holds { Keyring, Nothing };

    explicit KeyringPlace(Holds holds)
    {
        for (const char *name : {"HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"})
            qputenv(name, m_folder.path().toLocal8Bit());
        QFile::setPermissions(m_folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        start(m_bus, QStringLiteral("dbus-daemon"),
            {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--nopidfile"),
                QStringLiteral("--print-address=1")});
        while (!m_bus.canReadLine() && m_bus.waitForReadyRead(patience)) { }
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
        if (holds == Holds::Keyring)
            startKeyring();
    }

    ~KeyringPlace()
    {
        for (QProcess *process : {&m_keyring, &m_bus}) {
            process->kill();
            process->waitForFinished(patience);
        }
    }

private:
    static constexpr int patience = 30'000;

    static void start(QProcess &process, const QString &program, const QStringList &arguments)
    {
        process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
        process.setStandardErrorFile(QProcess::nullDevice());
        process.start(program, arguments);
        if (!process.waitForStarted(patience))
            qFatal("%s is not installed", qPrintable(program));
    }

    // Its first keyring is made with the password it reads, and open. It is there once it owns its name.
    void startKeyring()
    {
        start(m_keyring, QStringLiteral("gnome-keyring-daemon"),
            {QStringLiteral("--foreground"), QStringLiteral("--unlock"),
                QStringLiteral("--components=secrets")});
        m_keyring.write("of this test alone");
        m_keyring.closeWriteChannel();
        const auto isThere = [] {
            QProcess ask;
            ask.start(QStringLiteral("dbus-send"),
                {QStringLiteral("--session"), QStringLiteral("--print-reply"),
                    QStringLiteral("--dest=org.freedesktop.DBus"), QStringLiteral("/org/freedesktop/DBus"),
                    QStringLiteral("org.freedesktop.DBus.NameHasOwner"),
                    QStringLiteral("string:org.freedesktop.secrets")});
            return ask.waitForFinished(patience) && ask.readAllStandardOutput().contains("true");
        };
        if (!QTest::qWaitFor(isThere, patience))
            qFatal("the keyring did not start");
    }

    QTemporaryDir m_folder;
    QProcess m_bus, m_keyring;
};

// What the keyring holds under this name.
[[nodiscard]] inline Result<SecretString> keptPassword(PasswordKeeper &keeper, const QString &name)
{
    std::optional<Result<SecretString>> answer;
    const QObject context;
    keeper.read(name, &context, [&](Result<SecretString> found) { answer = std::move(found); });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }, 30'000))
        return fail(ErrorKind::Internal, "no answer");
    return *answer;
}

} // namespace gatehouse::console::test
