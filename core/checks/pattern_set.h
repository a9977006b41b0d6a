// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Every pattern of a policy in one scan (Vectorscan), exact spans by RE2 after the hit.
//
// A check adds its patterns while the policy is compiled and keeps the Pattern it gets back. Judging scans
// each segment once; a check then asks which of its patterns were hit and has the spans confirmed.

#include "core/base/byte_range.h"
#include "core/base/error.h"

#include <cstdint>
#include <functional>
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

using PatternId = std::uint32_t;

// A pattern in the syntax RE2 and Vectorscan share. No look-around, no back-references.
struct PatternSource {
    std::string
        expression; // exact form, confirmed by RE2; the span is group 1 when there is one, else the match
    std::string anchor; // optional cheaper expression for the scan: must match wherever `expression` does
    bool caseless = false;
};

// One compiled pattern; cheap to copy.
class Pattern {
public:
    Pattern() = default;
    [[nodiscard]] PatternId id() const { return m_id; }
    // Longest text the expression can match, when bounded and scanned for as it is (without an anchor).
    [[nodiscard]] std::optional<std::size_t> longestMatch() const { return m_longest; }
    // Calls `found` for each confirmed, non-empty span, left to right, not overlapping. Stops when it returns
    // false.
    void forEachSpan(std::string_view text, const std::function<bool(ByteRange)> &found) const;

private:
    friend class PatternSetBuilder;
    PatternId m_id = 0;
    std::optional<std::size_t> m_longest;
    std::shared_ptr<const re2::RE2> m_confirm;
};

// Which patterns were hit in one text.
class PatternHits {
public:
    [[nodiscard]] bool contains(PatternId id) const;
    [[nodiscard]] bool empty() const { return m_ids.empty(); }
    // For a scan done elsewhere (core/checks/pattern_stream.h).
    void clear() { m_ids.clear(); }
    void add(PatternId id);

private:
    friend class PatternSet;
    std::vector<PatternId> m_ids; // ascending
};

class PatternSet;
struct StreamPattern;

class PatternSetBuilder {
public:
    PatternSetBuilder();
    ~PatternSetBuilder();
    // InvalidInput with the engine's reason when the expression can't be taken: syntax, look-around, too
    // large, or one that matches the empty text.
    [[nodiscard]] Result<Pattern> add(const PatternSource &source);
    [[nodiscard]] Result<std::shared_ptr<const PatternSet>> build();
    // What was asked for since the last call, ascending: the patterns of one check.
    [[nodiscard]] std::vector<PatternId> takeUsed();
    // The same patterns for texts that arrive in pieces (core/checks/pattern_stream.h).
    [[nodiscard]] std::vector<StreamPattern> streamPatterns(std::span<const PatternId> ids) const;
    // SHA-256 (hex) over every expression added so far, in order.
    [[nodiscard]] std::string digest() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

// Immutable; scan() may be called from any number of threads (scratch space is per thread).
class PatternSet {
public:
    ~PatternSet();
    [[nodiscard]] PatternHits scan(std::string_view text) const;
    [[nodiscard]] std::size_t size() const;

private:
    friend class PatternSetBuilder;
    struct State;
    explicit PatternSet(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace gatehouse
