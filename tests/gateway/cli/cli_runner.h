// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Runs the real program on a store of its own, and takes apart what it prints.

#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>
#include <string>

struct CliResult {
    int status = -1; // -1: crashed or never ended
    QByteArray out, err;

    // Standard output as JSON objects, one a line; an unreadable line becomes an empty object.
    [[nodiscard]] QList<QJsonObject> objects() const
    {
        QList<QJsonObject> list;
        for (const QByteArray &line : lines())
            list.append(QJsonDocument::fromJson(line).object());
        return list;
    }
    [[nodiscard]] QJsonObject object() const { return objects().value(0); }
    [[nodiscard]] QList<QByteArray> lines() const
    {
        QList<QByteArray> list = out.split('\n');
        if (!list.isEmpty() && list.last().isEmpty())
            list.removeLast();
        return list;
    }
    // Exactly one line, from us.
    [[nodiscard]] bool isOneLineError() const
    {
        return err.startsWith("gatehouse: ") && err.endsWith('\n') && err.count('\n') == 1;
    }
};

class CliRunner {
public:
    CliRunner() = default;
    // On a store that another part of the test fills.
    explicit CliRunner(const std::string &store)
        : m_store(QString::fromStdString(store))
    {
    }

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString store() const { return m_store.isEmpty() ? path("gatehouse.db") : m_store; }

    // Runs with the store of this test named by the environment.
    [[nodiscard]] CliResult run(const QStringList &arguments, const QByteArray &input = {}) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("GATEHOUSE_STORE", store());
        return runIn(environment, arguments, input);
    }
    // Runs with no store named.
    [[nodiscard]] CliResult runWithoutStore(const QStringList &arguments, const QByteArray &input = {}) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove("GATEHOUSE_STORE");
        environment.insert("XDG_DATA_HOME", path("nobody"));
        return runIn(environment, arguments, input);
    }
    [[nodiscard]] CliResult runIn(
        const QProcessEnvironment &environment, const QStringList &arguments, const QByteArray &input) const
    {
        QProcess process;
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_folder.path());
        process.start(GATEHOUSE_CLI, arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(60000) || process.exitStatus() != QProcess::NormalExit)
            return {-1, process.readAllStandardOutput(), process.readAllStandardError()};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }
    [[nodiscard]] CliResult json(QStringList arguments, const QByteArray &input = {}) const
    {
        return run(arguments << "--json", input);
    }

    QString writeFile(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("can't write %s", qPrintable(name));
        return file.fileName();
    }

private:
    QTemporaryDir m_folder;
    QString m_store;
};
