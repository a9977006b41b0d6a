// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A PostgreSQL server of the test's own, in a temporary folder: started when first asked for, gone with the
// process.

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <string>

namespace gatehouse::store::test {

// True when this run of a test is to keep its stores in PostgreSQL.
[[nodiscard]] bool testsPostgres();

class PostgresCluster {
public:
    // Reached by a socket only, without a password; not synced to disk.
    static PostgresCluster &shared();

    // Also listens at this port of the loopback address, unless it is 0. `rules`: pg_hba.conf; nothing:
    // everybody by socket.
    explicit PostgresCluster(int port = 0, const QString &rules = {});
    // A standby that streams from `primary`, which from then on commits nothing the standby has not. Both are
    // reached by socket.
    struct StandbyOf {
        PostgresCluster &primary;
    };
    explicit PostgresCluster(StandbyOf of);
    ~PostgresCluster();
    PostgresCluster(const PostgresCluster &) = delete;
    PostgresCluster &operator=(const PostgresCluster &) = delete;

    // An empty database of its own, as an address by the socket.
    [[nodiscard]] std::string newDatabase();
    [[nodiscard]] std::string address(const std::string &database, const std::string &user = "owner") const;
    // Both as newDatabase() gave them; whoever is connected is thrown out.
    void copyDatabase(const std::string &from, const std::string &to) const;
    // By pg_dump and pg_restore, into a database that is empty.
    void dumpAndRestore(const std::string &from, const std::string &to) const;
    void run(const std::string &database, const std::string &sql) const;

    // Of both in this order, for whoever wants the one that takes writes.
    [[nodiscard]] std::string addressOfEither(
        const PostgresCluster &other, const std::string &database) const;
    // Makes a standby the primary.
    void promote() const;
    void start();
    // As if the power failed.
    void stop();
    // The server's processes do not run until they are let go on.
    void freeze(bool frozen);
    [[nodiscard]] std::string folder() const { return m_folder.path().toStdString(); }
    // Readable by the server alone.
    void giveToServer(const QString &file) const;

private:
    void giveFolderToServer();
    void configure(const QString &lines) const;
    void runTool(const QString &tool, const QStringList &arguments) const;
    void prepare(QProcess &process) const;

    QTemporaryDir m_folder;
    QProcess m_server;
    int m_port = 0;
    int m_databases = 0;
    unsigned m_user = 0, m_group = 0; // 0: as the test itself
};

} // namespace gatehouse::store::test
