// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The command line as a whole: which command was asked for, where the store is, how a command ends.

#include "core/base/error.h"
#include "store/store.h"

#include <functional>
#include <memory>
#include <string>

namespace CLI {
class App;
class ParseError;
} // namespace CLI

namespace gatehouse::gateway::cli {

// What the program returns to the shell; scripts rely on the numbers.
enum class ExitStatus {
    Done = 0,
    Fails = 1, // the thing asked about fails: a policy test, an audit verification, an unknown id
    Usage = 2,
    Unreachable = 3, // store or network
    NotPermitted = 4,
};

// What every command understands.
struct Options {
    std::string store; // empty: the default location
    bool json = false; // one object a line instead of a table
};

using Action = std::function<Result<ExitStatus>(const Options &)>;

class Program {
public:
    Program();
    ~Program();
    Program(const Program &) = delete;
    Program &operator=(const Program &) = delete;

    // Parses, runs one command, reports its error as one line on standard error. Returns the exit status.
    [[nodiscard]] int run(int argc, char **argv);

    // Gives a command its action, and the options every command has.
    void setAction(CLI::App &command, Action action);

private:
    [[nodiscard]] ExitStatus parse(int argc, char **argv);
    [[nodiscard]] ExitStatus runAction() const;
    [[nodiscard]] std::string usageLine(const CLI::ParseError &error) const;

    std::unique_ptr<CLI::App> m_app;
    Options m_options;
    Action m_action;
};

// The store the options name. Whatever keeps it from being opened counts as unreachable, except missing
// permission.
[[nodiscard]] Result<std::unique_ptr<store::Store>> openStore(const Options &options, store::OpenMode mode);
[[nodiscard]] std::string storeLocation(const Options &options);

[[nodiscard]] ExitStatus exitStatusOf(ErrorKind kind);

} // namespace gatehouse::gateway::cli
