// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// gatehouse limit: what a key, a use case, an environment or a team may use in which time.

#include "gateway/cli/commands.h"
#include "gateway/cli/limit_options.h"
#include "gateway/cli/limit_text.h"
#include "gateway/cli/output.h"
#include "gateway/cli/program.h"
#include "store/limits.h"

#include <CLI/CLI.hpp>

namespace gatehouse::gateway::cli {

namespace {

struct Subject {
    std::string tier, name;
};

Result<LimitTier> tierOf(const Subject &subject)
{
    if (const auto tier = limitTierFromName(subject.tier))
        return *tier;
    return fail(ErrorKind::InvalidInput, "not something that has limits", "TIER",
        "write key, use-case, environment or team");
}

// "requests/minute" names the limit of any amount.
Result<std::vector<Limit>> readNamed(const std::vector<std::string> &texts)
{
    std::vector<Limit> limits;
    for (const std::string &text : texts) {
        const bool hasAmount = !text.empty() && text.front() >= '0' && text.front() <= '9';
        auto limit = parseLimit(hasAmount ? text : "0" + text);
        if (!limit)
            return tl::unexpected<Error>(limit.error());
        limits.push_back(std::move(*limit));
    }
    return limits;
}

Result<std::vector<LimitState>> statesOf(store::Store &opened, const std::optional<SubjectLimits> &only)
{
    auto states = store::allLimitStates(opened);
    if (states && only)
        std::erase_if(*states,
            [&](const LimitState &state) { return state.tier != only->tier || state.name != only->name; });
    return states;
}

Result<ExitStatus> print(
    const Options &options, store::Store &opened, const std::optional<SubjectLimits> &only)
{
    const auto states = statesOf(opened, only);
    if (!states)
        return tl::unexpected<Error>(states.error());
    Table table({"TIER", "NAME", "LIMIT", "USED", "LEFT", "NEXT RESET"});
    for (const LimitState &state : *states) {
        if (options.json)
            writeLine(store::toJson(state));
        else
            table.add({std::string(label(state.tier)), state.name, limitText(state.limit), usedText(state),
                leftText(state), resetText(state)});
    }
    if (!options.json)
        table.print();
    return ExitStatus::Done;
}

Result<ExitStatus> set(const Options &options, const Subject &subject, const LimitArguments &arguments)
{
    const auto tier = tierOf(subject);
    if (!tier)
        return tl::unexpected<Error>(tier.error());
    const auto limits = readLimits(arguments);
    if (!limits)
        return tl::unexpected<Error>(limits.error());
    if (limits->empty())
        return fail(ErrorKind::InvalidInput, "no limit named", {}, "see: gatehouse limit set --help");
    auto opened = openStore(options, store::OpenMode::Existing);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    if (auto done = store::setLimits(**opened, *tier, subject.name, *limits); !done)
        return tl::unexpected<Error>(done.error());
    return print(options, **opened, SubjectLimits{*tier, subject.name, {}});
}

Result<ExitStatus> remove(
    const Options &options, const Subject &subject, const std::vector<std::string> &texts)
{
    const auto tier = tierOf(subject);
    if (!tier)
        return tl::unexpected<Error>(tier.error());
    const auto which = readNamed(texts);
    if (!which)
        return tl::unexpected<Error>(which.error());
    auto opened = openStore(options, store::OpenMode::Existing);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    if (auto done = store::removeLimits(**opened, *tier, subject.name, *which); !done)
        return tl::unexpected<Error>(done.error());
    return print(options, **opened, SubjectLimits{*tier, subject.name, {}});
}

void addSubject(CLI::App &command, Subject &subject)
{
    command.add_option("TIER", subject.tier, "key, use-case, environment or team")->required();
    command.add_option("NAME", subject.name, "Of the key its public id")->required();
}

struct RaiseArguments {
    std::string limit, by, forTime, until, reason;
    bool end = false;
};

Result<std::optional<LimitRaise>> readRaise(const RaiseArguments &arguments, LimitUnit unit, Timestamp now)
{
    if (arguments.end)
        return std::optional<LimitRaise>();
    if (arguments.by.empty() || arguments.forTime.empty() == arguments.until.empty())
        return fail(ErrorKind::InvalidInput, "say how much more, and how long", {},
            "write --by 5 with --for 2d or --until 2026-12-01T08:00:00Z");
    const auto by = parseRaise(arguments.by, unit);
    if (!by)
        return fail(ErrorKind::InvalidInput, by.error().what, "--by", by.error().advice);
    if (!arguments.until.empty()) {
        const auto until = fromRfc3339(arguments.until);
        if (!until)
            return fail(ErrorKind::InvalidInput, until.error().what, "--until", "write 2026-12-01T08:00:00Z");
        return LimitRaise{*by, *until};
    }
    const auto time = parseDuration(arguments.forTime);
    if (!time)
        return fail(ErrorKind::InvalidInput, time.error().what, "--for", "write 2d, 12h or 45m");
    return LimitRaise{*by, now + *time};
}

Result<ExitStatus> raise(const Options &options, const Subject &subject, const RaiseArguments &arguments)
{
    const auto tier = tierOf(subject);
    if (!tier)
        return tl::unexpected<Error>(tier.error());
    const auto which = readNamed({arguments.limit});
    if (!which)
        return tl::unexpected<Error>(which.error());
    auto opened = openStore(options, store::OpenMode::Existing);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    const auto more = readRaise(arguments, which->front().unit, (*opened)->clock().now());
    if (!more)
        return tl::unexpected<Error>(more.error());
    if (auto done = store::raiseLimit(**opened, *tier, subject.name, which->front(), *more, arguments.reason);
        !done)
        return tl::unexpected<Error>(done.error());
    return print(options, **opened, SubjectLimits{*tier, subject.name, {}});
}

void addRaiseCommand(CLI::App &commands, Program &program, const std::shared_ptr<Subject> &subject)
{
    auto arguments = std::make_shared<RaiseArguments>();
    CLI::App *raising = commands.add_subcommand("raise", "Add to a limit for a while; then it falls back");
    addSubject(*raising, *subject);
    raising->add_option("LIMIT", arguments->limit, "Such as usd/day or requests/minute")->required();
    raising->add_option("--by", arguments->by, "How much more, in the limit's unit, such as 5 or 2.50");
    raising->add_option("--for", arguments->forTime, "How long, such as 2d, 12h or 45m");
    raising->add_option("--until", arguments->until, "Or until when, such as 2026-12-01T08:00:00Z");
    raising->add_flag("--end", arguments->end, "Take back what was added");
    raising->add_option("--reason", arguments->reason, "For the audit log");
    program.setAction(*raising, [=](const Options &options) { return raise(options, *subject, *arguments); });
}

} // namespace

void addLimitCommands(CLI::App &app, Program &program)
{
    CLI::App *commands = app.add_subcommand("limit", "What may be used in which time, and what was");
    commands->require_subcommand(1);

    auto subject = std::make_shared<Subject>();
    auto arguments = std::make_shared<LimitArguments>();
    CLI::App *setting = commands->add_subcommand("set", "Set limits; others of the same subject stay");
    addSubject(*setting, *subject);
    addLimitOptions(*setting, *arguments);
    program.setAction(*setting, [=](const Options &options) { return set(options, *subject, *arguments); });

    addRaiseCommand(*commands, program, subject);

    CLI::App *listing = commands->add_subcommand("list", "All limits, and what is left of them");
    program.setAction(*listing, [](const Options &options) -> Result<ExitStatus> {
        auto opened = openStore(options, store::OpenMode::ReadOnly);
        if (!opened)
            return tl::unexpected<Error>(opened.error());
        return print(options, **opened, std::nullopt);
    });

    auto texts = std::make_shared<std::vector<std::string>>();
    CLI::App *removing = commands->add_subcommand("remove", "Take limits away");
    addSubject(*removing, *subject);
    removing->add_option("LIMIT", *texts, "Such as requests/minute or usd/day; left out: all of them");
    program.setAction(*removing, [=](const Options &options) { return remove(options, *subject, *texts); });
}

} // namespace gatehouse::gateway::cli
