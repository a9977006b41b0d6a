// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/exceptions.h"

#include "core/checks/check.h"
#include "core/policy/document.h"

#include <algorithm>
#include <re2/re2.h>

namespace gatehouse {

namespace {

constexpr std::size_t longestPattern = 1000;
constexpr std::int64_t patternMemory = 1 << 20; // of the compiled pattern and of matching with it
constexpr std::string_view reasonPrefix = "exception:";

re2::StringPiece piece(std::string_view text)
{
    return {text.data(), text.size()};
}

bool isOf(const PolicyException &exception, const Identity &identity)
{
    const auto fits
        = [](const std::string &wanted, const std::string &is) { return wanted.empty() || wanted == is; };
    return fits(exception.team, identity.team) && fits(exception.environment, identity.environment)
        && fits(exception.useCase, identity.useCase) && fits(exception.key, identity.key);
}

bool covers(const CallExceptions::Entry &entry, const CheckFinding &finding)
{
    return !entry.pattern
        || entry.pattern->fits(finding.place->text.substr(finding.range.start, finding.range.size()));
}

} // namespace

ExceptionPattern::ExceptionPattern(std::shared_ptr<const re2::RE2> expression)
    : m_expression(std::move(expression))
{
}

Result<ExceptionPattern> ExceptionPattern::from(const std::string &pattern)
{
    const char *advice = "write an RE2 expression of the whole text that was found";
    if (pattern.empty() || pattern.size() > longestPattern)
        return fail(ErrorKind::InvalidInput, "a pattern has 1 to 1000 characters", "pattern", advice);
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(patternMemory);
    ExceptionPattern made(std::make_shared<const re2::RE2>(pattern, options));
    if (!made.m_expression->ok())
        return fail(ErrorKind::InvalidInput, "the pattern can't be read: " + made.m_expression->error(),
            "pattern", advice);
    if (made.fits({}))
        return fail(ErrorKind::InvalidInput, "the pattern fits an empty text", "pattern", advice);
    return made;
}

std::string ExceptionPattern::ofText(std::string_view text)
{
    return re2::RE2::QuoteMeta(piece(text));
}

bool ExceptionPattern::fits(std::string_view found) const
{
    return re2::RE2::FullMatch(piece(found), *m_expression);
}

bool canBeLifted(const RuleDocument &rule)
{
    return !rule.floor && rule.stage != Stage::Access;
}

bool CallExceptions::liftAll(const RuleDocument &rule) const
{
    return canBeLifted(rule) && std::any_of(m_entries.begin(), m_entries.end(), [&](const Entry *entry) {
        return !entry->pattern && entry->exception.rule == rule.id;
    });
}

bool CallExceptions::mayLift(const RuleDocument &rule) const
{
    return canBeLifted(rule) && std::any_of(m_entries.begin(), m_entries.end(), [&](const Entry *entry) {
        return entry->exception.rule == rule.id;
    });
}

std::vector<ExceptionId> CallExceptions::covering(
    const RuleDocument &rule, std::span<const CheckFinding> findings) const
{
    if (!mayLift(rule))
        return {};
    std::vector<const Entry *> used;
    const auto cover = [&](const auto &isCovered) {
        const auto found = std::find_if(m_entries.begin(), m_entries.end(),
            [&](const Entry *entry) { return entry->exception.rule == rule.id && isCovered(*entry); });
        if (found == m_entries.end())
            return false;
        if (std::find(used.begin(), used.end(), *found) == used.end())
            used.push_back(*found);
        return true;
    };
    bool anything = false;
    for (const CheckFinding &finding : findings) {
        if (finding.supporting)
            continue;
        anything = true;
        if (!cover([&](const Entry &entry) { return covers(entry, finding); }))
            return {};
    }
    // Of a fact (a length, a habit) there is no text a pattern could fit.
    if (!anything && !cover([](const Entry &entry) { return !entry.pattern; }))
        return {};
    std::vector<ExceptionId> ids;
    for (const Entry *entry : used)
        ids.push_back(entry->exception.id);
    std::sort(ids.begin(), ids.end());
    return ids;
}

ExceptionTable::ExceptionTable(std::vector<PolicyException> exceptions)
{
    std::sort(exceptions.begin(), exceptions.end(),
        [](const PolicyException &a, const PolicyException &b) { return a.id < b.id; });
    for (PolicyException &exception : exceptions) {
        if (!exception.payloadHash.empty())
            m_entries.push_back({std::move(exception), std::nullopt});
        else if (auto pattern = ExceptionPattern::from(exception.pattern))
            m_entries.push_back({std::move(exception), std::move(*pattern)});
    }
}

CallExceptions ExceptionTable::forCall(
    const Identity &identity, std::string_view payloadHash, Timestamp now) const
{
    std::vector<const CallExceptions::Entry *> entries;
    for (const CallExceptions::Entry &entry : m_entries) {
        const PolicyException &exception = entry.exception;
        const bool samePayload = entry.pattern || exception.payloadHash == payloadHash;
        if (samePayload && now < exception.expiresAt && isOf(exception, identity))
            entries.push_back(&entry);
    }
    return CallExceptions(std::move(entries));
}

std::string liftedReason(const std::vector<ExceptionId> &by, const std::string &reason)
{
    std::string text(reasonPrefix);
    for (const ExceptionId &id : by)
        text += (&id == by.data() ? "" : ",") + id.value;
    return reason.empty() ? text : text + ' ' + reason;
}

std::vector<ExceptionId> liftedBy(const CheckResult &result)
{
    const std::string_view reason = result.reason;
    if (result.outcome != CheckOutcome::Fail || result.applied || !reason.starts_with(reasonPrefix))
        return {};
    std::string_view list = reason.substr(reasonPrefix.size());
    list = list.substr(0, list.find(' '));
    std::vector<ExceptionId> ids;
    while (!list.empty()) {
        const std::string_view id = list.substr(0, list.find(','));
        ids.push_back({std::string(id)});
        list.remove_prefix(std::min(list.size(), id.size() + 1));
    }
    return ids;
}

} // namespace gatehouse
