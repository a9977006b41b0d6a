// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// gatehouse store copy: a whole store to another place or engine.

#include "store/store_copy.h"
#include "core/base/plain_json.h"
#include "gateway/cli/commands.h"
#include "gateway/cli/output.h"
#include "gateway/cli/program.h"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <unistd.h>

#include <cstdio>

namespace gatehouse::gateway::cli {

namespace {

struct Places {
    std::string from, to;
};

void print(const Options &options, const store::StoreCopy &copy, const std::string &place)
{
    if (options.json) {
        writeLine(plainJson(boost::json::object{{"interactions", copy.interactions}, {"copied", copy.copied},
            {"rows", copy.rows}, {"audit_entries", copy.auditEntries}, {"audit_head", copy.auditHead}}));
        return;
    }
    Table table({"copied to", place});
    table.add({"interactions", std::to_string(copy.interactions)});
    table.add({"of them now", std::to_string(copy.copied)});
    table.add({"rows", std::to_string(copy.rows)});
    table.add({"audit entries", std::to_string(copy.auditEntries)});
    table.add({"audit head", copy.auditHead});
    table.print();
}

Result<ExitStatus> copy(const Options &options, const Places &places)
{
    auto from = openStore({places.from, options.json}, store::OpenMode::Existing);
    if (!from)
        return tl::unexpected<Error>(from.error());
    auto to = openStore({places.to, options.json}, store::OpenMode::Create);
    if (!to)
        return tl::unexpected<Error>(to.error());
    const bool someoneWatches = ::isatty(STDERR_FILENO) == 1;
    const auto copied = store::copyStore(**from, **to, [&](std::int64_t done, std::int64_t total) {
        if (someoneWatches)
            std::fprintf(stderr, "\r%lld of %lld%s", static_cast<long long>(done),
                static_cast<long long>(total), done == total ? "\n" : "");
        return true;
    });
    if (!copied)
        return tl::unexpected<Error>(copied.error());
    print(options, *copied, (*to)->displayName());
    return ExitStatus::Done;
}

} // namespace

void addStoreCopyCommand(CLI::App &storeCommands, Program &program)
{
    auto places = std::make_shared<Places>();
    CLI::App *command = storeCommands.add_subcommand(
        "copy", "Copy a whole store to another place or engine, or go on with a copy that was broken off");
    command->add_option("from", places->from, "The store to copy: a file or a postgresql:// address")
        ->type_name("FROM")
        ->required();
    command->add_option("to", places->to, "Where to: a file or a database without a store")
        ->type_name("TO")
        ->required();
    program.setAction(*command, [places](const Options &options) { return copy(options, *places); });
}

} // namespace gatehouse::gateway::cli
