// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// gatehouse review: what people decide about recorded calls.

#include "gateway/cli/commands.h"
#include "gateway/cli/input.h"
#include "gateway/cli/listing.h"
#include "gateway/cli/output.h"
#include "gateway/cli/program.h"
#include "store/near_duplicates.h"
#include "store/reviews.h"
#include "store/service_levels.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <map>

namespace gatehouse::gateway::cli {

namespace {

constexpr std::size_t noteLimit = 64 << 10;

struct ReviewArguments {
    std::vector<std::string> ids;
    std::string filter, assignee, disposition;
    std::optional<std::string> note;
};

std::string dueTime(const std::optional<Timestamp> &due)
{
    return due ? shortTime(*due) : "-";
}

using Ids = std::vector<InteractionId>;
using Change = std::function<Status(store::Store &, const Ids &)>;
using Decision
    = std::function<Result<store::ReviewUndo>(store::Store &, const std::vector<store::SeenCall> &)>;

// Without a word about the state, what still waits for someone.
store::Filter queueFilter(store::Filter filter)
{
    const auto namesState = [](const store::FilterTerm &term) { return term.field == "state"; };
    if (std::ranges::none_of(filter.terms, namesState)) {
        store::FilterTerm term;
        term.field = "state";
        term.values = {"open", "in_review", "escalated"};
        filter.terms.push_back(std::move(term));
    }
    return filter;
}

Status writeJson(
    store::Store &opened, const std::vector<store::InteractionRow> &rows, const store::ServiceLevels &levels)
{
    Ids ids;
    for (const store::InteractionRow &row : rows)
        ids.push_back(row.id);
    const auto groups = store::groupsOf(opened, ids);
    if (!groups)
        return tl::unexpected<Error>(groups.error());
    for (std::size_t i = 0; i < rows.size(); ++i)
        writeLine(store::toReviewJson(rows[i], levels, (*groups)[i]));
    return {};
}

Result<ExitStatus> list(const Options &options, const ReviewArguments &arguments)
{
    const auto filter = store::parseFilter(arguments.filter);
    if (!filter)
        return tl::unexpected<Error>(filter.error());
    auto opened = openStore(options, store::OpenMode::ReadOnly);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    const auto levels = store::serviceLevels(**opened);
    if (!levels)
        return tl::unexpected<Error>(levels.error());
    Table table(
        {"AT", "ID", "STATE", "SEVERITY", "VERDICT", "TEAM", "CHECK", "DUE", "ASSIGNEE", "DISPOSITION"});
    Status written;
    const auto printed = forEachPage(**opened, queueFilter(*filter), 0, [&](const auto &page) {
        auto rows = page;
        std::erase_if(rows, [](const auto &row) { return row.state == store::ReviewState::None; });
        if (options.json && written)
            written = writeJson(**opened, rows, *levels);
        for (const store::InteractionRow &row : rows) {
            if (!options.json)
                table.add({shortTime(row.at), row.id.value, std::string(store::name(row.state)),
                    std::string(name(row.severity)), std::string(name(row.verdict)), row.team,
                    orDash(row.topCheck), dueTime(levels->dueAt(row)), orDash(row.assignee),
                    orDash(store::name(row.disposition))});
        }
        if (!options.json)
            table.print();
    });
    if (!printed)
        return tl::unexpected<Error>(printed.error());
    if (!written)
        return tl::unexpected<Error>(written.error());
    if (!options.json)
        table.print();
    return ExitStatus::Done;
}

// The rows as they are now, in the order they were named.
Result<ExitStatus> printChanged(const Options &options, store::Store &opened, const Ids &ids)
{
    const auto rows = store::interactionsById(opened, ids);
    if (!rows)
        return tl::unexpected<Error>(rows.error());
    std::vector<store::InteractionRow> named;
    for (const InteractionId &id : ids) {
        if (const auto row = std::ranges::find(*rows, id, &store::InteractionRow::id); row != rows->end())
            named.push_back(*row);
    }
    if (options.json) {
        const auto levels = store::serviceLevels(opened);
        const Status written = levels ? writeJson(opened, named, *levels) : tl::unexpected(levels.error());
        return written ? Result<ExitStatus>(ExitStatus::Done) : tl::unexpected<Error>(written.error());
    }
    for (const store::InteractionRow &row : named) {
        const std::string disposition(store::name(row.disposition));
        writeLine(row.id.value + " is " + std::string(store::name(row.state))
            + (disposition.empty() ? "" : ", " + disposition)
            + (row.assignee.empty() ? "" : ", assigned to " + printable(row.assignee)));
    }
    return ExitStatus::Done;
}

Result<ExitStatus> change(const Options &options, const std::vector<std::string> &texts, const Change &apply)
{
    const auto ids = readInteractionIds(texts);
    if (!ids)
        return tl::unexpected<Error>(ids.error());
    auto opened = openStore(options, store::OpenMode::Existing);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    if (auto changed = apply(**opened, *ids); !changed)
        return tl::unexpected<Error>(changed.error());
    return printChanged(options, **opened, *ids);
}

// About the calls as they are when the command begins.
Change decided(Decision decision)
{
    return [decision = std::move(decision)](store::Store &opened, const Ids &ids) -> Status {
        const auto calls = store::seeCalls(opened, ids);
        if (!calls)
            return tl::unexpected<Error>(calls.error());
        const auto done = decision(opened, *calls);
        if (!done)
            return tl::unexpected<Error>(done.error());
        return {};
    };
}

Result<ExitStatus> resolve(const Options &options, const ReviewArguments &arguments)
{
    const auto disposition = store::dispositionFromName(arguments.disposition);
    if (!disposition || *disposition == store::Disposition::None)
        return fail(ErrorKind::InvalidInput, "unknown disposition", "--disposition",
            "known: true_positive, false_positive, benign, duplicate");
    return change(options, arguments.ids, decided([&](store::Store &opened, const auto &calls) {
        return store::resolve(opened, calls, *disposition, arguments.note.value_or(""));
    }));
}

Result<ExitStatus> note(const Options &options, const ReviewArguments &arguments)
{
    Result<std::string> text = arguments.note ? *arguments.note : readInput("-", noteLimit);
    if (!text)
        return tl::unexpected<Error>(text.error());
    text->erase(text->find_last_not_of("\r\n") + 1);
    if (text->empty() || !isUtf8(*text))
        return fail(ErrorKind::InvalidInput, "the note must be UTF-8 text and not empty", "--note");
    return change(options, arguments.ids,
        [&](store::Store &opened, const Ids &ids) { return store::addNote(opened, ids, *text); });
}

CLI::App *addForIds(CLI::App &commands, const char *verb, const char *description, ReviewArguments &arguments)
{
    CLI::App *command = commands.add_subcommand(verb, description);
    command->add_option("ID", arguments.ids, "Interaction ids")->required();
    return command;
}

CLI::App *addForOneId(
    CLI::App &commands, const char *verb, const char *description, ReviewArguments &arguments)
{
    CLI::App *command = commands.add_subcommand(verb, description);
    command->add_option("ID", arguments.ids, "Interaction id")->required()->expected(1);
    return command;
}

void addDecisions(CLI::App &commands, Program &program, const std::shared_ptr<ReviewArguments> &arguments)
{
    const auto byChange = [arguments](Change apply) {
        return [arguments, apply = std::move(apply)](
                   const Options &options) { return change(options, arguments->ids, apply); };
    };
    CLI::App *assigning = addForIds(commands, "assign", "Give reviews to someone", *arguments);
    assigning->add_option("--to", arguments->assignee, "Who")->required();
    program.setAction(*assigning, byChange(decided([arguments](store::Store &opened, const auto &calls) {
        return store::assign(opened, calls, arguments->assignee);
    })));

    CLI::App *noting = addForIds(commands, "note", "Add a note", *arguments);
    noting->add_option("--note", arguments->note, "The text (default: standard input)");
    program.setAction(*noting, [arguments](const Options &options) { return note(options, *arguments); });

    CLI::App *escalating = addForIds(commands, "escalate", "Hand reviews to the next level", *arguments);
    program.setAction(*escalating, byChange(decided([](store::Store &opened, const auto &calls) {
        return store::escalate(opened, calls);
    })));

    CLI::App *resolving = addForIds(commands, "resolve", "Close reviews with a disposition", *arguments);
    resolving
        ->add_option(
            "--disposition", arguments->disposition, "true_positive, false_positive, benign or duplicate")
        ->required();
    resolving->add_option("--note", arguments->note, "Added to each");
    program.setAction(
        *resolving, [arguments](const Options &options) { return resolve(options, *arguments); });

    CLI::App *reopening = addForIds(commands, "reopen", "Open resolved reviews again", *arguments);
    program.setAction(*reopening, byChange(decided([](store::Store &opened, const auto &calls) {
        return store::reopen(opened, calls);
    })));

    CLI::App *releasing
        = addForOneId(commands, "release", "Let a held call pass once, within 24 hours", *arguments);
    program.setAction(*releasing,
        byChange([](store::Store &opened, const Ids &ids) { return store::release(opened, ids.front()); }));

    CLI::App *denying = addForOneId(commands, "deny", "Close a held call for good", *arguments);
    program.setAction(*denying,
        byChange([](store::Store &opened, const Ids &ids) { return store::deny(opened, ids.front()); }));
}

} // namespace

void addReviewCommands(CLI::App &app, Program &program)
{
    CLI::App *commands = app.add_subcommand("review", "The human side of recorded calls");
    commands->require_subcommand(1);
    auto arguments = std::make_shared<ReviewArguments>();

    CLI::App *listing = commands->add_subcommand("list", "List the queue, newest first");
    listing->add_option(
        "--filter", arguments->filter, "Such as: severity>=high team:payments (default: not resolved)");
    program.setAction(*listing, [arguments](const Options &options) { return list(options, *arguments); });

    addDecisions(*commands, program, arguments);
}

} // namespace gatehouse::gateway::cli
