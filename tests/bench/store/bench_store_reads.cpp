// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// What the console asks of a long store, of the same calls in both engines, in turns: first pages, filters,
// text, counts, a page deep down. Given a store in a file and, where there is one already, its copy in
// PostgreSQL; else the copy is made in a server of the bench's own.
#include "postgres_cluster.h"
#include "store/interaction_order.h"
#include "store/interactions.h"
#include "store/store_copy.h"
#include "tests/bench/figure.h"

#include <QCoreApplication>

#include <memory>

using namespace gatehouse;
using namespace gatehouse::store;

namespace {

constexpr std::size_t pageRows = 200;

[[noreturn]] void giveUp(const Error &error)
{
    std::fprintf(stderr, "%s\n", error.line().c_str());
    std::exit(1);
}

template <class Value>
Value orGiveUp(Result<Value> value)
{
    if (!value)
        giveUp(value.error());
    return std::move(*value);
}

struct Question {
    const char *figure;
    std::string filter;
    std::function<void(Store &, const Filter &)> ask;
    int rounds = 15;
};

void firstPage(Store &store, const Filter &filter)
{
    (void)orGiveUp(listSpan(store, filter, {}, pageRows));
}

void count(Store &store, const Filter &filter)
{
    (void)orGiveUp(countInteractions(store, filter));
}

std::vector<Question> questions(const std::string &team, const InteractionId &middle)
{
    const auto deep = [middle](Store &store, const Filter &filter) {
        (void)orGiveUp(listSpan(store, filter, {true, middle, {}}, pageRows));
    };
    return {{"first_page_all", "", firstPage}, {"first_page_open", "state:open", firstPage},
        {"page_in_the_middle", "", deep}, {"filter_severity", "state:open severity>=high", firstPage},
        {"filter_nothing_matches", "outcome:cut severity:info verdict:held", firstPage, 3},
        {"filter_team", "state:open team:" + team, firstPage}, {"filter_check", "check:secrets", firstPage},
        {"filter_check_open", "state:open check:prompt_injection", firstPage},
        {"filter_zone", "state:open zone:tool", firstPage},
        {"filter_score", "state:open score>0.95", firstPage}, {"filter_since", "since:2d", firstPage},
        {"filter_due", "due:overdue", firstPage}, {"text_common_word", "the", firstPage},
        {"text_phrase", "\"ignore previous\"", firstPage}, {"text_rare_word", "zyxwvutsrq", firstPage},
        {"count_open", "state:open", count}};
}

double at(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(static_cast<double>(values.size() - 1) * share)];
}

void measure(Store &sqlite, Store &postgres, const Question &question)
{
    const Filter filter = orGiveUp(parseFilter(question.filter));
    std::vector<double> ours, theirs;
    for (int round = 0; round < question.rounds; ++round) {
        ours.push_back(bench::secondsOf([&] { question.ask(postgres, filter); }) * 1000);
        theirs.push_back(bench::secondsOf([&] { question.ask(sqlite, filter); }) * 1000);
    }
    std::printf(
        "{\"figure\":\"%s\",\"engine\":\"postgresql\",\"p50_ms\":%.2f,\"p95_ms\":%.2f,\"against\":\"sqlite\","
        "\"against_p50_ms\":%.2f,\"against_p95_ms\":%.2f,\"ratio\":%.2f,\"runs\":%d}\n",
        question.figure, at(ours, 0.5), at(ours, 0.95), at(theirs, 0.5), at(theirs, 0.95),
        at(ours, 0.5) / at(theirs, 0.5), question.rounds);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc < 2 || argc > 3) {
        std::fputs("usage: bench_store_reads FILE [postgresql://…]\n", stderr);
        return 2;
    }
    const auto sqlite = orGiveUp(Store::open(argv[1], OpenMode::Existing));
    std::unique_ptr<test::PostgresCluster> cluster;
    std::string address = argc == 3 ? argv[2] : "";
    if (address.empty()) {
        cluster = std::make_unique<test::PostgresCluster>();
        address = cluster->newDatabase();
    }
    const auto postgres = orGiveUp(Store::open(address, cluster ? OpenMode::Create : OpenMode::Existing));
    if (cluster)
        (void)orGiveUp(copyStore(*sqlite, *postgres, [](std::int64_t, std::int64_t) { return true; }));
    const auto open = orGiveUp(listInteractions(*sqlite, orGiveUp(parseFilter("state:open")), 1));
    const std::string team = open.empty() ? "none" : open.front().team;
    const auto marks = orGiveUp(markPages(*sqlite, {}, {}, 1000, 10'000));
    const InteractionId middle = marks.lasts.empty() ? InteractionId() : marks.lasts[marks.lasts.size() / 2];
    for (const Question &question : questions(team, middle))
        measure(*sqlite, *postgres, question);
    return 0;
}
