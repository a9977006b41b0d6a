// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Where the values of one tool call came from, and how much that matters.

#include "core/checks/check.h"
#include "core/checks/taint/needle_set.h"
#include "core/checks/taint/said_before.h"
#include "core/checks/taint/sink_call.h"
#include "core/checks/taint/tainted_values.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace gatehouse {

class TaintJudge {
public:
    // `call` outlives the judge; its sink is past `read`.
    explicit TaintJudge(const SinkCall &call);

    // Each tainted value, with its source beside it.
    [[nodiscard]] std::vector<CheckFinding> findings(const std::vector<SaidText> &said);

private:
    struct Place {
        const ScannedSegment *segment = nullptr;
        ByteRange range;
        bool isField = false;
    };
    // What is known of one value.
    struct Trace {
        TaintValue value;
        std::size_t argument = 0; // index
        bool isTrusted = false;
        bool isKnown = false; // a trusted text names its host, a domain above it or a folder above a path
        bool isShown = false; // an answer named it and the user went on
        bool isOwn = false; // the model named it before any tool did
        std::optional<Place> source, hostSource;
    };
    enum class Role { Value, Host, Above };
    struct Needle {
        std::size_t trace = 0;
        Role role = Role::Value;
        std::size_t size = 0;
    };

    void addTraces(const JsonLeaf &argument, std::size_t index);
    void addNeedles(std::size_t index);
    void addNeedle(std::size_t trace, Role role, std::string_view text);
    void readPiece(const SaidText &said, const SourcePiece &piece);
    void note(const Needle &needle, const SaidText &said, const SourcePiece &piece, ByteRange place);
    [[nodiscard]] double scoreOf(const Trace &trace) const;
    void addFinding(const Trace &trace, double score, std::vector<CheckFinding> &findings) const;

    const SinkCall &m_call;
    std::vector<Trace> m_traces;
    std::vector<Needle> m_needles;
    NeedleSet m_plain, m_compact;
};

// Text of at least `minLength` bytes that a call which sends something repeats word for word, and, behind an
// order to send them, fewer words nobody else has said.
[[nodiscard]] std::vector<CheckFinding> findCopiedText(
    const SinkCall &call, const std::vector<SaidText> &said, std::size_t minLength);

// "url-to-egress"; "url-to-guessed-egress" where nobody said what the tool does.
[[nodiscard]] std::string taintLabel(std::string_view what, const SinkCall &call);

} // namespace gatehouse
