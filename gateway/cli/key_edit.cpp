// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// gatehouse key edit: changes what an issued key may use.

#include "gateway/cli/input.h"
#include "gateway/cli/key_commands.h"
#include "gateway/cli/program.h"
#include "store/access.h"

#include <CLI/CLI.hpp>

namespace gatehouse::gateway::cli {

namespace {

// Nothing: stays as it is.
struct EditArguments {
    std::string id;
    std::optional<std::string> models, providers, routes, tools; // lists joined by commas
    std::vector<std::string> addresses, requiredMetadata; // an empty word alone: an empty list
    std::optional<std::int64_t> maxInputBytes, maxOutputTokens; // 0: no bound
    std::optional<bool> requiresUser;
    std::string reason;
};

Status changeLists(const EditArguments &arguments, Entitlement &may)
{
    struct Place {
        const char *option;
        const std::optional<std::string> &text;
        std::vector<std::string> &into;
    };
    const Place places[]
        = {{"--models", arguments.models, may.models}, {"--providers", arguments.providers, may.providers},
            {"--routes", arguments.routes, may.routes}, {"--tools", arguments.tools, may.tools}};
    for (const Place &place : places) {
        if (!place.text)
            continue;
        place.into.clear();
        if (place.text->empty())
            continue;
        auto words = splitList(*place.text, place.option);
        if (!words)
            return tl::unexpected<Error>(words.error());
        place.into = std::move(*words);
    }
    return {};
}

void changeWords(const std::vector<std::string> &words, std::vector<std::string> &into)
{
    if (words.empty())
        return;
    into = words;
    std::erase(into, "");
}

void changeMost(const std::optional<std::int64_t> &most, std::optional<std::int64_t> &into)
{
    if (most)
        into = *most == 0 ? std::nullopt : most;
}

Result<Entitlement> changed(const EditArguments &arguments, Entitlement may)
{
    if (auto lists = changeLists(arguments, may); !lists)
        return tl::unexpected<Error>(lists.error());
    changeWords(arguments.addresses, may.addresses);
    changeWords(arguments.requiredMetadata, may.requiredMetadata);
    changeMost(arguments.maxInputBytes, may.maxInputBytes);
    changeMost(arguments.maxOutputTokens, may.maxOutputTokens);
    may.requiresUser = arguments.requiresUser.value_or(may.requiresUser);
    return may;
}

bool namesNothing(const EditArguments &arguments)
{
    return !arguments.models && !arguments.providers && !arguments.routes && !arguments.tools
        && arguments.addresses.empty() && arguments.requiredMetadata.empty() && !arguments.maxInputBytes
        && !arguments.maxOutputTokens && !arguments.requiresUser;
}

Result<ExitStatus> edit(const Options &options, const EditArguments &arguments)
{
    if (namesNothing(arguments))
        return fail(ErrorKind::InvalidInput, "nothing named to change", {}, "see: gatehouse key edit --help");
    auto opened = openStore(options, store::OpenMode::Existing);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    const KeyId id{arguments.id};
    const auto before = store::showKey(**opened, id);
    if (!before)
        return tl::unexpected<Error>(before.error());
    const Entitlement &may = before->record.entitlement;
    const auto wanted = changed(arguments, may);
    if (!wanted)
        return tl::unexpected<Error>(wanted.error());
    const auto row = store::changeEntitlement(**opened, id, may, *wanted, arguments.reason);
    if (!row)
        return tl::unexpected<Error>(row.error());
    return tellKey(options, **opened, *row, "may use other things now");
}

} // namespace

void addKeyEditCommand(CLI::App &commands, Program &program)
{
    auto arguments = std::make_shared<EditArguments>();
    CLI::App *command = commands.add_subcommand(
        "edit", "Change what a key may use; what is not named stays, its owner stays for good");
    command->add_option("ID", arguments->id, "The key's public id")->required();
    command->add_option("--models", arguments->models, "Models joined by commas; * names all");
    command->add_option("--providers", arguments->providers, "\"\": those serving the models");
    command->add_option("--routes", arguments->routes, "\"\": all");
    command->add_option("--tools", arguments->tools, "\"\": none");
    command
        ->add_option("--allow-ip", arguments->addresses,
            "Network calls may come from; may be repeated, all are replaced. \"\": any")
        ->allow_extra_args(false);
    command
        ->add_option("--require-metadata", arguments->requiredMetadata,
            "Name the caller's metadata must have; may be repeated, all are replaced. \"\": nothing")
        ->allow_extra_args(false);
    command->add_option("--max-input-bytes", arguments->maxInputBytes, "Of a request body; 0: any");
    command->add_option("--max-output-tokens", arguments->maxOutputTokens,
        "A call must name, and may ask for, at most so many; 0: any");
    command->add_option("--require-user", arguments->requiresUser,
        "true: only calls with a verified token of an end user; false: any");
    command->add_option("--reason", arguments->reason, "For the audit log");
    program.setAction(*command, [arguments](const Options &options) { return edit(options, *arguments); });
}

} // namespace gatehouse::gateway::cli
