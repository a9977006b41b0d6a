// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/system/first_call.h"

#include "core/policy/document.h"
#include "models/store_session.h"
#include "models/text.h"
#include "store/access.h"
#include "store/policies.h"

#include <algorithm>

namespace gatehouse::console {

namespace {

constexpr auto sandboxName = "sandbox";
constexpr auto keyLifetime = std::chrono::hours(24 * 30);

Status ensureSandbox(store::Store &store)
{
    const auto providers = store::listProviders(store);
    if (!providers)
        return tl::unexpected<Error>(providers.error());
    const bool known = std::any_of(providers->begin(), providers->end(),
        [](const store::ProviderRow &row) { return row.provider.name == sandboxName; });
    if (known)
        return {};
    store::Provider sandbox;
    sandbox.name = sandboxName;
    sandbox.kind = store::ProviderKind::Sandbox;
    sandbox.models = {sandboxName};
    return store::addProvider(store, sandbox);
}

Status ensurePolicy(store::Store &store)
{
    const auto published = store::publishedPolicy(store);
    if (published || published.error().kind != ErrorKind::NotFound)
        return published ? Status() : tl::unexpected<Error>(published.error());
    const auto done
        = store::publishPolicy(store, std::string(baselinePolicyJson()), "baseline for a new store");
    return done ? Status() : tl::unexpected<Error>(done.error());
}

Result<FirstKey> issue(store::Store &store)
{
    for (const auto &step : {ensureSandbox, ensurePolicy}) {
        if (const Status done = step(store); !done)
            return tl::unexpected<Error>(done.error());
    }
    store::NewKeyRequest request;
    request.team = "getting-started";
    request.environment = "development";
    request.useCase = "first-call";
    request.createNames = true;
    request.entitlement.models = {sandboxName};
    request.expiresAt = store.clock().now() + keyLifetime;
    const auto issued = store::issueKey(store, request);
    if (!issued)
        return tl::unexpected<Error>(issued.error());
    return FirstKey{toQString(issued->text.reveal()), toQString(issued->row.record.id.value),
        QString::fromLatin1(sandboxName)};
}

} // namespace

void issueFirstKey(StoreSession &session, const QObject *context,
    const std::function<void(const FirstKey &, const QString &)> &done)
{
    session.writer().change(context, issue, [done](Result<FirstKey> key) {
        if (key)
            done(*key, {});
        else
            done({}, errorText(key.error()));
    });
}

} // namespace gatehouse::console
