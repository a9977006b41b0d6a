// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/cli/certificates.h"

#include "gateway/cli/input.h"
#include "gateway/cli/output.h"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

namespace gatehouse::gateway::cli {

namespace {

namespace json = boost::json;

struct AddArguments {
    std::string name, file = "-", fingerprint;
};

void report(
    const Options &options, const CertificateHolder &holder, const std::string &fingerprint, const char *what)
{
    if (options.json)
        writeLine(json::serialize(json::object{{"fingerprint", fingerprint}, {what, true}}));
    else
        writeLine(std::string(holder.called) + " " + printable(fingerprint) + " " + what);
}

Result<ExitStatus> add(const Options &options, const CertificateHolder &holder, const AddArguments &arguments)
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
            certificate->fingerprint, holder.compareWith);
    auto opened = openStore(options, store::OpenMode::Existing);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    if (auto added = holder.add(**opened, arguments.name, *certificate); !added)
        return tl::unexpected<Error>(added.error());
    report(options, holder, certificate->fingerprint, "added");
    return ExitStatus::Done;
}

void addChange(CLI::App &commands, Program &program, const CertificateHolder &holder, const char *word,
    const char *help, Status (*work)(store::Store &, const std::string &), const char *what)
{
    auto fingerprint = std::make_shared<std::string>();
    CLI::App *command = commands.add_subcommand(word, help);
    command->add_option("FINGERPRINT", *fingerprint)->required();
    program.setAction(
        *command, [fingerprint, &holder, work, what](const Options &options) -> Result<ExitStatus> {
            auto opened = openStore(options, store::OpenMode::Existing);
            if (!opened)
                return tl::unexpected<Error>(opened.error());
            if (auto done = work(**opened, *fingerprint); !done)
                return tl::unexpected<Error>(done.error());
            report(options, holder, *fingerprint, what);
            return ExitStatus::Done;
        });
}

} // namespace

void addCertificateCommands(CLI::App &commands, Program &program, const CertificateHolder &holder)
{
    auto arguments = std::make_shared<AddArguments>();
    CLI::App *adding = commands.add_subcommand("add", holder.addHelp);
    adding->add_option("--name", arguments->name, holder.nameHelp)->required();
    adding->add_option("--fingerprint", arguments->fingerprint, holder.fingerprintHelp)->required();
    adding->add_option("FILE", arguments->file, "Its certificate (default: standard input)");
    program.setAction(
        *adding, [arguments, &holder](const Options &options) { return add(options, holder, *arguments); });

    addChange(commands, program, holder, "remove", holder.removeHelp, holder.remove, "removed");
    addChange(commands, program, holder, "trust", holder.trustHelp, holder.trust, "trusted");
}

} // namespace gatehouse::gateway::cli
