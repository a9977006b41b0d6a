// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// How often exceptions lifted something, counted as the calls are recorded.

#include "core/policy/verdict.h"
#include "store/sql/query.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace gatehouse::store {

// Gathers what the records of one transaction say, so that each row is written once.
class ExceptionUses {
public:
    // A call counts once for each exception its checks name; with a stage, only checks of that stage.
    void add(Timestamp at, const std::vector<CheckResult> &checks, std::optional<Stage> stage = {});
    // Inside the transaction of the records. May throw SqlFailure.
    void write(Connection &connection) const;

private:
    struct Use {
        std::int64_t calls = 0;
        Timestamp last{};
    };
    std::map<std::string, Use> m_uses; // by id, so that all gateways lock the rows in one order
};

} // namespace gatehouse::store
