// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Decisions about everything a filter matches: a job of the store, run on a thread of its own, that says how
// far it is, can be cancelled, and is found again by the next console when this one goes away meanwhile.

#include "core/base/error.h"
#include "models/store_worker.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>
#include <optional>

namespace gatehouse::store {
struct ReviewJob;
}

namespace gatehouse::console {

class StoreSession;
enum class DecisionKind;
struct Decision;

// A job as it is shown.
struct BulkJob {
    qint64 number = 0;
    DecisionKind kind{};
    bool takesBack = false;
    bool cancelled = false;
    qint64 gone = 0; // through so many of those that match
    qint64 expected = 0; // of so many, as far as known
    qint64 changed = 0;
    QString filter;
};
[[nodiscard]] BulkJob bulkJobOf(const store::ReviewJob &job);

class BulkDecisions : public QObject {
    Q_OBJECT

public:
    explicit BulkDecisions(StoreSession &session, QObject *parent = nullptr);
    ~BulkDecisions() override; // what runs is left where it is, to be gone on with

    // One at a time; false when one is running.
    bool start(const Decision &decision);
    bool takeBack(qint64 number);
    bool goOn(qint64 number);
    // Ends one that was left unfinished as far as it came.
    bool endUnfinished(qint64 number);
    void cancel(); // what runs
    [[nodiscard]] bool isRunning() const { return m_running; }
    // Looks for jobs of one's own that were left unfinished.
    void look();

Q_SIGNALS:
    void progressed(const gatehouse::console::BulkJob &job);
    void ended(const gatehouse::console::BulkJob &job);
    // `job` is the one that was to be run or taken back, 0 when it was not even begun.
    void failed(const Error &error, qint64 job);
    void unfinishedFound(const gatehouse::console::BulkJob &job);

private:
    struct Control; // shared with the worker's thread
    template <class Begin>
    bool begin(Begin begin, qint64 about);
    void run(qint64 number);
    void finish(const Result<store::ReviewJob> &job, qint64 about);
    void sayProgress();

    StoreSession &m_session;
    std::shared_ptr<Control> m_control;
    StoreWriter m_worker;
    StoreReader m_looker;
    QTimer m_watch;
    bool m_running = false;
};

} // namespace gatehouse::console
