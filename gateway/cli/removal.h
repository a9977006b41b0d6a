// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Commands that remove something by its name.

#include "core/base/error.h"

#include <string>

namespace CLI {
class App;
}
namespace gatehouse::store {
class Store;
}

namespace gatehouse::gateway::cli {

class Program;

using RemoveNamed = Status (*)(store::Store &, const std::string &name);

// `remove NAME`; what it says afterwards begins with `what`, such as "provider".
void addRemoveCommand(
    CLI::App &commands, Program &program, const char *what, const char *description, RemoveNamed remove);

} // namespace gatehouse::gateway::cli
