// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// gatehouse key issue: makes a virtual key and prints its secret, once.

#include "gateway/cli/input.h"
#include "gateway/cli/key_commands.h"
#include "gateway/cli/output.h"
#include "gateway/cli/program.h"
#include "store/access.h"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

namespace gatehouse::gateway::cli {

namespace {

struct IssueArguments {
    std::string team, environment, useCase;
    std::string models, providers, routes, tools; // lists joined by commas
    std::string expires; // "30d"
    std::vector<std::string> metadata; // "k=v"
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

Status readMetadata(const std::vector<std::string> &pairs, std::map<std::string, std::string> &into)
{
    for (const std::string &pair : pairs) {
        const std::size_t equals = pair.find('=');
        if (equals == std::string::npos || equals == 0)
            return fail(ErrorKind::InvalidInput, "not a name and a value", "--metadata",
                "write --metadata name=value");
        if (!into.emplace(pair.substr(0, equals), pair.substr(equals + 1)).second)
            return fail(ErrorKind::InvalidInput, "given twice: " + pair.substr(0, equals), "--metadata");
    }
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
    if (auto metadata = readMetadata(arguments.metadata, request.metadata); !metadata)
        return tl::unexpected<Error>(metadata.error());
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
        writeLine(boost::json::serialize(out));
        return;
    }
    writeLine(issued.text.reveal());
    reportNotice("issued key " + key.id.value + " to " + key.identity.team + " / " + key.identity.environment
        + " / " + key.identity.useCase + ", expires " + (key.expiresAt ? shortTime(*key.expiresAt) : "never")
        + "; the secret above is not shown again");
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

} // namespace

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
    command->add_flag(
        "--create", arguments->create, "Create the team, environment and use case when unknown");
    program.setAction(*command, [arguments](const Options &options) { return issue(options, *arguments); });
}

} // namespace gatehouse::gateway::cli
