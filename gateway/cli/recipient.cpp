// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// gatehouse recipient: the gateways credentials are sealed for.

#include "gateway/cli/certificates.h"
#include "gateway/cli/commands.h"
#include "gateway/cli/output.h"
#include "gateway/cli/program.h"
#include "store/recipients.h"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

namespace gatehouse::gateway::cli {

namespace {

namespace json = boost::json;

constexpr CertificateHolder recipients{"recipient", "Seal everything for one more gateway",
    "What to call that gateway", "What it says it has", "Seal everything anew without a gateway",
    "Seal for a recipient the store names, on this machine",
    "compare it with: gatehouse recipient show, on that gateway", store::addRecipient, store::removeRecipient,
    store::pinRecipient};

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

} // namespace

void addRecipientCommands(CLI::App &app, Program &program)
{
    CLI::App *commands = app.add_subcommand("recipient", "Gateways that credentials are sealed for");
    commands->require_subcommand(1);

    CLI::App *showing = commands->add_subcommand("show", "Print this machine's certificate");
    program.setAction(*showing, show);

    CLI::App *listing = commands->add_subcommand("list", "List recipients");
    program.setAction(*listing, list);

    addCertificateCommands(*commands, program, recipients);
}

} // namespace gatehouse::gateway::cli
