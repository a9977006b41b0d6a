// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/cli/program.h"

#include "gateway/cli/commands.h"
#include "gateway/cli/output.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace gatehouse::gateway::cli {

namespace {

// Their value is free text, so it may begin with a dash ("-verdict:flagged").
constexpr std::array<std::string_view, 4> freeTextOptions{"--filter", "--reason", "--note", "--pattern"};

// The arguments last first, as CLI11 takes them, free text joined to its option.
std::vector<std::string> preparedArguments(int argc, char **argv)
{
    std::vector<std::string> arguments;
    for (int i = 1; i < argc; ++i) {
        std::string argument = argv[i];
        const bool freeText = std::ranges::find(freeTextOptions, argument) != freeTextOptions.end();
        if (freeText && i + 1 < argc)
            argument += std::string("=") + argv[++i];
        arguments.push_back(std::move(argument));
    }
    std::ranges::reverse(arguments);
    return arguments;
}

bool looksLikeCredentialOption(std::string_view option)
{
    constexpr std::array<std::string_view, 6> words{
        "credential", "key", "token", "secret", "password", "bearer"};
    return std::ranges::any_of(words, [&](auto word) { return option.find(word) != std::string_view::npos; });
}

// Names options only: a stray value may be a secret typed in the wrong place.
std::string describeExtras(const std::vector<std::string> &extras)
{
    for (const std::string &extra : extras) {
        if (!extra.starts_with('-') || extra == "-" || extra == "--")
            continue;
        const std::string option = extra.substr(0, extra.find('='));
        if (!option.starts_with("--"))
            return "unknown option";
        if (looksLikeCredentialOption(option))
            return "unknown option: " + printable(option)
                + " (a credential is never an argument: pipe it in with --credential-stdin)";
        return "unknown option: " + printable(option);
    }
    return "one argument too many";
}

// A mistyped command is a short word; anything else is not repeated.
std::string describeWord(const std::string &word)
{
    constexpr std::size_t longestCommand = 16;
    const bool plain = word.size() <= longestCommand
        && std::ranges::all_of(word, [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
    return plain ? word : "(not shown)";
}

} // namespace

Program::Program()
    : m_app(std::make_unique<CLI::App>(
        "Gatehouse: governs how applications reach large language models", "gatehouse"))
{
    m_app->require_subcommand(1);
    m_app->set_version_flag("--version", "gatehouse " GATEHOUSE_VERSION);
    m_app->add_option(
        "--store", m_options.store, "Store: a file path (default: $GATEHOUSE_STORE, then the data folder)");
    m_app->add_flag("--json", m_options.json, "Print one JSON object a line");
    addServeCommand(*m_app, *this);
    addNameCommands(*m_app, *this);
    addKeyCommands(*m_app, *this);
    addLimitCommands(*m_app, *this);
    addPriceCommands(*m_app, *this);
    addProviderCommands(*m_app, *this);
    addModelCommands(*m_app, *this);
    addCredentialCommands(*m_app, *this);
    addRecipientCommands(*m_app, *this);
    addReviewerKeyCommands(*m_app, *this);
    addPolicyCommands(*m_app, *this);
    addExceptionCommands(*m_app, *this);
    addCheckCommand(*m_app, *this);
    addInteractionCommands(*m_app, *this);
    addReviewCommands(*m_app, *this);
    addHandoverCommands(*m_app, *this);
    addAuditCommands(*m_app, *this);
    addPersonCommands(*m_app, *this);
    addStoreCommands(*m_app, *this);
    addLegalHoldCommands(*m_app, *this);
}

Program::~Program() = default;

void Program::setAction(CLI::App &command, Action action)
{
    command.add_option(
        "--store", m_options.store, "Store: a file path (default: $GATEHOUSE_STORE, then the data folder)");
    command.add_flag("--json", m_options.json, "Print one JSON object a line");
    command.callback([this, action = std::move(action)] { m_action = action; });
}

int Program::run(int argc, char **argv)
{
    try {
        const ExitStatus parsed = parse(argc, argv);
        if (parsed != ExitStatus::Done || !m_action)
            return static_cast<int>(parsed);
        return static_cast<int>(runAction());
    } catch (const std::exception &failure) {
        reportError({ErrorKind::Internal, std::string("unexpected failure: ") + failure.what(), {}, {}});
        return static_cast<int>(ExitStatus::Fails);
    }
}

ExitStatus Program::parse(int argc, char **argv)
{
    try {
        m_app->parse(preparedArguments(argc, argv));
        return ExitStatus::Done;
    } catch (const CLI::Success &help) {
        m_app->exit(help);
        return ExitStatus::Done;
    } catch (const CLI::ParseError &error) {
        reportError({ErrorKind::InvalidInput, usageLine(error), {}, {}});
        return ExitStatus::Usage;
    }
}

std::string Program::usageLine(const CLI::ParseError &error) const
{
    std::string command = "gatehouse";
    const CLI::App *app = m_app.get();
    for (auto chosen = app->get_subcommands(); !chosen.empty(); chosen = app->get_subcommands()) {
        app = chosen.front();
        command += " " + app->get_name();
    }
    const auto extras = m_app->remaining(true);
    std::string what = error.what();
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::ExtrasError))
        what = describeExtras(extras);
    else if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::ConversionError))
        what.erase(std::min(what.find(" = "), what.size())); // the value may be a stray secret
    else if (app->get_require_subcommand_min() > 0 && extras.empty())
        what = "a command is missing";
    else if (app->get_require_subcommand_min() > 0)
        what = "unknown command: " + describeWord(extras.front());
    return what + " (see " + command + " --help)";
}

ExitStatus Program::runAction() const
{
    Result<ExitStatus> result = m_action(m_options);
    if (Status written = finishOutput(); !written && result)
        result = tl::unexpected<Error>(written.error());
    if (result)
        return *result;
    reportError(result.error());
    return exitStatusOf(result.error().kind);
}

std::string storeLocation(const Options &options)
{
    return options.store.empty() ? store::defaultStoreLocation() : options.store;
}

Result<std::unique_ptr<store::Store>> openStore(const Options &options, store::OpenMode mode)
{
    auto opened = store::Store::open(storeLocation(options), mode);
    if (!opened && opened.error().kind != ErrorKind::NotPermitted)
        opened.error().kind = ErrorKind::Unreachable;
    return opened;
}

ExitStatus exitStatusOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::InvalidInput:
        return ExitStatus::Usage;
    case ErrorKind::Unreachable:
    case ErrorKind::Corrupt:
        return ExitStatus::Unreachable;
    case ErrorKind::NotPermitted:
        return ExitStatus::NotPermitted;
    case ErrorKind::NotFound:
    case ErrorKind::Conflict:
    case ErrorKind::Unsupported:
    case ErrorKind::LimitExceeded:
    case ErrorKind::Internal:
        break;
    }
    return ExitStatus::Fails;
}

} // namespace gatehouse::gateway::cli
