// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// gatehouse price: what a million tokens of a model cost.

#include "core/access/limit.h"
#include "gateway/cli/commands.h"
#include "gateway/cli/output.h"
#include "gateway/cli/program.h"
#include "store/prices.h"

#include <CLI/CLI.hpp>

namespace gatehouse::gateway::cli {

namespace {

struct PriceArguments {
    std::string model, in, out, cached; // USD for a million tokens
};

void addRow(const Options &options, Table &table, const store::ListedPrice &price)
{
    const Price &each = price.row.price;
    if (options.json)
        writeLine(store::toJson(price));
    else
        table.add({price.row.model, usdText(each.in), usdText(each.out), usdText(each.cached),
            price.builtIn ? "built-in" : "store"});
}

Table priceTable()
{
    return Table({"MODEL", "IN", "OUT", "CACHED", "SOURCE"});
}

Result<ExitStatus> list(const Options &options)
{
    auto opened = openStore(options, store::OpenMode::ReadOnly);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    const auto prices = store::listPrices(**opened);
    if (!prices)
        return tl::unexpected<Error>(prices.error());
    Table table = priceTable();
    for (const store::ListedPrice &price : *prices)
        addRow(options, table, price);
    if (!options.json)
        table.print();
    return ExitStatus::Done;
}

Status readUsd(const std::string &text, const char *option, std::int64_t &into)
{
    const auto amount = parseUsd(text);
    if (!amount)
        return fail(ErrorKind::InvalidInput, amount.error().what, option,
            "write USD for a million tokens, such as 2.50");
    into = *amount;
    return {};
}

Result<ExitStatus> set(const Options &options, const PriceArguments &arguments)
{
    store::ListedPrice price;
    price.row.model = arguments.model;
    Price &each = price.row.price;
    const std::string &cached = arguments.cached.empty() ? arguments.in : arguments.cached;
    for (const Status &read : {readUsd(arguments.in, "--in", each.in),
             readUsd(arguments.out, "--out", each.out), readUsd(cached, "--cached", each.cached)}) {
        if (!read)
            return tl::unexpected<Error>(read.error());
    }
    auto opened = openStore(options, store::OpenMode::Existing);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    if (auto done = store::setPrice(**opened, price.row); !done)
        return tl::unexpected<Error>(done.error());
    Table table = priceTable();
    addRow(options, table, price);
    if (!options.json)
        table.print();
    return ExitStatus::Done;
}

Result<ExitStatus> change(const Options &options, const std::string &model,
    Status (*work)(store::Store &, const std::string &), const char *what)
{
    auto opened = openStore(options, store::OpenMode::Existing);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    if (auto done = work(**opened, model); !done)
        return tl::unexpected<Error>(done.error());
    if (!options.json)
        writeLine(what + printable(model));
    return ExitStatus::Done;
}

} // namespace

void addPriceCommands(CLI::App &app, Program &program)
{
    CLI::App *commands = app.add_subcommand("price", "What a million tokens of a model cost");
    commands->require_subcommand(1);
    CLI::App *listing = commands->add_subcommand("list", "All prices, in USD for a million tokens");
    program.setAction(*listing, list);

    auto arguments = std::make_shared<PriceArguments>();
    CLI::App *setting = commands->add_subcommand("set", "Set the price of a model or of a pattern of names");
    setting->add_option("MODEL", arguments->model, "Name; * and ? stand for any characters")->required();
    setting->add_option("--in", arguments->in, "USD for a million input tokens")->required();
    setting->add_option("--out", arguments->out, "USD for a million output tokens")->required();
    setting->add_option("--cached", arguments->cached, "Of input seen before; default: as --in");
    program.setAction(*setting, [arguments](const Options &options) { return set(options, *arguments); });

    auto model = std::make_shared<std::string>();
    CLI::App *removing = commands->add_subcommand("remove", "Take a price away, also a built-in one");
    removing->add_option("MODEL", *model, "As the list shows it")->required();
    program.setAction(*removing, [model](const Options &options) {
        return change(options, *model, store::removePrice, "removed the price of ");
    });

    auto reverted = std::make_shared<std::string>();
    CLI::App *reverting = commands->add_subcommand("revert", "Take back what was set or removed here");
    reverting->add_option("MODEL", *reverted, "As it was set or removed")->required();
    program.setAction(*reverting, [reverted](const Options &options) {
        return change(options, *reverted, store::revertPrice, "reverted the price of ");
    });
}

} // namespace gatehouse::gateway::cli
