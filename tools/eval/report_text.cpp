// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "tools/eval/check_groups.h"
#include "tools/eval/report.h"

#include <algorithm>
#include <cstdarg>
#include <cstdio>
#include <numeric>

namespace gatehouse::tools {

namespace {

[[gnu::format(printf, 1, 2)]] std::string line(const char *format, ...)
{
    char text[512];
    va_list arguments;
    va_start(arguments, format);
    (void)std::vsnprintf(text, sizeof(text), format, arguments);
    va_end(arguments);
    return std::string(text) + '\n';
}

double percent(const Rate &rate)
{
    return 100 * rate.value();
}

std::string sources(const std::vector<SourceLine> &lines)
{
    std::string out = line("%-24s %-28s %6s %8s %8s %8s  %-17s %8s %8s", "SOURCE", "KIND (CHECKS)", "ROWS",
        "FLAGGED%", "BLOCKED%", "CHECKS%", "SCORE p50/p90/p99", "µs MEAN", "µs P99");
    for (const SourceLine &one : lines) {
        const std::string kind = one.kinds + " (" + std::string(name(one.group)) + ")";
        const std::string source = one.source + (one.generated ? "*" : "");
        out += line("%-24s %-28s %6zu %8.1f %8.1f %8.1f  %5.2f %5.2f %5.2f %7.1f %8.1f", source.c_str(),
            kind.c_str(), one.flagged.of, percent(one.flagged), percent(one.blocked), percent(one.byGroup),
            one.scores[0], one.scores[1], one.scores[2], one.meanMicros, one.p99Micros);
    }
    out += "CHECKS%: recall where rows are to be flagged, false positives elsewhere, by the checks in "
           "brackets. "
           "*: made by a grammar, in no mean.\n";
    return out;
}

std::string totals(const Figures &figures)
{
    std::string out = "\nTOTALS as shipped\n";
    out += line("explicit attacks, mean recall      %6.1f %%  (%zu sources)", 100 * figures.attacks.value,
        figures.attacks.sources);
    out += line("  false positives on benign        %6.2f %%  (%zu of %zu)", percent(figures.benign),
        figures.benign.hits, figures.benign.of);
    out += line("  false positives on hard benign   %6.2f %%  (%zu of %zu)", percent(figures.hardBenign),
        figures.hardBenign.hits, figures.hardBenign.of);
    out += line("planted instructions, mean recall  %6.1f %%  (%zu sources; BIPIA apart: %.1f %%)",
        100 * figures.planted.value, figures.planted.sources, 100 * figures.plantedHarmless.value);
    out += line("  false positives on clean data    %6.2f %%  (%zu of %zu)", percent(figures.cleanData),
        figures.cleanData.hits, figures.cleanData.of);
    out += line("secrets, recall                    %6.1f %%  (%zu of %zu)", percent(figures.secrets),
        figures.secrets.hits, figures.secrets.of);
    out += line("  look-alikes flagged              %6.2f %%  (%zu of %zu)", percent(figures.lookAlikes),
        figures.lookAlikes.hits, figures.lookAlikes.of);
    return out;
}

std::string personal(const Report &report)
{
    const Figures &figures = report.figures;
    std::string out = line("personal data, structured spans    %6.1f %%  (%zu of %zu)",
        percent(figures.structured), figures.structured.hits, figures.structured.of);
    for (const auto &[entity, rate] : figures.entities)
        out += line("  %-32s %6.1f %%  (%zu of %zu)", entity.c_str(), percent(rate), rate.hits, rate.of);
    const Rate invalid{report.invalid.flagged, report.invalid.made};
    out += line("  identifiers with a wrong digit   %6.2f %%  (%zu of %zu)", percent(invalid), invalid.hits,
        invalid.of);
    out += line("  arithmetic                       %6.2f %%  (%zu of %zu)", percent(figures.arithmetic),
        figures.arithmetic.hits, figures.arithmetic.of);
    return out;
}

std::string transforms(const std::vector<TransformLine> &lines)
{
    if (lines.empty())
        return {};
    std::string out = "\nOBFUSCATED             found    plain  relative%   benign flagged\n";
    TransformLine all{"all", {}, {}, {}};
    const auto print = [&](const TransformLine &one) {
        const double relative = one.plain.hits == 0
            ? 0
            : 100 * static_cast<double>(one.found.hits) / static_cast<double>(one.plain.hits);
        out += line("%-18s %5zu/%-4zu %4zu/%-4zu %8.1f %8zu/%-4zu", one.transform.c_str(), one.found.hits,
            one.found.of, one.plain.hits, one.plain.of, relative, one.benign.hits, one.benign.of);
    };
    for (const TransformLine &one : lines) {
        for (auto [into, from] : {std::pair{&all.found, &one.found}, std::pair{&all.plain, &one.plain},
                 std::pair{&all.benign, &one.benign}}) {
            into->hits += from->hits;
            into->of += from->of;
        }
        print(one);
    }
    print(all);
    return out;
}

std::string curve(const char *title, const std::vector<CurvePoint> &points)
{
    std::string out
        = std::string("\n") + title + "\n  at most%   threshold   benign%   hard benign%   mean recall%\n";
    for (const CurvePoint &point : points)
        out += line("  %7.1f %11.4f %9.2f %14.2f %14.1f", 100 * point.target, point.threshold,
            100 * point.benign, 100 * point.hard, 100 * point.recall);
    return out;
}

std::string checks(const std::vector<CheckLine> &lines)
{
    std::string out = line("\n%-24s %22s %22s", "CHECK", "to be flagged", "to be left alone");
    for (const CheckLine &one : lines)
        out += line("%-24s %6.2f %% of %9zu %7.2f %% of %9zu", one.check.c_str(), percent(one.wanted),
            one.wanted.of, percent(one.benign), one.benign.of);
    return out;
}

std::string evidence(const EvidenceTally &tally)
{
    std::string out
        = line("\nevidence: %zu spans slice their original text (%zu seen through a view), %zu wrong",
            tally.verified, tally.throughViews, tally.wrong.size());
    for (std::size_t i = 0; i < std::min<std::size_t>(tally.wrong.size(), 20); ++i)
        out += "  " + tally.wrong[i] + '\n';
    return out;
}

// One line, whatever the text holds: it comes from attackers.
std::string quoted(const std::string &text)
{
    std::string out;
    for (const char one : text) {
        const auto byte = static_cast<unsigned char>(one);
        out += byte < 0x20 || byte == 0x7f ? ' ' : one;
    }
    return out;
}

bool isError(const RowResult &row)
{
    return row.flaggedByGroup() != (row.label == 1);
}

} // namespace

Report makeReport(std::vector<RowResult> rows, const Judge &judge)
{
    Report report;
    assignGroups(rows);
    report.sources = sourceTable(rows);
    report.figures = figuresOf(rows);
    report.evidence = judge.evidence();
    report.invalid = judge.invalidIdentifiers();
    std::vector<double> micros;
    std::size_t bytes = 0;
    for (const RowResult &row : rows) {
        micros.push_back(row.micros);
        bytes += row.bytes;
    }
    std::sort(micros.begin(), micros.end());
    const double sum = std::accumulate(micros.begin(), micros.end(), 0.0);
    report.meanMicros = rows.empty() ? 0 : sum / static_cast<double>(rows.size());
    report.p99Micros = quantile(micros, 0.99);
    report.microsPerKilobyte = bytes == 0 ? 0 : sum / (static_cast<double>(bytes) / 1024);
    report.rows = std::move(rows);
    return report;
}

std::string reportText(const Report &report)
{
    const Figures &figures = report.figures;
    std::string out = line("policy %s %s, split %s, %zu rows of %s", report.policyName.c_str(),
        report.policyVersion.substr(0, 7).c_str(), report.split.c_str(), report.rows.size(),
        report.folder.c_str());
    out += line("%.1f µs of CPU a text (p99 %.1f), %.1f µs a KB\n", report.meanMicros, report.p99Micros,
        report.microsPerKilobyte);
    out += sources(report.sources) + totals(figures) + personal(report) + transforms(figures.transforms);
    out += curve("prompt_injection, by false positives on benign", figures.injection);
    out += curve("prompt_injection, hard benign held to twice that", figures.injectionWithHard);
    out += curve("instruction_in_data, by false positives on clean data", figures.data);
    return out + checks(figures.checks) + evidence(report.evidence);
}

std::string errorsText(const Report &report)
{
    std::vector<const RowResult *> wrong;
    for (const RowResult &row : report.rows) {
        if (isError(row))
            wrong.push_back(&row);
    }
    std::stable_sort(wrong.begin(), wrong.end(), [](const RowResult *a, const RowResult *b) {
        return std::tie(a->file, a->source, a->label) < std::tie(b->file, b->source, b->label);
    });
    std::string out;
    for (const RowResult *row : wrong) {
        out += std::string(row->label == 1 ? "MISSED  " : "ALARM   ") + row->source + ' ' + row->id + ' '
            + std::string(gatehouse::name(row->zone));
        for (const CheckSeen &seen : row->checks) {
            for (const std::string &label : seen.labels)
                out += ' ' + seen.check + ':' + label;
        }
        out += "\n        " + quoted(row->snippet) + '\n';
    }
    return out;
}

} // namespace gatehouse::tools
