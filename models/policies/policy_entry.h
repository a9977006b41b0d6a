// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A policy version, its rules and what is wrong with a draft, as the Policies desk shows them.

#include "core/policy/document.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace gatehouse::console {

struct PolicyEntry {
    enum class State { Draft, Published, Superseded };

    QString version; // 64 hex characters
    QString shown; // "v41 · 3fa9c12"
    QString name;
    State state = State::Draft;
    std::optional<QDateTime> publishedAt;
    QString author;
    QString reason;

    friend bool operator==(const PolicyEntry &, const PolicyEntry &) = default;
};

// One rule of a document, with the four values that can be changed in the list.
struct RuleEntry {
    QString id;
    QString title;
    QString description;
    Stage stage = Stage::Request;
    QString zones; // "user, document", or "all"
    QString check;
    Mode mode = Mode::Enforce;
    Action action = Action::Flag;
    Severity severity = Severity::Medium;
    std::optional<double> threshold; // nothing: the check has none

    friend bool operator==(const RuleEntry &, const RuleEntry &) = default;
};

struct PolicyProblem {
    QString pointer; // JSON pointer into the document
    QString text;
    QString advice;
    bool warning = false; // unwise, but may be published
};

// What there is to say about a draft.
struct PolicyReport {
    bool readable = false; // the rules could be read
    bool valid = false; // it would be accepted
    QString version; // hash of the document, when readable
    std::vector<RuleEntry> rules; // by stage, in document order within one
    std::vector<PolicyProblem> problems; // errors first
};

struct PolicyTestEntry {
    QString name;
    bool ok = false;
    QString expected;
    QString got;

    friend bool operator==(const PolicyTestEntry &, const PolicyTestEntry &) = default;
};

[[nodiscard]] QString word(PolicyEntry::State state);

// The rules alone, without compiling; empty when the document can't be read. Any thread.
[[nodiscard]] std::vector<RuleEntry> readRules(const QByteArray &json);
// Reads, validates and compiles; any thread.
[[nodiscard]] PolicyReport inspectPolicy(const QByteArray &json);
// The document's own test cases; nothing when it is invalid. Any thread.
[[nodiscard]] std::optional<std::vector<PolicyTestEntry>> testPolicy(const QByteArray &json);

} // namespace gatehouse::console
