// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway_place.h"

#include "tests/store/postgres_cluster.h"

#include "store/policies.h"

#include <QtGlobal>

namespace gatehouse::gateway::test {
namespace {

template <class T>
T need(Result<T> result)
{
    if (!result)
        qFatal("%s", result.error().line().c_str());
    return std::move(*result);
}

void need(const Status &done)
{
    if (!done)
        qFatal("%s", done.error().line().c_str());
}

std::string wordRule(
    const std::string &id, const std::string &stage, const std::string &word, const std::string &action)
{
    return R"({"id":")" + id + R"(","stage":")" + stage + R"(","check":{"kind":"keywords","keywords":[")"
        + word + R"("]},"action":")" + action + R"(","severity":"high"})";
}

} // namespace

std::string testPolicy(const std::string &tellCaller)
{
    const std::string rules = wordRule("no-blockword", "request", "blockword", "block") + ","
        + wordRule("ask-holdword", "request", "holdword", "hold") + ","
        + wordRule("mask-request", "request", "maskword", "mask") + ","
        + wordRule("mask-answer", "response", "maskword", "mask") + ","
        + wordRule("no-stopword", "response", "stopword", "block");
    return R"({"format":"gatehouse-policy/1","name":"test","defaults":{"tell_caller":")" + tellCaller
        + R"("},"rules":[)" + rules + "]}";
}

std::string secretsPolicy()
{
    return R"({"format":"gatehouse-policy/1","name":"test","rules":[{"id":"no-secrets-out","stage":"response",)"
           R"("check":{"kind":"secrets"},"action":"mask","severity":"high"}]})";
}

std::string placeholderPolicy(bool restore)
{
    return std::string(
               R"({"format":"gatehouse-policy/1","name":"test","rules":[{"id":"addresses","stage":"request",)"
               R"("check":{"kind":"pii","kinds":["email"]},"action":"mask",)"
               R"("mask":{"style":"placeholder","restore":)")
        + (restore ? "true" : "false") + R"(},"severity":"low"}]})";
}

GatewayPlace::GatewayPlace(const std::string &policy)
    : m_location(store::test::testsPostgres() ? store::test::PostgresCluster::shared().newDatabase()
                                              : (m_folder.path() + "/gatehouse.db").toStdString())
    , m_store(need(store::Store::open(m_location, store::OpenMode::Create)))
{
    config.listen.port = 0;
    config.threads = 2;
    store::Provider sandbox;
    sandbox.name = "sandbox";
    sandbox.kind = store::ProviderKind::Sandbox;
    sandbox.models = {"sandbox-small", "sandbox-large"};
    need(store::addProvider(*m_store, sandbox));
    publish(policy);
    m_key = issueKey().text.reveal();
}

void GatewayPlace::addProvider(
    const std::string &name, const std::string &baseUrl, const std::vector<std::string> &models)
{
    store::Provider provider;
    provider.name = name;
    provider.baseUrl = baseUrl;
    provider.models = models;
    provider.credential = SecretString("upstream-credential");
    need(store::addProvider(*m_store, provider));
}

store::IssuedKey GatewayPlace::issueKey(const std::function<void(store::NewKeyRequest &)> &change)
{
    store::NewKeyRequest request;
    request.team = "payments";
    request.environment = "test";
    request.useCase = "assistant";
    request.createNames = true;
    request.entitlement.models = {"*"};
    request.entitlement.tools = {"lookup"};
    if (change)
        change(request);
    return need(store::issueKey(*m_store, request));
}

void GatewayPlace::publish(const std::string &policy)
{
    (void)need(store::publishPolicy(*m_store, policy, "test"));
}

void GatewayPlace::start()
{
    m_gateway = need(Gateway::start(config, m_location, *clock));
}

HttpAnswer GatewayPlace::call(const std::string &bytes) const
{
    HttpClient client(port());
    client.send(bytes);
    return client.receive();
}

HttpAnswer GatewayPlace::ask(const std::string &text, bool stream, const std::string &model) const
{
    return call(chatRequest(m_key, chatBody(text, stream, model)));
}

std::vector<store::InteractionRow> GatewayPlace::interactions()
{
    constexpr std::size_t page = 1000;
    std::vector<store::InteractionRow> all;
    for (std::size_t got = page; got == page;) {
        const auto next = need(
            store::listInteractions(*m_store, {}, page, all.empty() ? InteractionId() : all.back().id));
        got = next.size();
        all.insert(all.end(), next.begin(), next.end());
    }
    return all;
}

store::InteractionRow GatewayPlace::newest()
{
    auto all = interactions();
    return all.empty() ? store::InteractionRow() : all.front();
}

store::InteractionDetail GatewayPlace::detail(const InteractionId &id)
{
    return need(store::showInteraction(*m_store, id));
}

} // namespace gatehouse::gateway::test
