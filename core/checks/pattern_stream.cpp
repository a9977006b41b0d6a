// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/pattern_stream.h"

#include "core/checks/pattern_scratch.h"

#include <algorithm>
#include <cstdlib>
#include <hs.h>
#include <mutex>

namespace gatehouse {

namespace {

struct FreeDatabase {
    void operator()(hs_database_t *database) const { hs_free_database(database); }
};
struct FreeStream {
    void operator()(hs_stream_t *stream) const { hs_close_stream(stream, nullptr, nullptr, nullptr); }
};
using OpenStream = std::unique_ptr<hs_stream_t, FreeStream>;

// Whether the end of the text can complete a match ('$', or '\b' after a letter).
bool matchesAtTheEnd(const StreamPattern &pattern)
{
    hs_expr_info_t *info = nullptr;
    hs_compile_error_t *error = nullptr;
    if (hs_expression_info(pattern.expression.c_str(), pattern.flags, &info, &error) != HS_SUCCESS) {
        hs_free_compile_error(error);
        return true;
    }
    const std::unique_ptr<hs_expr_info_t, decltype(&std::free)> owned(info, &std::free);
    return info->matches_at_eod != 0;
}

OpenStream openStream(const hs_database_t *database)
{
    hs_stream_t *stream = nullptr;
    if (hs_open_stream(database, 0, &stream) != HS_SUCCESS)
        std::abort(); // out of memory: nothing could be judged, and passing unread text is no option
    return OpenStream(stream);
}

} // namespace

struct PatternStreamSet::State {
    std::vector<StreamPattern> patterns;
    std::once_flag compiled;
    std::unique_ptr<hs_database_t, FreeDatabase> database; // null: not compiled, or not to be had
    DatabaseTag tag;
    bool endMatters = false; // for at least one pattern

    void compile();
};

// SINGLEMATCH would say where a pattern was hit first, a stream must know where it was hit last.
void PatternStreamSet::State::compile()
{
    if (patterns.empty())
        return;
    std::vector<const char *> expressions;
    std::vector<unsigned> flags, ids;
    for (StreamPattern &pattern : patterns) {
        pattern.flags &= ~unsigned{HS_FLAG_SINGLEMATCH};
        expressions.push_back(pattern.expression.c_str());
        flags.push_back(pattern.flags);
        ids.push_back(pattern.id);
    }
    endMatters = std::any_of(patterns.begin(), patterns.end(), matchesAtTheEnd);
    hs_database_t *made = nullptr;
    hs_compile_error_t *error = nullptr;
    if (hs_compile_multi(expressions.data(), flags.data(), ids.data(),
            static_cast<unsigned>(expressions.size()), HS_MODE_STREAM, nullptr, &made, &error)
        != HS_SUCCESS)
        hs_free_compile_error(error);
    database.reset(made);
}

PatternStreamSet::PatternStreamSet(std::vector<StreamPattern> patterns)
    : m_state(std::make_unique<State>())
{
    m_state->patterns = std::move(patterns);
}

PatternStreamSet::~PatternStreamSet() = default;

bool PatternStreamSet::isReady() const
{
    std::call_once(m_state->compiled, [&] { m_state->compile(); });
    return m_state->database != nullptr;
}

std::size_t PatternStreamSet::stateBytes() const
{
    std::size_t bytes = 0;
    if (isReady())
        (void)hs_stream_size(m_state->database.get(), &bytes);
    return m_state->endMatters ? 2 * bytes : bytes;
}

struct PatternStream::Streams {
    OpenStream text;
    OpenStream ended; // a copy that is told the text ends here; null where that makes no difference
};

PatternStream::PatternStream(const PatternStreamSet &set)
    : m_set(set)
    , m_streams(std::make_unique<Streams>())
{
    m_streams->text = openStream(set.m_state->database.get());
    if (set.m_state->endMatters)
        m_streams->ended = openStream(set.m_state->database.get());
}

PatternStream::~PatternStream() = default;
PatternStream::PatternStream(PatternStream &&other) noexcept = default;

int PatternStream::onHit(unsigned id, unsigned long long, unsigned long long end, unsigned, void *stream)
{
    static_cast<PatternStream *>(stream)->note(id, static_cast<std::size_t>(end));
    return 0;
}

void PatternStream::note(PatternId id, std::size_t end)
{
    m_lastEnd = std::max(m_lastEnd, end);
    const auto known
        = std::find_if(m_hits.rbegin(), m_hits.rend(), [&](const Hit &hit) { return hit.id == id; });
    if (known == m_hits.rend())
        m_hits.push_back({id, end});
    else
        known->end = std::max(known->end, end);
}

// Nothing may pass because a scan failed: every pattern is a candidate then.
void PatternStream::noteAll()
{
    for (const StreamPattern &pattern : m_set.m_state->patterns)
        note(pattern.id, m_size);
}

void PatternStream::append(std::string_view text)
{
    const PatternStreamSet::State &set = *m_set.m_state;
    hs_scratch_t *scratch = scratchFor(set.database.get(), set.tag);
    m_size += text.size();
    bool scanned = hs_scan_stream(m_streams->text.get(), text.data(), static_cast<unsigned>(text.size()), 0,
                       scratch, onHit, this)
        == HS_SUCCESS;
    if (m_streams->ended) {
        scanned = scanned
            && hs_reset_and_copy_stream(
                   m_streams->ended.get(), m_streams->text.get(), nullptr, nullptr, nullptr)
                == HS_SUCCESS
            && hs_reset_stream(m_streams->ended.get(), 0, scratch, onHit, this) == HS_SUCCESS;
    }
    if (!scanned)
        noteAll();
}

void PatternStream::candidatesAfter(std::size_t byte, PatternHits &candidates)
{
    std::erase_if(m_hits, [&](const Hit &hit) { return hit.end <= byte; });
    candidates.clear();
    for (const Hit &hit : m_hits)
        candidates.add(hit.id);
}

} // namespace gatehouse
