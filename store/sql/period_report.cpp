// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/period_report.h"

#include "store/audit.h"
#include "store/rollups.h"
#include "store/sql/query.h"

#include <algorithm>
#include <map>

namespace gatehouse::store {

namespace {

using std::chrono::hours;

constexpr hours longest(24 * 400);
constexpr hours slice(6);
constexpr std::size_t mostRules = 30, mostChanges = 500, auditPage = 500;
// Of the work: the calls, then the log's pages and its verification.
constexpr double shareOfCalls = 0.8, shareOfLog = 0.9;

class ReportReader {
public:
    ReportReader(Store &store, Timestamp from, Timestamp to, const std::function<bool(double)> &progress)
        : m_store(store)
        , m_progress(progress)
    {
        m_report.from = from;
        m_report.to = to;
        m_report.madeBy = store.actor();
        m_report.madeAt = store.clock().now();
    }

    Result<PeriodReport> read()
    {
        if (Status done = readCounts(); !done)
            return tl::unexpected(done.error());
        if (Status done = readCalls(); !done)
            return tl::unexpected(done.error());
        if (Status done = readChanges(); !done)
            return tl::unexpected(done.error());
        if (Status done = readLog(); !done)
            return tl::unexpected(done.error());
        rank();
        return std::move(m_report);
    }

private:
    [[nodiscard]] Status goOn(double share)
    {
        if (m_progress(share))
            return {};
        return fail(ErrorKind::LimitExceeded, "the report was cancelled");
    }

    Status readCounts()
    {
        const HourRange range{m_report.from, m_report.to};
        const auto days = countsOverTime(m_store, {}, range, hours(24));
        if (!days)
            return tl::unexpected(days.error());
        for (const CountStep &day : *days)
            m_report.days.push_back({day.start, day.counts.verdicts, day.counts.costUusd});
        const auto rules = countsByName(m_store, RollupDim::Rule, range);
        if (!rules)
            return tl::unexpected(rules.error());
        for (const NamedCounts &rule : *rules)
            m_report.rules.push_back(
                {rule.name, rule.counts.calls(), rule.counts.judged, rule.counts.falsePositive});
        return {};
    }

    Status readCalls()
    {
        const double all = double((m_report.to - m_report.from).count());
        for (Timestamp start = m_report.from; start < m_report.to; start += slice) {
            if (Status on = goOn(shareOfCalls * double((start - m_report.from).count()) / all); !on)
                return on;
            const Timestamp end = std::min<Timestamp>(start + slice, m_report.to);
            Status done = attempt(m_store.connection(), [&]() -> Status {
                const ReadTransaction oneView(m_store.connection());
                addDecisions(start, end);
                return {};
            });
            if (!done)
                return done;
        }
        return {};
    }

    void addDecisions(Timestamp start, Timestamp end)
    {
        Query decided(m_store.connection(),
            "SELECT disposition, count(*), coalesce(sum(decided_at - at), 0), coalesce(max(decided_at - at), "
            "0) "
            "FROM interaction WHERE at >= ? AND at < ? AND state = ? GROUP BY disposition",
            start, end, ReviewState::Resolved);
        while (decided.step()) {
            ReportDecisions &sum = m_decisions[static_cast<Disposition>(decided.integer(0))];
            sum.calls += decided.integer(1);
            sum.total += Micros(decided.integer(2));
            sum.longest = std::max(sum.longest, Micros(decided.integer(3)));
        }
        Query waiting(m_store.connection(),
            "SELECT count(*) FROM interaction WHERE at >= ? AND at < ? AND state IN (1, 2, 3)", start, end);
        if (waiting.step())
            m_report.undecided += waiting.integer(0);
    }

    // What reviewers did is counted: it is told by the decisions.
    void take(AuditEntry entry)
    {
        const bool isDecision = entry.action.rfind("review.", 0) == 0;
        if (isDecision || m_report.changes.size() >= mostChanges) {
            ++m_report.otherEntries;
            m_report.changesCut = m_report.changesCut || !isDecision;
            return;
        }
        m_report.changes.push_back(std::move(entry));
    }

    Status readChanges()
    {
        std::int64_t before = 0;
        while (true) {
            if (Status on = goOn(shareOfCalls); !on)
                return on;
            auto page = listAudit(m_store, auditPage, before);
            if (!page)
                return tl::unexpected(page.error());
            for (AuditEntry &entry : *page) {
                if (entry.at < m_report.from)
                    return {};
                before = entry.seq;
                if (entry.at < m_report.to)
                    take(std::move(entry));
            }
            if (page->size() < auditPage || before <= 1)
                return {};
        }
    }

    Status readLog()
    {
        if (Status on = goOn(shareOfLog); !on)
            return on;
        auto verified = verifyAudit(m_store);
        if (verified)
            m_report.log = std::move(*verified);
        else if (verified.error().kind == ErrorKind::NotPermitted)
            m_report.logShown = false;
        else
            return tl::unexpected(verified.error());
        return goOn(1);
    }

    void rank()
    {
        std::stable_sort(m_report.rules.begin(), m_report.rules.end(),
            [](const ReportRule &a, const ReportRule &b) { return a.calls > b.calls; });
        if (m_report.rules.size() > mostRules)
            m_report.rules.resize(mostRules);
        for (auto &[disposition, sum] : m_decisions) {
            sum.disposition = disposition;
            m_report.decisions.push_back(sum);
        }
    }

    Store &m_store;
    const std::function<bool(double)> &m_progress;
    PeriodReport m_report;
    std::map<Disposition, ReportDecisions> m_decisions;
};

} // namespace

Result<PeriodReport> readPeriodReport(
    Store &store, Timestamp from, Timestamp to, const std::function<bool(double)> &progress)
{
    if (to <= from || to - from > longest || (to - from) % hours(24) != Micros(0))
        return fail(ErrorKind::InvalidInput, "this is no period to report on", {}, "ask for 1 to 400 days");
    return ReportReader(store, from, to, progress).read();
}

} // namespace gatehouse::store
