// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/prices.h"

#include "store/json_text.h"
#include "store/key_request.h"
#include "store/sql/audit_log.h"
#include "store/sql/query.h"

#include <map>

namespace gatehouse::store {

namespace {

JsonObject priceJson(const Price &price)
{
    JsonObject object;
    object.add("cached_uusd", price.cached).add("in_uusd", price.in).add("out_uusd", price.out);
    return object;
}

std::map<std::string, ListedPrice> readAll(Connection &connection)
{
    std::map<std::string, ListedPrice> all;
    for (const PriceRow &row : builtInPrices())
        all[row.model] = {row, true};
    Query query(connection, "SELECT model, tokens_in, tokens_out, tokens_cached FROM price");
    while (query.step()) {
        const std::string model = query.text(0);
        if (query.isNull(1))
            all.erase(model);
        else
            all[model] = {{model, {query.integer(1), query.integer(2), query.integer(3)}}, false};
    }
    return all;
}

std::string auditJson(const std::map<std::string, ListedPrice> &all, const std::string &model)
{
    const auto found = all.find(model);
    return found == all.end() ? "" : priceJson(found->second.row.price).text();
}

// Writes the store's row of this pattern and says so in the audit log.
Status write(
    Store &store, const std::string &action, const std::string &model, const std::optional<Price> &price)
{
    static const std::string sql
        = "INSERT INTO price (model, tokens_in, tokens_out, tokens_cached) VALUES (?, ?, ?, ?) "
          "ON CONFLICT (model) DO UPDATE SET tokens_in = excluded.tokens_in, "
          "tokens_out = excluded.tokens_out, tokens_cached = excluded.tokens_cached";
    Connection &connection = store.connection();
    return attempt(connection, [&]() -> Status {
        WriteTransaction transaction(connection);
        const std::string before = auditJson(readAll(connection), model);
        if (!price && before.empty())
            return fail(ErrorKind::NotFound, "there is no such price", model, "see: gatehouse price list");
        using Number = std::optional<std::int64_t>;
        Query(connection, sql, model, price ? Number(price->in) : Number(),
            price ? Number(price->out) : Number(), price ? Number(price->cached) : Number())
            .run();
        appendAudit(store, {action, "price:" + model, before, auditJson(readAll(connection), model)});
        transaction.commit();
        return {};
    });
}

} // namespace

Status revertPrice(Store &store, const std::string &model)
{
    Connection &connection = store.connection();
    return attempt(connection, [&]() -> Status {
        WriteTransaction transaction(connection);
        const std::string before = auditJson(readAll(connection), model);
        if (Query(connection, "DELETE FROM price WHERE model = ?", model).run() == 0)
            return fail(
                ErrorKind::NotFound, "this price was not changed here", model, "see: gatehouse price list");
        appendAudit(store, {"price.revert", "price:" + model, before, auditJson(readAll(connection), model)});
        transaction.commit();
        return {};
    });
}

Result<std::vector<ListedPrice>> listPrices(Store &store)
{
    return attempt(store.connection(), [&]() -> Result<std::vector<ListedPrice>> {
        std::vector<ListedPrice> prices;
        for (auto &[model, price] : readAll(store.connection()))
            prices.push_back(std::move(price));
        return prices;
    });
}

Status setPrice(Store &store, const PriceRow &row)
{
    if (Status good = checkModels({row.model}); !good) {
        good.error().where = "model";
        return good;
    }
    const std::pair<const char *, std::int64_t> parts[]
        = {{"in_uusd", row.price.in}, {"out_uusd", row.price.out}, {"cached_uusd", row.price.cached}};
    for (const auto &[field, each] : parts) {
        if (each < 0 || each > highestPrice)
            return fail(ErrorKind::InvalidInput, "not a price", field,
                "micro-USD for a million tokens, 0 to " + std::to_string(highestPrice));
    }
    return write(store, "price.set", row.model, row.price);
}

Status removePrice(Store &store, const std::string &model)
{
    return write(store, "price.remove", model, std::nullopt);
}

Result<PriceTable> loadPrices(Store &store)
{
    auto listed = listPrices(store);
    if (!listed)
        return tl::unexpected(listed.error());
    std::vector<PriceRow> rows;
    rows.reserve(listed->size());
    for (ListedPrice &each : *listed)
        rows.push_back(std::move(each.row));
    return PriceTable(rows);
}

std::string toJson(const ListedPrice &price)
{
    return JsonObject()
        .add("model", price.row.model)
        .add("in_uusd", price.row.price.in)
        .add("out_uusd", price.row.price.out)
        .add("cached_uusd", price.row.price.cached)
        .add("source", price.builtIn ? "built-in" : "store")
        .text();
}

} // namespace gatehouse::store
