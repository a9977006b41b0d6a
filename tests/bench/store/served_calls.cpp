// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/store/served_calls.h"

#include "core/base/uuid7.h"

#include <array>
#include <condition_variable>
#include <cstdlib>
#include <mutex>

namespace gatehouse::bench {

namespace {

constexpr int underWay = 500;
constexpr std::size_t requestBytes = 1024, answerBytes = 512;
constexpr int checks = 12; // about what the baseline runs

std::string words(std::size_t bytes, int which)
{
    static constexpr std::array some{
        "invoice", "gateway", "Lisbon", "the", "account", "please", "summarise", "of"};
    std::string text;
    for (std::size_t i = 0; text.size() < bytes; ++i)
        text.append(some[(static_cast<std::size_t>(which) * 7 + i * i) % some.size()]).append(" ");
    return text;
}

StoredSegment segment(BodyPart in, TrustZone zone, std::string text)
{
    StoredSegment stored;
    stored.in = in;
    stored.segment.zone = zone;
    stored.segment.role = in == BodyPart::Request ? "user" : "assistant";
    stored.segment.pointer = in == BodyPart::Request ? "/messages/0/content" : "/choices/0/message/content";
    stored.segment.text = std::move(text);
    return stored;
}

std::vector<CheckResult> results(bool flagged)
{
    std::vector<CheckResult> list(checks);
    for (int i = 0; i < checks; ++i) {
        CheckResult &each = list[static_cast<std::size_t>(i)];
        each.rule = "rule-" + std::to_string(i);
        each.check = "pattern";
        each.outcome = CheckOutcome::Pass;
        each.durationUs = 3.5;
        each.bytesRead = requestBytes;
    }
    if (flagged) {
        list.front().outcome = CheckOutcome::Fail;
        list.front().action = Action::Flag;
        list.front().applied = true;
    }
    return list;
}

store::RequestRecord request(int number)
{
    store::RequestRecord record;
    store::InteractionRow &row = record.row;
    row.id = {newUuid7(systemClock().now())};
    row.at = systemClock().now();
    row.key = {"bench000000" + std::to_string(number % 10)};
    row.team = "team-" + std::to_string(number % 10);
    row.environment = "production";
    row.useCase = "chat";
    row.route = "chat";
    row.model = "sandbox-small";
    row.policyName = "baseline";
    row.policyVersion = {std::string(64, 'a')};
    row.snippet = words(100, number);
    record.payloadHash = std::string(64, 'b');
    record.sourceAddress = "127.0.0.1";
    record.reserved = {true, 300, 500, 60};
    record.segments = {segment(BodyPart::Request, TrustZone::User, words(requestBytes, number))};
    return record;
}

// Of ten calls one is flagged.
store::VerdictRecord verdict(const InteractionId &id, int number)
{
    const bool flagged = number % 10 == 0;
    store::VerdictRecord record;
    record.id = id;
    record.verdict = flagged ? VerdictKind::Flagged : VerdictKind::Allowed;
    record.provider = "sandbox";
    record.tokensIn = 250;
    record.tokensOut = 120;
    record.costUusd = 42;
    record.latencyUs = 700'000;
    record.overheadUs = 150;
    record.checks = results(flagged);
    record.responseSegments = {segment(BodyPart::Response, TrustZone::Assistant, words(answerBytes, number))};
    return record;
}

// Counts what is on its way.
class UnderWay {
public:
    void begin()
    {
        std::unique_lock lock(m_mutex);
        m_fewer.wait(lock, [this] { return m_open < underWay; });
        ++m_open;
    }
    void end(const Status &written)
    {
        if (!written)
            std::abort();
        const std::lock_guard lock(m_mutex);
        --m_open;
        m_fewer.notify_one();
    }
    void waitForAll()
    {
        std::unique_lock lock(m_mutex);
        m_fewer.wait(lock, [this] { return m_open == 0; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_fewer;
    int m_open = 0;
};

} // namespace

void serveCalls(store::Journal &journal, int calls, Answered answered)
{
    UnderWay open;
    const auto judge = [&](const InteractionId &id, int number) {
        journal.write(verdict(id, number), [&](const Status &status) { open.end(status); });
    };
    for (int number = 0; number < calls; ++number) {
        open.begin();
        store::RequestRecord record = request(number);
        const InteractionId id = record.row.id;
        if (answered == Answered::AtOnce) {
            journal.write(std::move(record), {});
            judge(id, number);
        } else {
            journal.write(std::move(record), [&judge, id, number](const Status &) { judge(id, number); });
        }
    }
    open.waitForAll();
}

} // namespace gatehouse::bench
