// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// gatehouse exception: permits made from false positives, each until it expires.

#include "gateway/cli/commands.h"
#include "gateway/cli/output.h"
#include "gateway/cli/program.h"
#include "store/exceptions.h"

#include <CLI/CLI.hpp>

namespace gatehouse::gateway::cli {

namespace {

struct AddArguments {
    PolicyException exception;
    std::string interaction; // whose payload it is for
    std::string expires = "30d";
    std::string reason;
};

std::string scopeOf(const PolicyException &exception)
{
    std::string text;
    const auto add = [&](const char *word, const std::string &value) {
        if (!value.empty())
            text += (text.empty() ? "" : ", ") + std::string(word) + ' ' + value;
    };
    add("team", exception.team);
    add("environment", exception.environment);
    add("use case", exception.useCase);
    add("key", exception.key);
    return text;
}

Table newTable()
{
    return Table({"ID", "STATE", "RULE", "CALLS OF", "FOR", "EXPIRES", "USES", "BY", "REASON"});
}

void addRow(Table &table, const store::ExceptionRow &row, Timestamp now)
{
    constexpr std::size_t hashShown = 12;
    const PolicyException &exception = row.exception;
    table.add({exception.id.value, std::string(name(stateOf(row, now))), exception.rule, scopeOf(exception),
        exception.pattern.empty() ? "payload " + exception.payloadHash.substr(0, hashShown)
                                  : "pattern " + exception.pattern,
        shortTime(exception.expiresAt), std::to_string(row.uses), row.author, row.reason});
}

Result<ExitStatus> list(const Options &options)
{
    auto opened = openStore(options, store::OpenMode::ReadOnly);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    const auto rows = store::listExceptions(**opened);
    if (!rows)
        return tl::unexpected<Error>(rows.error());
    const Timestamp now = (*opened)->clock().now();
    Table table = newTable();
    for (const store::ExceptionRow &row : *rows) {
        if (options.json)
            writeLine(store::toJson(row, now));
        else
            addRow(table, row, now);
    }
    if (!options.json)
        table.print();
    return ExitStatus::Done;
}

Result<PolicyException> readException(store::Store &opened, const AddArguments &arguments)
{
    const auto life = parseDuration(arguments.expires);
    if (!life)
        return fail(ErrorKind::InvalidInput, life.error().what, "--expires", "write 30d, 12h or 45m");
    PolicyException exception = arguments.exception;
    exception.expiresAt = opened.clock().now() + *life;
    if (arguments.interaction.empty())
        return exception;
    return store::forPayloadOf(opened, {arguments.interaction}, std::move(exception));
}

Result<ExitStatus> add(const Options &options, const AddArguments &arguments)
{
    auto opened = openStore(options, store::OpenMode::Existing);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    const auto exception = readException(**opened, arguments);
    if (!exception)
        return tl::unexpected<Error>(exception.error());
    const auto row = store::addException(**opened, *exception, arguments.reason);
    if (!row)
        return tl::unexpected<Error>(row.error());
    const Timestamp now = (*opened)->clock().now();
    if (options.json) {
        writeLine(store::toJson(*row, now));
        return ExitStatus::Done;
    }
    Table table = newTable();
    addRow(table, *row, now);
    table.print();
    return ExitStatus::Done;
}

Result<ExitStatus> remove(const Options &options, const std::string &id)
{
    auto opened = openStore(options, store::OpenMode::Existing);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    if (auto removed = store::removeException(**opened, {id}); !removed)
        return tl::unexpected<Error>(removed.error());
    return ExitStatus::Done;
}

void addAdding(CLI::App &commands, Program &program)
{
    auto arguments = std::make_shared<AddArguments>();
    CLI::App *command = commands.add_subcommand("add", "Permit what a rule found, until it expires");
    command->add_option("--rule", arguments->exception.rule, "Id of the rule")->required();
    CLI::Option_group *what = command->add_option_group("what");
    what->add_option("--interaction", arguments->interaction,
        "Id of a call: for its payload, sent again with the same key");
    what->add_option("--pattern", arguments->exception.pattern,
        "For what this RE2 expression fits, from its first character to its last");
    what->require_option(1);
    command->add_option("--team", arguments->exception.team, "For calls of this team");
    command->add_option("--environment", arguments->exception.environment, "For calls of this environment");
    command->add_option("--use-case", arguments->exception.useCase, "For calls of this use case");
    command->add_option("--key", arguments->exception.key, "For calls with the key of this public id");
    command->add_option("--expires", arguments->expires, "After how long it ends (default: 30d)");
    command->add_option("--reason", arguments->reason, "Why, for the audit log")->required();
    program.setAction(*command, [arguments](const Options &options) { return add(options, *arguments); });
}

} // namespace

void addExceptionCommands(CLI::App &app, Program &program)
{
    CLI::App *commands = app.add_subcommand("exception", "Permits made from false positives");
    commands->require_subcommand(1);
    program.setAction(*commands->add_subcommand("list", "All there were, newest first"), list);
    addAdding(*commands, program);
    auto id = std::make_shared<std::string>();
    CLI::App *removing = commands->add_subcommand("remove", "End an exception before it expires");
    removing->add_option("ID", *id, "Of the exception")->required();
    program.setAction(*removing, [id](const Options &options) { return remove(options, *id); });
}

} // namespace gatehouse::gateway::cli
