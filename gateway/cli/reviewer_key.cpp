// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// gatehouse reviewer-key: whom the originals of masked texts are sealed for.

#include "gateway/cli/commands.h"
#include "gateway/cli/input.h"
#include "gateway/cli/output.h"
#include "gateway/cli/passphrase.h"
#include "gateway/cli/program.h"
#include "store/key_folder.h"
#include "store/reviewer_keys.h"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

namespace gatehouse::gateway::cli {

namespace {

namespace json = boost::json;

struct AddArguments {
    std::string name, file = "-", fingerprint;
};

// Needs no store: a reviewer makes it on his own machine.
Result<ExitStatus> create(const Options &options, const std::string &file)
{
    const auto passphrase = readNewPassphrase();
    if (!passphrase)
        return tl::unexpected<Error>(passphrase.error());
    const auto key = store::RecipientKey::make();
    if (!key)
        return tl::unexpected<Error>(key.error());
    const auto encrypted = key->encrypted(*passphrase);
    if (!encrypted)
        return tl::unexpected<Error>(encrypted.error());
    if (auto written = store::createPrivateFile(file, *encrypted); !written)
        return tl::unexpected<Error>(written.error());
    const store::RecipientCertificate &certificate = key->certificate();
    if (options.json) {
        writeLine(json::serialize(json::object{
            {"file", file}, {"fingerprint", certificate.fingerprint}, {"certificate", certificate.pem}}));
        return ExitStatus::Done;
    }
    reportNotice("private key in " + printable(file) + ", fingerprint " + certificate.fingerprint);
    write(certificate.pem);
    return ExitStatus::Done;
}

Result<ExitStatus> list(const Options &options)
{
    auto opened = openStore(options, store::OpenMode::ReadOnly);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    const auto rows = store::listReviewerKeys(**opened);
    if (!rows)
        return tl::unexpected<Error>(rows.error());
    Table table({"NAME", "FINGERPRINT", "TRUSTED", "ADDED", "BY"});
    for (const store::ReviewerKeyRow &row : *rows) {
        if (options.json)
            writeLine(store::toJson(row));
        else
            table.add(
                {row.name, row.fingerprint, row.pinned ? "yes" : "no", shortTime(row.addedAt), row.addedBy});
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
        writeLine("reviewer's key " + printable(fingerprint) + " " + what);
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
            certificate->fingerprint, "compare it with what: gatehouse reviewer-key create, printed");
    auto opened = openStore(options, store::OpenMode::Existing);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    if (auto added = store::addReviewerKey(**opened, arguments.name, *certificate); !added)
        return tl::unexpected<Error>(added.error());
    report(options, certificate->fingerprint, "added");
    return ExitStatus::Done;
}

void addChange(CLI::App &commands, Program &program, const char *word, const char *help,
    Status (*work)(store::Store &, const std::string &), const char *what)
{
    auto fingerprint = std::make_shared<std::string>();
    CLI::App *command = commands.add_subcommand(word, help);
    command->add_option("FINGERPRINT", *fingerprint)->required();
    program.setAction(*command, [fingerprint, work, what](const Options &options) -> Result<ExitStatus> {
        auto opened = openStore(options, store::OpenMode::Existing);
        if (!opened)
            return tl::unexpected<Error>(opened.error());
        if (auto done = work(**opened, *fingerprint); !done)
            return tl::unexpected<Error>(done.error());
        report(options, *fingerprint, what);
        return ExitStatus::Done;
    });
}

} // namespace

void addReviewerKeyCommands(CLI::App &app, Program &program)
{
    CLI::App *commands
        = app.add_subcommand("reviewer-key", "Keys that the originals of masked texts are sealed for");
    commands->require_subcommand(1);

    auto file = std::make_shared<std::string>();
    CLI::App *creating = commands->add_subcommand(
        "create", "Make a key pair, its private half under a passphrase, and print its certificate");
    creating->add_option("--out", *file, "New file for the private key")->required();
    program.setAction(*creating, [file](const Options &options) { return create(options, *file); });

    CLI::App *listing = commands->add_subcommand("list", "List reviewers' keys");
    program.setAction(*listing, list);

    auto arguments = std::make_shared<AddArguments>();
    CLI::App *adding = commands->add_subcommand("add", "Seal originals for one more key, from now on");
    adding->add_option("--name", arguments->name, "What to call it")->required();
    adding->add_option("--fingerprint", arguments->fingerprint, "What its reviewer says it has")->required();
    adding->add_option("FILE", arguments->file, "Its certificate (default: standard input)");
    program.setAction(*adding, [arguments](const Options &options) { return add(options, *arguments); });

    addChange(
        *commands, program, "remove", "Seal nothing more for a key", store::removeReviewerKey, "removed");
    addChange(*commands, program, "trust", "Seal for a key the store names, on this machine",
        store::pinReviewerKey, "trusted");
}

} // namespace gatehouse::gateway::cli
