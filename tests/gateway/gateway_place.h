// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A gateway in the test's own process, on a store of its own, with providers, a policy and keys as a test
// wants them.

#include "gateway/gateway.h"
#include "http_client.h"
#include "store/access.h"
#include "store/interactions.h"

#include <QTemporaryDir>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace gatehouse::gateway::test {

// Words with a meaning: "blockword" and "holdword" in a request, "maskword" in either (replaced), "stopword"
// in an answer.
[[nodiscard]] std::string testPolicy(const std::string &tellCaller = "rule");
// Masks credentials in answers. Compiling this check takes its time, so only tests that need it have it.
[[nodiscard]] std::string secretsPolicy();

// Addresses in requests are replaced before the provider sees them, and come back in the answer when
// `restore`.
[[nodiscard]] std::string placeholderPolicy(bool restore);

class GatewayPlace {
public:
    // A store with a sandbox provider ("sandbox-small", "sandbox-large") and this policy.
    explicit GatewayPlace(const std::string &policy = testPolicy());

    // What a test changes before start().
    GatewayConfig config;
    const Clock *clock = &systemClock(); // of the gateway

    void addProvider(
        const std::string &name, const std::string &baseUrl, const std::vector<std::string> &models);
    // `change` may edit the request before the key is made.
    [[nodiscard]] store::IssuedKey issueKey(const std::function<void(store::NewKeyRequest &)> &change = {});
    void publish(const std::string &policy);

    void start();
    void stop() { m_gateway.reset(); }
    [[nodiscard]] Gateway &gateway() { return *m_gateway; }
    [[nodiscard]] std::uint16_t port() const { return m_gateway->address().port; }
    [[nodiscard]] HttpAnswer call(const std::string &bytes) const;
    // A chat call with the key made at construction.
    [[nodiscard]] HttpAnswer ask(
        const std::string &text, bool stream = false, const std::string &model = "sandbox-small") const;

    [[nodiscard]] const std::string &key() const { return m_key; }
    [[nodiscard]] const std::string &location() const { return m_location; }
    [[nodiscard]] store::Store &store() { return *m_store; }
    // Newest first.
    [[nodiscard]] std::vector<store::InteractionRow> interactions();
    [[nodiscard]] store::InteractionRow newest();
    [[nodiscard]] store::InteractionDetail detail(const InteractionId &id);

private:
    QTemporaryDir m_folder;
    std::string m_location;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<Gateway> m_gateway;
    std::string m_key;
};

} // namespace gatehouse::gateway::test
