// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The commands of `gatehouse key` that are long enough for files of their own, and what they share.

#include "gateway/cli/program.h"
#include "store/records.h"
#include "store/store.h"

namespace CLI {
class App;
}

namespace gatehouse::gateway::cli {

// The key in JSON, or in words whose it is and what became of it.
[[nodiscard]] Result<ExitStatus> tellKey(
    const Options &options, store::Store &opened, const store::KeyRow &row, const std::string &what);

void addKeyIssueCommand(CLI::App &commands, Program &program);
void addKeyEditCommand(CLI::App &commands, Program &program);
void addKeyRotateCommand(CLI::App &commands, Program &program);
void addKeyFindCommand(CLI::App &commands, Program &program);

} // namespace gatehouse::gateway::cli
