// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/interactions.h"
#include "store/ocsf.h"

namespace gatehouse::store {

namespace {

// Rows a read transaction covers.
constexpr std::size_t pageSize = 200;

const char *const csvHeader = "id,at,key,team,environment,use_case,route,model,provider,verdict,severity,"
                              "outcome,policy_name,policy_version,"
                              "tokens_in,tokens_out,cost_uusd,latency_us,overhead_us,rules,top_check,state,"
                              "disposition,assignee,snippet\r\n";

// RFC 4180, and an apostrophe before what a spreadsheet would run as a formula (OWASP, "CSV Injection").
std::string cell(std::string_view text)
{
    const bool formula
        = !text.empty() && std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos;
    if (!formula && text.find_first_of("\",\r\n;\t") == std::string_view::npos)
        return std::string(text);
    std::string out = formula ? "\"'" : "\"";
    for (const char c : text)
        out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + "\"";
}

std::string joined(const std::vector<std::string> &texts)
{
    std::string out;
    for (const std::string &text : texts)
        out += (out.empty() ? "" : " ") + text;
    return out;
}

std::string csvLine(const InteractionRow &row)
{
    std::string line;
    for (const std::string &text :
        {row.id.value, toRfc3339(row.at), row.key.value, row.team, row.environment, row.useCase, row.route,
            row.model, row.provider, std::string(name(row.verdict)), std::string(name(row.severity)),
            std::string(name(row.outcome)), row.policyName, row.policyVersion.value,
            std::to_string(row.tokensIn), std::to_string(row.tokensOut), std::to_string(row.costUusd),
            std::to_string(row.latencyUs), std::to_string(row.overheadUs), joined(row.rules), row.topCheck,
            std::string(name(row.state)), std::string(name(row.disposition)), row.assignee, row.snippet})
        line += (line.empty() ? "" : ",") + cell(text);
    return line + "\r\n";
}

Result<std::string> lineOf(Store &store, const InteractionRow &row, ExportFormat format)
{
    if (format == ExportFormat::Csv)
        return csvLine(row);
    const auto detail = showInteraction(store, row.id);
    // Deleted by retention since the page was read: as if it had gone before.
    if (!detail && detail.error().kind == ErrorKind::NotFound)
        return std::string();
    if (!detail)
        return tl::unexpected(detail.error());
    return (format == ExportFormat::Ocsf ? toOcsf(*detail) : toJson(*detail)) + "\n";
}

} // namespace

Status exportInteractions(Store &store, const Filter &filter, ExportFormat format,
    const std::function<bool(std::string_view)> &write)
{
    if (format == ExportFormat::Csv && !write(csvHeader))
        return {};
    InteractionId before;
    while (true) {
        const auto page = listInteractions(store, filter, pageSize, before);
        if (!page)
            return tl::unexpected(page.error());
        for (const InteractionRow &row : *page) {
            const auto line = lineOf(store, row, format);
            if (!line)
                return tl::unexpected(line.error());
            if (!line->empty() && !write(*line))
                return {};
        }
        if (page->size() < pageSize)
            return {};
        before = page->back().id;
    }
}

} // namespace gatehouse::store
