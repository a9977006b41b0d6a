// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// gatehouse key: virtual keys are issued, listed, edited, suspended, resumed, revoked, and found in files.

#include "gateway/cli/commands.h"
#include "gateway/cli/key_commands.h"
#include "gateway/cli/limit_text.h"
#include "gateway/cli/output.h"
#include "gateway/cli/program.h"
#include "store/access.h"
#include "store/limits.h"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

namespace gatehouse::gateway::cli {

namespace {

std::string owner(const KeyRecord &record)
{
    return record.identity.team + " / " + record.identity.environment + " / " + record.identity.useCase;
}

Result<ExitStatus> list(const Options &options)
{
    auto opened = openStore(options, store::OpenMode::ReadOnly);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    const auto rows = store::listKeys(**opened);
    if (!rows)
        return tl::unexpected<Error>(rows.error());
    const auto limits = store::limitStates(**opened, *rows);
    if (!limits)
        return tl::unexpected<Error>(limits.error());
    Table table({"ID", "STATE", "TEAM", "ENVIRONMENT", "USE CASE", "MODELS", "EXPIRES", "LAST USED"});
    for (std::size_t at = 0; at < rows->size(); ++at) {
        const store::KeyRow &row = (*rows)[at];
        const KeyRecord &key = row.record;
        if (options.json)
            writeLine(store::toJson(row, (*limits)[at]));
        else
            table.add({key.id.value, std::string(name(stateAt(key, (*opened)->clock().now()))),
                key.identity.team, key.identity.environment, key.identity.useCase,
                joined(key.entitlement.models), orDash(key.expiresAt), orDash(row.lastUsedAt)});
    }
    if (!options.json)
        table.print();
    return ExitStatus::Done;
}

std::string orAny(const std::vector<std::string> &words)
{
    return words.empty() ? "any" : joined(words);
}

void addBounds(Table &table, const Entitlement &may)
{
    table.add({"addresses", orAny(may.addresses)});
    if (!may.requiredMetadata.empty())
        table.add({"required metadata", joined(may.requiredMetadata)});
    if (may.maxInputBytes)
        table.add({"most input bytes", std::to_string(*may.maxInputBytes)});
    if (may.maxOutputTokens)
        table.add({"most output tokens", std::to_string(*may.maxOutputTokens)});
    if (may.requiresUser)
        table.add({"end user", "verified token required"});
}

void printKey(const store::KeyRow &row, const std::vector<LimitState> &limits, Timestamp now)
{
    const KeyRecord &key = row.record;
    Table table({"id", key.id.value});
    table.add({"state", std::string(name(stateAt(key, now)))});
    table.add({"team", key.identity.team});
    table.add({"environment", key.identity.environment});
    table.add({"use case", key.identity.useCase});
    table.add({"models", joined(key.entitlement.models)});
    table.add({"providers", joined(key.entitlement.providers)});
    table.add({"routes", joined(key.entitlement.routes)});
    table.add({"tools", joined(key.entitlement.tools)});
    addBounds(table, key.entitlement);
    for (const LimitState &state : limits)
        table.add({"limit of " + std::string(label(state.tier)),
            limitText(state.limit) + ", used " + usedText(state) + ", left " + leftText(state)
                + ", next reset " + resetText(state)});
    for (const auto &[field, value] : key.identity.keyMetadata)
        table.add({"metadata " + field, value});
    table.add({"created", shortTime(key.createdAt) + " by " + row.createdBy});
    table.add({"expires", orDash(key.expiresAt)});
    table.add({"last used", orDash(row.lastUsedAt)});
    table.print();
}

Result<ExitStatus> show(const Options &options, const std::string &id)
{
    auto opened = openStore(options, store::OpenMode::ReadOnly);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    const auto row = store::showKey(**opened, KeyId{id});
    if (!row)
        return tl::unexpected<Error>(row.error());
    const auto limits = store::limitStates(**opened, {*row});
    if (!limits)
        return tl::unexpected<Error>(limits.error());
    if (options.json)
        writeLine(store::toJson(*row, limits->front()));
    else
        printKey(*row, limits->front(), (*opened)->clock().now());
    return ExitStatus::Done;
}

using Change = Status (*)(store::Store &, const KeyId &, const std::string &);

// Suspends, resumes or revokes, then says whose key it was.
Result<ExitStatus> change(
    const Options &options, const std::string &id, const std::string &reason, Change apply)
{
    auto opened = openStore(options, store::OpenMode::Existing);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    if (auto changed = apply(**opened, KeyId{id}, reason); !changed)
        return tl::unexpected<Error>(changed.error());
    const auto row = store::showKey(**opened, KeyId{id});
    if (!row)
        return tl::unexpected<Error>(row.error());
    return tellKey(
        options, **opened, *row, "is " + std::string(name(stateAt(row->record, (*opened)->clock().now()))));
}

void addChange(CLI::App &commands, Program &program, const char *verb, const char *description, Change apply)
{
    auto id = std::make_shared<std::string>();
    auto reason = std::make_shared<std::string>();
    CLI::App *command = commands.add_subcommand(verb, description);
    command->add_option("ID", *id, "The key's public id")->required();
    command->add_option("--reason", *reason, "For the audit log");
    program.setAction(*command, [=](const Options &options) { return change(options, *id, *reason, apply); });
}

} // namespace

Result<ExitStatus> tellKey(
    const Options &options, store::Store &opened, const store::KeyRow &row, const std::string &what)
{
    const auto limits = store::limitStates(opened, {row});
    if (!limits)
        return tl::unexpected<Error>(limits.error());
    if (options.json)
        writeLine(store::toJson(row, limits->front()));
    else
        writeLine("key " + row.record.id.value + " of " + printable(owner(row.record)) + " " + what);
    return ExitStatus::Done;
}

void addKeyCommands(CLI::App &app, Program &program)
{
    CLI::App *commands = app.add_subcommand("key", "Virtual keys");
    commands->require_subcommand(1);
    addKeyIssueCommand(*commands, program);

    CLI::App *listing = commands->add_subcommand("list", "List all keys, newest first");
    program.setAction(*listing, list);

    auto id = std::make_shared<std::string>();
    CLI::App *showing = commands->add_subcommand("show", "Show one key");
    showing->add_option("ID", *id, "The key's public id")->required();
    program.setAction(*showing, [id](const Options &options) { return show(options, *id); });

    addChange(
        *commands, program, "suspend", "Refuse calls with the key until it is resumed", store::suspendKey);
    addChange(*commands, program, "resume", "Accept calls with a suspended key again", store::resumeKey);
    addChange(*commands, program, "revoke", "Refuse calls with the key for good", store::revokeKey);
    addKeyEditCommand(*commands, program);
    addKeyRotateCommand(*commands, program);
    addKeyFindCommand(*commands, program);
}

} // namespace gatehouse::gateway::cli
