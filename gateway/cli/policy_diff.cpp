// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// gatehouse policy diff: what changed between two documents, rule by rule.

#include "core/base/plain_json.h"
#include "gateway/cli/output.h"
#include "gateway/cli/policy_changes.h"
#include "gateway/cli/policy_commands.h"
#include "gateway/cli/policy_file.h"
#include "gateway/cli/program.h"
#include "store/policies.h"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include <sys/stat.h>

namespace gatehouse::gateway::cli {

namespace {

bool namesFile(const std::string &text)
{
    struct stat info { };
    return text == "-" || text.find('/') != std::string::npos || text.ends_with(".json")
        || ::stat(text.c_str(), &info) == 0;
}

// A file when there is one of that name, else a version in the store.
Result<boost::json::object> loadDocument(const Options &options, const std::string &which)
{
    Result<std::string> text;
    if (namesFile(which)) {
        text = readPolicyFile(which);
    } else {
        auto opened = openStore(options, store::OpenMode::ReadOnly);
        if (!opened)
            return tl::unexpected<Error>(opened.error());
        text = store::showPolicy(**opened, which).map([](const store::StoredPolicy &policy) {
            return policy.json;
        });
    }
    if (!text)
        return tl::unexpected<Error>(text.error());
    // What parsePolicy accepts is an object with known fields and no duplicate keys.
    const auto document = parsePolicy(*text);
    if (!document)
        return tl::unexpected<Error>(sumUp(document.error(), which));
    return boost::json::parse(document->json).as_object();
}

std::string shown(const std::optional<boost::json::value> &value)
{
    return value ? plainJson(*value) : "-";
}

void printChange(const Options &options, const PolicyChange &change)
{
    const auto orNull = [](const std::optional<boost::json::value> &value) {
        return value ? *value : boost::json::value(nullptr);
    };
    if (options.json) {
        writeLine(plainJson(boost::json::object{{"part", change.part}, {"id", change.id},
            {"change", change.kind}, {"pointer", change.pointer}, {"before", orNull(change.before)},
            {"after", orNull(change.after)}}));
        return;
    }
    std::string line = change.part + (change.id.empty() ? "" : " " + change.id) + ": " + change.kind;
    if (!change.pointer.empty())
        line += " " + change.pointer + ": " + shown(change.before) + " -> " + shown(change.after);
    writeLine(printable(line));
}

Result<ExitStatus> diff(const Options &options, const std::string &before, const std::string &after)
{
    const auto a = loadDocument(options, before);
    if (!a)
        return tl::unexpected<Error>(a.error());
    const auto b = loadDocument(options, after);
    if (!b)
        return tl::unexpected<Error>(b.error());
    const auto changes = policyChanges(*a, *b);
    for (const PolicyChange &change : changes)
        printChange(options, change);
    if (changes.empty() && !options.json)
        writeLine("no difference");
    return ExitStatus::Done;
}

} // namespace

void addPolicyDiffCommand(CLI::App &commands, Program &program)
{
    auto before = std::make_shared<std::string>();
    auto after = std::make_shared<std::string>();
    CLI::App *command = commands.add_subcommand("diff", "Compare two versions or documents, rule by rule");
    command->add_option("A", *before, "A version or a file")->required();
    command->add_option("B", *after, "A version or a file")->required();
    program.setAction(
        *command, [before, after](const Options &options) { return diff(options, *before, *after); });
}

} // namespace gatehouse::gateway::cli
