// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Policies for tests, written as their rules only.

#include "core/policy/compiled_policy.h"

#include <QString>
#include <string>

namespace gatehouse::test {

inline std::string policyOf(const std::string &rules, const std::string &rest = {})
{
    return R"({"format":"gatehouse-policy/1","name":"test","rules":[)" + rules + "]" + rest + "}";
}

inline QString explain(const std::vector<Error> &errors)
{
    QString text;
    for (const Error &error : errors)
        text += QString::fromStdString(error.line()) + "\n";
    return text;
}

} // namespace gatehouse::test
