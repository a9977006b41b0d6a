// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "call_load.h"

#include "http_client.h"
#include "store/access.h"
#include "store/interactions.h"
#include "store/store.h"

#include <QtGlobal>
#include <memory>

namespace gatehouse::gateway::test {

CallLoad::CallLoad(const std::vector<std::uint16_t> &ports, const std::string &key)
{
    for (const std::uint16_t port : ports) {
        for (const bool stream : {false, true})
            m_callers.emplace_back([this, port, key, stream] { ask(port, key, stream); });
    }
}

CallLoad::~CallLoad()
{
    stop();
}

void CallLoad::stop()
{
    m_stopping = true;
    for (std::thread &caller : m_callers) {
        if (caller.joinable())
            caller.join();
    }
}

std::set<std::string> CallLoad::answered()
{
    const std::lock_guard lock(m_mutex);
    return m_answered;
}

void CallLoad::ask(std::uint16_t port, const std::string &key, bool stream)
{
    auto client = std::make_unique<HttpClient>(port);
    while (!m_stopping) {
        client->send(chatRequest(key, chatBody("hello", stream)));
        const HttpAnswer answer = client->receive();
        if (answer.status == 200 && answer.whole) {
            const std::lock_guard lock(m_mutex);
            m_answered.insert(answer.field("x-gatehouse-interaction"));
        } else {
            // Only that it can't be recorded is a reason not to answer.
            m_others += answer.status == 503 ? 0 : 1;
            client = std::make_unique<HttpClient>(port);
        }
    }
}

std::string keyForLoad(store::Store &store)
{
    store::Provider sandbox;
    sandbox.name = "sandbox";
    sandbox.kind = store::ProviderKind::Sandbox;
    sandbox.models = {"sandbox-small"};
    store::NewKeyRequest request;
    request.team = request.environment = request.useCase = "test";
    request.createNames = true;
    request.entitlement.models = {"*"};
    request.limits = {*parseLimit("100000requests/day")};
    const auto issued = store::issueKey(store, request);
    if (!issued || !store::addProvider(store, sandbox))
        qFatal("no key");
    return std::string(issued->text.reveal());
}

std::set<std::string> completedIn(const std::string &location)
{
    std::set<std::string> ids;
    const auto opened = store::Store::open(location, store::OpenMode::Existing);
    if (!opened)
        return ids;
    const store::Filter completed = *store::parseFilter("outcome:completed");
    constexpr std::size_t page = 1000;
    InteractionId after;
    for (std::size_t got = page; got == page;) {
        const auto rows = store::listInteractions(**opened, completed, page, after);
        if (!rows)
            return {};
        got = rows->size();
        for (const store::InteractionRow &row : *rows)
            ids.insert(row.id.value);
        if (got > 0)
            after = rows->back().id;
    }
    return ids;
}

} // namespace gatehouse::gateway::test
