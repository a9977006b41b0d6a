// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// gatehouse reviewer-key: whom the originals of masked texts are sealed for.

#include "gateway/cli/certificates.h"
#include "gateway/cli/commands.h"
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

constexpr CertificateHolder reviewers{"reviewer's key", "Seal originals for one more key, from now on",
    "What to call it", "What its reviewer says it has", "Seal nothing more for a key",
    "Seal for a key the store names, on this machine",
    "compare it with what: gatehouse reviewer-key create, printed", store::addReviewerKey,
    store::removeReviewerKey, store::pinReviewerKey};

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

    addCertificateCommands(*commands, program, reviewers);
}

} // namespace gatehouse::gateway::cli
