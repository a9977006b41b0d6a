// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The commands of `gatehouse key` that are long enough for files of their own.

namespace CLI {
class App;
}

namespace gatehouse::gateway::cli {

class Program;

void addKeyIssueCommand(CLI::App &commands, Program &program);
void addKeyEditCommand(CLI::App &commands, Program &program);
void addKeyRotateCommand(CLI::App &commands, Program &program);
void addKeyFindCommand(CLI::App &commands, Program &program);

} // namespace gatehouse::gateway::cli
