// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Exceptions: permits made from false positives. Each takes what one rule finds out of the judgement, in the
// calls of its scope, until it expires. The finding stays in the verdict, marked with the exception.

#include "core/base/error.h"
#include "core/base/names.h"
#include "core/base/time.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace re2 {
class RE2;
}

namespace gatehouse {

struct CheckFinding;
struct CheckResult;
struct Identity;
struct RuleDocument;

using ExceptionId = NamedText<struct ExceptionIdTag>; // UUIDv7, sorts by time

// Made for one payload of one key, or for what a pattern fits: one of the two is given.
struct PolicyException {
    ExceptionId id;
    std::string rule; // id
    std::string team, environment, useCase, key; // whose calls; "": everybody's
    std::string payloadHash; // as the store keeps it of a call
    std::string pattern; // RE2, of the whole text that was found
    Timestamp expiresAt{};
    friend bool operator==(const PolicyException &, const PolicyException &) = default;
};

// The pattern of an exception, made ready.
class ExceptionPattern {
public:
    // InvalidInput for one that can't be compiled, is too long or too large, or fits an empty text.
    [[nodiscard]] static Result<ExceptionPattern> from(const std::string &pattern);
    // A pattern that fits this text and no other.
    [[nodiscard]] static std::string ofText(std::string_view text);

    [[nodiscard]] bool fits(std::string_view found) const; // from its first character to its last

private:
    explicit ExceptionPattern(std::shared_ptr<const re2::RE2> expression);
    std::shared_ptr<const re2::RE2> m_expression; // never null
};

// Exceptions never lift a floor or an access rule.
[[nodiscard]] bool canBeLifted(const RuleDocument &rule);

// The exceptions that hold for one call. Refers to the table they come from.
class CallExceptions {
public:
    struct Entry {
        PolicyException exception;
        std::optional<ExceptionPattern> pattern; // none: the payload decides
    };

    CallExceptions() = default;
    explicit CallExceptions(std::vector<const Entry *> entries)
        : m_entries(std::move(entries))
    {
    }
    // Whatever the rule finds is lifted.
    [[nodiscard]] bool liftAll(const RuleDocument &rule) const;
    // What the rule finds may be lifted, which is known once all of it is there.
    [[nodiscard]] bool mayLift(const RuleDocument &rule) const;
    // Those which cover, together, all that a failed rule found; none when something remains: then the rule
    // acts as if there were no exception.
    [[nodiscard]] std::vector<ExceptionId> covering(
        const RuleDocument &rule, std::span<const CheckFinding> findings) const;

private:
    std::vector<const Entry *> m_entries; // in the order of their ids
};

// All exceptions there are, made ready; immutable, shared between threads.
class ExceptionTable {
public:
    // One whose pattern can't be compiled lifts nothing.
    explicit ExceptionTable(std::vector<PolicyException> exceptions = {});
    // Those of this caller that have not expired at `now`.
    [[nodiscard]] CallExceptions forCall(
        const Identity &identity, std::string_view payloadHash, Timestamp now) const;
    [[nodiscard]] bool isEmpty() const { return m_entries.empty(); }

private:
    std::vector<CallExceptions::Entry> m_entries; // in the order of their ids
};

// How a check result names the exceptions that lifted it: the reason of a failed result that is not applied
// begins with it, "exception:<id>[,<id>…]"; what its check said follows behind a blank.
[[nodiscard]] std::string liftedReason(const std::vector<ExceptionId> &by, const std::string &reason);
// The exceptions a result was lifted by; none: it was not.
[[nodiscard]] std::vector<ExceptionId> liftedBy(const CheckResult &result);

} // namespace gatehouse
