// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// gatehouse interaction reveal: what stood under the masks of a call.

#include "core/policy/verdict.h"
#include "gateway/cli/commands.h"
#include "gateway/cli/listing.h"
#include "gateway/cli/output.h"
#include "gateway/cli/passphrase.h"
#include "gateway/cli/program.h"
#include "store/key_folder.h"
#include "store/sealed_originals.h"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

namespace gatehouse::gateway::cli {

namespace {

namespace json = boost::json;

struct RevealArguments {
    std::string id, key, reason;
};

Result<store::RecipientKey> readKey(const std::string &file)
{
    const auto pem = store::readPrivateFile(file);
    if (!pem)
        return tl::unexpected<Error>(pem.error());
    const auto passphrase = readPassphrase();
    if (!passphrase)
        return tl::unexpected<Error>(passphrase.error());
    return store::RecipientKey::read(*pem, *passphrase);
}

void print(const Options &options, BodyPart in, const store::Original &original)
{
    if (options.json) {
        writeLine(json::serialize(json::object{{"in", name(in)}, {"segment", original.segment},
            {"range", {original.range.start, original.range.end}},
            {"stored", {original.stored.start, original.stored.end}}, {"label", original.label},
            {"text", original.text.reveal()}}));
        return;
    }
    writeLine(std::string(name(in)) + " " + std::to_string(original.segment) + " "
        + std::to_string(original.range.start) + "-" + std::to_string(original.range.end) + " "
        + printable(original.label) + ": " + printable(original.text.reveal()));
}

Result<ExitStatus> reveal(const Options &options, const RevealArguments &arguments)
{
    const auto ids = readInteractionIds({arguments.id});
    if (!ids)
        return tl::unexpected<Error>(ids.error());
    const auto key = readKey(arguments.key);
    if (!key)
        return tl::unexpected<Error>(key.error());
    auto opened = openStore(options, store::OpenMode::Existing);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    const auto bodies = store::revealOriginals(**opened, ids->front(), *key, arguments.reason);
    if (!bodies)
        return tl::unexpected<Error>(bodies.error());
    for (const store::BodyOriginals &body : *bodies) {
        for (const store::Original &original : body.originals)
            print(options, body.in, original);
    }
    return ExitStatus::Done;
}

} // namespace

void addRevealCommand(CLI::App &interactionCommands, Program &program)
{
    auto arguments = std::make_shared<RevealArguments>();
    CLI::App *revealing = interactionCommands.add_subcommand(
        "reveal", "Print what stood under the masks of a call whose originals were sealed; it is audited");
    revealing->add_option("ID", arguments->id)->required();
    revealing->add_option("--key", arguments->key, "File with your private key; its passphrase is asked for")
        ->required();
    revealing->add_option("--reason", arguments->reason, "Why, for the audit log")->required();
    program.setAction(
        *revealing, [arguments](const Options &options) { return reveal(options, *arguments); });
}

} // namespace gatehouse::gateway::cli
