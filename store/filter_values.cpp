// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/filter_values.h"

#include "core/policy/verdict.h"
#include "store/records.h"

#include <algorithm>

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
    const std::string_view stored = word == "none" ? std::string_view() : std::string_view(word);
    if (field == "state")
        return word.empty() ? std::nullopt : numbered(reviewStateFromName(stored));
    return word.empty() ? std::nullopt : numbered(dispositionFromName(stored));
}

std::string wordsOf(const std::string &field)
{
    if (field == "verdict")
        return "allowed, flagged, masked, held, blocked";
    if (field == "severity")
        return "info, low, medium, high, critical";
    if (field == "outcome")
        return "pending, completed, refused, upstream_error, client_abort, cut, interrupted";
    if (field == "state")
        return "open, in_review, escalated, resolved, none";
    return "true_positive, false_positive, benign, duplicate, none";
}

bool isWordField(const std::string &field)
{
    return field == "verdict" || field == "severity" || field == "outcome" || field == "state"
        || field == "disposition";
}

std::string knownFields()
{
    std::string text = "known: ";
    for (const std::string &field : filterFields())
        text += (text.size() > 7 ? ", " : "") + field;
    return text;
}

Status checkValue(const FilterTerm &term, const std::string &value)
{
    if (value.empty() && term.field != "assignee")
        return fail(
            ErrorKind::InvalidInput, "a value is missing", term.field, "write " + term.field + ":value");
    if (isWordField(term.field)) {
        if (auto number = numberOf(term.field, value); !number)
            return tl::unexpected(number.error());
    }
    if (isSingleValued(term.field)) {
        if (auto time = timeOf(value, {}); !time)
            return tl::unexpected(time.error());
    }
    return {};
}

} // namespace

const std::vector<std::string> &filterFields()
{
    static const std::vector<std::string> fields{"assignee", "check", "conversation", "disposition",
        "environment", "id", "key", "model", "outcome", "policy", "provider", "route", "rule", "severity",
        "since", "state", "team", "until", "usecase", "verdict"};
    return fields;
}

Status checkTerm(const FilterTerm &term)
{
    if (term.field == "text")
        return checkValue(term, term.values.empty() ? "" : term.values.front());
    if (std::find(filterFields().begin(), filterFields().end(), term.field) == filterFields().end())
        return fail(ErrorKind::InvalidInput, "unknown filter field", term.field,
            knownFields() + "; to search for the word itself put it in quotes");
    if (term.comparison != FilterTerm::Comparison::Is && term.field != "severity")
        return fail(ErrorKind::InvalidInput, "only severity can be compared", term.field,
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
    return field == "since" || field == "until";
}

Result<std::int64_t> numberOf(const std::string &field, const std::string &word)
{
    if (const auto number = lookUp(field, word))
        return *number;
    return fail(ErrorKind::InvalidInput, "not a value of " + field, word, "known: " + wordsOf(field));
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

} // namespace gatehouse::store
