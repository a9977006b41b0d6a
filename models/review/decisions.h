// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a reviewer does: every change goes through the store's writer in order, can be undone, and says when
// it failed.

#include "core/base/error.h"
#include "core/base/time.h"
#include "models/review/bulk_decisions.h"
#include "models/review/queue_row.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

namespace gatehouse::store {
struct EarlierDecision;
}

namespace gatehouse::console {

class OwnDecisions;
class StoreSession;

enum class DecisionKind { Confirm, Dismiss, Benign, Duplicate, Escalate, Reopen, Assign, Unassign, Note };

struct Decision {
    DecisionKind kind = DecisionKind::Dismiss;
    QList<SeenReview> calls; // as they were shown: one that is not so any more is a conflict
    QString filter; // when there are no `calls`: everything that matches, up to `newest`
    QString newest; // id ceiling for `filter`
    QString detail; // a note, or for Assign the login (empty: me)
    qint64 expected = 0; // how many `filter` matches, as far as known
};

// The login that is given, or whose store it is.
[[nodiscard]] std::string assigneeOf(const store::Store &store, const QString &who);
// "dismissed 3"
[[nodiscard]] QString pastWords(DecisionKind kind, qint64 count);
// The state a decision leads to, in the store's word; empty when it stays (Assign).
[[nodiscard]] QString stateAfter(DecisionKind kind);
// "ada marked it benign 2 minutes ago"
[[nodiscard]] QString earlierWords(const store::EarlierDecision &earlier, Timestamp now);

class Decisions : public QObject {
    Q_OBJECT

public:
    explicit Decisions(StoreSession &session, QObject *parent = nullptr);
    ~Decisions() override;

    void decide(const Decision &decision);
    // `done` is told what went wrong, or nothing; it dies with `context`.
    void addNote(const QStringList &ids, const QString &text, const QObject *context,
        std::function<void(const QString &trouble)> done);
    void release(const QString &id); // lets a held call pass once
    void deny(const QString &id);
    // Something else was done on the desk, which is a step of undo among decisions. Both ask the store, and
    // tell what it answered.
    using Ask = std::function<void(std::function<void(const Status &)>)>;
    void remember(const QString &what, Ask takeBack, Ask again);
    void undo();
    void redo();
    [[nodiscard]] bool canUndo() const { return !m_done.empty(); }
    [[nodiscard]] bool canRedo() const { return !m_undone.empty(); }
    [[nodiscard]] bool isBusy() const { return m_pending > 0 || m_bulk.isRunning(); }
    // What decisions about a filter do; they are one step of undo each.
    [[nodiscard]] BulkDecisions &bulk() { return m_bulk; }

Q_SIGNALS:
    // In the store. `ids` are those asked for (empty for a filter).
    void committed(const QStringList &ids, const QString &what);
    // Not done; nothing was changed. When somebody else was first, `why` says who, what and when, and
    // `conflict` is the call in question.
    void failed(const QStringList &ids, const QString &why, const QString &conflict);
    void takenBack(const QStringList &ids); // by undo or redo
    void undoTextChanged(const QString &text); // "dismissed 1", empty when there is nothing to undo

private:
    struct Change;
    using ChangePtr = std::shared_ptr<Change>;
    void settle(const ChangePtr &change, const Status &done);
    void sayFailed(const Change &change, const Error &error);
    void judgeHeld(
        const QString &id, const QString &what, Status (*judge)(store::Store &, const InteractionId &));
    using Changes = std::vector<ChangePtr>;
    void takeBack(Changes &from, Changes &to);
    void takeDecisionBack(const ChangePtr &change, Changes &from, Changes &to);
    void takeOtherBack(const ChangePtr &change, Changes &from, Changes &to);
    void takeBulkBack(Changes &from, Changes &to);
    void decideAll(const Decision &decision);
    void bulkEnded(const BulkJob &job);
    void bulkFailed(const Error &error);
    void sayUndo();
    StoreSession &m_session;
    std::shared_ptr<OwnDecisions> m_own;
    BulkDecisions m_bulk;
    Changes m_done, m_undone;
    ChangePtr m_takingBack; // by the job that runs now
    Changes *m_goesBackTo = nullptr; // where it was taken from, should it fail
    Changes *m_bulkGoesTo = nullptr; // where that job is undone from
    int m_pending = 0;
};

} // namespace gatehouse::console
