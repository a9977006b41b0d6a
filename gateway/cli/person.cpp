// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// gatehouse person: who uses a store in PostgreSQL, as what, and whose calls they see.

#include "gateway/cli/commands.h"
#include "gateway/cli/credential_input.h"
#include "gateway/cli/output.h"
#include "gateway/cli/program.h"
#include "gateway/cli/removal.h"
#include "store/people.h"

#include <CLI/CLI.hpp>

namespace gatehouse::gateway::cli {

namespace {

struct AddArguments {
    std::string name;
    std::vector<std::string> roles, teams;
    bool allTeams = false;
    bool passwordOnInput = false;
};

Result<ExitStatus> add(const Options &options, const AddArguments &arguments)
{
    if (arguments.allTeams != arguments.teams.empty())
        return fail(ErrorKind::InvalidInput, "whose calls this person sees is not said", "--team",
            "name teams with --team, or say --all-teams");
    SecretString password;
    if (arguments.passwordOnInput) {
        auto read = readCredential();
        if (!read)
            return tl::unexpected<Error>(read.error());
        password = std::move(*read);
    }
    auto opened = openStore(options, store::OpenMode::Existing);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    const store::PersonRow person{arguments.name, arguments.roles, arguments.teams, {}, {}};
    if (auto added = store::addPerson(**opened, person, password); !added)
        return tl::unexpected<Error>(added.error());
    const auto people = store::listPeople(**opened);
    if (!people)
        return tl::unexpected<Error>(people.error());
    for (const store::PersonRow &each : *people) {
        if (each.name == arguments.name)
            writeLine(options.json ? store::toJson(each) : "person " + printable(each.name) + " added");
    }
    return ExitStatus::Done;
}

Result<ExitStatus> list(const Options &options)
{
    auto opened = openStore(options, store::OpenMode::ReadOnly);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    const auto people = store::listPeople(**opened);
    if (!people)
        return tl::unexpected<Error>(people.error());
    Table table({"NAME", "ROLES", "TEAMS", "ADDED", "BY"});
    for (const store::PersonRow &person : *people) {
        if (options.json)
            writeLine(store::toJson(person));
        else
            table.add({person.name, joined(person.roles), person.teams.empty() ? "all" : joined(person.teams),
                shortTime(person.addedAt), person.addedBy});
    }
    if (!options.json)
        table.print();
    return ExitStatus::Done;
}

} // namespace

void addPersonCommands(CLI::App &app, Program &program)
{
    CLI::App *commands = app.add_subcommand("person", "Who uses a store in PostgreSQL, and as what");
    commands->require_subcommand(1);

    auto arguments = std::make_shared<AddArguments>();
    CLI::App *adding = commands->add_subcommand("add", "Add a person, or give one other roles and teams");
    adding->add_option("NAME", arguments->name, "The name this person logs in with")->required();
    adding
        ->add_option("--role", arguments->roles,
            "viewer, analyst, policy-author, key-administrator, auditor or administrator; may be repeated")
        ->required();
    adding->add_option("--team", arguments->teams, "A team whose calls and keys are seen; may be repeated");
    adding->add_flag("--all-teams", arguments->allTeams, "Those of every team");
    adding->add_flag("--password-stdin", arguments->passwordOnInput,
        "Read the password of the login, which is made when missing, from standard input");
    program.setAction(*adding, [arguments](const Options &options) { return add(options, *arguments); });

    CLI::App *listing = commands->add_subcommand("list", "List people");
    program.setAction(*listing, list);

    addRemoveCommand(*commands, program, "person", "Take a person's rights away, and the login made for them",
        store::removePerson);
}

} // namespace gatehouse::gateway::cli
