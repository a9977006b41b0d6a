// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a model's tokens cost, and what a call is estimated to cost before it is made.

#include "core/access/meter.h"
#include "core/message/segment.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse {

// Micro-USD for a million tokens. Cached tokens are those of the input a provider had seen before.
struct Price {
    std::int64_t in = 0, out = 0, cached = 0;
    friend bool operator==(const Price &, const Price &) = default;
};

constexpr std::int64_t highestPrice = 1'000'000'000'000; // a USD a token; keeps every cost within 64 bits

struct PriceRow {
    std::string model; // * and ? stand for any characters
    Price price;
};

// The public list prices of resources/prices.json, in its order.
[[nodiscard]] const std::vector<PriceRow> &builtInPrices();

// Immutable. An exact name wins over patterns, a pattern with more letters of its own over one with fewer.
class PriceTable {
public:
    explicit PriceTable(const std::vector<PriceRow> &rows = {});
    // Null when no row matches.
    [[nodiscard]] const Price *find(std::string_view model) const;
    // Of a name that stands for a model: the name's own price, else that of the model. A row for every model
    // (*) is nobody's own.
    [[nodiscard]] const Price *find(std::string_view name, std::string_view model) const;

private:
    struct Entry {
        std::string model;
        std::size_t literal = 0; // bytes before the first wildcard
        std::size_t letters = 0; // that are no wildcards
        Price price;
    };
    [[nodiscard]] const Entry *entryFor(std::string_view model) const;

    std::vector<Entry> m_entries; // the first that matches counts
};

// In micro-USD, rounded up, so that no call that costs anything is free.
[[nodiscard]] std::int64_t costOf(const Price &price, const TokenUsage &usage);

// Output tokens assumed of a call that names no maximum, each choice.
constexpr std::int64_t assumedOutputTokens = 4096;

// Tokens by the rule of the `length` check (core/checks/text_count.h).
[[nodiscard]] std::int64_t estimatedTokens(const std::vector<Segment> &segments);
// What a call may use at most, as far as can be told: its texts, and the output it allows the model.
// `answersInText`: false for embeddings, which have no output to pay for.
[[nodiscard]] TokenUsage estimatedUsage(const RequestMessage &request, bool answersInText);
// Without a price, tokens only.
[[nodiscard]] Charge chargeOf(const TokenUsage &usage, const Price *price);

} // namespace gatehouse
