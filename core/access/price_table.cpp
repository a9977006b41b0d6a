// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/access/price_table.h"

#include "core/checks/globs.h"
#include "core/checks/text_count.h"

#include <algorithm>
#include <boost/json.hpp>

namespace gatehouse::resources {
std::string_view priceList();
}

namespace gatehouse {

namespace {

namespace json = boost::json;

constexpr std::int64_t perMillion = 1'000'000;
constexpr std::string_view wildcards = "*?";
// No usage a provider tells may overflow a sum of money.
constexpr std::int64_t mostTokens = 1'000'000'000;

std::vector<PriceRow> readBuiltIn()
{
    const json::value document = json::parse(resources::priceList());
    std::vector<PriceRow> rows;
    for (const json::value &entry : document.at("prices").as_array()) {
        const json::object &row = entry.as_object();
        rows.push_back({std::string(row.at("model").as_string()),
            {row.at("in").as_int64(), row.at("out").as_int64(), row.at("cached").as_int64()}});
    }
    return rows;
}

std::int64_t inRange(std::int64_t tokens)
{
    return std::clamp<std::int64_t>(tokens, 0, mostTokens);
}

} // namespace

const std::vector<PriceRow> &builtInPrices()
{
    static const std::vector<PriceRow> rows = readBuiltIn();
    return rows;
}

PriceTable::PriceTable(const std::vector<PriceRow> &rows)
{
    for (const PriceRow &row : rows) {
        const std::size_t literal = std::min(row.model.find_first_of(wildcards), row.model.size());
        const auto letters = std::count_if(row.model.begin(), row.model.end(),
            [](char c) { return wildcards.find(c) == std::string_view::npos; });
        m_entries.push_back({row.model, literal, static_cast<std::size_t>(letters), row.price});
    }
    std::stable_sort(m_entries.begin(), m_entries.end(), [](const Entry &a, const Entry &b) {
        const bool exactA = a.literal == a.model.size(), exactB = b.literal == b.model.size();
        return exactA != exactB ? exactA : a.letters > b.letters;
    });
}

const Price *PriceTable::find(std::string_view model) const
{
    const Entry *entry = entryFor(model);
    return entry ? &entry->price : nullptr;
}

const Price *PriceTable::find(std::string_view name, std::string_view model) const
{
    const Entry *own = entryFor(name);
    return own && own->letters > 0 ? &own->price : find(model);
}

const PriceTable::Entry *PriceTable::entryFor(std::string_view model) const
{
    const auto matches = [&](const Entry &entry) {
        if (!model.starts_with(std::string_view(entry.model).substr(0, entry.literal)))
            return false;
        const std::string_view rest = std::string_view(entry.model).substr(entry.literal);
        return rest.empty() ? model.size() == entry.literal : rest == "*" || matchesGlob(model, entry.model);
    };
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), matches);
    return found == m_entries.end() ? nullptr : &*found;
}

std::int64_t costOf(const Price &price, const TokenUsage &usage)
{
    const std::int64_t in = inRange(usage.tokensIn);
    const std::int64_t cached = std::min(inRange(usage.tokensCached), in);
    // Millions and rest apart: 64 bits hold each product.
    std::int64_t whole = 0, rest = 0;
    const auto add = [&](std::int64_t tokens, std::int64_t each) {
        whole += tokens / perMillion * each;
        rest += tokens % perMillion * each;
    };
    add(in - cached, price.in);
    add(cached, price.cached);
    add(inRange(usage.tokensOut), price.out);
    return whole + (rest + perMillion - 1) / perMillion;
}

std::int64_t estimatedTokens(const std::vector<Segment> &segments)
{
    std::size_t tokens = 0;
    for (const Segment &segment : segments)
        tokens += countText(segment.text, TextUnit::Tokens, SIZE_MAX).units;
    return static_cast<std::int64_t>(tokens);
}

TokenUsage estimatedUsage(const RequestMessage &request, bool answersInText)
{
    TokenUsage usage;
    usage.tokensIn = estimatedTokens(request.segments);
    if (answersInText) {
        const std::int64_t each = inRange(request.facts.maxTokens.value_or(assumedOutputTokens));
        usage.tokensOut = inRange(each * std::clamp<std::int64_t>(request.facts.choices, 1, 1000));
    }
    return usage;
}

Charge chargeOf(const TokenUsage &usage, const Price *price)
{
    return {1, inRange(usage.tokensIn) + inRange(usage.tokensOut), price ? costOf(*price, usage) : 0};
}

} // namespace gatehouse
