// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// gatehouse provider: the upstreams a gateway may call.

#include "gateway/cli/commands.h"
#include "gateway/cli/input.h"
#include "gateway/cli/output.h"
#include "gateway/cli/program.h"
#include "store/access.h"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

namespace gatehouse::gateway::cli {

namespace {

constexpr std::size_t credentialLimit = 16 << 10;

struct AddArguments {
    std::string name, kind, baseUrl;
    std::string models = "*";
    bool credentialOnInput = false;
};

std::string kindName(store::ProviderKind kind)
{
    return kind == store::ProviderKind::Sandbox ? "sandbox" : "openai";
}

Result<store::ProviderKind> readKind(const std::string &word)
{
    if (word == "openai")
        return store::ProviderKind::OpenAi;
    if (word == "sandbox")
        return store::ProviderKind::Sandbox;
    if (word == "anthropic" || word == "azure")
        return fail(ErrorKind::InvalidInput, "this version cannot call providers of the kind " + word,
            "--kind", "known: openai, sandbox");
    return fail(ErrorKind::InvalidInput, "unknown kind", "--kind", "known: openai, sandbox");
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

// The first line of standard input.
Result<SecretString> readCredential()
{
    auto text = readInput("-", credentialLimit);
    if (!text)
        return tl::unexpected<Error>(text.error());
    const std::string_view view(*text);
    const SecretString credential(view.substr(0, view.find_first_of("\r\n")));
    std::fill(text->begin(), text->end(), '\0');
    const auto isPrintable = [](char c) { return c > ' ' && c < '\x7f'; };
    if (credential.empty() || !std::ranges::all_of(credential.reveal(), isPrintable))
        return fail(ErrorKind::InvalidInput, "no credential: expected one line of visible ASCII characters",
            "standard input");
    return credential;
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
    if (!arguments.credentialOnInput)
        return provider;
    auto credential = readCredential();
    if (!credential)
        return tl::unexpected<Error>(credential.error());
    provider.credential = std::move(*credential);
    return provider;
}

Result<ExitStatus> addProvider(const Options &options, const AddArguments &arguments)
{
    auto provider = readProvider(arguments);
    if (!provider)
        return tl::unexpected<Error>(provider.error());
    auto opened = openStore(options, store::OpenMode::Existing);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    if (auto added = store::addProvider(**opened, *provider); !added)
        return tl::unexpected<Error>(added.error());
    if (!options.json) {
        writeLine("provider " + printable(provider->name) + " added");
        return ExitStatus::Done;
    }
    const auto rows = store::listProviders(**opened);
    if (!rows)
        return tl::unexpected<Error>(rows.error());
    for (const store::ProviderRow &row : *rows) {
        if (row.provider.name == provider->name)
            writeLine(store::toJson(row));
    }
    return ExitStatus::Done;
}

Result<ExitStatus> list(const Options &options)
{
    auto opened = openStore(options, store::OpenMode::ReadOnly);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    const auto rows = store::listProviders(**opened);
    if (!rows)
        return tl::unexpected<Error>(rows.error());
    Table table({"NAME", "KIND", "BASE URL", "MODELS", "CREDENTIAL", "CREATED"});
    for (const store::ProviderRow &row : *rows) {
        const store::Provider &provider = row.provider;
        if (options.json)
            writeLine(store::toJson(row));
        else
            table.add({provider.name, kindName(provider.kind), orDash(provider.baseUrl),
                joined(provider.models), row.hasCredential ? "set" : "-", shortTime(provider.createdAt)});
    }
    if (!options.json)
        table.print();
    return ExitStatus::Done;
}

Result<ExitStatus> remove(const Options &options, const std::string &name)
{
    auto opened = openStore(options, store::OpenMode::Existing);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    if (auto removed = store::removeProvider(**opened, name); !removed)
        return tl::unexpected<Error>(removed.error());
    if (options.json)
        writeLine(boost::json::serialize(boost::json::object{{"name", name}, {"removed", true}}));
    else
        writeLine("provider " + printable(name) + " removed");
    return ExitStatus::Done;
}

} // namespace

void addProviderCommands(CLI::App &app, Program &program)
{
    CLI::App *commands = app.add_subcommand("provider", "Upstreams");
    commands->require_subcommand(1);

    auto arguments = std::make_shared<AddArguments>();
    CLI::App *adding = commands->add_subcommand("add", "Add an upstream");
    adding->add_option("--name", arguments->name)->required();
    adding->add_option("--kind", arguments->kind, "openai (any compatible address) or sandbox")->required();
    adding->add_option("--base-url", arguments->baseUrl, "Such as https://host/v1");
    adding->add_option("--models", arguments->models, "Models it serves, joined by commas (default: *)");
    adding->add_flag(
        "--credential-stdin", arguments->credentialOnInput, "Read the credential from standard input");
    program.setAction(
        *adding, [arguments](const Options &options) { return addProvider(options, *arguments); });

    CLI::App *listing = commands->add_subcommand("list", "List upstreams");
    program.setAction(*listing, list);

    auto name = std::make_shared<std::string>();
    CLI::App *removing = commands->add_subcommand("remove", "Remove an upstream and its credential");
    removing->add_option("NAME", *name)->required();
    program.setAction(*removing, [name](const Options &options) { return remove(options, *name); });
}

} // namespace gatehouse::gateway::cli
