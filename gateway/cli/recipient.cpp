// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// gatehouse recipient: the gateways credentials are sealed for.

#include "gateway/cli/commands.h"
#include "gateway/cli/input.h"
#include "gateway/cli/output.h"
#include "gateway/cli/program.h"
#include "store/recipients.h"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

namespace gatehouse::gateway::cli {

namespace {

namespace json = boost::json;

struct AddArguments {
    std::string name, file = "-", fingerprint;
};

// The certificate of this machine, for `recipient add` on another one. Needs no store to be there.
Result<ExitStatus> show(const Options &options)
{
    const auto certificate = store::ownCertificate(storeLocation(options));
    if (!certificate)
        return tl::unexpected<Error>(certificate.error());
    if (options.json) {
        writeLine(json::serialize(
            json::object{{"fingerprint", certificate->fingerprint}, {"certificate", certificate->pem}}));
        return ExitStatus::Done;
    }
    reportNotice("fingerprint " + certificate->fingerprint);
    write(certificate->pem);
    return ExitStatus::Done;
}

Result<ExitStatus> list(const Options &options)
{
    auto opened = openStore(options, store::OpenMode::ReadOnly);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    const auto rows = store::listRecipients(**opened);
    if (!rows)
        return tl::unexpected<Error>(rows.error());
    Table table({"NAME", "FINGERPRINT", "TRUSTED", "ADDED", "BY"});
    for (const store::RecipientRow &row : *rows) {
        if (options.json)
            writeLine(json::serialize(json::object{{"name", row.name}, {"fingerprint", row.fingerprint},
                {"own", row.own}, {"trusted", row.pinned}, {"added_at", toRfc3339(row.addedAt)},
                {"added_by", row.addedBy}}));
        else
            table.add({row.name, row.fingerprint,
                row.own          ? "own"
                    : row.pinned ? "yes"
                                 : "no",
                shortTime(row.addedAt), row.addedBy});
    }
    if (!options.json)
        table.print();
    return ExitStatus::Done;
}

void report(const Options &options, const std::string &fingerprint, const char *what)
{
    if (options.json)
        writeLine(json::serialize(json::object{{"fingerprint", fingerprint}, {what, true}}));
    else
        writeLine("recipient " + printable(fingerprint) + " " + what);
}

Result<ExitStatus> add(const Options &options, const AddArguments &arguments)
{
    constexpr std::size_t longestCertificate = 64 << 10;
    const auto pem = readInput(arguments.file, longestCertificate);
    if (!pem)
        return tl::unexpected<Error>(pem.error());
    const auto certificate = store::readCertificate(*pem);
    if (!certificate)
        return tl::unexpected<Error>(certificate.error());
    if (certificate->fingerprint != arguments.fingerprint)
        return fail(ErrorKind::InvalidInput, "the certificate has another fingerprint",
            certificate->fingerprint, "compare it with: gatehouse recipient show, on that gateway");
    auto opened = openStore(options, store::OpenMode::Existing);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    if (auto added = store::addRecipient(**opened, arguments.name, *certificate); !added)
        return tl::unexpected<Error>(added.error());
    report(options, certificate->fingerprint, "added");
    return ExitStatus::Done;
}

Result<ExitStatus> change(const Options &options, const std::string &fingerprint,
    Status (*work)(store::Store &, const std::string &), const char *what)
{
    auto opened = openStore(options, store::OpenMode::Existing);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    if (auto done = work(**opened, fingerprint); !done)
        return tl::unexpected<Error>(done.error());
    report(options, fingerprint, what);
    return ExitStatus::Done;
}

void addChange(CLI::App &commands, Program &program, const char *word, const char *help,
    Status (*work)(store::Store &, const std::string &), const char *what)
{
    auto fingerprint = std::make_shared<std::string>();
    CLI::App *command = commands.add_subcommand(word, help);
    command->add_option("FINGERPRINT", *fingerprint)->required();
    program.setAction(*command, [fingerprint, work, what](const Options &options) {
        return change(options, *fingerprint, work, what);
    });
}

} // namespace

void addRecipientCommands(CLI::App &app, Program &program)
{
    CLI::App *commands = app.add_subcommand("recipient", "Gateways that credentials are sealed for");
    commands->require_subcommand(1);

    CLI::App *showing = commands->add_subcommand("show", "Print this machine's certificate");
    program.setAction(*showing, show);

    CLI::App *listing = commands->add_subcommand("list", "List recipients");
    program.setAction(*listing, list);

    auto arguments = std::make_shared<AddArguments>();
    CLI::App *adding = commands->add_subcommand("add", "Seal everything for one more gateway");
    adding->add_option("--name", arguments->name, "What to call that gateway")->required();
    adding->add_option("--fingerprint", arguments->fingerprint, "What it says it has")->required();
    adding->add_option("FILE", arguments->file, "Its certificate (default: standard input)");
    program.setAction(*adding, [arguments](const Options &options) { return add(options, *arguments); });

    addChange(*commands, program, "remove", "Seal everything anew without a gateway", store::removeRecipient,
        "removed");
    addChange(*commands, program, "trust", "Seal for a recipient the store names, on this machine",
        store::pinRecipient, "trusted");
}

} // namespace gatehouse::gateway::cli
