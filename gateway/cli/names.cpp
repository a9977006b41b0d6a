// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// gatehouse team, environment, use-case: the names a virtual key is bound to.

#include "core/base/plain_json.h"
#include "gateway/cli/commands.h"
#include "gateway/cli/output.h"
#include "gateway/cli/program.h"
#include "store/access.h"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

namespace gatehouse::gateway::cli {

namespace {

using store::NameKind;

struct Group {
    NameKind kind;
    const char *command;
    const char *noun; // as messages say it
};
constexpr Group groups[] = {
    {NameKind::Team, "team", "team"},
    {NameKind::Environment, "environment", "environment"},
    {NameKind::UseCase, "use-case", "use case"},
};

void printChange(const Options &options, const Group &group, const std::string &name, bool archived)
{
    if (options.json)
        writeLine(plainJson(boost::json::object{{"name", name}, {"archived", archived}}));
    else
        writeLine(std::string(group.noun) + " " + printable(name) + (archived ? " archived" : " created"));
}

Result<ExitStatus> create(const Options &options, const Group &group, const std::string &name)
{
    auto opened = openStore(options, store::OpenMode::Existing);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    if (auto created = store::createName(**opened, group.kind, name); !created)
        return tl::unexpected<Error>(created.error());
    printChange(options, group, name, false);
    return ExitStatus::Done;
}

Result<ExitStatus> archive(const Options &options, const Group &group, const std::string &name)
{
    auto opened = openStore(options, store::OpenMode::Existing);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    if (auto archived = store::archiveName(**opened, group.kind, name); !archived)
        return tl::unexpected<Error>(archived.error());
    printChange(options, group, name, true);
    return ExitStatus::Done;
}

Result<ExitStatus> list(const Options &options, const Group &group)
{
    auto opened = openStore(options, store::OpenMode::ReadOnly);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    const auto rows = store::listNames(**opened, group.kind);
    if (!rows)
        return tl::unexpected<Error>(rows.error());
    Table table({"NAME", "STATE", "CREATED"});
    for (const store::NamedRow &row : *rows) {
        if (options.json)
            writeLine(plainJson(boost::json::object{
                {"name", row.name}, {"archived", row.archived}, {"created_at", toRfc3339(row.createdAt)}}));
        else
            table.add({row.name, row.archived ? "archived" : "active", shortTime(row.createdAt)});
    }
    if (!options.json)
        table.print();
    return ExitStatus::Done;
}

void addGroup(CLI::App &app, Program &program, const Group &group)
{
    const std::string noun = group.noun;
    CLI::App *commands = app.add_subcommand(group.command, "Create, list and archive: " + noun);
    commands->require_subcommand(1);
    auto name = std::make_shared<std::string>();

    CLI::App *creating = commands->add_subcommand("create", "Create a " + noun);
    creating->add_option("NAME", *name)->required();
    program.setAction(
        *creating, [name, &group](const Options &options) { return create(options, group, *name); });

    CLI::App *listing = commands->add_subcommand("list", "List every " + noun);
    program.setAction(*listing, [&group](const Options &options) { return list(options, group); });

    CLI::App *archiving = commands->add_subcommand("archive", "Archive: no new key can be bound to it");
    archiving->add_option("NAME", *name)->required();
    program.setAction(
        *archiving, [name, &group](const Options &options) { return archive(options, group, *name); });
}

} // namespace

void addNameCommands(CLI::App &app, Program &program)
{
    for (const Group &group : groups)
        addGroup(app, program, group);
}

} // namespace gatehouse::gateway::cli
