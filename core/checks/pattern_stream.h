// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Patterns looked for in texts that arrive piece by piece, each byte scanned once.
//
// A stream of the scan engine says where a pattern may end; whether it does, and where it starts, is
// confirmed in the text as after any other scan. So hits are candidates, never fewer than a scan of the text
// so far would give.

#include "core/checks/pattern_set.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse {

struct StreamPattern {
    PatternId id = 0;
    std::string expression;
    unsigned flags = 0; // of the scan engine, as for whole texts
};

// Immutable once compiled; streams of it may be used by any number of threads, each stream by one at a time.
class PatternStreamSet {
public:
    // What was compiled is kept in the folder, when one is given.
    explicit PatternStreamSet(std::vector<StreamPattern> patterns, std::filesystem::path cacheFolder = {});
    ~PatternStreamSet();
    // Compiles when it is asked first: many policies never meet a stream. False when there are no patterns or
    // the engine can't take them for streams (what it takes for whole texts is more).
    [[nodiscard]] bool isReady() const;
    [[nodiscard]] std::size_t stateBytes() const; // of one stream; 0 when not ready

private:
    friend class PatternStream;
    struct State;
    std::unique_ptr<State> m_state;
};

// One text as it arrives.
class PatternStream {
public:
    // `set` is ready and outlives the stream.
    explicit PatternStream(const PatternStreamSet &set);
    ~PatternStream();
    PatternStream(PatternStream &&other) noexcept;
    PatternStream &operator=(PatternStream &&) = delete;

    void append(std::string_view text);
    // Whether a pattern may have matched with an end after this byte of the text.
    [[nodiscard]] bool hitAfter(std::size_t byte) const { return m_lastEnd > byte; }
    // Those patterns; what ended before is forgotten, so `byte` must not go back.
    void candidatesAfter(std::size_t byte, PatternHits &candidates);

private:
    struct Hit {
        PatternId id = 0;
        std::size_t end = 0; // the last one seen
    };
    struct Streams;

    static int onHit(unsigned index, unsigned long long, unsigned long long end, unsigned, void *stream);
    void note(PatternId id, std::size_t end);
    void noteAll();

    const PatternStreamSet &m_set;
    std::unique_ptr<Streams> m_streams;
    std::vector<Hit> m_hits;
    std::size_t m_size = 0;
    std::size_t m_lastEnd = 0;
};

} // namespace gatehouse
