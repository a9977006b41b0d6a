// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "postgres_cluster.h"

#include <QDir>
#include <QFile>
#include <QtTest>
#include <csignal>
#include <grp.h>
#include <libpq-fe.h>
#include <memory>
#include <pwd.h>
#include <sys/prctl.h>
#include <unistd.h>

namespace gatehouse::store::test {

namespace {

constexpr int patience = 60'000;

using Session = std::unique_ptr<PGconn, decltype(&PQfinish)>;

QString toolPath(const QString &tool)
{
    const QDir versions(QStringLiteral("/usr/lib/postgresql"));
    const QStringList found = versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    if (found.isEmpty())
        qFatal("PostgreSQL's server is not installed");
    return versions.filePath(found.last() + QStringLiteral("/bin/") + tool);
}

void write(const QString &path, const QString &text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append) || file.write(text.toUtf8()) < 0)
        qFatal("cannot write %s", qPrintable(path));
}

} // namespace

bool testsPostgres()
{
    return qEnvironmentVariable("GATEHOUSE_TEST_STORE") == QLatin1String("postgresql");
}

PostgresCluster &PostgresCluster::shared()
{
    // Where the keys of such a store are kept.
    static const QTemporaryDir data;
    qputenv("XDG_DATA_HOME", data.path().toLocal8Bit());
    static PostgresCluster cluster;
    return cluster;
}

void PostgresCluster::giveFolderToServer()
{
    // The server refuses to run as root.
    if (::geteuid() == 0) {
        const passwd *other = ::getpwnam("nobody");
        if (!other)
            qFatal("no user to run PostgreSQL as");
        m_user = other->pw_uid;
        m_group = other->pw_gid;
        if (::chown(m_folder.path().toLocal8Bit().constData(), m_user, m_group) != 0)
            qFatal("cannot give the folder away");
    }
}

void PostgresCluster::configure(const QString &lines) const
{
    write(m_folder.filePath(QStringLiteral("data/postgresql.conf")),
        QStringLiteral("\nunix_socket_directories='%1'\n%2\n").arg(m_folder.path(), lines));
}

PostgresCluster::PostgresCluster(int port, const QString &rules)
    : m_port(port)
{
    giveFolderToServer();
    runTool(QStringLiteral("initdb"),
        {QStringLiteral("-D"), m_folder.filePath(QStringLiteral("data")), QStringLiteral("-U"),
            QStringLiteral("owner"), QStringLiteral("-E"), QStringLiteral("UTF8"),
            QStringLiteral("--locale=C.UTF-8"), QStringLiteral("--auth=trust"), QStringLiteral("--no-sync")});
    const QString data = m_folder.filePath(QStringLiteral("data/"));
    configure(QStringLiteral("fsync=off\nshared_buffers=16MB\nmax_connections=200\nautovacuum_naptime=600\n")
        + (port == 0 ? QStringLiteral("listen_addresses=''")
                     : QStringLiteral("listen_addresses='127.0.0.1'\nport=%1").arg(port)));
    if (!rules.isEmpty()) {
        QFile::remove(data + QStringLiteral("pg_hba.conf"));
        write(data + QStringLiteral("pg_hba.conf"), rules);
        giveToServer(data + QStringLiteral("pg_hba.conf"));
    }
    start();
}

PostgresCluster::PostgresCluster(StandbyOf of)
{
    giveFolderToServer();
    runTool(QStringLiteral("pg_basebackup"),
        {QStringLiteral("-D"), m_folder.filePath(QStringLiteral("data")), QStringLiteral("-h"),
            QString::fromStdString(of.primary.folder()), QStringLiteral("-U"), QStringLiteral("owner"),
            QStringLiteral("-R"), QStringLiteral("-c"), QStringLiteral("fast"), QStringLiteral("--no-sync")});
    configure({});
    start();
    of.primary.run("postgres", "ALTER SYSTEM SET synchronous_standby_names = '*'");
    of.primary.run("postgres", "SELECT pg_reload_conf()");
    const std::string ready = of.primary.address("postgres");
    const auto isSynchronous = [&] {
        const Session session(PQconnectdb(ready.c_str()), &PQfinish);
        PGresult *result
            = PQexec(session.get(), "SELECT 1 FROM pg_stat_replication WHERE sync_state = 'sync'");
        const int rows = PQntuples(result);
        PQclear(result);
        return rows == 1;
    };
    if (!QTest::qWaitFor(isSynchronous, patience))
        qFatal("the standby does not follow");
}

PostgresCluster::~PostgresCluster()
{
    stop();
}

void PostgresCluster::giveToServer(const QString &file) const
{
    QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
    if (m_user != 0 && ::chown(file.toLocal8Bit().constData(), m_user, m_group) != 0)
        qFatal("cannot give %s away", qPrintable(file));
}

void PostgresCluster::prepare(QProcess &process) const
{
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.setWorkingDirectory(QStringLiteral("/"));
    process.setChildProcessModifier([user = m_user, group = m_group] {
        if (user != 0 && (::setgroups(0, nullptr) != 0 || ::setgid(group) != 0 || ::setuid(user) != 0))
            ::_exit(1);
        // A test that is killed takes its server with it.
        ::prctl(PR_SET_PDEATHSIG, SIGQUIT);
    });
}

void PostgresCluster::runTool(const QString &tool, const QStringList &arguments) const
{
    QProcess process;
    prepare(process);
    process.start(toolPath(tool), arguments);
    if (!process.waitForFinished(patience) || process.exitCode() != 0)
        qFatal("%s failed", qPrintable(tool));
}

void PostgresCluster::start()
{
    prepare(m_server);
    m_server.setStandardErrorFile(m_folder.filePath(QStringLiteral("log")));
    m_server.setProcessChannelMode(QProcess::SeparateChannels);
    m_server.start(toolPath(QStringLiteral("postgres")),
        {QStringLiteral("-D"), m_folder.filePath(QStringLiteral("data"))});
    const std::string anyDatabase = address("postgres");
    if (!QTest::qWaitFor([&] { return PQping(anyDatabase.c_str()) == PQPING_OK; }, patience)) {
        QFile log(m_folder.filePath(QStringLiteral("log")));
        qFatal("PostgreSQL does not start: %s",
            log.open(QIODevice::ReadOnly) ? log.readAll().constData() : "no log");
    }
}

void PostgresCluster::stop()
{
    if (m_server.state() == QProcess::NotRunning)
        return;
    ::kill(static_cast<pid_t>(m_server.processId()), SIGQUIT);
    m_server.waitForFinished(patience);
}

void PostgresCluster::freeze(bool frozen)
{
    const QString own = QString::number(m_server.processId());
    const QDir processes(QStringLiteral("/proc"));
    for (const QString &each : processes.entryList({QStringLiteral("[0-9]*")}, QDir::Dirs)) {
        QFile stat(processes.filePath(each + QStringLiteral("/stat")));
        if (!stat.open(QIODevice::ReadOnly))
            continue;
        const QString text = QString::fromUtf8(stat.readAll());
        const QString parent
            = text.mid(text.lastIndexOf(QLatin1Char(')')) + 4).section(QLatin1Char(' '), 0, 0);
        if (each == own || parent == own)
            ::kill(each.toInt(), frozen ? SIGSTOP : SIGCONT);
    }
}

std::string PostgresCluster::address(const std::string &database, const std::string &user) const
{
    return "postgresql:///" + database + "?host=" + folder() + "&user=" + user
        + (m_port == 0 ? "" : "&port=" + std::to_string(m_port));
}

std::string PostgresCluster::addressOfEither(const PostgresCluster &other, const std::string &database) const
{
    return "postgresql:///" + database + "?host=" + folder() + "," + other.folder()
        + "&user=owner&target_session_attrs=read-write";
}

void PostgresCluster::promote() const
{
    run("postgres", "SELECT pg_promote()");
}

void PostgresCluster::run(const std::string &database, const std::string &sql) const
{
    const Session session(PQconnectdb(address(database).c_str()), &PQfinish);
    PGresult *result = PQexec(session.get(), sql.c_str());
    const ExecStatusType status = PQresultStatus(result);
    PQclear(result);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
        qFatal("%s: %s", sql.c_str(), PQerrorMessage(session.get()));
}

void PostgresCluster::copyDatabase(const std::string &from, const std::string &to) const
{
    const auto nameIn = [](const std::string &place) {
        const std::size_t start = std::string("postgresql:///").size();
        return place.substr(start, place.find('?') - start);
    };
    run("postgres",
        "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = '" + nameIn(from)
            + "'");
    run("postgres", "DROP DATABASE " + nameIn(to) + " WITH (FORCE)");
    run("postgres", "CREATE DATABASE " + nameIn(to) + " TEMPLATE " + nameIn(from));
}

void PostgresCluster::dumpAndRestore(const std::string &from, const std::string &to) const
{
    const QString dump = m_folder.filePath(QStringLiteral("dump"));
    runTool(QStringLiteral("pg_dump"),
        {QStringLiteral("-Fc"), QStringLiteral("-n"), QStringLiteral("gatehouse"), QStringLiteral("-f"), dump,
            QString::fromStdString(from)});
    runTool(QStringLiteral("pg_restore"),
        {QStringLiteral("--exit-on-error"), QStringLiteral("-d"), QString::fromStdString(to), dump});
}

std::string PostgresCluster::newDatabase()
{
    const std::string name = "store" + std::to_string(++m_databases);
    run("postgres", "CREATE DATABASE " + name);
    return address(name);
}

} // namespace gatehouse::store::test
