// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/state/behaviour.h"

#include "store/interactions.h"

#include <algorithm>

namespace gatehouse::gateway {

namespace {

constexpr std::chrono::hours remembered{24};

} // namespace

Caller callerOf(const Identity &identity)
{
    return {KeyId{identity.key}, identity.team + "/" + identity.useCase};
}

bool isBlockedForUserText(const std::vector<CheckResult> &checks)
{
    return std::any_of(checks.begin(), checks.end(), [](const CheckResult &check) {
        return check.applied && check.action == Action::Block
            && std::any_of(check.evidence.begin(), check.evidence.end(), [](const Evidence &evidence) {
                   return evidence.in == BodyPart::Request && evidence.zone == TrustZone::User;
               });
    });
}

BehaviourDesk::Shard &BehaviourDesk::shardOf(const std::string &name)
{
    return m_shards.at(std::hash<std::string>()(name) % shards);
}

BehaviourDesk::Habits &BehaviourDesk::habitsIn(Shard &shard, const std::string &name)
{
    if (const auto known = shard.habits.find(name); known != shard.habits.end())
        return known->second;
    if (shard.habits.size() >= habitsPerShard) {
        shard.habits.erase(std::min_element(shard.habits.begin(), shard.habits.end(),
            [](const auto &a, const auto &b) { return a.second.lastAt < b.second.lastAt; }));
    }
    return shard.habits[name];
}

BehaviourFacts BehaviourDesk::about(const Caller &caller, const CallShape &call)
{
    BehaviourFacts facts;
    {
        Shard &shard = shardOf(caller.key.value);
        const std::lock_guard lock(shard.mutex);
        const Habits &habits = habitsIn(shard, caller.key.value);
        facts.learnedOfKey = habits.baseline.calls();
        facts.ofKey = habits.baseline.judge(call);
        const auto first = std::lower_bound(habits.blocks.begin(), habits.blocks.end(), call.at - remembered);
        facts.blocks.assign(first, habits.blocks.end());
    }
    Shard &shard = shardOf(caller.useCase);
    const std::lock_guard lock(shard.mutex);
    const Habits &habits = habitsIn(shard, caller.useCase);
    facts.learnedOfUseCase = habits.baseline.calls();
    facts.ofUseCase = habits.baseline.judge(call);
    return facts;
}

std::vector<Timestamp> BehaviourDesk::sendersOf(std::string_view userText, const KeyId &key, Timestamp at)
{
    if (userText.size() < shortestPayload)
        return {};
    const Sha256 digest = sha256(userText);
    const std::lock_guard lock(m_payloadMutex);
    const auto [entry, isNew] = m_payloads.try_emplace(digest);
    Senders &senders = entry->second;
    std::erase_if(senders.lastAt, [at](const auto &sender) { return sender.second < at - remembered; });
    if (senders.lastAt.size() < sendersPerPayload || senders.lastAt.contains(key.value))
        senders.lastAt[key.value] = at;
    std::vector<Timestamp> times;
    for (const auto &[name, time] : senders.lastAt)
        times.push_back(time);
    if (isNew) {
        m_payloadOrder.push_back(digest);
        if (m_payloadOrder.size() > mostPayloads) {
            m_payloads.erase(m_payloadOrder.front());
            m_payloadOrder.pop_front();
        }
    }
    return times;
}

void BehaviourDesk::learn(const Caller &caller, const CallShape &call, bool stopped, bool blockedForUserText)
{
    for (const std::string &name : {caller.key.value, caller.useCase}) {
        Shard &shard = shardOf(name);
        const std::lock_guard lock(shard.mutex);
        Habits &habits = habitsIn(shard, name);
        habits.baseline.learn(call, stopped);
        habits.lastAt = std::max(habits.lastAt, call.at);
        if (!blockedForUserText || name != caller.key.value)
            continue;
        // Calls end in another order than they began.
        const auto place = std::upper_bound(habits.blocks.begin(), habits.blocks.end(), call.at);
        habits.blocks.insert(place, call.at);
        if (habits.blocks.size() > mostBlocks)
            habits.blocks.pop_front();
    }
}

Status BehaviourDesk::learnFrom(store::Store &store, Timestamp now)
{
    constexpr std::size_t mostCalls = 20'000;
    constexpr std::chrono::hours since{14 * 24};
    const auto filter = store::parseFilter("since:" + toRfc3339(now - since));
    if (!filter)
        return tl::unexpected(filter.error());
    const auto rows = store::listInteractions(store, *filter, mostCalls);
    if (!rows)
        return tl::unexpected(rows.error());
    std::size_t read = 0;
    for (auto row = rows->rbegin(); row != rows->rend(); ++row) {
        const CallShape call{row->at, row->model, {}, 0};
        const bool stopped = row->verdict >= VerdictKind::Held;
        bool blocked = false;
        if (row->verdict == VerdictKind::Blocked && row->at >= now - remembered && ++read <= mostBlocks) {
            const auto detail = store::showInteraction(store, row->id);
            if (!detail)
                return tl::unexpected(detail.error());
            blocked = isBlockedForUserText(detail->checks);
        }
        learn({row->key, row->team + "/" + row->useCase}, call, stopped, blocked);
    }
    return {};
}

} // namespace gatehouse::gateway
