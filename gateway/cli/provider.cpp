// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// gatehouse provider: the upstreams a gateway may call.

#include "gateway/cli/commands.h"
#include "gateway/cli/credential_input.h"
#include "gateway/cli/input.h"
#include "gateway/cli/output.h"
#include "gateway/cli/program.h"
#include "gateway/cli/removal.h"
#include "store/access.h"

#include <CLI/CLI.hpp>

namespace gatehouse::gateway::cli {

namespace {

struct AddArguments {
    std::string name, kind, baseUrl, apiVersion;
    std::string models = "*";
    std::vector<std::string> aliases;
    int weight = 1;
    bool credentialOnInput = false;
};

Result<store::ProviderKind> readKind(const std::string &word)
{
    const auto kind = store::providerKindFromName(word);
    if (!kind)
        return fail(ErrorKind::InvalidInput, "unknown kind", "--kind",
            "known: openai (any compatible address), anthropic, azure, sandbox");
    return *kind;
}

// "public=upstream" each.
Result<std::vector<store::ModelTarget>> readAliases(const std::vector<std::string> &aliases)
{
    std::vector<store::ModelTarget> targets;
    for (const std::string &alias : aliases) {
        const std::size_t equals = alias.find('=');
        if (equals == std::string::npos || equals == 0 || equals + 1 == alias.size())
            return fail(ErrorKind::InvalidInput, "not an alias", "--alias",
                "write NAME=UPSTREAM, the name callers use first");
        targets.push_back({alias.substr(0, equals), "", alias.substr(equals + 1), 1, {}});
    }
    return targets;
}

// Where the URL would carry a password, neither the URL nor a part of it may be echoed.
Status checkBaseUrl(const AddArguments &arguments, store::ProviderKind kind)
{
    if (kind == store::ProviderKind::Sandbox) {
        if (!arguments.baseUrl.empty() || arguments.credentialOnInput)
            return fail(ErrorKind::InvalidInput, "a sandbox is built in: it has no address and no credential",
                "--kind");
        return {};
    }
    if (!arguments.baseUrl.starts_with("http://") && !arguments.baseUrl.starts_with("https://"))
        return fail(ErrorKind::InvalidInput, "must be an http:// or https:// address", "--base-url",
            "such as https://host/v1");
    const std::size_t authority = arguments.baseUrl.find("//") + 2;
    const std::size_t end = arguments.baseUrl.find_first_of("/?#", authority);
    if (arguments.baseUrl.substr(authority, end - authority).find('@') != std::string::npos)
        return fail(ErrorKind::InvalidInput, "must not carry a user or password", "--base-url",
            "pipe the credential in with --credential-stdin");
    return {};
}

Result<store::Provider> readProvider(const AddArguments &arguments)
{
    store::Provider provider;
    provider.name = arguments.name;
    const auto kind = readKind(arguments.kind);
    if (!kind)
        return tl::unexpected<Error>(kind.error());
    provider.kind = *kind;
    if (auto address = checkBaseUrl(arguments, *kind); !address)
        return tl::unexpected<Error>(address.error());
    provider.baseUrl = arguments.baseUrl;
    auto models = splitList(arguments.models, "--models");
    if (!models)
        return tl::unexpected<Error>(models.error());
    provider.models = std::move(*models);
    provider.apiVersion = arguments.apiVersion;
    provider.weight = arguments.weight;
    if (!arguments.credentialOnInput)
        return provider;
    auto credential = readCredential();
    if (!credential)
        return tl::unexpected<Error>(credential.error());
    provider.credential = std::move(*credential);
    return provider;
}

// The provider as it is now, or what became of it in words.
Result<ExitStatus> printProvider(
    const Options &options, store::Store &opened, const std::string &name, const std::string &what)
{
    if (!options.json) {
        writeLine("provider " + printable(name) + " " + what);
        return ExitStatus::Done;
    }
    const auto rows = store::listProviders(opened);
    if (!rows)
        return tl::unexpected<Error>(rows.error());
    for (const store::ProviderRow &row : *rows) {
        if (row.provider.name == name)
            writeLine(store::toJson(row));
    }
    return ExitStatus::Done;
}

Result<ExitStatus> addProvider(const Options &options, const AddArguments &arguments)
{
    auto provider = readProvider(arguments);
    if (!provider)
        return tl::unexpected<Error>(provider.error());
    const auto targets = readAliases(arguments.aliases);
    if (!targets)
        return tl::unexpected<Error>(targets.error());
    auto opened = openStore(options, store::OpenMode::Existing);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    if (auto added = store::addProvider(**opened, *provider, *targets); !added)
        return tl::unexpected<Error>(added.error());
    return printProvider(options, **opened, provider->name, "added");
}

// The worst any gateway thinks of any target on it.
std::string healthOf(const std::string &provider, const std::vector<store::TargetHealthRow> &health)
{
    std::string worst = "-";
    for (const store::TargetHealthRow &each : health) {
        if (each.provider == provider && (worst == "-" || each.state != store::CircuitState::Closed))
            worst = each.state == store::CircuitState::Closed ? "good" : "failing";
    }
    return worst;
}

Result<ExitStatus> list(const Options &options)
{
    auto opened = openStore(options, store::OpenMode::ReadOnly);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    const auto rows = store::listProviders(**opened);
    if (!rows)
        return tl::unexpected<Error>(rows.error());
    const auto health = store::listTargetHealth(**opened);
    if (!health)
        return tl::unexpected<Error>(health.error());
    Table table({"NAME", "KIND", "BASE URL", "MODELS", "CREDENTIAL", "HEALTH", "CREATED"});
    for (const store::ProviderRow &row : *rows) {
        const store::Provider &provider = row.provider;
        if (options.json)
            writeLine(store::toJson(row, *health));
        else
            table.add({provider.name, std::string(store::name(provider.kind)), orDash(provider.baseUrl),
                joined(provider.models), row.hasCredential ? "set" : "-", healthOf(provider.name, *health),
                shortTime(provider.createdAt)});
    }
    if (!options.json)
        table.print();
    return ExitStatus::Done;
}

Result<ExitStatus> renewCredential(const Options &options, const std::string &name)
{
    const auto credential = readCredential();
    if (!credential)
        return tl::unexpected<Error>(credential.error());
    auto opened = openStore(options, store::OpenMode::Existing);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    if (auto renewed = store::replaceCredential(**opened, name, *credential); !renewed)
        return tl::unexpected<Error>(renewed.error());
    return printProvider(options, **opened, name, "has another credential");
}

} // namespace

void addProviderCommands(CLI::App &app, Program &program)
{
    CLI::App *commands = app.add_subcommand("provider", "Upstreams");
    commands->require_subcommand(1);

    auto arguments = std::make_shared<AddArguments>();
    CLI::App *adding = commands->add_subcommand("add", "Add an upstream");
    adding->add_option("--name", arguments->name)->required();
    adding
        ->add_option(
            "--kind", arguments->kind, "openai (any compatible address), anthropic, azure or sandbox")
        ->required();
    adding->add_option("--base-url", arguments->baseUrl, "Such as https://host/v1; azure: https://host");
    adding->add_option("--api-version", arguments->apiVersion, "Of anthropic or azure (default: built in)");
    adding->add_option("--alias", arguments->aliases, "NAME=UPSTREAM: also serve UPSTREAM as NAME");
    adding->add_option("--weight", arguments->weight,
        "Share among the providers that serve a model; 0: only when they fail (default: 1)");
    adding->add_option("--models", arguments->models, "Models it serves, joined by commas (default: *)");
    adding->add_flag(
        "--credential-stdin", arguments->credentialOnInput, "Read the credential from standard input");
    program.setAction(
        *adding, [arguments](const Options &options) { return addProvider(options, *arguments); });

    CLI::App *listing = commands->add_subcommand("list", "List upstreams");
    program.setAction(*listing, list);

    auto name = std::make_shared<std::string>();
    CLI::App *renewing = commands->add_subcommand(
        "credential", "Give an upstream another credential, read from standard input");
    renewing->add_option("NAME", *name)->required();
    program.setAction(*renewing, [name](const Options &options) { return renewCredential(options, *name); });

    addRemoveCommand(
        *commands, program, "provider", "Remove an upstream and its credential", store::removeProvider);
}

} // namespace gatehouse::gateway::cli
