// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// gatehouse store retention and store erase: how long content is kept, and taking one person's away.

#include "core/base/plain_json.h"
#include "gateway/cli/commands.h"
#include "gateway/cli/output.h"
#include "gateway/cli/program.h"
#include "store/erasure.h"
#include "store/maintenance.h"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

namespace gatehouse::gateway::cli {

namespace {

struct RetentionArguments {
    std::optional<int> days, bodyDays;
};

Result<ExitStatus> printRetention(const Options &options, store::Store &opened)
{
    const auto settings = store::storeSettings(opened);
    if (!settings)
        return tl::unexpected<Error>(settings.error());
    const auto bodies = store::bodyDays(opened);
    if (!bodies)
        return tl::unexpected<Error>(bodies.error());
    if (options.json) {
        writeLine(plainJson(boost::json::object{{"days", settings->retentionDays}, {"body_days", *bodies},
            {"maximum_bytes", settings->maximumBytes}}));
        return ExitStatus::Done;
    }
    Table table({"calls", std::to_string(settings->retentionDays) + " days"});
    table.add({"bodies", *bodies == 0 ? "as long as the calls" : std::to_string(*bodies) + " days"});
    table.add({"at most", std::to_string(settings->maximumBytes) + " bytes"});
    table.print();
    return ExitStatus::Done;
}

Status changeRetention(store::Store &opened, const RetentionArguments &arguments)
{
    if (arguments.days) {
        auto settings = store::storeSettings(opened);
        if (!settings)
            return tl::unexpected<Error>(settings.error());
        settings->retentionDays = *arguments.days;
        if (auto set = store::setStoreSettings(opened, *settings); !set)
            return set;
    }
    return arguments.bodyDays ? store::setBodyDays(opened, *arguments.bodyDays) : Status();
}

Result<ExitStatus> retention(const Options &options, const RetentionArguments &arguments)
{
    const bool changes = arguments.days || arguments.bodyDays;
    auto opened = openStore(options, changes ? store::OpenMode::Existing : store::OpenMode::ReadOnly);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    if (auto changed = changeRetention(**opened, arguments); !changed)
        return tl::unexpected<Error>(changed.error());
    return printRetention(options, **opened);
}

Result<ExitStatus> erase(const Options &options, const store::ErasureRequest &request)
{
    auto opened = openStore(options, store::OpenMode::Existing);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    const auto result = store::eraseContent(**opened, request);
    if (!result)
        return tl::unexpected<Error>(result.error());
    if (options.json)
        writeLine(plainJson(boost::json::object{{"erased", result->erased}, {"kept", result->kept}}));
    else
        writeLine("erased the content of " + std::to_string(result->erased) + " calls; kept that of "
            + std::to_string(result->kept) + " (legal hold, or under way)");
    return ExitStatus::Done;
}

} // namespace

void addContentCommands(CLI::App &commands, Program &program)
{
    auto kept = std::make_shared<RetentionArguments>();
    CLI::App *keeping = commands.add_subcommand("retention", "Show or change how long calls are kept");
    keeping->add_option("--days", kept->days, "Days to keep calls (1 to 3650)");
    keeping->add_option(
        "--body-days", kept->bodyDays, "Days to keep what they said; 0: as long as the calls");
    program.setAction(*keeping, [kept](const Options &options) { return retention(options, *kept); });

    auto request = std::make_shared<store::ErasureRequest>();
    CLI::App *erasing = commands.add_subcommand("erase", "Erase what one person said and was told");
    CLI::Option_group *whose = erasing->add_option_group("whose");
    whose->add_option("--user", request->endUser, "The end user, as verified tokens name them");
    whose->add_option("--key", request->key, "Public id of a key: all its calls");
    whose->require_option(1);
    erasing->add_option("--reason", request->reason, "Why, for the audit log")->required();
    program.setAction(*erasing, [request](const Options &options) { return erase(options, *request); });
}

} // namespace gatehouse::gateway::cli
