// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// gatehouse store: made, migrated, looked at, shrunk, and filled with sample data.

#include "core/base/plain_json.h"
#include "gateway/cli/commands.h"
#include "gateway/cli/output.h"
#include "gateway/cli/program.h"
#include "store/demo.h"
#include "store/maintenance.h"
#include "store/people.h"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <unistd.h>

#include <cstdio>

namespace gatehouse::gateway::cli {

namespace {

Result<ExitStatus> printStatus(const Options &options, store::Store &opened)
{
    const auto status = store::storeStatus(opened);
    if (!status)
        return tl::unexpected<Error>(status.error());
    if (options.json) {
        writeLine(store::toJson(*status));
        return ExitStatus::Done;
    }
    Table table({"store", opened.displayName()});
    table.add({"engine", status->engine});
    table.add({"schema", std::to_string(status->schema)});
    table.add({"interactions", std::to_string(status->interactions)});
    table.add({"bytes", std::to_string(status->bytes)});
    table.add({"gateways", std::to_string(status->gateways)});
    table.print();
    return ExitStatus::Done;
}

Result<ExitStatus> openAndPrint(const Options &options, store::OpenMode mode)
{
    auto opened = openStore(options, mode);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    return printStatus(options, **opened);
}

// What its database is told of who may do what goes with the program's version.
Result<ExitStatus> prepareAndPrint(const Options &options, store::OpenMode mode)
{
    auto opened = openStore(options, mode);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    const auto missing = store::openToPeople(**opened);
    if (!missing)
        return tl::unexpected<Error>(missing.error());
    if (!missing->empty())
        reportNotice("only the store's owner can use it: the server has no role " + joined(*missing)
            + "; an administrator of the server has to make them (CREATE ROLE name NOLOGIN), or give this "
              "login "
              "CREATEROLE; then: gatehouse store migrate");
    return printStatus(options, **opened);
}

Result<ExitStatus> vacuum(const Options &options)
{
    auto opened = openStore(options, store::OpenMode::Existing);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    if (auto done = store::vacuum(**opened); !done)
        return tl::unexpected<Error>(done.error());
    return printStatus(options, **opened);
}

void showProgress(std::int64_t done, std::int64_t total)
{
    std::fprintf(stderr, "\r%lld of %lld%s", static_cast<long long>(done), static_cast<long long>(total),
        done == total ? "\n" : "");
}

Result<ExitStatus> demo(const Options &options, const store::DemoRequest &request)
{
    auto opened = openStore(options, store::OpenMode::Create);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    const bool someoneWatches = ::isatty(STDERR_FILENO) == 1;
    const auto added = store::addDemoData(**opened, request, [&](std::int64_t done, std::int64_t total) {
        if (someoneWatches)
            showProgress(done, total);
        return true;
    });
    if (!added)
        return tl::unexpected<Error>(added.error());
    if (options.json)
        writeLine(
            plainJson(boost::json::object{{"interactions", added->interactions}, {"keys", added->keys}}));
    else
        writeLine("added " + std::to_string(added->interactions) + " interactions of "
            + std::to_string(added->keys) + " keys");
    return ExitStatus::Done;
}

} // namespace

void addStoreCommands(CLI::App &app, Program &program)
{
    CLI::App *commands = app.add_subcommand("store", "Where everything is kept");
    commands->require_subcommand(1);
    const auto add = [&](const char *verb, const char *description, store::OpenMode mode,
                         Result<ExitStatus> (*work)(const Options &, store::OpenMode)) {
        program.setAction(*commands->add_subcommand(verb, description),
            [mode, work](const Options &options) { return work(options, mode); });
    };
    add("init", "Make the store when it is missing", store::OpenMode::Create, prepareAndPrint);
    add("migrate", "Bring the store to this version's schema", store::OpenMode::Existing, prepareAndPrint);
    add("status", "Show what the store holds", store::OpenMode::ReadOnly, openAndPrint);
    program.setAction(*commands->add_subcommand("vacuum", "Give unused space back to the disk"), vacuum);

    addStoreCopyCommand(*commands, program);

    auto request = std::make_shared<store::DemoRequest>();
    CLI::App *filling = commands->add_subcommand("demo", "Add sample data, judged by the enforcement core");
    filling->add_option("--interactions", request->interactions)->required()->check(CLI::PositiveNumber);
    filling->add_option("--keys", request->keys)->check(CLI::PositiveNumber);
    program.setAction(*filling, [request](const Options &options) { return demo(options, *request); });
    addContentCommands(*commands, program);
}

} // namespace gatehouse::gateway::cli
