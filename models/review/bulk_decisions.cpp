// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/review/bulk_decisions.h"

#include "models/review/decisions.h"
#include "models/store_session.h"
#include "models/text.h"
#include "store/review_jobs.h"

#include <mutex>

namespace gatehouse::console {

namespace {

constexpr int progressInterval = 100; // ms

DecisionKind kindOf(const store::JobOrder &order)
{
    switch (order.action) {
    case store::JobAction::Escalate:
        return DecisionKind::Escalate;
    case store::JobAction::Reopen:
        return DecisionKind::Reopen;
    case store::JobAction::Assign:
        return order.detail.empty() ? DecisionKind::Unassign : DecisionKind::Assign;
    case store::JobAction::Note:
        return DecisionKind::Note;
    case store::JobAction::Resolve:
        break;
    }
    switch (order.disposition) {
    case store::Disposition::TruePositive:
        return DecisionKind::Confirm;
    case store::Disposition::Benign:
        return DecisionKind::Benign;
    case store::Disposition::Duplicate:
        return DecisionKind::Duplicate;
    case store::Disposition::FalsePositive:
    case store::Disposition::None:
        break;
    }
    return DecisionKind::Dismiss;
}

void setAction(store::JobOrder &order, DecisionKind kind)
{
    switch (kind) {
    case DecisionKind::Confirm:
        order.disposition = store::Disposition::TruePositive;
        break;
    case DecisionKind::Dismiss:
        order.disposition = store::Disposition::FalsePositive;
        break;
    case DecisionKind::Benign:
        order.disposition = store::Disposition::Benign;
        break;
    case DecisionKind::Duplicate:
        order.disposition = store::Disposition::Duplicate;
        break;
    case DecisionKind::Escalate:
        order.action = store::JobAction::Escalate;
        break;
    case DecisionKind::Reopen:
        order.action = store::JobAction::Reopen;
        break;
    case DecisionKind::Assign:
    case DecisionKind::Unassign:
        order.action = store::JobAction::Assign;
        break;
    case DecisionKind::Note:
        order.action = store::JobAction::Note;
        break;
    }
}

Result<store::ReviewJob> startIn(store::Store &store, const Decision &decision)
{
    auto filter = store::parseFilter(decision.filter.toStdString());
    if (!filter)
        return tl::unexpected<Error>(filter.error());
    store::JobOrder order;
    setAction(order, decision.kind);
    order.filter = std::move(*filter);
    order.ceiling = {decision.newest.toStdString()};
    order.expected = decision.expected;
    order.detail = decision.kind == DecisionKind::Assign ? assigneeOf(store, decision.detail)
                                                         : decision.detail.toStdString();
    return store::startReviewJob(store, order);
}

} // namespace

struct BulkDecisions::Control {
    std::mutex mutex;
    store::Onward wish = store::Onward::Continue; // guarded by mutex, as all below
    std::optional<store::ReviewJob> seen;

    store::Onward tell(const store::ReviewJob &job)
    {
        const std::lock_guard lock(mutex);
        seen = job;
        return wish;
    }
    void want(store::Onward onward)
    {
        const std::lock_guard lock(mutex);
        wish = onward;
    }
};

BulkJob bulkJobOf(const store::ReviewJob &job)
{
    return {job.number, kindOf(job.order), job.takesBack.has_value(), job.state == store::JobState::Cancelled,
        job.matched, job.order.expected, job.changed, toQString(job.order.filter.toText())};
}

BulkDecisions::BulkDecisions(StoreSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_worker(session.location())
    , m_looker(session.location())
{
    m_watch.setInterval(progressInterval);
    connect(&m_watch, &QTimer::timeout, this, &BulkDecisions::sayProgress);
}

BulkDecisions::~BulkDecisions()
{
    if (m_control)
        m_control->want(store::Onward::Leave);
}

// By way of the session's writer: after the decisions made before it, and not while the store is out of
// reach.
template <class Begin>
bool BulkDecisions::begin(Begin begin, qint64 about)
{
    if (m_running)
        return false;
    m_running = true;
    m_control = std::make_shared<Control>();
    m_session.writer().change(this, std::move(begin), [this, about](const Result<store::ReviewJob> &job) {
        if (job)
            run(job->number);
        else
            finish(job, about);
    });
    return true;
}

bool BulkDecisions::start(const Decision &decision)
{
    return begin([decision](store::Store &store) { return startIn(store, decision); }, 0);
}

bool BulkDecisions::takeBack(qint64 number)
{
    return begin([number](store::Store &store) { return store::startTakingBack(store, number); }, number);
}

bool BulkDecisions::goOn(qint64 number)
{
    return begin([number](store::Store &store) { return store::reviewJob(store, number); }, number);
}

bool BulkDecisions::endUnfinished(qint64 number)
{
    if (m_running)
        return false;
    m_running = true;
    m_session.writer().change(
        this, [number](store::Store &store) { return store::cancelReviewJob(store, number); },
        [this, number](const Result<store::ReviewJob> &job) { finish(job, number); });
    return true;
}

void BulkDecisions::run(qint64 number)
{
    m_watch.start();
    m_worker.change(
        this,
        [number, control = m_control](store::Store &store) {
            return store::runReviewJob(
                store, number, [&](const store::ReviewJob &job) { return control->tell(job); });
        },
        [this, number](const Result<store::ReviewJob> &job) { finish(job, number); });
}

void BulkDecisions::finish(const Result<store::ReviewJob> &job, qint64 about)
{
    m_watch.stop();
    m_control.reset();
    m_running = false;
    if (!job)
        Q_EMIT failed(job.error(), about);
    else
        Q_EMIT ended(bulkJobOf(*job));
}

void BulkDecisions::cancel()
{
    if (m_control)
        m_control->want(store::Onward::Cancel);
}

void BulkDecisions::sayProgress()
{
    std::optional<store::ReviewJob> seen;
    if (m_control) {
        const std::lock_guard lock(m_control->mutex);
        seen = std::exchange(m_control->seen, {});
    }
    if (seen)
        Q_EMIT progressed(bulkJobOf(*seen));
}

void BulkDecisions::look()
{
    m_looker.ask(
        this, [](store::Store &store) { return store::unfinishedReviewJobs(store); },
        [this](const Result<std::vector<store::ReviewJob>> &jobs) {
            // A store that is out of reach or may not be asked has nothing to go on with now.
            if (jobs && !jobs->empty() && !m_running)
                Q_EMIT unfinishedFound(bulkJobOf(jobs->front()));
        });
}

} // namespace gatehouse::console
