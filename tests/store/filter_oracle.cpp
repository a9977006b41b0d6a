// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "filter_oracle.h"

#include "store/likeness.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <optional>
#include <sstream>

namespace gatehouse::store::test {

namespace {

using Comparison = FilterTerm::Comparison;

// As the language orders them, not as the store numbers them.
constexpr std::array<std::string_view, 5> severities{"info", "low", "medium", "high", "critical"};

template <class Value>
bool holds(Comparison comparison, const Value &left, const Value &right)
{
    switch (comparison) {
    case Comparison::AtLeast:
        return left >= right;
    case Comparison::AtMost:
        return left <= right;
    case Comparison::Above:
        return left > right;
    case Comparison::Below:
        return left < right;
    case Comparison::Is:
        break;
    }
    return left == right;
}

std::string orNone(std::string_view word)
{
    return word.empty() ? "none" : std::string(word);
}

std::string fieldOf(const KnownInteraction &call, const std::string &field)
{
    const InteractionRow &row = call.row;
    if (field == "assignee")
        return row.assignee;
    if (field == "conversation")
        return call.conversation;
    if (field == "disposition")
        return orNone(name(row.disposition));
    if (field == "environment")
        return row.environment;
    if (field == "id")
        return row.id.value;
    if (field == "key")
        return row.key.value;
    if (field == "model")
        return row.model;
    if (field == "outcome")
        return std::string(name(row.outcome));
    if (field == "provider")
        return row.provider;
    if (field == "route")
        return row.route;
    if (field == "severity")
        return std::string(name(row.severity));
    if (field == "state")
        return orNone(name(row.state));
    if (field == "team")
        return row.team;
    if (field == "usecase")
        return row.useCase;
    return std::string(name(row.verdict));
}

bool failed(const CheckResult &check)
{
    return check.outcome == CheckOutcome::Fail || check.applied;
}

bool anyFinding(const KnownInteraction &call, const std::function<bool(const CheckResult &)> &is)
{
    return std::any_of(call.checks.begin(), call.checks.end(),
        [&](const CheckResult &check) { return failed(check) && is(check); });
}

bool scoreHolds(const KnownInteraction &call, Comparison comparison, const std::string &value)
{
    std::optional<double> highest;
    for (const CheckResult &check : call.checks) {
        if (failed(check) && check.score)
            highest = std::max(highest.value_or(0), *check.score);
    }
    return highest && holds(comparison, *highest, std::stod(value));
}

std::vector<std::string> wordsIn(const std::string &text)
{
    std::istringstream stream(text);
    std::vector<std::string> words;
    for (std::string word; stream >> word;)
        words.push_back(word);
    return words;
}

bool saysPhrase(const KnownInteraction &call, std::string phrase)
{
    if (call.row.verdict == VerdictKind::Allowed || call.row.outcome == Outcome::Pending)
        return false;
    const bool begins = phrase.ends_with('*');
    if (begins)
        phrase.pop_back();
    const auto wanted = wordsIn(phrase), said = wordsIn(call.text);
    for (std::size_t at = 0; at + wanted.size() <= said.size(); ++at) {
        bool all = true;
        for (std::size_t i = 0; i < wanted.size() && all; ++i) {
            const bool last = i + 1 == wanted.size();
            all = last && begins ? said[at + i].starts_with(wanted[i]) : said[at + i] == wanted[i];
        }
        if (all)
            return true;
    }
    return false;
}

bool isOfPolicy(const KnownInteraction &call, const std::string &value)
{
    const std::string hash = value.starts_with("sha256:") ? value.substr(7) : value;
    return call.row.policyName == value
        || (hash.size() >= 7 && call.row.policyVersion.value.starts_with(hash));
}

// Bit by bit, apart from how the store counts them.
bool isNear(std::uint64_t group, const std::vector<KnownInteraction> *others, const std::string &id)
{
    for (const KnownInteraction &other : *others) {
        if (other.row.id.value != id || !other.group)
            continue;
        int differing = 0;
        for (int bit = 0; bit < 64; ++bit)
            differing += (group >> bit & 1) != (*other.group >> bit & 1) ? 1 : 0;
        return differing <= 10;
    }
    return false;
}

bool sentTheSame(const KnownInteraction &call, const std::string &id)
{
    return call.row.state != ReviewState::None
        && std::any_of(call.others->begin(), call.others->end(), [&](const KnownInteraction &other) {
               return other.row.id.value == id && other.payload == call.payload;
           });
}

Timestamp timeFrom(const std::string &text, Timestamp now)
{
    if (const auto at = fromRfc3339(text))
        return *at;
    return now - parseDuration(text).value();
}

// As the policy of the test says: critical 4 h, high a day, low 90 minutes, any other never.
bool isDue(const InteractionRow &row, const std::string &text, Timestamp now)
{
    const auto at = fromRfc3339(text);
    const Timestamp until = text == "overdue" ? now : at ? *at : now + parseDuration(text).value();
    const bool waits = row.state == ReviewState::Open || row.state == ReviewState::InReview
        || row.state == ReviewState::Escalated;
    const std::map<Severity, std::chrono::minutes> within{{Severity::Critical, std::chrono::minutes(240)},
        {Severity::High, std::chrono::minutes(1440)}, {Severity::Low, std::chrono::minutes(90)}};
    const auto level = within.find(row.severity);
    return waits && level != within.end() && row.at + level->second <= until;
}

int rankOf(const std::string &severity)
{
    return static_cast<int>(std::find(severities.begin(), severities.end(), severity) - severities.begin());
}

bool valueHolds(const KnownInteraction &call, const FilterTerm &term, const std::string &value, Timestamp now)
{
    const std::string &field = term.field;
    if (field == "text")
        return saysPhrase(call, value);
    if (field == "since")
        return call.row.at >= timeFrom(value, now);
    if (field == "until")
        return call.row.at <= timeFrom(value, now);
    if (field == "due")
        return isDue(call.row, value, now);
    if (field == "check")
        return anyFinding(call, [&](const CheckResult &check) { return check.check == value; });
    if (field == "rule")
        return anyFinding(call, [&](const CheckResult &check) { return check.rule == value; });
    if (field == "zone")
        return anyFinding(call, [&](const CheckResult &check) {
            return std::any_of(check.evidence.begin(), check.evidence.end(),
                [&](const Evidence &evidence) { return name(evidence.zone) == value; });
        });
    if (field == "score")
        return scoreHolds(call, term.comparison, value);
    if (field == "policy")
        return isOfPolicy(call, value);
    if (field == "group")
        return call.group ? groupText(*call.group) == value : value == "none";
    if (field == "similar")
        return call.row.id.value == value || (call.group && isNear(*call.group, call.others, value));
    if (field == "payload")
        return call.row.id.value == value || sentTheSame(call, value);
    if (field == "severity")
        return holds(term.comparison, rankOf(fieldOf(call, field)), rankOf(value));
    return fieldOf(call, field) == value;
}

} // namespace

bool matches(const KnownInteraction &call, const Filter &filter, Timestamp now)
{
    return std::all_of(filter.terms.begin(), filter.terms.end(), [&](const FilterTerm &term) {
        const bool any = std::any_of(term.values.begin(), term.values.end(),
            [&](const std::string &value) { return valueHolds(call, term, value, now); });
        return any != term.excluded;
    });
}

} // namespace gatehouse::store::test
