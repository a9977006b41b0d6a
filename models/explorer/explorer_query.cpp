// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/explorer/explorer_query.h"

#include "models/text.h"

#include <algorithm>

namespace gatehouse::console {

namespace {

constexpr std::size_t mostNews = 1000;

ExplorerRow toRow(const store::InteractionRow &read)
{
    ExplorerRow row;
    row.id = toQString(read.id.value);
    row.at = toDateTime(read.at);
    row.verdict = read.verdict;
    row.severity = read.severity;
    row.check = toQString(read.topCheck);
    row.team = toQString(read.team);
    row.environment = toQString(read.environment);
    row.useCase = toQString(read.useCase);
    row.key = toQString(read.key.value);
    row.model = toQString(read.model);
    row.outcome = toQString(store::name(read.outcome));
    row.snippet = toQString(read.snippet);
    row.tokens = read.tokensIn + read.tokensOut;
    row.latencyUs = read.latencyUs;
    row.pending = read.outcome == store::Outcome::Pending;
    return row;
}

} // namespace

ExplorerPage toExplorerRows(const std::vector<store::InteractionRow> &rows)
{
    ExplorerPage page;
    page.reserve(rows.size());
    for (const auto &row : rows)
        page.push_back(toRow(row));
    return page;
}

Result<ExplorerPage> readExplorerPage(
    store::Store &store, const QString &filter, const QString &last, bool oldestFirst)
{
    const auto parsed = store::parseFilter(filter.toStdString());
    if (!parsed)
        return tl::unexpected<Error>(parsed.error());
    const InteractionId from{last.toStdString()};
    const auto rows = oldestFirst ? store::interactionsSince(store, *parsed, from, ExplorerModel::pageSize)
                                  : store::listInteractions(store, *parsed, ExplorerModel::pageSize, from);
    if (!rows)
        return tl::unexpected<Error>(rows.error());
    return toExplorerRows(*rows);
}

Result<ExplorerPage> readExplorerNews(store::Store &store, const QString &filter, const QString &floor)
{
    const auto parsed = store::parseFilter(filter.toStdString());
    if (!parsed)
        return tl::unexpected<Error>(parsed.error());
    const auto rows = store::interactionsSince(store, *parsed, InteractionId{floor.toStdString()}, mostNews);
    if (!rows)
        return tl::unexpected<Error>(rows.error());
    auto page = toExplorerRows(*rows);
    std::reverse(page.begin(), page.end());
    return page;
}

} // namespace gatehouse::console
