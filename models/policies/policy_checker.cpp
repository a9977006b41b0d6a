// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policies/policy_checker.h"

namespace gatehouse::console {

PolicyChecker::PolicyChecker(QObject *parent)
    : QObject(parent)
    , m_check(
          [](const Draft &draft) {
              return DraftReport{draft.json, inspectPolicy(draft.json),
                  jsonDifference(draft.published, draft.json), readRules(draft.published)};
          },
          [this](const DraftReport &report) { Q_EMIT checked(report); })
    , m_tests(testPolicy, [this](const Tests &answer) { Q_EMIT tested(answer); })
{
}

void PolicyChecker::check(const QByteArray &json, const QByteArray &published)
{
    m_check.ask({json, published});
}

void PolicyChecker::runTests(const QByteArray &json)
{
    m_tests.ask(json);
}

} // namespace gatehouse::console
