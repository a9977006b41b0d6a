// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/pattern_set.h"

#include "core/base/digest.h"
#include "core/checks/pattern_stream.h"

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <hs.h>
#include <map>
#include <re2/re2.h>
#include <tuple>
#include <utility>

namespace gatehouse {

namespace {

struct FreeDatabase {
    void operator()(hs_database_t *database) const { hs_free_database(database); }
};
struct FreeScratch {
    void operator()(hs_scratch_t *scratch) const { hs_free_scratch(scratch); }
};
using Database = std::unique_ptr<hs_database_t, FreeDatabase>;
using Scratch = std::unique_ptr<hs_scratch_t, FreeScratch>;

struct ScanPattern {
    std::string expression;
    unsigned flags = 0;
};

// SINGLEMATCH: one hit is enough, spans come from RE2. PREFILTER lets the engine approximate what it can't
// take exactly. UCP is never set: on large sets it does not finish compiling.
constexpr unsigned commonFlags = HS_FLAG_SINGLEMATCH | HS_FLAG_PREFILTER | HS_FLAG_MULTILINE;

bool isAscii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// RE2 counts characters, the scan bytes: where an expression can take any character, or one beyond ASCII, the
// scan must count as RE2 does or it would miss what RE2 matches.
unsigned unicodeFlag(std::string_view expression)
{
    static constexpr std::string_view wide[] = {".", "[^", "\\D", "\\W", "\\S", "\\p", "\\P", "\\x{"};
    const auto has = [&](std::string_view part) { return expression.find(part) != std::string_view::npos; };
    return !isAscii(expression) || std::any_of(std::begin(wide), std::end(wide), has) ? HS_FLAG_UTF8 : 0U;
}

unsigned flagsOf(const PatternSource &source, std::string_view expression)
{
    return commonFlags | (source.caseless ? HS_FLAG_CASELESS : 0U) | unicodeFlag(expression);
}

struct Width {
    std::optional<std::size_t> longest;
};

Result<Width> inspect(const std::string &expression, unsigned flags)
{
    hs_expr_info_t *info = nullptr;
    hs_compile_error_t *error = nullptr;
    if (hs_expression_info(expression.c_str(), flags, &info, &error) != HS_SUCCESS) {
        std::string reason = error ? error->message : "the engine gave no reason";
        hs_free_compile_error(error);
        return fail(ErrorKind::InvalidInput, "the scan engine can't take this expression: " + reason, {},
            "look-around and back-references are not available");
    }
    const std::unique_ptr<hs_expr_info_t, decltype(&std::free)> owned(info, &std::free);
    if (info->min_width == 0)
        return fail(ErrorKind::InvalidInput, "the expression matches the empty text", {},
            "make at least one part required");
    Width width;
    if (info->max_width != UINT_MAX)
        width.longest = info->max_width;
    return width;
}

std::shared_ptr<const re2::RE2> confirmer(const PatternSource &source)
{
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_case_sensitive(!source.caseless);
    options.set_max_mem(4 << 20);
    // POSIX off: Perl classes and non-greedy repeats as pattern authors know them; '^' and '$' as in the
    // scan.
    return std::make_shared<const re2::RE2>("(?m)" + source.expression, options);
}

} // namespace

void Pattern::forEachSpan(std::string_view text, const std::function<bool(ByteRange)> &found) const
{
    const re2::StringPiece whole(text.data(), text.size());
    const int groups = std::min(1, m_confirm->NumberOfCapturingGroups());
    std::size_t from = 0;
    re2::StringPiece match[2];
    while (from < text.size()
        && m_confirm->Match(whole, from, text.size(), re2::RE2::UNANCHORED, match, groups + 1)) {
        const auto offsetOf = [&](const re2::StringPiece &piece) {
            return static_cast<std::size_t>(piece.data() - text.data());
        };
        const std::size_t matchEnd = offsetOf(match[0]) + match[0].size();
        const re2::StringPiece &span = groups == 1 && match[1].data() ? match[1] : match[0];
        const ByteRange range{offsetOf(span), offsetOf(span) + span.size()};
        if (range.size() > 0 && !found(range))
            return;
        from = std::max(matchEnd, from + 1);
    }
}

void PatternHits::add(PatternId id)
{
    const auto place = std::lower_bound(m_ids.begin(), m_ids.end(), id);
    if (place == m_ids.end() || *place != id)
        m_ids.insert(place, id);
}

bool PatternHits::contains(PatternId id) const
{
    return std::binary_search(m_ids.begin(), m_ids.end(), id);
}

struct PatternSetBuilder::State {
    std::vector<ScanPattern> patterns;
    std::vector<PatternId> used; // since takeUsed()
    std::string expressions; // of all patterns, for the digest
    // Rules of several stages often use the same check: what was added before is scanned once.
    std::map<std::tuple<std::string, std::string, bool>, Pattern> known;
};

PatternSetBuilder::PatternSetBuilder()
    : m_state(std::make_unique<State>())
{
}

PatternSetBuilder::~PatternSetBuilder() = default;

Result<Pattern> PatternSetBuilder::add(const PatternSource &source)
{
    const auto key = std::tuple(source.expression, source.anchor, source.caseless);
    if (const auto found = m_state->known.find(key); found != m_state->known.end()) {
        m_state->used.push_back(found->second.id());
        return found->second;
    }
    const std::string &scanned = source.anchor.empty() ? source.expression : source.anchor;
    const unsigned flags = flagsOf(source, scanned);
    const auto width = inspect(scanned, flags);
    if (!width)
        return tl::unexpected(width.error());
    Pattern pattern;
    pattern.m_confirm = confirmer(source);
    if (!pattern.m_confirm->ok()) {
        return fail(ErrorKind::InvalidInput, "the expression is not valid: " + pattern.m_confirm->error(), {},
            "look-around and back-references are not available");
    }
    if (source.anchor.empty())
        pattern.m_longest = width->longest;
    pattern.m_id = static_cast<PatternId>(m_state->patterns.size());
    m_state->patterns.push_back({scanned, flags});
    m_state->expressions += std::to_string(flags) + "\n" + scanned + "\n" + source.expression + "\n";
    m_state->known.emplace(key, pattern);
    m_state->used.push_back(pattern.id());
    return pattern;
}

std::vector<PatternId> PatternSetBuilder::takeUsed()
{
    std::vector<PatternId> used = std::exchange(m_state->used, {});
    std::sort(used.begin(), used.end());
    used.erase(std::unique(used.begin(), used.end()), used.end());
    return used;
}

std::vector<StreamPattern> PatternSetBuilder::streamPatterns(std::span<const PatternId> ids) const
{
    std::vector<StreamPattern> patterns;
    for (const PatternId id : ids) {
        const ScanPattern &pattern = m_state->patterns[id];
        patterns.push_back({id, pattern.expression, pattern.flags});
    }
    return patterns;
}

std::string PatternSetBuilder::digest() const
{
    return sha256Hex(m_state->expressions);
}

struct PatternSet::State {
    Database database;
    std::size_t size = 0;
    std::uint64_t generation = 0; // tells one set from the next in the per-thread cache

    [[nodiscard]] hs_scratch_t *scratchOfThisThread() const;
};

// Scratch grows to what the largest database of this thread needs and is reused for all of them.
hs_scratch_t *PatternSet::State::scratchOfThisThread() const
{
    struct Cache {
        Scratch scratch;
        std::uint64_t generation = 0;
    };
    thread_local Cache cache;
    if (cache.generation != generation) {
        hs_scratch_t *scratch = cache.scratch.release();
        if (hs_alloc_scratch(database.get(), &scratch) != HS_SUCCESS)
            std::abort(); // out of memory: nothing could be judged, and passing unread text is no option
        cache.scratch.reset(scratch);
        cache.generation = generation;
    }
    return cache.scratch.get();
}

Result<std::shared_ptr<const PatternSet>> PatternSetBuilder::build()
{
    static std::atomic<std::uint64_t> generations{0};
    auto state = std::make_unique<PatternSet::State>();
    state->size = m_state->patterns.size();
    state->generation = ++generations;
    std::vector<const char *> expressions;
    std::vector<unsigned> flags, ids;
    for (const ScanPattern &pattern : m_state->patterns) {
        ids.push_back(static_cast<unsigned>(expressions.size()));
        expressions.push_back(pattern.expression.c_str());
        flags.push_back(pattern.flags);
    }
    if (expressions.empty())
        return std::shared_ptr<const PatternSet>(new PatternSet(std::move(state)));
    hs_database_t *database = nullptr;
    hs_compile_error_t *error = nullptr;
    if (hs_compile_multi(expressions.data(), flags.data(), ids.data(),
            static_cast<unsigned>(expressions.size()), HS_MODE_BLOCK, nullptr, &database, &error)
        != HS_SUCCESS) {
        const std::string reason = error ? error->message : "no reason given";
        const std::string which = error && error->expression >= 0
            ? m_state->patterns[static_cast<std::size_t>(error->expression)].expression
            : std::string();
        hs_free_compile_error(error);
        return fail(ErrorKind::InvalidInput, "the patterns can't be compiled together: " + reason, which);
    }
    state->database.reset(database);
    return std::shared_ptr<const PatternSet>(new PatternSet(std::move(state)));
}

PatternSet::PatternSet(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}

PatternSet::~PatternSet() = default;

std::size_t PatternSet::size() const
{
    return m_state->size;
}

PatternHits PatternSet::scan(std::string_view text) const
{
    PatternHits hits;
    if (!m_state->database || text.empty())
        return hits;
    const auto onHit = [](unsigned id, unsigned long long, unsigned long long, unsigned, void *context) {
        static_cast<std::vector<PatternId> *>(context)->push_back(id);
        return 0;
    };
    const hs_error_t result = hs_scan(m_state->database.get(), text.data(),
        static_cast<unsigned>(text.size()), 0, m_state->scratchOfThisThread(), onHit, &hits.m_ids);
    if (result != HS_SUCCESS) {
        // Nothing may pass because a scan failed: have every pattern confirmed by RE2 instead.
        for (PatternId id = 0; id < m_state->size; ++id)
            hits.m_ids.push_back(id);
    }
    std::sort(hits.m_ids.begin(), hits.m_ids.end());
    hits.m_ids.erase(std::unique(hits.m_ids.begin(), hits.m_ids.end()), hits.m_ids.end());
    return hits;
}

} // namespace gatehouse
