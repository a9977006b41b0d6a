// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A store with a small published policy, a session on it, and calls to list.

#include "models/text.h"
#include "tests/models/queue_fixture.h"

#include "store/access.h"
#include "store/policies.h"

namespace gatehouse::console::test {

// Compiles in milliseconds; its second rule blocks the word "moonshot", its third masks access keys.
inline QByteArray deskPolicy(const QByteArray &mode = "enforce")
{
    return QByteArray(R"({
  "format": "gatehouse-policy/1",
  "name": "desk",
  "description": "For tests",
  "rules": [
    {"id": "models", "title": "Only named models", "stage": "access", "check": {"kind": "model_allow"},
     "action": "block", "severity": "medium"},
    {"id": "codenames", "title": "Code names stay inside", "stage": "request",
     "check": {"kind": "keywords", "keywords": ["moonshot"]}, "action": "block", "severity": "high", "mode": ")")
        + mode + QByteArray(R"("},
    {"id": "credentials-out", "title": "Credentials do not leave", "stage": "request",
     "check": {"kind": "secrets", "packs": ["vendor"], "min_confidence": 0.6}, "action": "mask", "severity": "high"},
    {"id": "answers", "title": "Code names in answers", "stage": "response",
     "check": {"kind": "keywords", "keywords": ["moonshot"]}, "action": "flag", "severity": "low"}
  ],
  "tests": [
    {"name": "a code name in an answer is flagged",
     "input": {"text": "the moonshot plan", "zone": "assistant", "stage": "response"},
     "expect": {"verdict": "flagged", "rule": "answers"}}
  ]
}
)");
}

// A made-up access key, joined from parts so that scanners stay calm.
inline QString fakeAccessKey()
{
    return QStringLiteral("AKIA") + QStringLiteral("FAKEKEYNOTREAL42");
}

class DeskPlace : public QueuePlace {
public:
    DeskPlace()
    {
        m_store = place.open();
        require(store::publishPolicy(*m_store, deskPolicy().toStdString(), "for a start"));
        store::Provider provider;
        provider.name = "sandbox";
        provider.kind = store::ProviderKind::Sandbox;
        provider.models = {"sandbox-small", "sandbox-large"};
        require(store::addProvider(*m_store, provider));
    }

    [[nodiscard]] store::Store &store() { return *m_store; }

    store::IssuedKey issueKey(
        const std::string &team = "payments", const std::string &environment = "production")
    {
        store::NewKeyRequest request;
        request.team = team;
        request.environment = environment;
        request.useCase = "chat";
        request.createNames = true;
        request.entitlement.models = {"sandbox-small"};
        auto issued = store::issueKey(*m_store, request);
        require(issued);
        return *issued;
    }

private:
    template <class Value>
    static void require(const Result<Value> &result)
    {
        if (!result)
            qFatal("%s", result.error().line().c_str());
    }
    std::unique_ptr<store::Store> m_store;
};

} // namespace gatehouse::console::test
