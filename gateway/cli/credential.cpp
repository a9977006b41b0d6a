// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// gatehouse credential: secrets that rules name, such as what a webhook's questions are signed with.

#include "gateway/cli/commands.h"
#include "gateway/cli/credential_input.h"
#include "gateway/cli/output.h"
#include "gateway/cli/program.h"
#include "gateway/cli/removal.h"
#include "store/access.h"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

namespace gatehouse::gateway::cli {

namespace {

namespace json = boost::json;

Result<ExitStatus> add(const Options &options, const std::string &name)
{
    const auto credential = readCredential();
    if (!credential)
        return tl::unexpected<Error>(credential.error());
    auto opened = openStore(options, store::OpenMode::Existing);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    if (auto added = store::addNamedCredential(**opened, name, *credential); !added)
        return tl::unexpected<Error>(added.error());
    if (options.json)
        writeLine(json::serialize(json::object{{"name", name}}));
    else
        writeLine("credential " + printable(name) + " added");
    return ExitStatus::Done;
}

Result<ExitStatus> list(const Options &options)
{
    auto opened = openStore(options, store::OpenMode::ReadOnly);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    const auto rows = store::listNamedCredentials(**opened);
    if (!rows)
        return tl::unexpected<Error>(rows.error());
    Table table({"NAME", "CREATED"});
    for (const store::NamedCredentialRow &row : *rows) {
        if (options.json)
            writeLine(
                json::serialize(json::object{{"name", row.name}, {"created_at", toRfc3339(row.createdAt)}}));
        else
            table.add({row.name, shortTime(row.createdAt)});
    }
    if (!options.json)
        table.print();
    return ExitStatus::Done;
}

} // namespace

void addCredentialCommands(CLI::App &app, Program &program)
{
    CLI::App *commands = app.add_subcommand("credential", "Secrets that rules name");
    commands->require_subcommand(1);

    auto added = std::make_shared<std::string>();
    CLI::App *adding = commands->add_subcommand("add", "Add a credential: the first line of standard input");
    adding->add_option("NAME", *added)->required();
    program.setAction(*adding, [added](const Options &options) { return add(options, *added); });

    CLI::App *listing = commands->add_subcommand("list", "List credentials; never what they are");
    program.setAction(*listing, list);

    addRemoveCommand(*commands, program, "credential", "Remove a credential", store::removeNamedCredential);
}

} // namespace gatehouse::gateway::cli
