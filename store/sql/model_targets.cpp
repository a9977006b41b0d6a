// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/access.h"
#include "store/json_text.h"
#include "store/key_request.h"
#include "store/sql/audit_log.h"
#include "store/sql/model_rows.h"
#include "store/sql/query.h"

#include <algorithm>

namespace gatehouse::store {

namespace {

constexpr int heaviest = 1000;

Status inField(const char *field, Status checked)
{
    if (!checked)
        checked.error().where = field;
    return checked;
}

Status checkTarget(const ModelTarget &target)
{
    for (const Status &good : {inField("model", checkModels({target.model})),
             inField("upstream_model", checkModels({target.upstreamModel})), checkWeight(target.weight)}) {
        if (!good)
            return good;
    }
    if (target.model == "*" || target.upstreamModel == "*")
        return fail(ErrorKind::InvalidInput, "a target is for one model, not for all", "model",
            "name it, or let the provider list * among its models");
    return {};
}

std::string auditJson(const ModelTarget &target)
{
    return JsonObject()
        .add("provider", target.provider)
        .add("upstream_model", target.upstreamModel)
        .add("weight", target.weight)
        .text();
}

std::vector<ModelTarget> readTargets(Connection &connection)
{
    Query query(connection,
        "SELECT model, provider, upstream_model, weight, created_at FROM model_target "
        "ORDER BY model, provider, upstream_model");
    std::vector<ModelTarget> targets;
    while (query.step())
        targets.push_back(
            {query.text(0), query.text(1), query.text(2), static_cast<int>(query.integer(3)), query.time(4)});
    return targets;
}

bool holds(const std::vector<ModelTarget> &targets, const ModelTarget &wanted)
{
    return std::any_of(targets.begin(), targets.end(), [&](const ModelTarget &target) {
        return target.provider == wanted.provider && target.upstreamModel == wanted.upstreamModel
            && target.weight == wanted.weight;
    });
}

bool sameTargets(const std::vector<ModelTarget> &a, const std::vector<ModelTarget> &b)
{
    return a.size() == b.size()
        && std::all_of(a.begin(), a.end(), [&](const ModelTarget &target) { return holds(b, target); });
}

void deleteTarget(Store &store, const ModelTarget &target)
{
    Query(store.connection(),
        "DELETE FROM model_target WHERE model = ? AND provider = ? AND upstream_model = ?", target.model,
        target.provider, target.upstreamModel)
        .run();
    appendAudit(store, {"model.remove", "model:" + target.model, auditJson(target), ""});
}

} // namespace

Status checkWeight(int weight)
{
    if (weight >= 0 && weight <= heaviest)
        return {};
    return fail(ErrorKind::InvalidInput, "not a weight", "weight", "0 (only when others fail) to 1000");
}

Status insertTarget(Store &store, const ModelTarget &target)
{
    if (Status good = checkTarget(target); !good)
        return good;
    Connection &connection = store.connection();
    if (!Query(connection, "SELECT 1 FROM provider WHERE name = ?", target.provider).step())
        return fail(ErrorKind::NotFound, "there is no such provider", target.provider,
            "see: gatehouse provider list");
    static const std::string sql
        = "INSERT INTO model_target (model, provider, upstream_model, weight, created_at) "
          "VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
    const int added = Query(connection, sql, target.model, target.provider, target.upstreamModel,
        target.weight, store.clock().now())
                          .run();
    if (added == 0)
        return fail(ErrorKind::Conflict, "the model has this target already", target.model,
            "remove it first to change it");
    appendAudit(store, {"model.add", "model:" + target.model, "", auditJson(target)});
    return {};
}

void deleteTargetsOf(Store &store, const std::string &provider)
{
    for (const ModelTarget &target : readTargets(store.connection())) {
        if (target.provider == provider)
            deleteTarget(store, target);
    }
}

Status addModelTarget(Store &store, const ModelTarget &target)
{
    return attempt(store.connection(), [&]() -> Status {
        WriteTransaction transaction(store.connection());
        if (Status added = insertTarget(store, target); !added)
            return added;
        transaction.commit();
        return {};
    });
}

Status removeModelTargets(Store &store, const std::string &model, const std::string &provider)
{
    return attempt(store.connection(), [&]() -> Status {
        WriteTransaction transaction(store.connection());
        int removed = 0;
        for (const ModelTarget &target : readTargets(store.connection())) {
            if (target.model != model || (!provider.empty() && target.provider != provider))
                continue;
            deleteTarget(store, target);
            ++removed;
        }
        if (removed == 0)
            return fail(
                ErrorKind::NotFound, "the model has no such target", model, "see: gatehouse model list");
        transaction.commit();
        return {};
    });
}

Status replaceModelTargets(Store &store, const std::string &model, const std::vector<ModelTarget> &expected,
    const std::vector<ModelTarget> &targets)
{
    return attempt(store.connection(), [&]() -> Status {
        WriteTransaction transaction(store.connection());
        std::vector<ModelTarget> before = readTargets(store.connection());
        std::erase_if(before, [&](const ModelTarget &target) { return target.model != model; });
        if (!sameTargets(before, expected))
            return fail(ErrorKind::Conflict, "the targets were changed by somebody else meanwhile", model,
                "look at them again");
        for (const ModelTarget &target : before) {
            if (!holds(targets, target))
                deleteTarget(store, target);
        }
        for (ModelTarget target : targets) {
            target.model = model;
            if (holds(before, target))
                continue;
            if (Status added = insertTarget(store, target); !added)
                return added;
        }
        transaction.commit();
        return {};
    });
}

Result<std::vector<ModelTarget>> listModelTargets(Store &store)
{
    return attempt(store.connection(),
        [&]() -> Result<std::vector<ModelTarget>> { return readTargets(store.connection()); });
}

Result<std::vector<TargetHealthRow>> listTargetHealth(Store &store)
{
    return attempt(store.connection(), [&]() -> Result<std::vector<TargetHealthRow>> {
        Query query(store.connection(),
            "SELECT gateway, provider, upstream_model, state, calls, failures, since FROM target_health "
            "ORDER BY gateway, provider, upstream_model");
        std::vector<TargetHealthRow> rows;
        while (query.step())
            rows.push_back(
                {query.text(0), query.text(1), query.text(2), static_cast<CircuitState>(query.integer(3)),
                    query.integer(4), query.integer(5), query.time(6)});
        return rows;
    });
}

Status writeTargetHealth(Store &store, const std::string &gateway, const std::vector<TargetHealthRow> &rows)
{
    static const std::string sql
        = "INSERT INTO target_health (gateway, provider, upstream_model, state, calls, failures, since) "
          "VALUES (?, ?, ?, ?, ?, ?, ?)";
    return attempt(store.connection(), [&]() -> Status {
        WriteTransaction transaction(store.connection());
        Query(store.connection(), "DELETE FROM target_health WHERE gateway = ?", gateway).run();
        for (const TargetHealthRow &row : rows)
            Query(store.connection(), sql, gateway, row.provider, row.upstreamModel, row.state, row.calls,
                row.failures, row.since)
                .run();
        transaction.commit();
        return {};
    });
}

} // namespace gatehouse::store
