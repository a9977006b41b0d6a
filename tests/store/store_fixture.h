// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A store of its own, records to put into it, and a clock that stands still. The store is a SQLite file, or
// with GATEHOUSE_TEST_STORE=postgresql a database of a server that is started for the test.

#include "core/base/uuid7.h"
#include "intruder.h"
#include "postgres_cluster.h"
#include "store/journal.h"
#include "store/originals.h"
#include "store/recipient_key.h"
#include "store/reviews.h"
#include "store/store.h"

#include <QTemporaryDir>
#include <QtTest>
#include <functional>
#include <future>
#include <string>
#include <vector>

namespace gatehouse::store::test {

class FixedClock : public Clock {
public:
    [[nodiscard]] Timestamp now() const override { return m_now; }
    void set(Timestamp now) { m_now = now; }
    void advance(Micros by) { m_now += by; }

private:
    Timestamp m_now = std::chrono::sys_days(std::chrono::year(2026) / 11 / 20) + std::chrono::hours(12);
};

// An id with the given time in it, whatever ids the process made before. `order` tells ids of one moment
// apart.
inline InteractionId idAt(Timestamp at, int order = 0)
{
    const std::int64_t millis = toMicros(at) / 1000;
    return {QString::asprintf("%08llx-%04llx-7%03x-8000-%012x", static_cast<unsigned long long>(millis >> 16),
        static_cast<unsigned long long>(millis & 0xffff), static_cast<unsigned>(order & 0xfff),
        static_cast<unsigned>(order))
                .toStdString()};
}

class Place {
public:
    Place() { m_store = testsPostgres() ? PostgresCluster::shared().newDatabase() : file("gatehouse.db"); }
    [[nodiscard]] const std::string &store() const { return m_store; }
    [[nodiscard]] std::string file(const char *name) const
    {
        return (m_folder.path() + "/" + name).toStdString();
    }

    [[nodiscard]] std::unique_ptr<Store> open(OpenMode mode = OpenMode::Create) const
    {
        auto opened = Store::open(m_store, mode, clock);
        if (!opened)
            qFatal("%s", opened.error().line().c_str());
        return std::move(*opened);
    }

    FixedClock clock;

private:
    QTemporaryDir m_folder;
    std::string m_store;
};

// For what only a file can do or suffer.
#define ONLY_SQLITE(because)                                                                                 \
    do {                                                                                                     \
        if (::gatehouse::store::test::testsPostgres())                                                       \
            QSKIP(because);                                                                                  \
    } while (false)

// Everything a store holds, for those who look for what must not be in it.
inline QByteArray contentOf(const Place &place)
{
    if (!testsPostgres()) {
        QFile file(QString::fromStdString(place.store()));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QByteArray content;
    Intruder reader(place.store());
    std::vector<std::string> tables;
    reader.each("SELECT tablename FROM pg_tables WHERE schemaname = 'gatehouse'",
        [&](const char *table) { tables.emplace_back(table); });
    for (const std::string &table : tables)
        reader.each("SELECT t::text FROM " + table + " t", [&](const char *row) { content += row; });
    return content;
}

inline QString why(const Error &error)
{
    return QString::fromStdString(error.line());
}
template <class Value>
QString why(const Result<Value> &result)
{
    return result ? QString("no error") : why(result.error());
}

// Fails the test with the error's text.
#define QVERIFY_DONE(expression)                                                                             \
    do {                                                                                                     \
        const auto &done_ = (expression);                                                                    \
        QVERIFY2(done_.has_value(), qPrintable(::gatehouse::store::test::why(done_)));                       \
    } while (false)

inline StoredSegment textSegment(BodyPart in, TrustZone zone, const std::string &text)
{
    StoredSegment segment;
    segment.in = in;
    segment.segment.zone = zone;
    segment.segment.role = zone == TrustZone::Assistant ? "assistant" : "user";
    segment.segment.pointer = in == BodyPart::Request ? "/messages/0/content" : "/choices/0/message/content";
    segment.segment.text = text;
    return segment;
}

inline CheckResult failedCheck(
    const std::string &rule, const std::string &check, Action action, bool applied = true)
{
    CheckResult result;
    result.rule = rule;
    result.check = check;
    result.outcome = CheckOutcome::Fail;
    result.action = action;
    result.applied = applied;
    result.mode = applied ? Mode::Enforce : Mode::Shadow;
    result.severity = Severity::High;
    return result;
}

inline RequestRecord requestRecord(const InteractionId &id, Timestamp at,
    VerdictKind verdict = VerdictKind::Allowed, const std::string &text = "what is the capital of France")
{
    RequestRecord record;
    record.row.id = id;
    record.row.at = at;
    record.row.key = {"k00000000001"};
    record.row.team = "payments";
    record.row.environment = "production";
    record.row.useCase = "assistant";
    record.row.route = "chat";
    record.row.model = "sandbox-small";
    record.row.provider = "sandbox";
    record.row.verdict = verdict;
    record.row.severity = verdict == VerdictKind::Allowed ? Severity::Info : Severity::High;
    record.row.policyName = "baseline";
    record.row.policyVersion = {std::string(64, 'a')};
    record.row.snippet = text.substr(0, 60);
    record.segments = {textSegment(BodyPart::Request, TrustZone::User, text)};
    record.payloadHash = "hash-of-" + id.value;
    record.sourceAddress = "127.0.0.1";
    return record;
}

inline std::string sealedFor(const RecipientKey &reviewer, const BodyOriginals &body)
{
    auto envelope = sealFor({&reviewer.certificate(), 1}, toJson(body));
    if (!envelope)
        qFatal("%s", envelope.error().line().c_str());
    return std::move(*envelope);
}

// `count` calls of this moment, their ids in order.
inline std::vector<RequestRecord> requestRecords(const Place &place, int count)
{
    const Timestamp now = place.clock.now();
    std::vector<RequestRecord> records;
    records.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
        records.push_back(requestRecord(idAt(now, i), now));
    return records;
}

inline VerdictRecord verdictRecord(
    const InteractionId &id, VerdictKind verdict = VerdictKind::Allowed, const std::string &answer = "Paris")
{
    VerdictRecord record;
    record.id = id;
    record.verdict = verdict;
    record.severity = verdict == VerdictKind::Allowed ? Severity::Info : Severity::High;
    record.outcome = Outcome::Completed;
    record.provider = "sandbox";
    record.tokensIn = 7;
    record.tokensOut = 3;
    record.responseSegments = {textSegment(BodyPart::Response, TrustZone::Assistant, answer)};
    return record;
}

// As they are now; one that is not there as if it had been seen.
inline std::vector<SeenCall> seen(Store &store, const std::vector<InteractionId> &ids)
{
    std::vector<SeenCall> calls;
    for (const InteractionId &id : ids) {
        const auto call = seeCalls(store, {id});
        calls.push_back(call ? call->front() : SeenCall{id});
    }
    return calls;
}

// Writes through a journal of its own and waits until all is durable.
inline void record(
    const Place &place, std::vector<RequestRecord> requests, std::vector<VerdictRecord> verdicts = {})
{
    auto journal = Journal::open(place.store(), "test", place.clock);
    if (!journal)
        qFatal("%s", journal.error().line().c_str());
    const auto check = [](const Status &status) {
        if (!status)
            qFatal("%s", status.error().line().c_str());
    };
    for (RequestRecord &each : requests)
        (*journal)->write(std::move(each), check);
    for (VerdictRecord &each : verdicts)
        (*journal)->write(std::move(each), check);
}

} // namespace gatehouse::store::test
