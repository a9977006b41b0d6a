// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Runs a policy over labelled rows and says how well it tells them apart.

#include "tools/eval/report.h"

#include <CLI/CLI.hpp>
#include <csignal>
#include <fstream>
#include <iostream>
#include <iterator>
#include <unistd.h>

using namespace gatehouse;
using namespace gatehouse::tools;

namespace {

volatile std::sig_atomic_t interrupted = 0;

enum Exit : int { Done = 0, WrongEvidence = 1, WrongUsage = 2, Interrupted = 130 };

struct Arguments {
    std::string folder, split = "dev", policy, jsonFile, errorsFile;
    std::vector<std::string> zonesByKind, zonesBySource;
};

int refuse(const Error &error)
{
    std::cerr << "gatehouse_eval: " << error.line() << '\n';
    return WrongUsage;
}

Result<std::string> readFile(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return fail(ErrorKind::NotFound, "the policy can't be read", path);
    return std::string(std::istreambuf_iterator<char>(file), {});
}

Result<std::shared_ptr<const CompiledPolicy>> compilePolicy(const std::string &path)
{
    const auto text = path.empty() ? Result<std::string>(baselinePolicyJson()) : readFile(path);
    if (!text)
        return tl::unexpected<Error>(text.error());
    auto policy = CompiledPolicy::fromJson(*text);
    if (!policy)
        return tl::unexpected<Error>(policy.error().front());
    return *policy;
}

Status readZones(const std::vector<std::string> &given, std::map<std::string, TrustZone> &into)
{
    for (const std::string &one : given) {
        const std::size_t equals = one.find('=');
        const auto zone
            = equals == std::string::npos ? std::nullopt : fromName<TrustZone>(one.substr(equals + 1));
        if (!zone)
            return fail(ErrorKind::InvalidInput, "not a name and a zone", one,
                "write for instance indirect_attack=tool");
        into[one.substr(0, equals)] = *zone;
    }
    return {};
}

void showProgress(std::size_t rows)
{
    static const bool terminal = isatty(STDERR_FILENO) != 0;
    if (terminal && rows % 200 == 0)
        std::cerr << '\r' << rows << " rows judged" << std::flush;
}

void clearProgress()
{
    if (isatty(STDERR_FILENO) != 0)
        std::cerr << "\r\033[K" << std::flush;
}

Result<std::vector<RowResult>> judgeAll(const Arguments &arguments, Judge &judge)
{
    std::vector<RowResult> results;
    std::optional<Error> problem;
    const auto read = readLabelledRows(arguments.folder, [&](LabelledRow &&row) {
        if (arguments.split != "all" && row.split != arguments.split)
            return interrupted == 0;
        auto result = judge.judge(row);
        if (!result) {
            problem = result.error();
            problem->where = row.file + ':' + std::to_string(row.line) + ' ' + problem->where;
            return false;
        }
        results.push_back(std::move(*result));
        showProgress(results.size());
        return interrupted == 0;
    });
    clearProgress();
    if (!read)
        return tl::unexpected<Error>(read.error());
    if (problem)
        return tl::unexpected<Error>(std::move(*problem));
    return results;
}

Status write(const std::string &path, const std::string &text)
{
    if (path.empty())
        return {};
    std::ofstream file(path, std::ios::binary);
    file << text;
    file.flush();
    return file ? Status() : fail(ErrorKind::Unreachable, "the file can't be written", path);
}

int evaluate(const Arguments &arguments)
{
    const auto policy = compilePolicy(arguments.policy);
    if (!policy)
        return refuse(policy.error());
    ZoneChoice zones;
    for (const auto &[given, into] : {std::pair{&arguments.zonesByKind, &zones.byKind},
             std::pair{&arguments.zonesBySource, &zones.bySource}}) {
        if (auto zonesRead = readZones(*given, *into); !zonesRead)
            return refuse(zonesRead.error());
    }
    Judge judge(*policy, std::move(zones));
    auto rows = judgeAll(arguments, judge);
    if (!rows)
        return refuse(rows.error());
    if (interrupted != 0) {
        std::cerr << "cancelled after " << rows->size() << " rows: nothing was counted or written\n";
        return Interrupted;
    }
    if (rows->empty())
        return refuse({ErrorKind::InvalidInput, "no row has the split " + arguments.split, arguments.folder,
            "--split all takes every row"});
    Report report = makeReport(std::move(*rows), judge);
    report.folder = arguments.folder;
    report.split = arguments.split;
    report.policyName = (*policy)->document().name;
    report.policyVersion = (*policy)->document().version.value;
    std::cout << reportText(report) << std::flush;
    for (const auto &[path, text] :
        {std::pair{&arguments.jsonFile, &reportJson}, std::pair{&arguments.errorsFile, &errorsText}}) {
        if (auto written = path->empty() ? Status() : write(*path, text(report)); !written)
            return refuse(written.error());
    }
    return report.evidence.wrong.empty() ? Done : WrongEvidence;
}

} // namespace

int main(int argc, char **argv)
{
    Arguments arguments;
    CLI::App app(
        "Judges labelled rows by a policy and counts what it finds and what it should not have found",
        "gatehouse_eval");
    app.add_option("FOLDER", arguments.folder, "Folder of *.jsonl or *.jsonl.gz files, or one of them")
        ->required();
    app.add_option("--split", arguments.split, "Rows of this split only: dev, train, …, or all")
        ->capture_default_str();
    app.add_option("--policy", arguments.policy, "Policy document (default: the baseline)");
    app.add_option("--json", arguments.jsonFile, "Write everything here for machines");
    app.add_option("--errors", arguments.errorsFile, "Write misses and false alarms here for people");
    app.add_option("--zone-by-kind", arguments.zonesByKind, "KIND=ZONE: where rows of a kind came from");
    app.add_option("--zone-by-source", arguments.zonesBySource, "SOURCE=ZONE: the same by source");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return app.exit(error) == 0 ? Done : WrongUsage;
    }
    (void)std::signal(SIGINT, [](int) { interrupted = 1; });
    return evaluate(arguments);
}
