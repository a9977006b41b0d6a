// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// gatehouse serve: runs the gateway until it is told to stop.

#include "gateway/cli/commands.h"
#include "gateway/cli/program.h"
#include "gateway/server.h"

#include <CLI/CLI.hpp>

namespace gatehouse::gateway::cli {

namespace {

Result<ExitStatus> runServer(const Options &options, ServeOptions serveOptions)
{
    serveOptions.store = storeLocation(options);
    auto served = serve(serveOptions);
    if (served)
        return *served == 0 ? ExitStatus::Done : ExitStatus::Fails;
    Error error = served.error();
    if (error.kind != ErrorKind::InvalidInput && error.kind != ErrorKind::NotPermitted)
        error.kind = ErrorKind::Unreachable;
    return tl::unexpected<Error>(std::move(error));
}

} // namespace

void addServeCommand(CLI::App &app, Program &program)
{
    auto serveOptions = std::make_shared<ServeOptions>();
    CLI::App *command = app.add_subcommand("serve", "Run the gateway");
    command->add_option("--config", serveOptions->configFile, "Configuration file (JSON)");
    command->add_option("--listen", serveOptions->listen, "Address and port (default: 127.0.0.1:8787)");
    command->add_option("--metrics-listen", serveOptions->metricsListen,
        "Address and port of /metrics, /healthz and /readyz (default: none)");
    CLI::Option *certificate
        = command->add_option("--tls-cert", serveOptions->tlsCertificate, "Certificate chain (PEM)");
    CLI::Option *key = command->add_option("--tls-key", serveOptions->tlsKey, "Private key (PEM)");
    certificate->needs(key);
    key->needs(certificate);
    command->add_option("--durability", serveOptions->durability,
        "strict: a record is durable before its answer ends; grouped: some milliseconds later (default: "
        "strict)");
    command->add_flag(
        "--insecure-public", serveOptions->insecurePublic, "Allow a public address without TLS");
    command->add_flag("--exit-with-parent", serveOptions->exitWithParent, "Stop when standard input closes");
    program.setAction(
        *command, [serveOptions](const Options &options) { return runServer(options, *serveOptions); });
}

} // namespace gatehouse::gateway::cli
