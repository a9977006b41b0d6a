// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The commands of `gatehouse policy` that live in files of their own.

namespace CLI {
class App;
}

namespace gatehouse::gateway::cli {

class Program;

void addPolicyTrialCommands(CLI::App &commands, Program &program); // validate, test
void addPolicyDiffCommand(CLI::App &commands, Program &program);
void addPolicyFingerprintCommand(CLI::App &commands, Program &program);

} // namespace gatehouse::gateway::cli
