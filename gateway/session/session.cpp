// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/session/session.h"

#include "core/base/uuid7.h"
#include "core/message/wire_formats.h"
#include "gateway/session/answer.h"
#include "gateway/session/commit.h"
#include "gateway/session/health.h"
#include "gateway/session/model_call.h"
#include "gateway/session/models.h"
#include "gateway/worker.h"

namespace gatehouse::gateway {
namespace {

constexpr std::string_view modelsPath = "/v1/models";

struct Route {
    std::string_view name; // of entitlements
    std::string_view method;
    const WireFormat *format = nullptr; // null where no model is called
};

std::optional<Route> routeOf(std::string_view path)
{
    if (const WireFormat *format = wireFormatAt(path))
        return Route{format->names().route, "POST", format};
    if (path == modelsPath)
        return Route{"models", "GET"};
    return std::nullopt;
}

std::string servedPaths()
{
    std::string paths;
    for (const WireFormat *format : wireFormats())
        paths += std::string(format->names().path) + (format == wireFormats().back() ? " and " : ", ");
    return paths + std::string(modelsPath);
}

} // namespace

Session::Session(Worker &worker, Socket socket)
    : m_worker(worker)
    , m_connection(worker, std::move(socket))
{
}

Task<void> Session::run()
{
    const bool opened = co_await m_connection.open();
    bool wasRead = true;
    while (opened && m_connection.keepsAlive()) {
        const ReadOutcome outcome = co_await m_connection.readHead();
        if (outcome == ReadOutcome::Closed)
            co_return;
        if (outcome == ReadOutcome::Done)
            co_await answer();
        else
            co_await answerUnreadable(outcome);
        wasRead = outcome == ReadOutcome::Done && m_connection.request().is_done();
    }
    m_connection.finishSending();
    if (!wasRead)
        co_await m_connection.linger();
}

Task<void> Session::answerUnreadable(ReadOutcome outcome)
{
    m_connection.closeAfterAnswer();
    Refusal why = refusalWith(400, "malformed_request", "The request is not well-formed HTTP");
    if (outcome == ReadOutcome::HeaderTooLarge)
        why = refusalWith(431, "headers_too_large", "The request's header fields are too large");
    else if (outcome == ReadOutcome::TooSlow)
        why = refusalWith(408, "request_timeout", "The request did not arrive in time");
    co_await answerUnrecorded(m_connection, why);
}

Task<void> Session::answer()
{
    Context &context = m_worker.context();
    const RequestHead &head = m_connection.request().head();
    const bool readiness = head.path == "/readyz";
    if ((readiness || head.path == "/healthz") && head.method == "GET") {
        co_await answerHealth(readiness);
        co_return;
    }
    const std::string reason = context.unavailable();
    if (!reason.empty()) {
        const Refusal why = refusalWith(503, "unavailable", reason);
        co_await answerUnrecorded(m_connection, why);
        co_return;
    }
    const auto snapshot = context.snapshots->current();
    const Authentication known
        = snapshot->keys.authenticate(head.presentedKey().reveal(), context.clock.now());
    if (known.key == nullptr) {
        co_await answerStranger();
        co_return;
    }
    ++context.counters.requests;
    context.journal->touchKey(known.key->id);
    Interaction interaction = newInteraction(snapshot, *known.key);
    // A key that is not in force learns nothing of its team.
    if (!known.denial)
        interaction.rates = context.ledger.rates(known.key->identity, interaction.at);
    if (known.denial)
        co_await refuseState(interaction, *known.denial);
    else if (!allowsAddress(known.key->entitlement, interaction.sourceAddress))
        co_await refuseAddress(interaction);
    else
        co_await answerIdentified(interaction);
}

Interaction Session::newInteraction(std::shared_ptr<const Snapshot> snapshot, const KeyRecord &key) const
{
    const RequestHead &head = m_connection.request().head();
    Interaction interaction;
    interaction.snapshot = std::move(snapshot);
    interaction.key = &key;
    interaction.at = m_worker.context().clock.now();
    interaction.id = InteractionId{newUuid7(interaction.at)};
    interaction.started = SteadyClock::now();
    const auto route = routeOf(head.path);
    interaction.route = route ? std::string(route->name) : "other";
    interaction.format = route ? route->format : nullptr;
    interaction.sourceAddress = m_connection.sourceAddress();
    interaction.traceParent = head.traceParent;
    // A header's bytes need not be UTF-8, the store's text must be.
    if (isAscii(head.conversation))
        interaction.conversation = conversationName(head.conversation);
    return interaction;
}

Task<void> Session::answerStranger()
{
    m_worker.context().refusedKeys.count(m_connection.sourceAddress());
    m_worker.countStranger();
    const bool none = m_connection.request().head().presentedKey().empty();
    const Refusal why = refusalWith(401, "invalid_api_key",
        none ? "No virtual key was sent; send it as Authorization: Bearer" : "The virtual key is not valid");
    co_await answerUnrecorded(m_connection, why);
}

Task<void> Session::refuseState(const Interaction &interaction, AccessDenial denial)
{
    std::string word = "expired";
    if (denial == AccessDenial::Revoked)
        word = "revoked";
    else if (denial == AccessDenial::Suspended)
        word = "suspended";
    const GatewayFinding finding{"key_state", Stage::Access, Severity::Medium, word};
    const Refusal why = refusalWith(403, "key_" + word, "The virtual key is " + word);
    co_await refuseUnjudged(m_worker, m_connection, interaction, finding, why);
}

Task<void> Session::refuseAddress(const Interaction &interaction)
{
    const GatewayFinding finding{"entitlement", Stage::Access, Severity::Medium, "address"};
    const Refusal why
        = refusalWith(403, "address_not_allowed", "The virtual key may not be used from this address");
    co_await refuseUnjudged(m_worker, m_connection, interaction, finding, why);
}

Task<void> Session::answerIdentified(Interaction &interaction)
{
    const bool identified = co_await identifyUser(interaction);
    if (identified)
        co_await answerInteraction(interaction);
}

// A token that is sent must be good, also where none is demanded.
Task<bool> Session::identifyUser(Interaction &interaction)
{
    Context &context = m_worker.context();
    const std::string_view token = m_connection.request().head().userToken.reveal();
    std::string problem;
    if (!token.empty() && !context.userKeys) {
        problem = "This gateway accepts no tokens of users";
    } else if (!token.empty()) {
        std::shared_ptr<const TokenRules> rules = context.userKeys->current();
        if (needsAnotherKey(token, rules->keys)) {
            co_await context.userKeys->refresh(m_worker.loop());
            rules = context.userKeys->current();
        }
        auto user = verifyUserToken(token, *rules, interaction.at);
        if (user)
            interaction.endUser = std::move(*user);
        else
            problem = user.error().what;
    } else if (interaction.key->entitlement.requiresUser) {
        problem = "The virtual key is good only with the token of a user, sent as x-gatehouse-user-token";
    }
    if (problem.empty())
        co_return true;
    const GatewayFinding finding{
        "entitlement", Stage::Access, Severity::Medium, token.empty() ? "user" : "user_token"};
    const Refusal why = refusalWith(403, token.empty() ? "user_required" : "user_token_invalid", problem);
    co_await refuseUnjudged(m_worker, m_connection, interaction, finding, why);
    co_return false;
}

Task<void> Session::answerInteraction(const Interaction &interaction)
{
    const RequestHead &head = m_connection.request().head();
    const auto route = routeOf(head.path);
    if (!route) {
        co_await refusePath(interaction);
    } else if (head.method != route->method) {
        Refusal why = refusalWith(
            405, "method_not_allowed", "This path answers " + std::string(route->method) + " only");
        why.allow = std::string(route->method);
        const GatewayFinding finding{"wire_format", Stage::Access, Severity::Low, "method"};
        co_await refuseUnjudged(m_worker, m_connection, interaction, finding, why);
    } else if (!allowsRoute(interaction.key->entitlement, route->name)) {
        const GatewayFinding finding{"entitlement", Stage::Access, Severity::Medium, "route"};
        const Refusal why
            = refusalWith(403, "route_not_allowed", "The virtual key may not use this endpoint");
        co_await refuseUnjudged(m_worker, m_connection, interaction, finding, why);
    } else if (route->format == nullptr) {
        co_await answerModels(interaction);
    } else {
        ModelCall call(m_worker, m_connection, interaction);
        co_await call.run();
    }
}

Task<void> Session::refusePath(const Interaction &interaction)
{
    const GatewayFinding finding{"wire_format", Stage::Access, Severity::Low, "path"};
    const Refusal why = refusalWith(
        404, "unknown_url", "This gateway does not serve this path; it serves " + servedPaths());
    co_await refuseUnjudged(m_worker, m_connection, interaction, finding, why);
}

Task<void> Session::answerModels(const Interaction &interaction)
{
    JudgedRequest nothing;
    nothing.evaluation = notEvaluated(*interaction.snapshot, "no_content");
    nothing.storable.checks = nothing.evaluation.verdict.checks;
    Commit commit(m_worker.commits(), *m_worker.context().journal,
        requestRecord(interaction, nothing, store::Outcome::Completed, {}, {}));
    const std::string body = modelsBody(*interaction.snapshot, interaction.key->entitlement);
    const Status durable = co_await commit.wait();
    if (!durable && !interaction.failsOpen()) {
        const Refusal why = storeUnavailable();
        co_await answerUnrecorded(m_connection, why, &interaction);
        co_return;
    }
    m_worker.report({interaction, nothing.message.facts, nothing.evaluation.verdict, 200,
        store::Outcome::Completed, {}, 0, 0, interaction.elapsed(), Micros(0), {}, {}});
    std::string fields = interaction.fields(VerdictKind::Allowed);
    if (!durable)
        noteUnrecorded(m_worker, fields);
    (void)co_await m_connection.reply(200, "application/json", fields, body);
}

Task<void> Session::answerHealth(bool readiness)
{
    const Context &context = m_worker.context();
    const HealthAnswer answer = readiness ? readinessOf(context) : healthOf(context);
    (void)co_await m_connection.reply(answer.status, "application/json", {}, answer.body);
}

} // namespace gatehouse::gateway
