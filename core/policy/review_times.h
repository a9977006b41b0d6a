// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// How soon what was found in a call wants a reviewer's decision: a policy says it for each severity.

#include "core/base/time.h"
#include "core/policy/verdict.h"

#include <array>
#include <optional>
#include <string_view>

namespace gatehouse {

class ReviewTimes {
public:
    // Nothing where the policy says nothing: such findings are never due.
    [[nodiscard]] std::optional<Micros> of(Severity severity) const
    {
        return m_within[static_cast<std::size_t>(severity)];
    }
    void set(Severity severity, Micros within) { m_within[static_cast<std::size_t>(severity)] = within; }

    friend bool operator==(const ReviewTimes &, const ReviewTimes &) = default;

private:
    std::array<std::optional<Micros>, 5> m_within;
};

// "defaults.review_within" of a document parsePolicy() took; of any other text, none.
[[nodiscard]] ReviewTimes reviewTimesOf(std::string_view policyJson);

} // namespace gatehouse
