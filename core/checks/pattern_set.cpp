// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/pattern_set.h"

#include "core/base/digest.h"
#include "core/checks/pattern_stream.h"
#include "core/checks/patterns/confirmer.h"
#include "core/checks/patterns/scan_database.h"
#include "core/checks/step_budget.h"

#include <algorithm>
#include <array>
#include <climits>
#include <hs.h>
#include <map>
#include <re2/re2.h>
#include <tuple>
#include <utility>

namespace gatehouse {

namespace {

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

// The patterns that are scanned for together: rule packs change with the program, an author's own with every
// edit, and each edit must not compile the packs again.
enum Half : unsigned { RulePacks, Authors };
constexpr std::size_t halves = 2;

// An author waits for the compiler after every edit.
ScanMode modeOf(std::size_t half)
{
    return half == Authors ? ScanMode::WholeSoonReady : ScanMode::Whole;
}

// Ids of the two halves interleave, so that neither depends on how many the other has.
PatternId idOf(Half half, std::size_t index)
{
    return static_cast<PatternId>(index * halves + half);
}

} // namespace

void Pattern::forEachSpan(std::string_view text, FunctionRef<bool(ByteRange)> found) const
{
    const re2::RE2 &confirm = m_confirm->compiled();
    const re2::StringPiece whole(text.data(), text.size());
    const int groups = std::min(1, confirm.NumberOfCapturingGroups());
    std::size_t from = 0;
    re2::StringPiece match[2];
    // Each search is charged for what it may read: up to the next match, so in sum for the text once.
    std::size_t charged = 0;
    while (from < text.size() && StepBudget::spend(charged == 0 ? text.size() : 0)
        && confirm.Match(whole, from, text.size(), re2::RE2::UNANCHORED, match, groups + 1)) {
        charged = text.size();
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

struct PatternSetBuilder::State {
    struct Part {
        std::vector<ScanPattern> patterns;
        std::vector<std::shared_ptr<const Confirmer>> confirmers; // in the order of the patterns
        std::string expressions; // of all of them, for the digest
    };
    std::array<Part, halves> parts;
    std::vector<PatternId> used; // since takeUsed()
    std::string expressions; // of both halves in the order they were added
    // Rules of several stages often use the same check: what was added before is scanned once.
    std::map<std::tuple<std::string, std::string, bool, bool>, Pattern> known;

    [[nodiscard]] Status validate(const Part &part) const;
};

PatternSetBuilder::PatternSetBuilder()
    : m_state(std::make_unique<State>())
{
}

PatternSetBuilder::~PatternSetBuilder() = default;

Result<Pattern> PatternSetBuilder::add(const PatternSource &source)
{
    const auto key = std::tuple(source.expression, source.anchor, source.caseless, source.rulePack);
    if (const auto found = m_state->known.find(key); found != m_state->known.end()) {
        m_state->used.push_back(found->second.id());
        return found->second;
    }
    const Half half = source.rulePack ? RulePacks : Authors;
    State::Part &part = m_state->parts[half];
    const std::string &scanned = source.anchor.empty() ? source.expression : source.anchor;
    const ScanPattern scan{scanned, flagsOf(source, scanned)};
    Pattern pattern;
    pattern.m_id = idOf(half, part.patterns.size());
    pattern.m_confirm = sharedConfirmer(source.expression, source.caseless);
    if (half == Authors) {
        const auto width = inspectExpression(scan);
        if (!width)
            return tl::unexpected<Error>(width.error());
        if (auto valid = pattern.m_confirm->validate(); !valid)
            return tl::unexpected<Error>(valid.error());
        if (source.anchor.empty() && width->bounded)
            pattern.m_longest = width->longest;
    }
    const std::string written = std::to_string(scan.flags) + "\n" + scanned + "\n" + source.expression + "\n";
    m_state->expressions += written;
    part.expressions += written;
    part.patterns.push_back(scan);
    part.confirmers.push_back(pattern.m_confirm);
    m_state->known.emplace(key, pattern);
    m_state->used.push_back(pattern.id());
    return pattern;
}

Status PatternSetBuilder::State::validate(const Part &part) const
{
    if (&part == &parts[Authors])
        return {}; // each was when it was added
    for (std::size_t i = 0; i < part.patterns.size(); ++i) {
        if (const auto width = inspectExpression(part.patterns[i]); !width)
            return fail(width.error().kind, width.error().what, part.patterns[i].expression);
        if (const auto valid = part.confirmers[i]->validate(); !valid)
            return fail(valid.error().kind, valid.error().what, part.patterns[i].expression);
    }
    return {};
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
        const ScanPattern &pattern = m_state->parts[id % halves].patterns[id / halves];
        patterns.push_back({id, pattern.expression, pattern.flags});
    }
    return patterns;
}

std::string PatternSetBuilder::digest() const
{
    return sha256Hex(m_state->expressions);
}

struct PatternSet::State {
    std::array<ScanDatabasePtr, halves> databases; // null where there are no patterns
    std::array<std::size_t, halves> sizes{};

    void scanHalf(Half half, std::string_view text, PatternHits &hits) const;
};

Result<std::shared_ptr<const PatternSet>> PatternSetBuilder::build(const std::filesystem::path &cacheFolder)
{
    auto state = std::make_unique<PatternSet::State>();
    for (std::size_t half = 0; half < halves; ++half) {
        const State::Part &part = m_state->parts[half];
        if (part.patterns.empty())
            continue;
        auto database = scanDatabase({part.patterns, modeOf(half), sha256Hex(part.expressions), cacheFolder},
            [&] { return m_state->validate(part); });
        if (!database)
            return tl::unexpected<Error>(database.error());
        state->databases[half] = std::move(*database);
        state->sizes[half] = part.patterns.size();
    }
    return std::shared_ptr<const PatternSet>(new PatternSet(std::move(state)));
}

PatternSet::PatternSet(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}

PatternSet::~PatternSet() = default;

std::size_t PatternSet::size() const
{
    return m_state->sizes[RulePacks] + m_state->sizes[Authors];
}

void PatternSet::State::scanHalf(Half half, std::string_view text, PatternHits &hits) const
{
    struct Context {
        PatternHits &hits;
        Half half;
    } context{hits, half};
    const auto onHit = [](unsigned index, unsigned long long, unsigned long long, unsigned, void *given) {
        auto *to = static_cast<Context *>(given);
        to->hits.add(idOf(to->half, index));
        return 0;
    };
    const ScanDatabase &database = *databases[half];
    const char *data = text.data();
    const auto size = static_cast<unsigned>(std::min<std::size_t>(text.size(), UINT_MAX));
    const auto result = modeOf(half) == ScanMode::Whole
        ? hs_scan(database.engine(), data, size, 0, database.scratch(), onHit, &context)
        : hs_scan_vector(database.engine(), &data, &size, 1, 0, database.scratch(), onHit, &context);
    if (result == HS_SUCCESS && size == text.size())
        return;
    // Nothing may pass because a scan failed: have every pattern confirmed by RE2 instead.
    for (std::size_t index = 0; index < sizes[half]; ++index)
        hits.add(idOf(half, index));
}

void PatternSet::scan(std::string_view text, PatternHits &hits) const
{
    hits.clear();
    if (text.empty())
        return;
    for (const Half half : {RulePacks, Authors}) {
        if (m_state->databases[half])
            m_state->scanHalf(half, text, hits);
    }
}

PatternHits PatternSet::scan(std::string_view text) const
{
    PatternHits hits;
    scan(text, hits);
    return hits;
}

} // namespace gatehouse
