// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// gatehouse policy: versions in the store are listed, shown, published and rolled back; documents are tried
// out.

#include "gateway/cli/commands.h"
#include "gateway/cli/output.h"
#include "gateway/cli/policy_commands.h"
#include "gateway/cli/policy_file.h"
#include "gateway/cli/program.h"
#include "store/policies.h"
#include "store/store.h"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

namespace gatehouse::gateway::cli {

namespace {

std::string stateName(store::PolicyState state)
{
    switch (state) {
    case store::PolicyState::Draft:
        return "draft";
    case store::PolicyState::Published:
        return "published";
    case store::PolicyState::Superseded:
        return "superseded";
    }
    return {};
}

Result<ExitStatus> list(const Options &options)
{
    auto opened = openStore(options, store::OpenMode::ReadOnly);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    const auto rows = store::listPolicies(**opened);
    if (!rows)
        return tl::unexpected<Error>(rows.error());
    Table table({"VERSION", "NAME", "STATE", "PUBLISHED", "AUTHOR", "REASON"});
    for (const store::PolicyRow &row : *rows) {
        if (options.json)
            writeLine(store::toJson(row));
        else
            table.add({store::displayVersion(row), row.name, stateName(row.state), orDash(row.publishedAt),
                row.author, row.reason});
    }
    if (!options.json)
        table.print();
    return ExitStatus::Done;
}

void printRules(const store::StoredPolicy &policy, const PolicyDocument &document)
{
    writeLine(printable(
        store::displayVersion(policy.row) + " " + policy.row.name + ", " + stateName(policy.row.state)));
    if (!document.description.empty())
        writeLine(printable(document.description));
    writeLine("");
    Table table({"RULE", "STAGE", "CHECK", "ACTION", "SEVERITY", "MODE", "TITLE"});
    for (const RuleDocument &rule : document.rules)
        table.add({rule.id, std::string(name(rule.stage)), rule.checkKind, std::string(name(rule.action)),
            std::string(name(rule.severity)), std::string(name(rule.mode)), rule.title});
    table.print();
}

Result<ExitStatus> show(const Options &options, const std::string &version)
{
    auto opened = openStore(options, store::OpenMode::ReadOnly);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    const auto policy = store::showPolicy(**opened, version);
    if (!policy)
        return tl::unexpected<Error>(policy.error());
    const auto document = parsePolicy(policy->json);
    if (!document)
        return tl::unexpected<Error>(sumUp(document.error(), "stored policy"));
    if (options.json) {
        std::string row = store::toJson(policy->row);
        row.pop_back();
        writeLine(row + ",\"document\":" + document->json + '}');
    } else {
        printRules(*policy, *document);
    }
    return ExitStatus::Done;
}

Result<ExitStatus> exportPolicy(const Options &options, const std::string &version)
{
    auto opened = openStore(options, store::OpenMode::ReadOnly);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    const auto policy = store::showPolicy(**opened, version);
    if (!policy)
        return tl::unexpected<Error>(policy.error());
    write(policy->json);
    if (!policy->json.ends_with('\n'))
        writeLine("");
    return ExitStatus::Done;
}

void printRow(const Options &options, const store::PolicyRow &row)
{
    if (options.json)
        writeLine(store::toJson(row));
    else
        writeLine(printable(store::displayVersion(row) + " " + row.name + ", " + stateName(row.state)));
}

using Change = std::function<Result<store::PolicyRow>(store::Store &)>;

Result<ExitStatus> change(const Options &options, const Change &apply)
{
    auto opened = openStore(options, store::OpenMode::Existing);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    const auto row = apply(**opened);
    if (!row)
        return tl::unexpected<Error>(row.error());
    printRow(options, *row);
    return ExitStatus::Done;
}

// Imports or publishes a file. A document that is not valid is the thing asked about failing, not wrong
// usage.
Result<ExitStatus> changeByFile(const Options &options, const std::string &file,
    const std::function<Result<store::PolicyRow>(store::Store &, const std::string &)> &apply)
{
    const auto text = readPolicyFile(file);
    if (!text)
        return tl::unexpected<Error>(text.error());
    if (const auto policy = CompiledPolicy::fromJson(*text, {store::cacheFolder()}); !policy) {
        reportError(sumUp(policy.error(), file));
        return ExitStatus::Fails;
    }
    auto changed = change(options, [&](store::Store &opened) { return apply(opened, *text); });
    if (changed || changed.error().kind != ErrorKind::InvalidInput)
        return changed;
    reportError(changed.error());
    return ExitStatus::Fails;
}

CLI::Validator notEmpty()
{
    return {[](const std::string &text) {
                return std::string(
                    text.find_first_not_of(" \t") == std::string::npos ? "must not be empty" : "");
            },
        ""};
}

void addReading(CLI::App &commands, Program &program)
{
    CLI::App *listing = commands.add_subcommand("list", "List drafts and versions, newest first");
    program.setAction(*listing, list);

    auto version = std::make_shared<std::string>();
    const char *which = "v3, a hash or its first characters (default: the published one)";
    CLI::App *showing = commands.add_subcommand("show", "Show a version's rules");
    showing->add_option("VERSION", *version, which);
    program.setAction(*showing, [version](const Options &options) { return show(options, *version); });

    CLI::App *exporting = commands.add_subcommand("export", "Print a version's document as it was written");
    exporting->add_option("VERSION", *version, which);
    program.setAction(
        *exporting, [version](const Options &options) { return exportPolicy(options, *version); });
}

void addChanging(CLI::App &commands, Program &program)
{
    auto subject = std::make_shared<std::string>(); // a file or a version
    auto reason = std::make_shared<std::string>();
    CLI::App *importing = commands.add_subcommand("import", "Keep a document as a draft");
    importing->add_option("FILE", *subject, "Policy document; - is standard input")->required();
    program.setAction(*importing,
        [subject](const Options &options) { return changeByFile(options, *subject, store::importDraft); });

    CLI::App *publishing = commands.add_subcommand("publish", "Make a document the published version");
    publishing->add_option("FILE", *subject, "Policy document; - is standard input")->required();
    publishing->add_option("--reason", *reason, "For the audit log")->required()->check(notEmpty());
    program.setAction(*publishing, [subject, reason](const Options &options) {
        return changeByFile(options, *subject, [reason](store::Store &opened, const std::string &text) {
            return store::publishPolicy(opened, text, *reason);
        });
    });

    CLI::App *rolling = commands.add_subcommand("rollback", "Publish an earlier version again");
    rolling->add_option("VERSION", *subject)->required();
    rolling->add_option("--reason", *reason, "For the audit log")->required()->check(notEmpty());
    program.setAction(*rolling, [subject, reason](const Options &options) {
        return change(
            options, [&](store::Store &opened) { return store::rollbackPolicy(opened, *subject, *reason); });
    });
}

} // namespace

void addPolicyCommands(CLI::App &app, Program &program)
{
    CLI::App *commands = app.add_subcommand("policy", "Policies and their versions");
    commands->require_subcommand(1);
    addReading(*commands, program);
    addChanging(*commands, program);
    addPolicyTrialCommands(*commands, program);
    addPolicyDiffCommand(*commands, program);
    addPolicyFingerprintCommand(*commands, program);
}

} // namespace gatehouse::gateway::cli
