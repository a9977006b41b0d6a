// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Validates a draft, compares it with what is published and runs its tests, off the GUI thread while it is
// edited.

#include "models/json_difference.h"
#include "models/latest_task.h"
#include "models/policies/policy_entry.h"

#include <QObject>

namespace gatehouse::console {

struct DraftReport {
    QByteArray json; // what was checked
    PolicyReport draft;
    std::vector<JsonChange> changes; // against the published document
    std::vector<RuleEntry> publishedRules;
};

class PolicyChecker final : public QObject {
    Q_OBJECT

public:
    using Tests = std::optional<std::vector<PolicyTestEntry>>;

    explicit PolicyChecker(QObject *parent = nullptr);

    // Answered by checked(), unless a newer text is asked about.
    void check(const QByteArray &json, const QByteArray &published);
    // Answered by tested(), likewise.
    void runTests(const QByteArray &json);

Q_SIGNALS:
    void checked(const gatehouse::console::DraftReport &report);
    void tested(const gatehouse::console::PolicyChecker::Tests &tests); // nothing: the document is invalid

private:
    struct Draft {
        QByteArray json, published;
    };
    LatestTask<Draft, DraftReport> m_check;
    LatestTask<QByteArray, Tests> m_tests;
};

} // namespace gatehouse::console
