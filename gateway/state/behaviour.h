// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What every key and use case of this gateway usually does, and what behavioural checks are told of a call.
//
// In memory, learned again from the store's newest calls at a start. Any thread may ask; callers of different
// keys seldom meet at a lock, and nothing is done under one but arithmetic.

#include "core/access/baseline.h"
#include "core/access/key_table.h"
#include "core/base/digest.h"
#include "core/policy/verdict.h"
#include "store/store.h"

#include <array>
#include <deque>
#include <map>
#include <mutex>
#include <string>
#include <unordered_map>

namespace gatehouse::gateway {

// Who calls, as habits are kept: two use cases of one name are one only within a team.
struct Caller {
    KeyId key;
    std::string useCase; // "team/use case"
};
[[nodiscard]] Caller callerOf(const Identity &identity);

// Whether a call was blocked for what stood in user text: planted text must not count against a key.
[[nodiscard]] bool isBlockedForUserText(const std::vector<CheckResult> &checks);

class BehaviourDesk {
public:
    // What is known before this call.
    [[nodiscard]] BehaviourFacts about(const Caller &caller, const CallShape &call);
    // Notes that a key sent this text; which keys did in the last 24 hours, this one included. Texts too
    // short to be anything but chance (under 64 bytes) have no senders.
    [[nodiscard]] std::vector<Timestamp> sendersOf(std::string_view userText, const KeyId &key, Timestamp at);
    // What came of a call that was judged. `stopped`: it did not reach a model.
    void learn(const Caller &caller, const CallShape &call, bool stopped, bool blockedForUserText);

    // The newest calls of the store, at most 20,000 of the last 14 days, oldest first. Before any other call.
    [[nodiscard]] Status learnFrom(store::Store &store, Timestamp now);

private:
    struct Habits {
        Baseline baseline;
        std::deque<Timestamp> blocks;
        Timestamp lastAt{};
    };
    struct Shard {
        std::mutex mutex;
        std::unordered_map<std::string, Habits> habits;
    };
    struct Senders {
        std::map<std::string, Timestamp> lastAt; // by key id
    };

    [[nodiscard]] Shard &shardOf(const std::string &name);
    // Under the shard's lock. Forgets who has not called for the longest time when there are too many.
    [[nodiscard]] static Habits &habitsIn(Shard &shard, const std::string &name);

    static constexpr std::size_t shards = 64, habitsPerShard = 1024, mostPayloads = 50'000;
    static constexpr std::size_t mostBlocks = 1000, sendersPerPayload = 100, shortestPayload = 64;

    std::array<Shard, shards> m_shards;
    std::mutex m_payloadMutex;
    std::map<Sha256, Senders> m_payloads; // guarded by m_payloadMutex
    std::deque<Sha256> m_payloadOrder; // likewise; first seen first
};

} // namespace gatehouse::gateway
