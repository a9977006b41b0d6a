// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// gatehouse key issue: makes a virtual key and prints its secret, once.

#include "core/base/plain_json.h"
#include "gateway/cli/input.h"
#include "gateway/cli/key_commands.h"
#include "gateway/cli/limit_options.h"
#include "gateway/cli/output.h"
#include "gateway/cli/program.h"
#include "store/access.h"
#include "store/key_request.h"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

namespace gatehouse::gateway::cli {

namespace {

struct IssueArguments {
    std::string team, environment, useCase;
    std::string models, providers, routes, tools; // lists joined by commas
    std::string expires; // "30d"
    std::vector<std::string> metadata; // "k=v"
    std::vector<std::string> addresses, requiredMetadata;
    std::optional<std::int64_t> maxInputBytes, maxOutputTokens;
    LimitArguments limits;
    bool requiresUser = false;
    bool create = false;
};

Status readLists(const IssueArguments &arguments, Entitlement &entitlement)
{
    struct Place {
        const char *option;
        const std::string &text;
        std::vector<std::string> &into;
    };
    const Place places[] = {{"--models", arguments.models, entitlement.models},
        {"--providers", arguments.providers, entitlement.providers},
        {"--routes", arguments.routes, entitlement.routes}, {"--tools", arguments.tools, entitlement.tools}};
    for (const Place &place : places) {
        if (place.text.empty())
            continue;
        auto words = splitList(place.text, place.option);
        if (!words)
            return tl::unexpected<Error>(words.error());
        place.into = std::move(*words);
    }
    if (entitlement.models.empty())
        return fail(
            ErrorKind::InvalidInput, "no model named", "--models", "name models, or * for all of them");
    return {};
}

Result<store::NewKeyRequest> readRequest(const IssueArguments &arguments, Timestamp now)
{
    store::NewKeyRequest request;
    request.team = arguments.team;
    request.environment = arguments.environment;
    request.useCase = arguments.useCase;
    request.createNames = arguments.create;
    if (auto lists = readLists(arguments, request.entitlement); !lists)
        return tl::unexpected<Error>(lists.error());
    request.entitlement.addresses = arguments.addresses;
    request.entitlement.requiredMetadata = arguments.requiredMetadata;
    request.entitlement.maxInputBytes = arguments.maxInputBytes;
    request.entitlement.maxOutputTokens = arguments.maxOutputTokens;
    request.entitlement.requiresUser = arguments.requiresUser;
    auto limits = readLimits(arguments.limits);
    if (!limits)
        return tl::unexpected<Error>(limits.error());
    request.limits = std::move(*limits);
    auto metadata = store::parseMetadata(arguments.metadata);
    if (!metadata)
        return fail(ErrorKind::InvalidInput, metadata.error().what, "--metadata", metadata.error().advice);
    request.metadata = std::move(*metadata);
    if (!arguments.expires.empty()) {
        const auto duration = parseDuration(arguments.expires);
        if (!duration)
            return fail(ErrorKind::InvalidInput, duration.error().what, "--expires", "write 30d, 12h or 45m");
        request.expiresAt = now + *duration;
    }
    return request;
}

void printIssued(const Options &options, const store::IssuedKey &issued)
{
    const KeyRecord &key = issued.row.record;
    const std::string expires = key.expiresAt ? toRfc3339(*key.expiresAt) : "";
    if (options.json) {
        boost::json::object out{{"id", key.id.value}, {"secret", issued.text.reveal()},
            {"team", key.identity.team}, {"environment", key.identity.environment},
            {"use_case", key.identity.useCase}};
        out["expires_at"] = key.expiresAt ? boost::json::value(expires) : boost::json::value(nullptr);
        writeLine(plainJson(out));
        return;
    }
    writeLine(issued.text.reveal());
    const std::string until
        = key.previous ? "; the secret before is good until " + shortTime(key.previous->until) : "";
    reportNotice((key.previous ? "rotated key " : "issued key ") + key.id.value + " to " + key.identity.team
        + " / " + key.identity.environment + " / " + key.identity.useCase + ", expires "
        + (key.expiresAt ? shortTime(*key.expiresAt) : "never") + "; the secret above is not shown again"
        + until);
}

Result<ExitStatus> issue(const Options &options, const IssueArguments &arguments)
{
    const auto request = readRequest(arguments, systemClock().now());
    if (!request)
        return tl::unexpected<Error>(request.error());
    auto opened = openStore(options, store::OpenMode::Existing);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    const auto issued = store::issueKey(**opened, *request);
    if (!issued)
        return tl::unexpected<Error>(issued.error());
    printIssued(options, *issued);
    return ExitStatus::Done;
}

void addBoundOptions(CLI::App &command, IssueArguments &arguments)
{
    command
        .add_option("--allow-ip", arguments.addresses,
            "Network calls may come from, such as 10.0.0.0/8; may be repeated. Default: any")
        ->allow_extra_args(false);
    command
        .add_option("--require-metadata", arguments.requiredMetadata,
            "Name the caller's metadata must have; may be repeated")
        ->allow_extra_args(false);
    command.add_option("--max-input-bytes", arguments.maxInputBytes, "Of a request body");
    command.add_option("--max-output-tokens", arguments.maxOutputTokens,
        "A call must name, and may ask for, at most so many");
    command.add_flag(
        "--require-user", arguments.requiresUser, "Only calls with a verified token of an end user");
}

Result<ExitStatus> rotate(
    const Options &options, const std::string &id, const std::string &overlap, const std::string &reason)
{
    Micros duration{0};
    if (!overlap.empty() && overlap != "0") {
        const auto read = parseDuration(overlap);
        if (!read)
            return fail(ErrorKind::InvalidInput, read.error().what, "--overlap", "write 1h, 2d or 30m");
        duration = *read;
    }
    auto opened = openStore(options, store::OpenMode::Existing);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    const auto rotated = store::rotateKey(**opened, KeyId{id}, duration, reason);
    if (!rotated)
        return tl::unexpected<Error>(rotated.error());
    printIssued(options, *rotated);
    return ExitStatus::Done;
}

} // namespace

void addKeyRotateCommand(CLI::App &commands, Program &program)
{
    auto id = std::make_shared<std::string>();
    auto overlap = std::make_shared<std::string>("1h");
    auto reason = std::make_shared<std::string>();
    CLI::App *command
        = commands.add_subcommand("rotate", "Give a key a new secret, printed once; its id stays");
    command->add_option("ID", *id, "The key's public id")->required();
    command->add_option(
        "--overlap", *overlap, "How long the secret before stays good, such as 1h; 0: not at all");
    command->add_option("--reason", *reason, "For the audit log");
    program.setAction(
        *command, [=](const Options &options) { return rotate(options, *id, *overlap, *reason); });
}

void addKeyIssueCommand(CLI::App &commands, Program &program)
{
    auto arguments = std::make_shared<IssueArguments>();
    CLI::App *command = commands.add_subcommand("issue", "Issue a key; its secret is printed once");
    command->add_option("--team", arguments->team)->required();
    command->add_option("--environment", arguments->environment)->required();
    command->add_option("--use-case", arguments->useCase)->required();
    command->add_option("--models", arguments->models, "Models joined by commas; * names all")->required();
    command->add_option("--providers", arguments->providers, "Default: those serving the models");
    command->add_option("--routes", arguments->routes,
        "Default: chat, responses, completions, embeddings, messages, models, moderations");
    command->add_option("--tools", arguments->tools, "Default: none");
    command->add_option("--expires", arguments->expires, "From now, such as 30d or 12h (default: 90d)");
    command->add_option("--metadata", arguments->metadata, "name=value; may be repeated")
        ->allow_extra_args(false);
    addBoundOptions(*command, *arguments);
    addLimitOptions(*command, arguments->limits);
    command->add_flag(
        "--create", arguments->create, "Create the team, environment and use case when unknown");
    program.setAction(*command, [arguments](const Options &options) { return issue(options, *arguments); });
}

} // namespace gatehouse::gateway::cli
