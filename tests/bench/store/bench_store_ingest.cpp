// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// How many calls a gateway's journal gets into PostgreSQL, beside the same rows inserted plainly into the
// same server, and beside a SQLite file.
#include "postgres_cluster.h"
#include "store/store.h"
#include "tests/bench/figure.h"
#include "tests/bench/store/raw_rows.h"
#include "tests/bench/store/served_calls.h"

#include <QCoreApplication>
#include <cstdlib>

using namespace gatehouse;

namespace {

constexpr int callsPerRun = 10000;
constexpr int callsPerBatch = 250; // about what a group of the journal holds here

// Syncs, as a server does that keeps what it was given.
void makeDurable(store::test::PostgresCluster &cluster)
{
    for (const char *setting : {"fsync = on", "shared_buffers = '256MB'", "max_wal_size = '4GB'"})
        cluster.run("postgres", std::string("ALTER SYSTEM SET ") + setting);
    cluster.stop();
    cluster.start();
}

std::unique_ptr<store::Journal> openJournal(const std::string &location)
{
    if (!store::Store::open(location, store::OpenMode::Create))
        std::abort();
    auto journal = store::Journal::open(location, "bench");
    if (!journal)
        std::abort();
    return std::move(*journal);
}

void measure(const std::string &postgres, const std::string &raw, const std::string &sqlite,
    bench::Answered answered, const std::string &figure)
{
    const auto server = openJournal(postgres), file = openJournal(sqlite);
    (void)openJournal(raw);
    const bench::Session from = bench::connectTo(postgres), to = bench::connectTo(raw);
    bench::RawRows rows;
    std::vector<double> ours, plain, local;
    for (int run = 0; run < bench::runs; ++run) {
        ours.push_back(bench::secondsOf([&] { bench::serveCalls(*server, callsPerRun, answered); }));
        rows.fetch(from.get(), callsPerBatch);
        plain.push_back(bench::secondsOf([&] { rows.insertInto(to.get()); }));
        local.push_back(bench::secondsOf([&] { bench::serveCalls(*file, callsPerRun, answered); }));
    }
    const double rate = callsPerRun / bench::median(ours);
    bench::print(
        figure.c_str(), rate, "calls/s", "raw_batched_inserts", bench::median(plain) / bench::median(ours));
    bench::print(figure.c_str(), rate, "calls/s", "sqlite", bench::median(local) / bench::median(ours));
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    store::test::PostgresCluster cluster;
    makeDurable(cluster);
    const QTemporaryDir folder;
    qputenv("XDG_DATA_HOME", folder.path().toLocal8Bit());
    const auto file = [&](const char *name) { return folder.filePath(QLatin1String(name)).toStdString(); };
    measure(cluster.newDatabase(), cluster.newDatabase(), file("calls.db"), bench::Answered::AtOnce,
        "postgres_ingest_calls");
    measure(cluster.newDatabase(), cluster.newDatabase(), file("streams.db"), bench::Answered::Later,
        "postgres_ingest_streams");
    return 0;
}
