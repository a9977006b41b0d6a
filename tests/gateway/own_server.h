// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A PostgreSQL server that a test may stop, with a store on it: a sandbox provider and a key for it.

#include "postgres_cluster.h"
#include "store/access.h"

#include <QtTest>
#include <functional>
#include <memory>
#include <string>

namespace gatehouse::gateway::test {

class OwnServer {
public:
    // `change` may edit the request before the key is made.
    explicit OwnServer(const std::function<void(store::NewKeyRequest &)> &change = {})
        : m_location(cluster.newDatabase())
        , m_store(done(store::Store::open(m_location, store::OpenMode::Create)))
    {
        store::Provider sandbox;
        sandbox.name = "sandbox";
        sandbox.kind = store::ProviderKind::Sandbox;
        sandbox.models = {"sandbox-small"};
        if (const Status added = store::addProvider(*m_store, sandbox); !added)
            qFatal("%s", added.error().line().c_str());
        store::NewKeyRequest request;
        request.team = request.environment = request.useCase = "test";
        request.createNames = true;
        request.entitlement.models = {"*"};
        if (change)
            change(request);
        m_key = done(store::issueKey(*m_store, request)).text.reveal();
    }

    store::test::PostgresCluster cluster;
    [[nodiscard]] const std::string &location() const { return m_location; }
    [[nodiscard]] store::Store &store() { return *m_store; }
    [[nodiscard]] const std::string &key() const { return m_key; }

private:
    template <class Value>
    static Value done(Result<Value> result)
    {
        if (!result)
            qFatal("%s", result.error().line().c_str());
        return std::move(*result);
    }

    std::string m_location, m_key;
    std::unique_ptr<store::Store> m_store;
};

} // namespace gatehouse::gateway::test
