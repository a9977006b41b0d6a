// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// gatehouse model: names callers use, and who serves them.

#include "gateway/cli/commands.h"
#include "gateway/cli/output.h"
#include "gateway/cli/program.h"
#include "store/access.h"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

namespace gatehouse::gateway::cli {

namespace {

struct RemoveArguments {
    std::string model, provider;
};

Result<ExitStatus> add(const Options &options, store::ModelTarget target)
{
    if (target.upstreamModel.empty())
        target.upstreamModel = target.model;
    auto opened = openStore(options, store::OpenMode::Existing);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    if (auto added = store::addModelTarget(**opened, target); !added)
        return tl::unexpected<Error>(added.error());
    if (!options.json) {
        writeLine("model " + printable(target.model) + " is served by " + printable(target.provider) + " as "
            + printable(target.upstreamModel));
        return ExitStatus::Done;
    }
    const auto targets = store::listModelTargets(**opened);
    if (!targets)
        return tl::unexpected<Error>(targets.error());
    for (const store::ModelTarget &each : *targets) {
        if (each.model == target.model && each.provider == target.provider
            && each.upstreamModel == target.upstreamModel)
            writeLine(store::toJson(each));
    }
    return ExitStatus::Done;
}

Result<ExitStatus> list(const Options &options)
{
    auto opened = openStore(options, store::OpenMode::ReadOnly);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    const auto targets = store::listModelTargets(**opened);
    if (!targets)
        return tl::unexpected<Error>(targets.error());
    Table table({"MODEL", "PROVIDER", "UPSTREAM MODEL", "WEIGHT", "CREATED"});
    for (const store::ModelTarget &target : *targets) {
        if (options.json)
            writeLine(store::toJson(target));
        else
            table.add({target.model, target.provider, target.upstreamModel, std::to_string(target.weight),
                shortTime(target.createdAt)});
    }
    if (!options.json)
        table.print();
    return ExitStatus::Done;
}

Result<ExitStatus> remove(const Options &options, const RemoveArguments &arguments)
{
    auto opened = openStore(options, store::OpenMode::Existing);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    if (auto removed = store::removeModelTargets(**opened, arguments.model, arguments.provider); !removed)
        return tl::unexpected<Error>(removed.error());
    if (options.json)
        writeLine(boost::json::serialize(boost::json::object{{"model", arguments.model}, {"removed", true}}));
    else
        writeLine("model " + printable(arguments.model) + " removed");
    return ExitStatus::Done;
}

} // namespace

void addModelCommands(CLI::App &app, Program &program)
{
    CLI::App *commands = app.add_subcommand("model", "Names callers use, and who serves them");
    commands->require_subcommand(1);

    auto target = std::make_shared<store::ModelTarget>();
    CLI::App *adding = commands->add_subcommand("add", "Have a provider serve a model under a name");
    adding->add_option("NAME", target->model, "What callers ask for")->required();
    adding->add_option("--provider", target->provider)->required();
    adding->add_option("--upstream", target->upstreamModel,
        "Its name at the provider; azure: the deployment (default: NAME)");
    adding->add_option(
        "--weight", target->weight, "Share of the calls; 0: only when others fail (default: 1)");
    program.setAction(*adding, [target](const Options &options) { return add(options, *target); });

    CLI::App *listing = commands->add_subcommand("list", "List targets of models");
    program.setAction(*listing, list);

    auto arguments = std::make_shared<RemoveArguments>();
    CLI::App *removing = commands->add_subcommand("remove", "Take a name or one of its targets away");
    removing->add_option("NAME", arguments->model)->required();
    removing->add_option("--provider", arguments->provider, "Only the target on this one");
    program.setAction(*removing, [arguments](const Options &options) { return remove(options, *arguments); });
}

} // namespace gatehouse::gateway::cli
