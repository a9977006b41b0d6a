// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// gatehouse interaction: recorded calls are listed, shown and exported.

#include "gateway/cli/commands.h"
#include "gateway/cli/interaction_text.h"
#include "gateway/cli/listing.h"
#include "gateway/cli/output.h"
#include "gateway/cli/program.h"
#include "store/evidence_pack.h"

#include <CLI/CLI.hpp>

namespace gatehouse::gateway::cli {

namespace {

struct ListArguments {
    std::string filter;
    std::size_t limit = 0; // 0: all
    std::string format = "jsonl"; // of an export
};

Result<ExitStatus> list(const Options &options, const ListArguments &arguments)
{
    const auto filter = store::parseFilter(arguments.filter);
    if (!filter)
        return tl::unexpected<Error>(filter.error());
    auto opened = openStore(options, store::OpenMode::ReadOnly);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    Table table({"AT", "ID", "VERDICT", "SEVERITY", "OUTCOME", "TEAM", "MODEL", "STATE", "RULES"});
    const auto printed = forEachPage(**opened, *filter, arguments.limit, [&](const auto &rows) {
        for (const store::InteractionRow &row : rows) {
            if (options.json)
                writeLine(store::toJson(row));
            else
                table.add({shortTime(row.at), row.id.value, std::string(name(row.verdict)),
                    std::string(name(row.severity)), std::string(store::name(row.outcome)), row.team,
                    row.model, orDash(store::name(row.state)), joined(row.rules)});
        }
        if (!options.json)
            table.print();
    });
    if (!printed)
        return tl::unexpected<Error>(printed.error());
    if (!options.json)
        table.print();
    return ExitStatus::Done;
}

Result<ExitStatus> show(const Options &options, const std::string &text)
{
    const auto ids = readInteractionIds({text});
    if (!ids)
        return tl::unexpected<Error>(ids.error());
    auto opened = openStore(options, store::OpenMode::ReadOnly);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    const auto detail = store::showInteraction(**opened, ids->front());
    if (!detail)
        return tl::unexpected<Error>(detail.error());
    if (options.json)
        writeLine(store::toJson(*detail));
    else
        printInteraction(*detail);
    return ExitStatus::Done;
}

Result<ExitStatus> exportAll(const Options &options, const ListArguments &arguments)
{
    const auto filter = store::parseFilter(arguments.filter);
    if (!filter)
        return tl::unexpected<Error>(filter.error());
    static const std::map<std::string, store::ExportFormat> formats{{"jsonl", store::ExportFormat::JsonLines},
        {"csv", store::ExportFormat::Csv}, {"ocsf", store::ExportFormat::Ocsf}};
    const auto format = formats.find(arguments.format);
    if (format == formats.end())
        return fail(ErrorKind::InvalidInput, "unknown format", "--format", "known: jsonl, csv, ocsf");
    auto opened = openStore(options, store::OpenMode::ReadOnly);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    const auto exported
        = store::exportInteractions(**opened, *filter, format->second, [](std::string_view part) {
              write(part);
              return true;
          });
    if (!exported)
        return tl::unexpected<Error>(exported.error());
    return ExitStatus::Done;
}

Result<ExitStatus> pack(const Options &options, const std::string &text)
{
    const auto ids = readInteractionIds({text});
    if (!ids)
        return tl::unexpected<Error>(ids.error());
    auto opened = openStore(options, store::OpenMode::ReadOnly);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    const auto packed = store::packEvidence(**opened, ids->front());
    if (!packed)
        return tl::unexpected<Error>(packed.error());
    writeLine(store::toJson(*packed));
    return ExitStatus::Done;
}

} // namespace

void addInteractionCommands(CLI::App &app, Program &program)
{
    CLI::App *commands = app.add_subcommand("interaction", "Recorded calls");
    commands->require_subcommand(1);
    auto arguments = std::make_shared<ListArguments>();
    const char *filterHelp = "Such as: verdict:blocked team:payments since:2d";

    CLI::App *listing = commands->add_subcommand("list", "List calls, newest first");
    listing->add_option("--filter", arguments->filter, filterHelp);
    listing->add_option("--limit", arguments->limit, "At most so many (default: all)")
        ->check(CLI::PositiveNumber);
    program.setAction(*listing, [arguments](const Options &options) { return list(options, *arguments); });

    auto id = std::make_shared<std::string>();
    CLI::App *showing = commands->add_subcommand("show", "Show one call with its checks and stored text");
    showing->add_option("ID", *id)->required();
    program.setAction(*showing, [id](const Options &options) { return show(options, *id); });

    CLI::App *packing = commands->add_subcommand(
        "pack", "Print the evidence pack of one call: what `audit verify --pack` checks");
    packing->add_option("ID", *id)->required();
    program.setAction(*packing, [id](const Options &options) { return pack(options, *id); });

    addRevealCommand(*commands, program);

    CLI::App *exporting = commands->add_subcommand("export", "Print calls for other programs, newest first");
    exporting->add_option("--filter", arguments->filter, filterHelp);
    exporting->add_option("--format", arguments->format, "jsonl (default), csv or ocsf");
    program.setAction(
        *exporting, [arguments](const Options &options) { return exportAll(options, *arguments); });
}

} // namespace gatehouse::gateway::cli
