// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Every pattern of a policy in one scan (Vectorscan), exact spans by RE2 after the hit.
//
// A check adds its patterns while the policy is compiled and keeps the Pattern it gets back. Judging scans
// each segment once; a check then asks which of its patterns were hit and has the spans confirmed.

#include "core/base/byte_range.h"
#include "core/base/error.h"
#include "core/base/function_ref.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse {

class Confirmer;

using PatternId = std::uint32_t;

// A pattern in the syntax RE2 and Vectorscan share. No look-around, no back-references.
struct PatternSource {
    std::string
        expression; // exact form, confirmed by RE2; the span is group 1 when there is one, else the match
    std::string anchor; // optional cheaper expression for the scan: must match wherever `expression` does
    bool caseless = false;
    // Ships with the program: scanned for apart from what a policy's author wrote, and validated with all the
    // others when the set is compiled, not one by one.
    bool rulePack = false;
};

// One compiled pattern; cheap to copy.
class Pattern {
public:
    Pattern() = default;
    [[nodiscard]] PatternId id() const { return m_id; }
    // Longest text an author's expression can match, when bounded and scanned for as it is (without an
    // anchor). Not known of rule packs.
    [[nodiscard]] std::optional<std::size_t> longestMatch() const { return m_longest; }
    // Calls `found` for each confirmed, non-empty span, left to right, not overlapping. Stops when it returns
    // false.
    void forEachSpan(std::string_view text, FunctionRef<bool(ByteRange)> found) const;

private:
    friend class PatternSetBuilder;
    PatternId m_id = 0;
    std::optional<std::size_t> m_longest;
    std::shared_ptr<const Confirmer> m_confirm;
};

// Which patterns were hit in one text. Keeps its memory when it is used for the next one.
class PatternHits {
public:
    [[nodiscard]] bool contains(PatternId id) const
    {
        return id / wordBits < m_words.size() && (m_words[id / wordBits] >> (id % wordBits) & 1) != 0;
    }
    [[nodiscard]] bool empty() const { return m_words.empty(); }
    // For a scan done elsewhere (core/checks/pattern_stream.h).
    void clear() { m_words.clear(); }
    void add(PatternId id)
    {
        if (id / wordBits >= m_words.size())
            m_words.resize(id / wordBits + 1);
        m_words[id / wordBits] |= std::uint64_t{1} << (id % wordBits);
    }

private:
    static constexpr std::size_t wordBits = 64;
    std::vector<std::uint64_t> m_words; // one bit a pattern; as long as the highest hit needs
};

class PatternSet;
struct StreamPattern;

class PatternSetBuilder {
public:
    PatternSetBuilder();
    ~PatternSetBuilder();
    // InvalidInput with the engine's reason when the expression can't be taken: syntax, look-around, too
    // large, or one that matches the empty text. A rule pack's is refused by build().
    [[nodiscard]] Result<Pattern> add(const PatternSource &source);
    // What was compiled before is taken from memory, or from the folder when one is given (it need not be
    // there yet).
    [[nodiscard]] Result<std::shared_ptr<const PatternSet>> build(
        const std::filesystem::path &cacheFolder = {});
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
    // The same into hits of an earlier scan: allocates nothing once they have grown.
    void scan(std::string_view text, PatternHits &hits) const;
    [[nodiscard]] std::size_t size() const;

private:
    friend class PatternSetBuilder;
    struct State;
    explicit PatternSet(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace gatehouse
