// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// gatehouse legal-hold: calls that must not be deleted, whatever retention or erasure would do.

#include "gateway/cli/commands.h"
#include "gateway/cli/output.h"
#include "gateway/cli/program.h"
#include "store/legal_holds.h"

#include <CLI/CLI.hpp>

namespace gatehouse::gateway::cli {

namespace {

struct HoldArguments {
    std::string interaction, conversation, key, reason;
};

using Change = Status (*)(store::Store &, store::HoldKind, const std::string &, const std::string &);

Result<ExitStatus> list(const Options &options)
{
    auto opened = openStore(options, store::OpenMode::ReadOnly);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    const auto holds = store::listLegalHolds(**opened);
    if (!holds)
        return tl::unexpected<Error>(holds.error());
    Table table({"KIND", "OBJECT", "PLACED", "BY", "REASON"});
    for (const store::LegalHold &hold : *holds) {
        if (options.json)
            writeLine(store::toJson(hold));
        else
            table.add({std::string(name(hold.kind)), hold.object, shortTime(hold.placedAt), hold.placedBy,
                hold.reason});
    }
    if (!options.json)
        table.print();
    return ExitStatus::Done;
}

Result<ExitStatus> change(const Options &options, const HoldArguments &arguments, Change apply)
{
    auto opened = openStore(options, store::OpenMode::Existing);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    const auto kind = !arguments.key.empty() ? store::HoldKind::Key
        : !arguments.conversation.empty()    ? store::HoldKind::Conversation
                                             : store::HoldKind::Interaction;
    const std::string object = arguments.interaction + arguments.conversation + arguments.key;
    if (auto done = apply(**opened, kind, object, arguments.reason); !done)
        return tl::unexpected<Error>(done.error());
    return ExitStatus::Done;
}

void addChange(CLI::App &commands, Program &program, const char *verb, const char *description, Change apply)
{
    auto arguments = std::make_shared<HoldArguments>();
    CLI::App *command = commands.add_subcommand(verb, description);
    CLI::Option_group *object = command->add_option_group("object");
    object->add_option("--interaction", arguments->interaction, "Id of one call");
    object->add_option("--conversation", arguments->conversation, "Id of a conversation: all its calls");
    object->add_option("--key", arguments->key, "Public id of a key: all its calls, also those to come");
    object->require_option(1);
    command->add_option("--reason", arguments->reason, "Why, for the audit log")->required();
    program.setAction(
        *command, [arguments, apply](const Options &options) { return change(options, *arguments, apply); });
}

} // namespace

void addLegalHoldCommands(CLI::App &app, Program &program)
{
    CLI::App *commands
        = app.add_subcommand("legal-hold", "Calls that neither retention nor erasure takes away");
    commands->require_subcommand(1);
    program.setAction(*commands->add_subcommand("list", "The holds there are, newest first"), list);
    addChange(*commands, program, "place", "Keep calls until the hold is lifted", store::placeLegalHold);
    addChange(*commands, program, "lift", "Let calls go again", store::liftLegalHold);
}

} // namespace gatehouse::gateway::cli
