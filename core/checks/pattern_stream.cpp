// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/pattern_stream.h"

#include "core/base/digest.h"
#include "core/checks/patterns/scan_database.h"

#include <algorithm>
#include <cstdlib>
#include <hs.h>
#include <mutex>

namespace gatehouse {

namespace {

struct FreeStream {
    void operator()(hs_stream_t *stream) const { hs_close_stream(stream, nullptr, nullptr, nullptr); }
};
using OpenStream = std::unique_ptr<hs_stream_t, FreeStream>;

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
    std::filesystem::path cacheFolder;
    ScanDatabasePtr database; // null: not compiled, or not to be had

    void compile();
};

// SINGLEMATCH would say where a pattern was hit first, a stream must know where it was hit last.
void PatternStreamSet::State::compile()
{
    if (patterns.empty())
        return;
    std::vector<ScanPattern> wanted;
    std::string written;
    for (const StreamPattern &pattern : patterns) {
        wanted.push_back({pattern.expression, pattern.flags & ~unsigned{HS_FLAG_SINGLEMATCH}});
        written += std::to_string(wanted.back().flags) + '\n' + pattern.expression + '\n';
    }
    const auto made = scanDatabase({wanted, ScanMode::Stream, sha256Hex(written), cacheFolder},
        [] { return Status(); }); // each is taken for whole texts
    if (made)
        database = *made;
}

PatternStreamSet::PatternStreamSet(std::vector<StreamPattern> patterns, std::filesystem::path cacheFolder)
    : m_state(std::make_unique<State>())
{
    m_state->cacheFolder = std::move(cacheFolder);
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
    if (!isReady())
        return 0;
    (void)hs_stream_size(m_state->database->engine(), &bytes);
    return m_state->database->endMatters() ? 2 * bytes : bytes;
}

struct PatternStream::Streams {
    OpenStream text;
    OpenStream ended; // a copy that is told the text ends here; null where that makes no difference
};

PatternStream::PatternStream(const PatternStreamSet &set)
    : m_set(set)
    , m_streams(std::make_unique<Streams>())
{
    m_streams->text = openStream(set.m_state->database->engine());
    if (set.m_state->database->endMatters())
        m_streams->ended = openStream(set.m_state->database->engine());
}

PatternStream::~PatternStream() = default;
PatternStream::PatternStream(PatternStream &&other) noexcept = default;

int PatternStream::onHit(unsigned index, unsigned long long, unsigned long long end, unsigned, void *stream)
{
    auto *self = static_cast<PatternStream *>(stream);
    self->note(self->m_set.m_state->patterns[index].id, static_cast<std::size_t>(end));
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
    hs_scratch_t *scratch = m_set.m_state->database->scratch();
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
