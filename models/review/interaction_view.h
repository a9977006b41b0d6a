// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One whole interaction as it is shown: facts, conversation with evidence, checks, notes.

#include "models/evidence.h"
#include "models/review/queue_row.h"

#include <QList>
#include <QMetaType>

#include <optional>

namespace gatehouse::store {
struct InteractionDetail;
}

namespace gatehouse::console {

struct CheckLineView {
    QString rule, check;
    Stage stage = Stage::Request;
    Mode mode = Mode::Enforce;
    CheckOutcome outcome = CheckOutcome::NotRun;
    QString reason; // why it did not run or erred
    std::optional<double> score;
    Action action = Action::Allow;
    bool applied = false;
    Severity severity = Severity::Info;
    double durationUs = 0;
    quint64 bytesRead = 0;
    QList<int> marks; // numbers of its evidence
    int place = 0; // in the order of the policy, from 1
    // From the policy version that judged the call, where it is known.
    QString title = {};
    bool zonesKnown = false;
    QList<TrustZone> zones = {}; // empty: all
    std::optional<double> threshold = {}; // the least score that is a finding
    bool floor = false;
    QStringList exceptions = {}; // by which what it found was lifted

    friend bool operator==(const CheckLineView &, const CheckLineView &) = default;
};

struct NoteView {
    QDateTime at;
    QString author, text;
};

struct InteractionView {
    QueueRow row;
    QList<EvidencePart> parts;
    QList<EvidenceMark> marks; // numbered
    QList<CheckLineView> checks; // failed first, then errors, then what passed, then what did not run
    QList<NoteView> notes; // oldest first
    QStringList notRead; // what no check read, and why, in words
    QString decidedBy; // login, "" when nobody has decided or it is not known
    QDateTime decidedAt;
    QString heldState; // "", waiting, released, denied
    QString sourceAddress, conversation;
    std::optional<qint64> receivedBytes;
    quint64 bytes = 0, bytesRead = 0; // coverage
    bool sealed = false; // what is masked can be revealed
    QString policyShown; // "v41 · 3fa9c12", "" for a version that is not known
};

[[nodiscard]] InteractionView interactionViewOf(const store::InteractionDetail &detail);
// "Prompt injection in tool result": what happened, in a few words.
[[nodiscard]] QString titleOf(const InteractionView &view);

} // namespace gatehouse::console
