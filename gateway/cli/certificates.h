// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The commands add, remove and trust, for whoever something is sealed for: gateways and reviewers.

#include "gateway/cli/program.h"
#include "store/recipient_key.h"
#include "store/store.h"

#include <string>

namespace gatehouse::gateway::cli {

struct CertificateHolder {
    const char *called; // "recipient"
    const char *addHelp, *nameHelp, *fingerprintHelp, *removeHelp, *trustHelp;
    const char *compareWith; // a certificate that has another fingerprint
    Status (*add)(store::Store &, const std::string &name, const store::RecipientCertificate &);
    Status (*remove)(store::Store &, const std::string &fingerprint);
    Status (*trust)(store::Store &, const std::string &fingerprint);
};

// `holder` outlives the program.
void addCertificateCommands(CLI::App &commands, Program &program, const CertificateHolder &holder);

} // namespace gatehouse::gateway::cli
