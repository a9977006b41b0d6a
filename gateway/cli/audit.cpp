// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// gatehouse audit: who changed what, and the proof that nothing was altered since.

#include "store/audit.h"
#include "gateway/cli/commands.h"
#include "gateway/cli/input.h"
#include "gateway/cli/output.h"
#include "gateway/cli/program.h"
#include "store/evidence_pack.h"
#include "store/verdict_chain.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <unistd.h>

namespace gatehouse::gateway::cli {

namespace {

constexpr std::size_t pageRows = 500;
constexpr std::size_t largestPack = std::size_t{64} << 20;

void printPage(const Options &options, Table &table, const std::vector<store::AuditEntry> &entries)
{
    for (const store::AuditEntry &entry : entries) {
        if (options.json)
            writeLine(store::toJson(entry));
        else
            table.add({std::to_string(entry.seq), shortTime(entry.at), entry.actor, entry.action,
                entry.object, entry.reason});
    }
    if (!options.json)
        table.print();
}

Result<ExitStatus> list(const Options &options, std::size_t limit)
{
    auto opened = openStore(options, store::OpenMode::ReadOnly);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    Table table({"SEQ", "AT", "ACTOR", "ACTION", "OBJECT", "REASON"});
    std::size_t seen = 0;
    std::int64_t before = 0;
    for (;;) {
        const std::size_t wanted = limit == 0 ? pageRows : std::min(pageRows, limit - seen);
        if (wanted == 0)
            return ExitStatus::Done;
        const auto entries = store::listAudit(**opened, wanted, before);
        if (!entries)
            return tl::unexpected<Error>(entries.error());
        printPage(options, table, *entries);
        if (entries->size() < wanted)
            return ExitStatus::Done;
        seen += entries->size();
        before = entries->back().seq;
        // Nothing has the number 1 below it; 0 would start over.
        if (before <= 1)
            return ExitStatus::Done;
    }
}

Result<ExitStatus> verify(const Options &options, const std::string &expectedHead)
{
    auto opened = openStore(options, store::OpenMode::ReadOnly);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    const auto verification = store::verifyAudit(**opened, expectedHead);
    if (!verification)
        return tl::unexpected<Error>(verification.error());
    if (options.json)
        writeLine(store::toJson(*verification));
    else if (verification->ok)
        writeLine("the audit log is whole: " + std::to_string(verification->entries) + " entries, head "
            + (verification->head.empty() ? "-" : verification->head));
    if (verification->ok)
        return ExitStatus::Done;
    const std::string where = verification->firstBad ? "entry " + std::to_string(*verification->firstBad)
                                                     : (*opened)->displayName();
    reportError({ErrorKind::Corrupt, "the audit log does not verify: " + verification->problem, where,
        "keep the store as it is and compare it with a backup"});
    return ExitStatus::Fails;
}

Result<ExitStatus> verifyRecords(const Options &options)
{
    auto opened = openStore(options, store::OpenMode::ReadOnly);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    const bool someoneWatches = ::isatty(STDERR_FILENO) == 1;
    const auto verification = store::verifyVerdicts(**opened, [&](std::int64_t records) {
        if (someoneWatches)
            std::fprintf(stderr, "\r%lld records", static_cast<long long>(records));
        return true;
    });
    if (someoneWatches)
        std::fputc('\n', stderr);
    if (!verification)
        return tl::unexpected<Error>(verification.error());
    if (options.json)
        writeLine(store::toJson(*verification));
    else if (verification->ok)
        writeLine("what was recorded is whole: " + std::to_string(verification->records) + " records of "
            + std::to_string(verification->gateways) + " gateways; of " + std::to_string(verification->gone)
            + " the call is gone");
    if (verification->ok)
        return ExitStatus::Done;
    reportError({ErrorKind::Corrupt, "what was recorded does not verify: " + verification->problem,
        (*opened)->displayName(), "keep the store as it is and compare it with a backup"});
    return ExitStatus::Fails;
}

// Needs no store: everything is in the pack.
Result<ExitStatus> verifyPackFile(const Options &options, const std::string &file)
{
    const auto text = readInput(file, largestPack);
    if (!text)
        return tl::unexpected<Error>(text.error());
    const auto checked = store::verifyPack(*text);
    if (!checked)
        return tl::unexpected<Error>(checked.error());
    const bool isGood = checked->problem.empty();
    if (options.json)
        writeLine(store::toJson(*checked));
    else if (isGood)
        writeLine("the pack of call " + printable(checked->interaction)
            + " holds together: " + std::to_string(checked->entries) + " audit entries, "
            + (checked->isSigned ? "signed" : "not covered by a signature") + ", head "
            + orDash(printable(checked->head)));
    if (isGood)
        return ExitStatus::Done;
    reportError({ErrorKind::Corrupt, "the pack does not verify: " + checked->problem, file,
        "make it again from the store, and compare the two"});
    return ExitStatus::Fails;
}

Result<ExitStatus> exportAll(const Options &options)
{
    auto opened = openStore(options, store::OpenMode::ReadOnly);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    const auto exported = store::exportAudit(**opened, [](std::string_view part) {
        write(part);
        return true;
    });
    if (!exported)
        return tl::unexpected<Error>(exported.error());
    return ExitStatus::Done;
}

} // namespace

void addAuditCommands(CLI::App &app, Program &program)
{
    CLI::App *commands = app.add_subcommand("audit", "The log of every change");
    commands->require_subcommand(1);

    auto limit = std::make_shared<std::size_t>(0);
    CLI::App *listing = commands->add_subcommand("list", "List changes, newest first");
    listing->add_option("--limit", *limit, "At most so many (default: all)")->check(CLI::PositiveNumber);
    program.setAction(*listing, [limit](const Options &options) { return list(options, *limit); });

    auto head = std::make_shared<std::string>();
    CLI::App *verifying
        = commands->add_subcommand("verify", "Recompute the chain and check its signed heads");
    verifying->add_option("--expect-head", *head, "A head noted earlier: proves nothing was cut off since");
    auto pack = std::make_shared<std::string>();
    verifying
        ->add_option("--pack", *pack, "Check an evidence pack (a JSON file, or -) instead; needs no store")
        ->excludes("--expect-head");
    auto records = std::make_shared<bool>(false);
    verifying
        ->add_flag(
            "--records", *records, "Check every recorded call against what its gateway chained instead")
        ->excludes("--expect-head")
        ->excludes("--pack");
    program.setAction(*verifying, [head, pack, records](const Options &options) {
        if (*records)
            return verifyRecords(options);
        return pack->empty() ? verify(options, *head) : verifyPackFile(options, *pack);
    });

    CLI::App *exporting = commands->add_subcommand("export", "Print the whole log as JSON lines");
    program.setAction(*exporting, exportAll);
}

} // namespace gatehouse::gateway::cli
