// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// gatehouse policy fingerprint: a secret becomes what a known_secrets rule recognises it by.

#include "core/base/plain_json.h"
#include "core/checks/known_secrets/fingerprint.h"
#include "gateway/cli/input.h"
#include "gateway/cli/output.h"
#include "gateway/cli/policy_commands.h"
#include "gateway/cli/program.h"
#include "store/key_material.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <boost/json.hpp>

namespace gatehouse::gateway::cli {

namespace {

// Standard input to its end; one line end behind the secret is not part of it.
Result<SecretString> readSecret()
{
    auto text = readInput("-", SecretFingerprint::longest + 2);
    if (!text)
        return tl::unexpected<Error>(text.error());
    std::string_view view(*text);
    if (view.ends_with('\n'))
        view.remove_suffix(1);
    if (view.ends_with('\r'))
        view.remove_suffix(1);
    SecretString secret(view);
    std::fill(text->begin(), text->end(), '\0');
    return secret;
}

Result<ExitStatus> fingerprint(const Options &options, const std::string &id)
{
    auto opened = openStore(options, store::OpenMode::ReadOnly);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    const auto hasher = store::PayloadHasher::open((*opened)->location());
    if (!hasher)
        return tl::unexpected<Error>(hasher.error());
    const auto secret = readSecret();
    if (!secret)
        return tl::unexpected<Error>(secret.error());
    const auto written = fingerprintOf(hasher->deriveKey(store::fingerprintPurpose), secret->reveal());
    if (!written)
        return tl::unexpected<Error>(written.error());
    if (options.json)
        writeLine(plainJson(boost::json::object{{"id", id}, {"fingerprint", *written}}));
    else
        writeLine(*written);
    return ExitStatus::Done;
}

} // namespace

void addPolicyFingerprintCommand(CLI::App &commands, Program &program)
{
    auto id = std::make_shared<std::string>();
    CLI::App *command = commands.add_subcommand("fingerprint",
        "Make the fingerprint of a secret on standard input, for a known_secrets rule of this store");
    command->add_option("--id", *id, "Name of the secret, as findings show it")->required();
    program.setAction(*command, [id](const Options &options) { return fingerprint(options, *id); });
}

} // namespace gatehouse::gateway::cli
