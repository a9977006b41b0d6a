// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/cli/removal.h"

#include "core/base/plain_json.h"
#include "gateway/cli/output.h"
#include "gateway/cli/program.h"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

namespace gatehouse::gateway::cli {

namespace {

Result<ExitStatus> remove(
    const Options &options, const std::string &name, const char *what, RemoveNamed apply)
{
    auto opened = openStore(options, store::OpenMode::Existing);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    if (auto removed = apply(**opened, name); !removed)
        return tl::unexpected<Error>(removed.error());
    if (options.json)
        writeLine(plainJson(boost::json::object{{"name", name}, {"removed", true}}));
    else
        writeLine(std::string(what) + " " + printable(name) + " removed");
    return ExitStatus::Done;
}

} // namespace

void addRemoveCommand(
    CLI::App &commands, Program &program, const char *what, const char *description, RemoveNamed apply)
{
    auto name = std::make_shared<std::string>();
    CLI::App *removing = commands.add_subcommand("remove", description);
    removing->add_option("NAME", *name)->required();
    program.setAction(*removing, [=](const Options &options) { return remove(options, *name, what, apply); });
}

} // namespace gatehouse::gateway::cli
