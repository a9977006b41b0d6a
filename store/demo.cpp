// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/demo.h"

#include "store/access.h"
#include "store/demo/calendar.h"
#include "store/demo/judged_call.h"
#include "store/demo/sample_reviews.h"
#include "store/json_text.h"
#include "store/policies.h"
#include "store/policy_admission.h"
#include "store/sql/audit_log.h"
#include "store/sql/query.h"
#include "store/sql/record_changes.h"
#include "store/sql/record_writer.h"

#include <deque>
#include <future>
#include <thread>

namespace gatehouse::store {

namespace {

// Calls judged by one task and committed in one transaction: some 30 ms of the write lock.
constexpr std::int64_t callsPerChunk = 256;
constexpr std::int64_t mostInteractions = 100'000'000;
constexpr int mostKeys = 1000;

constexpr std::string_view teams[]
    = {"payments", "support", "platform", "hr-assist", "research", "marketing"};
constexpr std::string_view environments[] = {"production", "production", "staging", "development"};
constexpr std::string_view useCases[]
    = {"assistant", "ticket-triage", "code-review", "document-search", "translation"};

using Chunk = Result<std::vector<JudgedCall>>;

// Everything the tasks share; nothing in it changes while they run.
struct Plan {
    DemoRequest request;
    std::shared_ptr<const CompiledPolicy> policy;
    PayloadHasher hasher;
    std::vector<KeyRecord> keys;
    Calendar calendar;
};

NewKeyRequest keyRequest(std::size_t index)
{
    NewKeyRequest request;
    request.team = teams[index % std::size(teams)];
    request.environment = environments[(index / 2) % std::size(environments)];
    request.useCase = useCases[index % std::size(useCases)];
    request.createNames = true;
    request.entitlement.models = sampleModels(index);
    return request;
}

Result<std::vector<KeyRecord>> issueKeys(Store &store, int count)
{
    std::vector<KeyRecord> keys;
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
        auto issued = issueKey(store, keyRequest(i));
        if (!issued)
            return tl::unexpected(issued.error());
        keys.push_back(std::move(issued->row.record));
    }
    return keys;
}

Result<Plan> makePlan(Store &store, const DemoRequest &request)
{
    if (Status published = ensureBaseline(store); !published)
        return tl::unexpected(published.error());
    const auto document = publishedPolicy(store);
    if (!document)
        return tl::unexpected(document.error());
    auto policy = admitDraft(document->json);
    if (!policy)
        return tl::unexpected(policy.error());
    auto hasher = PayloadHasher::open(store.location());
    if (!hasher)
        return tl::unexpected(hasher.error());
    auto keys = issueKeys(store, request.keys);
    if (!keys)
        return tl::unexpected(keys.error());
    return Plan{
        request, std::move(*policy), std::move(*hasher), std::move(*keys), Calendar(store.clock().now())};
}

// A UUIDv7 of the call's own time: newUuid7() never goes back in time.
InteractionId idFor(Timestamp at, std::int64_t index, Dice &dice)
{
    static constexpr std::string_view hex = "0123456789abcdef";
    const std::int64_t millis = toMicros(at) / 1000;
    std::string text;
    for (int shift = 44; shift >= 0; shift -= 4)
        text += hex[static_cast<std::size_t>(millis >> shift) & 15];
    text += "7";
    // Calls of one millisecond stay in order.
    for (int shift = 8; shift >= 0; shift -= 4)
        text += hex[static_cast<std::size_t>(index >> shift) & 15];
    text += hex[8 + dice.below(4)];
    text += dice.text(15, hex);
    for (const std::size_t dash : {20, 16, 12, 8})
        text.insert(dash, 1, '-');
    return {std::move(text)};
}

Chunk judgeChunk(const Plan &plan, std::int64_t from, std::int64_t to)
{
    std::vector<JudgedCall> calls;
    calls.reserve(static_cast<std::size_t>(to - from));
    for (std::int64_t index = from; index < to; ++index) {
        Dice dice(plan.request.seed, static_cast<std::uint64_t>(index));
        const Timestamp at = plan.calendar.timeOf(index, plan.request.interactions, dice.real());
        const KeyRecord &key = plan.keys[dice.skewedBelow(plan.keys.size())];
        const SampleCall call = makeSampleCall(key, index, dice);
        auto judged = judgeSampleCall(*plan.policy, plan.hasher, key, call, {idFor(at, index, dice), at});
        if (!judged)
            return tl::unexpected(judged.error());
        calls.push_back(std::move(*judged));
    }
    return calls;
}

Status writeChunk(Store &store, const std::vector<JudgedCall> &calls)
{
    Connection &connection = store.connection();
    return attempt(connection, [&]() -> Status {
        WriteTransaction transaction(connection);
        const auto records = connection.recordWriter();
        std::vector<Status> statuses(calls.size());
        for (std::size_t i = 0; i < calls.size(); ++i)
            records->write(calls[i].request, calls[i].verdict, statuses[i]);
        records->finish();
        for (const Status &written : statuses) {
            if (!written)
                return written;
        }
        transaction.commit();
        return {};
    });
}

// Judges on all processors, a few chunks ahead; writes in order.
class DemoRun {
public:
    DemoRun(Store &store, const Plan &plan, const std::function<bool(std::int64_t, std::int64_t)> &progress)
        : m_store(store)
        , m_plan(plan)
        , m_progress(progress)
        , m_reviews(plan.request.seed, store.clock().now())
    {
    }

    Status run()
    {
        const std::size_t ahead = std::max(2U, std::thread::hardware_concurrency()) + 1;
        std::deque<std::future<Chunk>> judging;
        bool goOn = true;
        for (std::int64_t next = 0; goOn && m_done < m_plan.request.interactions;) {
            for (; judging.size() < ahead && next < m_plan.request.interactions; next += callsPerChunk) {
                const std::int64_t end = std::min(next + callsPerChunk, m_plan.request.interactions);
                judging.push_back(std::async(
                    std::launch::async, [this, next, end] { return judgeChunk(m_plan, next, end); }));
            }
            const Chunk chunk = judging.front().get();
            judging.pop_front();
            if (Status written = chunk ? take(*chunk) : Status(tl::unexpected(chunk.error())); !written)
                return written;
            goOn = !m_progress || m_progress(m_done, m_plan.request.interactions);
        }
        return m_reviews.apply(m_store);
    }

    [[nodiscard]] std::int64_t done() const { return m_done; }

private:
    Status take(const std::vector<JudgedCall> &calls)
    {
        if (Status written = writeChunk(m_store, calls); !written)
            return written;
        for (const JudgedCall &call : calls)
            m_reviews.consider(call.request.row, call.verdict.verdict);
        m_done += static_cast<std::int64_t>(calls.size());
        return {};
    }

    Store &m_store;
    const Plan &m_plan;
    const std::function<bool(std::int64_t, std::int64_t)> &m_progress;
    SampleReviews m_reviews;
    std::int64_t m_done = 0;
};

Status noteInAudit(Store &store, const DemoResult &result)
{
    return attempt(store.connection(), [&]() -> Status {
        WriteTransaction transaction(store.connection());
        trimChanges(store.connection());
        appendAudit(store,
            {"sample.add", "store", "",
                JsonObject().add("interactions", result.interactions).add("keys", result.keys).text()});
        transaction.commit();
        return {};
    });
}

} // namespace

Result<DemoResult> addDemoData(
    Store &store, const DemoRequest &request, const std::function<bool(std::int64_t, std::int64_t)> &progress)
{
    if (request.interactions < 1 || request.interactions > mostInteractions || request.keys < 1
        || request.keys > mostKeys)
        return fail(ErrorKind::InvalidInput, "this much sample data can't be made", {},
            "ask for 1 to 100000000 interactions and 1 to 1000 keys");
    const auto plan = makePlan(store, request);
    if (!plan)
        return tl::unexpected(plan.error());
    DemoRun run(store, *plan, progress);
    if (Status made = run.run(); !made)
        return tl::unexpected(made.error());
    const DemoResult result{run.done(), static_cast<std::int64_t>(plan->keys.size())};
    if (Status noted = noteInAudit(store, result); !noted)
        return tl::unexpected(noted.error());
    return result;
}

} // namespace gatehouse::store
