// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// gatehouse check: the enforcement core on standard input. A store is asked for its key at most.

#include "gateway/cli/check_line.h"
#include "gateway/cli/commands.h"
#include "gateway/cli/input.h"
#include "gateway/cli/output.h"
#include "gateway/cli/policy_file.h"
#include "gateway/cli/program.h"

#include <CLI/CLI.hpp>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace gatehouse::gateway::cli {

namespace {

struct CheckArguments {
    std::string policyFile;
    bool jsonLines = false;
    std::vector<std::string> headers; // "name: value"
};

std::string percent(const std::optional<double> &score)
{
    if (!score)
        return "-";
    char text[16];
    std::snprintf(text, sizeof(text), "%.3f", *score);
    return text;
}

void printEvidence(const Verdict &verdict)
{
    Table table({"RULE", "LABEL", "ZONE", "BYTES", "SEEN THROUGH"});
    bool any = false;
    for (const CheckResult &check : verdict.checks) {
        for (const Evidence &evidence : check.evidence) {
            any = true;
            table.add({check.rule, evidence.label, std::string(name(evidence.zone)),
                std::to_string(evidence.range.start) + "-" + std::to_string(evidence.range.end),
                joined(evidence.via)});
        }
    }
    if (!any)
        return;
    writeLine("");
    table.print();
}

void printVerdict(const CheckAnswer &answer)
{
    const Verdict &verdict = answer.evaluation.verdict;
    writeLine(std::string(name(verdict.kind)) + " (severity " + std::string(name(verdict.severity))
        + ") by policy " + printable(verdict.policyName) + " " + verdict.policyVersion.value.substr(0, 7)
        + ", " + std::to_string(verdict.coverage.read) + " of " + std::to_string(verdict.coverage.bytes)
        + " bytes read");
    writeLine("");
    Table table({"RULE", "CHECK", "STAGE", "MODE", "OUTCOME", "ACTION", "SEVERITY", "SCORE"});
    for (const CheckResult &check : verdict.checks) {
        const std::string reason = check.reason.empty() ? "" : " (" + check.reason + ")";
        table.add({check.rule, check.check, std::string(name(check.stage)), std::string(name(check.mode)),
            std::string(name(check.outcome)) + reason, std::string(name(check.action)),
            std::string(name(check.severity)), percent(check.score)});
    }
    table.print();
    printEvidence(verdict);
    if (!answer.masked.empty())
        writeLine("\nmasked: " + printable(answer.masked));
}

// One line in, one line out; false when it could not be read.
bool answerOne(const CompiledPolicy &policy, LineReader::Got got, const std::string &line)
{
    if (got == LineReader::Got::TooLong) {
        writeLine(errorLine("null", {ErrorKind::InvalidInput, "the line is over 16 MiB", {}, {}}));
        return false;
    }
    const CheckLineRead read = readCheckLine(line);
    if (!read.line) {
        writeLine(errorLine(read.id, read.line.error()));
        return false;
    }
    const auto answer = judge(policy, *read.line);
    writeLine(answer ? answerLine(read.id, *answer) : errorLine(read.id, answer.error()));
    return answer.has_value();
}

Result<ExitStatus> checkLines(const CompiledPolicy &policy)
{
    LineReader reader(STDIN_FILENO);
    ExitStatus status = ExitStatus::Done;
    std::string line;
    for (;;) {
        const auto got = reader.next(line);
        if (!got)
            return tl::unexpected<Error>(got.error());
        if (*got == LineReader::Got::End)
            return status;
        if (!answerOne(policy, *got, line))
            status = ExitStatus::Fails;
        // Whoever waits for an answer before sending the next line gets it now.
        if (!reader.hasLineWaiting()) {
            if (auto written = finishOutput(); !written)
                return tl::unexpected<Error>(written.error());
        }
    }
}

Status readHeader(const std::string &given, CallHeaders &into)
{
    const std::size_t colon = given.find(':');
    if (colon == std::string::npos)
        return fail(ErrorKind::InvalidInput, "a header is given as name: value", "--header");
    const std::size_t value = std::min(given.find_first_not_of(' ', colon + 1), given.size());
    return addHeader(
        into, std::string_view(given).substr(0, colon), std::string_view(given).substr(value), "--header");
}

Result<ExitStatus> checkText(
    const CompiledPolicy &policy, const Options &options, const std::vector<std::string> &headers)
{
    CheckLine line;
    for (const std::string &header : headers) {
        if (auto read = readHeader(header, line.headers); !read)
            return tl::unexpected<Error>(read.error());
    }
    auto text = readInput("-");
    if (!text)
        return tl::unexpected<Error>(text.error());
    if (!isUtf8(*text))
        return fail(ErrorKind::InvalidInput, "the text is not UTF-8", "standard input");
    line.text = std::move(*text);
    const auto answer = judge(policy, line);
    if (!answer)
        return tl::unexpected<Error>(answer.error());
    if (options.json)
        writeLine(answerLine("null", *answer));
    else
        printVerdict(*answer);
    return ExitStatus::Done;
}

Result<ExitStatus> check(const Options &options, const CheckArguments &arguments)
{
    const auto policy = compilePolicyFile(arguments.policyFile, options);
    if (!policy)
        return tl::unexpected<Error>(policy.error());
    return arguments.jsonLines ? checkLines(**policy) : checkText(**policy, options, arguments.headers);
}

} // namespace

void addCheckCommand(CLI::App &app, Program &program)
{
    auto arguments = std::make_shared<CheckArguments>();
    CLI::App *command
        = app.add_subcommand("check", "Judge text or bodies from standard input; needs no store");
    command->add_option("--policy", arguments->policyFile, "Policy document (default: the baseline)");
    CLI::Option *lines = command->add_flag(
        "--jsonl", arguments->jsonLines, "One JSON object a line in, one verdict a line out");
    command->add_option("--header", arguments->headers, "A header field \"name: value\" the text came with")
        ->excludes(lines);
    program.setAction(*command, [arguments](const Options &options) { return check(options, *arguments); });
}

} // namespace gatehouse::gateway::cli
