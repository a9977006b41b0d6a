// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// gatehouse policy validate and test: a document is tried; its tests ask a store for its key at most.

#include "core/base/plain_json.h"
#include "gateway/cli/output.h"
#include "gateway/cli/policy_commands.h"
#include "gateway/cli/policy_file.h"
#include "gateway/cli/program.h"
#include "store/store.h"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

namespace gatehouse::gateway::cli {

namespace json = boost::json;

namespace {

json::array asArray(const std::vector<Error> &problems)
{
    json::array out;
    for (const Error &problem : problems)
        out.push_back(
            json::object{{"what", problem.what}, {"where", problem.where}, {"advice", problem.advice}});
    return out;
}

void printProblems(const char *kind, const std::vector<Error> &problems)
{
    for (const Error &problem : problems)
        writeLine(std::string(kind) + ": " + printable(problem.line()));
}

void printInvalid(const Options &options, const std::vector<Error> &errors)
{
    if (options.json)
        writeLine(
            plainJson(json::object{{"ok", false}, {"errors", asArray(errors)}, {"warnings", json::array()}}));
    else
        printProblems("error", errors);
}

void printValid(const Options &options, const CompiledPolicy &policy)
{
    const PolicyDocument &document = policy.document();
    if (options.json) {
        writeLine(plainJson(json::object{{"ok", true}, {"name", document.name},
            {"version", "sha256:" + document.version.value}, {"rules", document.rules.size()},
            {"errors", json::array()}, {"warnings", asArray(policy.warnings())}}));
        return;
    }
    printProblems("warning", policy.warnings());
    writeLine(printable(document.name) + " " + document.version.value.substr(0, 7)
        + " is valid: " + std::to_string(document.rules.size()) + " rules");
}

Result<ExitStatus> validate(const Options &options, const std::string &file)
{
    const auto text = readPolicyFile(file);
    if (!text)
        return tl::unexpected<Error>(text.error());
    const auto policy = CompiledPolicy::fromJson(*text, {store::cacheFolder()});
    if (policy) {
        printValid(options, **policy);
        return ExitStatus::Done;
    }
    printInvalid(options, policy.error());
    reportError(sumUp(policy.error(), file));
    return ExitStatus::Fails;
}

Result<ExitStatus> test(const Options &options, const std::string &file)
{
    const auto text = readPolicyFile(file);
    if (!text)
        return tl::unexpected<Error>(text.error());
    const auto environment = environmentFor(*text, options);
    if (!environment)
        return tl::unexpected<Error>(environment.error());
    const auto policy = CompiledPolicy::fromJson(*text, {store::cacheFolder(), *environment});
    if (!policy) {
        reportError(sumUp(policy.error(), file));
        return ExitStatus::Fails;
    }
    const auto results = runPolicyTests(**policy);
    Table table({"CASE", "RESULT", "EXPECTED", "GOT"});
    std::size_t failed = 0;
    for (const PolicyTestResult &result : results) {
        failed += result.ok ? 0 : 1;
        if (options.json)
            writeLine(plainJson(json::object{{"name", result.name}, {"ok", result.ok},
                {"expected", result.expected}, {"got", result.got}}));
        else
            table.add({result.name, result.ok ? "ok" : "FAILED", result.expected, result.got});
    }
    if (!options.json)
        table.print();
    if (failed == 0)
        return ExitStatus::Done;
    reportError({ErrorKind::InvalidInput,
        std::to_string(failed) + " of " + std::to_string(results.size()) + " policy tests failed", file, {}});
    return ExitStatus::Fails;
}

} // namespace

void addPolicyTrialCommands(CLI::App &commands, Program &program)
{
    auto file = std::make_shared<std::string>();
    CLI::App *validating = commands.add_subcommand("validate", "List everything wrong with a document");
    validating->add_option("FILE", *file, "Policy document; - is standard input")->required();
    program.setAction(*validating, [file](const Options &options) { return validate(options, *file); });

    CLI::App *testing = commands.add_subcommand("test", "Run a document's own test cases");
    testing->add_option("FILE", *file, "Policy document; - is standard input")->required();
    program.setAction(*testing, [file](const Options &options) { return test(options, *file); });
}

} // namespace gatehouse::gateway::cli
