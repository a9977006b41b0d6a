// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/review_times.h"

#include <boost/json.hpp>

namespace gatehouse {

namespace json = boost::json;

ReviewTimes reviewTimesOf(std::string_view policyJson)
{
    ReviewTimes times;
    json::error_code error;
    const json::value document = json::parse(json::string_view(policyJson.data(), policyJson.size()), error);
    if (error)
        return times;
    const json::value *given = document.find_pointer("/defaults/review_within", error);
    if (!given || !given->is_object())
        return times;
    for (const auto &[word, value] : given->get_object()) {
        const auto severity = fromName<Severity>(std::string_view(word.data(), word.size()));
        if (!severity || !value.is_string())
            continue;
        const json::string &text = value.get_string();
        if (const auto within = parseDuration(std::string_view(text.data(), text.size())))
            times.set(*severity, *within);
    }
    return times;
}

} // namespace gatehouse
