// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A store in a folder of its own, records to put into it, and a clock that stands still.

#include "core/base/uuid7.h"
#include "store/journal.h"
#include "store/store.h"

#include <QTemporaryDir>
#include <QtTest>
#include <functional>
#include <future>
#include <sqlite3.h>
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
    Place() { m_store = (m_folder.path() + "/gatehouse.db").toStdString(); }
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

// Another program at the file, with SQL of its own.
class Intruder {
public:
    explicit Intruder(const std::string &path)
    {
        if (sqlite3_open(path.c_str(), &m_database) != SQLITE_OK)
            qFatal("cannot open %s", path.c_str());
        sqlite3_busy_timeout(m_database, 5000);
    }
    ~Intruder() { sqlite3_close(m_database); }
    Intruder(const Intruder &) = delete;
    Intruder &operator=(const Intruder &) = delete;

    void run(const std::string &sql)
    {
        char *message = nullptr;
        if (sqlite3_exec(m_database, sql.c_str(), nullptr, nullptr, &message) != SQLITE_OK)
            qFatal("%s: %s", sql.c_str(), message);
    }
    // The last column of each row.
    void each(const std::string &sql, const std::function<void(const char *)> &take)
    {
        const auto call = [](void *out, int count, char **values, char **) {
            (*static_cast<const std::function<void(const char *)> *>(out))(
                values[count - 1] ? values[count - 1] : "");
            return 0;
        };
        sqlite3_exec(
            m_database, sql.c_str(), call, const_cast<std::function<void(const char *)> *>(&take), nullptr);
    }
    std::string value(const std::string &sql)
    {
        std::string text;
        each(sql, [&](const char *found) { text = found; });
        return text;
    }

private:
    sqlite3 *m_database = nullptr;
};

} // namespace gatehouse::store::test
