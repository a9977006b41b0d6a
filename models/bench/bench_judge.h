// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Judges what a policy author types, off the GUI thread: one question running, one next, stale answers
// dropped.

#include "core/base/error.h"
#include "core/policy/verdict.h"
#include "models/evidence.h"
#include "models/latest_task.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <memory>
#include <vector>

namespace gatehouse::console {

// One piece of the conversation on the bench, with where it pretends to come from.
struct BenchPart {
    TrustZone zone = TrustZone::User;
    QString text;
};

struct BenchQuestion {
    std::vector<BenchPart> parts;
    Stage stage = Stage::Request; // request or response
    QByteArray policyJson; // the document to judge by
};

struct BenchAnswer {
    Verdict verdict;
    QList<EvidenceMark> marks; // numbered in reading order; shadow rules' are of severity info
    std::vector<QString> masked; // one per part, as it would travel on; empty when nothing is masked
};

class BenchJudge : public QObject {
    Q_OBJECT

public:
    explicit BenchJudge(QObject *parent = nullptr);
    ~BenchJudge() override;

    // Replaces a question that waits. The answer to one that is running is dropped when a newer one waits.
    void ask(BenchQuestion question);
    [[nodiscard]] bool isBusy() const;

Q_SIGNALS:
    void judged(const gatehouse::console::BenchAnswer &answer);
    // The policy can't be compiled; every problem with its JSON pointer in `where`.
    void refused(const std::vector<gatehouse::Error> &problems);

private:
    class Worker;
    using Outcome = tl::expected<BenchAnswer, std::vector<Error>>;

    std::unique_ptr<Worker> m_worker;
    std::unique_ptr<LatestTask<BenchQuestion, Outcome>> m_task;
};

} // namespace gatehouse::console
