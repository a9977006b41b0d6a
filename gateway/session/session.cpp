// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/session/session.h"

#include "core/base/uuid7.h"
#include "gateway/session/answer.h"
#include "gateway/session/chat_call.h"
#include "gateway/session/commit.h"
#include "gateway/session/models.h"
#include "gateway/worker.h"

#include <boost/json.hpp>

namespace gatehouse::gateway {
namespace {

constexpr std::string_view chatPath = "/v1/chat/completions";
constexpr std::string_view modelsPath = "/v1/models";

struct Route {
    std::string_view name; // of entitlements
    std::string_view method;
};

std::optional<Route> routeOf(std::string_view path)
{
    if (path == chatPath)
        return Route{"chat", "POST"};
    if (path == modelsPath)
        return Route{"models", "GET"};
    return std::nullopt;
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
    if (head.path == "/healthz" && head.method == "GET") {
        co_await answerHealth();
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
    const Interaction interaction = newInteraction(snapshot, *known.key);
    if (known.denial)
        co_await refuseState(interaction, *known.denial);
    else
        co_await answerInteraction(interaction);
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
    interaction.sourceAddress = m_connection.sourceAddress();
    // A header's bytes need not be UTF-8, the store's text must be.
    if (isAscii(head.conversation))
        interaction.conversation = conversationName(head.conversation);
    return interaction;
}

Task<void> Session::answerStranger()
{
    m_worker.context().refusedKeys.count(m_connection.sourceAddress());
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
    } else if (route->name == "models") {
        co_await answerModels(interaction);
    } else {
        ChatCall call(m_worker, m_connection, interaction);
        co_await call.run();
    }
}

Task<void> Session::refusePath(const Interaction &interaction)
{
    const GatewayFinding finding{"wire_format", Stage::Access, Severity::Low, "path"};
    const std::string served = std::string(chatPath) + " and " + std::string(modelsPath);
    const Refusal why
        = refusalWith(404, "unknown_url", "This gateway does not serve this path; it serves " + served);
    co_await refuseUnjudged(m_worker, m_connection, interaction, finding, why);
}

Task<void> Session::answerModels(const Interaction &interaction)
{
    JudgedRequest nothing;
    nothing.evaluation = notEvaluated(*interaction.snapshot, "no_content");
    nothing.storable.checks = nothing.evaluation.verdict.checks;
    Commit commit(m_worker.loop(), *m_worker.context().journal,
        requestRecord(interaction, nothing, store::Outcome::Completed, {}, {}));
    const std::string body = modelsBody(*interaction.snapshot, interaction.key->entitlement);
    const Status durable = co_await commit.wait();
    if (!durable) {
        const Refusal why = storeUnavailable();
        co_await answerUnrecorded(m_connection, why, &interaction);
        co_return;
    }
    const std::string fields = interaction.fields(VerdictKind::Allowed);
    (void)co_await m_connection.reply(200, "application/json", fields, body);
}

Task<void> Session::answerHealth()
{
    const Context &context = m_worker.context();
    const std::string reason = context.unavailable();
    const bool degraded = !context.degraded().empty();
    boost::json::object body;
    body["status"] = !reason.empty() ? "unavailable" : degraded ? "degraded" : "ok";
    body["version"] = GATEHOUSE_VERSION;
    const std::string text = boost::json::serialize(body);
    const int status = reason.empty() ? 200 : 503;
    (void)co_await m_connection.reply(status, "application/json", {}, text);
}

} // namespace gatehouse::gateway
