// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// What a durable record costs, beside fdatasync on the same disk; a decision about all that match, beside one
// UPDATE.
#include "core/base/uuid7.h"
#include "store/interactions.h"
#include "store/journal.h"
#include "tests/bench/figure.h"
#include "tests/bench/store/bulk_decisions.h"

#include <condition_variable>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <mutex>
#include <unistd.h>

using namespace gatehouse;

namespace {

constexpr int records = 5000;

store::RequestRecord record()
{
    store::RequestRecord out;
    out.row.id = {newUuid7(systemClock().now())};
    out.row.at = systemClock().now();
    out.row.key = {"bench0000000"};
    out.row.team = "payments";
    out.row.environment = "production";
    out.row.useCase = "chat";
    out.row.route = "chat";
    out.row.model = "sandbox-small";
    out.row.policyName = "baseline";
    out.segments.push_back({BodyPart::Request,
        {TrustZone::User, "user", "/messages/0/content", std::string(1024, 'x'), {}, false}});
    return out;
}

void writeAll(store::Journal &journal)
{
    std::mutex mutex;
    std::condition_variable done;
    int left = records;
    for (int i = 0; i < records; ++i) {
        journal.write(record(), [&](const Status &) {
            const std::lock_guard lock(mutex);
            if (--left == 0)
                done.notify_one();
        });
    }
    std::unique_lock lock(mutex);
    done.wait(lock, [&] { return left == 0; });
}

// The limit of a store that syncs each record by itself.
double secondsPerSync(const std::filesystem::path &file)
{
    constexpr int syncs = 200;
    const int descriptor = open(file.c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
    const std::string block(4096, 'x');
    const double seconds = bench::secondsOf([&] {
        for (int i = 0; i < syncs; ++i) {
            if (pwrite(descriptor, block.data(), block.size(), i * 4096L) < 0 || fdatasync(descriptor) != 0)
                std::abort();
        }
    });
    close(descriptor);
    return seconds / syncs;
}

} // namespace

int main()
{
    const std::filesystem::path folder
        = std::filesystem::temp_directory_path() / ("gatehouse-bench-" + newUuid7(systemClock().now()));
    std::filesystem::create_directories(folder);
    {
        const std::string location = (folder / "bench.db").string();
        auto journal = store::Store::open(location, store::OpenMode::Create).and_then([&](const auto &) {
            return store::Journal::open(location, "bench");
        });
        if (!journal)
            return 1;
        std::vector<double> ours, limit;
        for (int run = 0; run < bench::runs; ++run) {
            ours.push_back(bench::secondsOf([&] { writeAll(**journal); }) / records);
            limit.push_back(secondsPerSync(folder / "sync"));
        }
        bench::print("journal_durable_records", 1 / bench::median(ours), "records/s", "fdatasync_each",
            bench::median(limit) / bench::median(ours));
    }
    const bool measured = bench::measureBulkDecisions(folder);
    std::filesystem::remove_all(folder);
    return measured ? 0 : 1;
}
