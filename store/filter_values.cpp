// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/filter_values.h"

#include "core/policy/verdict.h"
#include "store/likeness.h"
#include "store/records.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

namespace gatehouse::store {

namespace {

template <class Enum>
std::optional<std::int64_t> numbered(std::optional<Enum> value)
{
    if (!value)
        return {};
    return static_cast<std::int64_t>(*value);
}

std::optional<std::int64_t> lookUp(const std::string &field, const std::string &word)
{
    if (field == "verdict")
        return numbered(fromName<VerdictKind>(word));
    if (field == "severity")
        return numbered(fromName<Severity>(word));
    if (field == "outcome")
        return numbered(outcomeFromName(word));
    if (field == "zone")
        return numbered(fromName<TrustZone>(word));
    const std::string_view stored = word == "none" ? std::string_view() : std::string_view(word);
    if (field == "state")
        return word.empty() ? std::nullopt : numbered(reviewStateFromName(stored));
    return word.empty() ? std::nullopt : numbered(dispositionFromName(stored));
}

std::string joined(const std::vector<std::string> &words)
{
    std::string text;
    for (const std::string &word : words)
        text += (text.empty() ? "" : ", ") + word;
    return text;
}

std::string knownFields()
{
    return "known: " + joined(filterFields());
}

Status checkValue(const FilterTerm &term, const std::string &value)
{
    if (value.empty() && term.field != "assignee")
        return fail(
            ErrorKind::InvalidInput, "a value is missing", term.field, "write " + term.field + ":value");
    if (!filterWords(term.field).empty()) {
        if (auto number = numberOf(term.field, value); !number)
            return tl::unexpected(number.error());
    }
    if (isSingleValued(term.field)) {
        if (auto time = term.field == "due" ? dueUntil(value, {}) : timeOf(value, {}); !time)
            return tl::unexpected(time.error());
    }
    if (term.field == "group" && value != "none" && !groupFromText(value))
        return fail(ErrorKind::InvalidInput, "not a group", value,
            "a group is 16 digits from 0 to f, as `review list --json` names it, or none");
    if (term.field == "score") {
        if (auto score = scoreOf(value); !score)
            return tl::unexpected(score.error());
    }
    return {};
}

} // namespace

const std::vector<std::string> &filterFields()
{
    static const std::vector<std::string> fields{"assignee", "check", "conversation", "disposition", "due",
        "environment", "group", "id", "key", "model", "outcome", "payload", "policy", "provider", "route",
        "rule", "score", "severity", "similar", "since", "state", "team", "until", "usecase", "verdict",
        "zone"};
    return fields;
}

const std::vector<std::string> &filterWords(std::string_view field)
{
    static const std::map<std::string, std::vector<std::string>, std::less<>> words{
        {"verdict", {"allowed", "flagged", "masked", "held", "blocked"}},
        {"severity", {"info", "low", "medium", "high", "critical"}},
        {"outcome",
            {"pending", "completed", "refused", "upstream_error", "client_abort", "cut", "interrupted"}},
        {"state", {"open", "in_review", "escalated", "resolved", "none"}},
        {"disposition", {"true_positive", "false_positive", "benign", "duplicate", "none"}},
        {"zone", {"system", "user", "tool", "document", "assistant", "tool_call", "tool_definition"}},
    };
    static const std::vector<std::string> none;
    const auto found = words.find(field);
    return found == words.end() ? none : found->second;
}

bool isComparable(std::string_view field)
{
    return field == "severity" || field == "score";
}

Status checkTerm(const FilterTerm &term)
{
    if (term.field == "text")
        return checkValue(term, term.values.empty() ? "" : term.values.front());
    if (std::find(filterFields().begin(), filterFields().end(), term.field) == filterFields().end())
        return fail(ErrorKind::InvalidInput, "unknown filter field", term.field,
            knownFields() + "; to search for the word itself put it in quotes");
    if (term.comparison != FilterTerm::Comparison::Is && !isComparable(term.field))
        return fail(ErrorKind::InvalidInput, "only severity and score can be compared", term.field,
            "write " + term.field + ":value");
    const bool single = isSingleValued(term.field) || term.comparison != FilterTerm::Comparison::Is;
    if (term.values.empty() || (single && term.values.size() > 1))
        return fail(ErrorKind::InvalidInput, "takes exactly one value", term.field);
    for (const std::string &value : term.values) {
        if (Status good = checkValue(term, value); !good)
            return good;
    }
    return {};
}

bool isSingleValued(std::string_view field)
{
    return field == "since" || field == "until" || field == "due";
}

Result<std::int64_t> numberOf(const std::string &field, const std::string &word)
{
    if (const auto number = lookUp(field, word))
        return *number;
    return fail(
        ErrorKind::InvalidInput, "not a value of " + field, word, "known: " + joined(filterWords(field)));
}

Result<std::int64_t> scoreOf(const std::string &word)
{
    double score = -1;
    const auto [end, wrong]
        = std::from_chars(word.data(), word.data() + word.size(), score, std::chars_format::fixed);
    if (wrong == std::errc() && end == word.data() + word.size() && score >= 0 && score <= 1)
        return millionths(score);
    return fail(ErrorKind::InvalidInput, "not a score", word, "write a number from 0 to 1, such as 0.8");
}

std::int64_t millionths(double score)
{
    return std::llround(score * 1'000'000);
}

Result<Timestamp> timeOf(const std::string &text, Timestamp now)
{
    if (const auto at = fromRfc3339(text))
        return *at;
    if (const auto age = parseDuration(text))
        return now - *age;
    return fail(ErrorKind::InvalidInput, "neither a time nor an age", text,
        "write 2026-11-01, 2026-11-01T12:00:00Z or 2d");
}

Result<Timestamp> dueUntil(const std::string &text, Timestamp now)
{
    if (text == "overdue")
        return now;
    if (const auto at = fromRfc3339(text))
        return *at;
    if (const auto ahead = parseDuration(text))
        return now + *ahead;
    return fail(ErrorKind::InvalidInput, "neither overdue nor a time", text,
        "write overdue, 4h, 2026-11-01 or 2026-11-01T12:00:00Z");
}

} // namespace gatehouse::store
