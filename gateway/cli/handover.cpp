// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// gatehouse handover: what one shift tells the next.

#include "gateway/cli/commands.h"
#include "gateway/cli/input.h"
#include "gateway/cli/output.h"
#include "gateway/cli/program.h"
#include "store/handovers.h"

#include <CLI/CLI.hpp>

#include <numeric>

namespace gatehouse::gateway::cli {

namespace {

constexpr std::size_t textLimit = 64 << 10;
constexpr std::size_t standardCount = 20;

struct HandoverArguments {
    std::size_t limit = standardCount;
    std::optional<std::string> text;
};

std::string sumOf(const store::SeverityCounts &counts)
{
    return std::to_string(std::accumulate(counts.begin(), counts.end(), std::int64_t{0}));
}

void addRow(Table &table, const store::Handover &handover)
{
    const store::ShiftSummary &summary = handover.summary;
    table.add({shortTime(handover.at), handover.author, sumOf(summary.decided), sumOf(summary.open),
        sumOf(summary.overdue), sumOf(summary.mine), orDash(handover.text)});
}

Table newTable()
{
    return Table({"AT", "BY", "DECIDED", "OPEN", "OVERDUE", "THEIRS", "TEXT"});
}

Result<ExitStatus> list(const Options &options, const HandoverArguments &arguments)
{
    auto opened = openStore(options, store::OpenMode::ReadOnly);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    const auto handovers = store::listHandovers(**opened, arguments.limit);
    if (!handovers)
        return tl::unexpected<Error>(handovers.error());
    Table table = newTable();
    for (const store::Handover &handover : *handovers) {
        if (options.json)
            writeLine(store::toJson(handover));
        else
            addRow(table, handover);
    }
    if (!options.json)
        table.print();
    return ExitStatus::Done;
}

Result<ExitStatus> add(const Options &options, const HandoverArguments &arguments)
{
    Result<std::string> text = arguments.text ? *arguments.text : readInput("-", textLimit);
    if (!text)
        return tl::unexpected<Error>(text.error());
    text->erase(text->find_last_not_of("\r\n") + 1);
    if (!isUtf8(*text))
        return fail(ErrorKind::InvalidInput, "the text must be UTF-8", "--text");
    auto opened = openStore(options, store::OpenMode::Existing);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    const auto handover = store::addHandover(**opened, *text);
    if (!handover)
        return tl::unexpected<Error>(handover.error());
    if (options.json) {
        writeLine(store::toJson(*handover));
        return ExitStatus::Done;
    }
    Table table = newTable();
    addRow(table, *handover);
    table.print();
    return ExitStatus::Done;
}

} // namespace

void addHandoverCommands(CLI::App &app, Program &program)
{
    CLI::App *commands = app.add_subcommand("handover", "What one shift tells the next");
    commands->require_subcommand(1);
    auto arguments = std::make_shared<HandoverArguments>();

    CLI::App *listing = commands->add_subcommand("list", "The hand-overs there were, newest first");
    listing->add_option("--limit", arguments->limit, "At most so many (default: 20)");
    program.setAction(*listing, [arguments](const Options &options) { return list(options, *arguments); });

    CLI::App *adding
        = commands->add_subcommand("add", "Hand over: what was decided and what waits, with a text");
    adding->add_option("--text", arguments->text, "The text (default: standard input)");
    program.setAction(*adding, [arguments](const Options &options) { return add(options, *arguments); });
}

} // namespace gatehouse::gateway::cli
