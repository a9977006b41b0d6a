// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/kinds.h"
#include "core/checks/overlap/overlap_index.h"
#include "core/checks/parameters.h"

#include <algorithm>

namespace gatehouse {

namespace {

// What the runs must come to. One run alone may be a public phrase or a greeting the prompt prescribes; so
// they count from one and a half times their least length, and without regard to the prompt's size from three
// times (eight words: a sentence, a sentence and a half, a paragraph).
struct Bounds {
    std::uint32_t leastRun = 0;
    double share = 0;

    [[nodiscard]] bool isLeak(const std::vector<Overlap> &runs, std::uint64_t promptUnits) const
    {
        std::uint64_t together = 0;
        std::uint32_t longest = 0;
        for (const Overlap &run : runs) {
            together += run.units;
            longest = std::max(longest, run.units);
        }
        const double needed = share * static_cast<double>(promptUnits);
        return longest >= 3 * leastRun
            || (2 * together >= 3 * std::uint64_t{leastRun} && static_cast<double>(together) >= needed);
    }
};

double shareOf(const std::vector<Overlap> &runs, std::uint64_t promptUnits)
{
    std::uint64_t together = 0;
    for (const Overlap &run : runs)
        together += run.units;
    return promptUnits == 0 ? 0
                            : std::min(1.0, static_cast<double>(together) / static_cast<double>(promptUnits));
}

// Buffers of one thread, kept between calls so that a clean answer allocates nothing.
struct Scratch {
    OverlapIndex prompt, other;
    std::vector<Overlap> runs, otherRuns;
};

class SystemPromptLeakCheck final : public Check {
public:
    SystemPromptLeakCheck(std::size_t minWords, double share)
        : m_seedWords(minWords)
        , m_bounds{static_cast<std::uint32_t>(minWords) * unitsPerWord, share}
    {
    }

    CheckReport run(const CheckInput &input) const override
    {
        CheckReport report;
        report.bytesRead = bytesOf(input.segments);
        report.score = 0;
        bool anyPrompt = false;
        for (const ScannedSegment &system : input.content.request) {
            if (system.segment->zone != TrustZone::System)
                continue;
            anyPrompt = true;
            compare(system, input, report);
        }
        if (!anyPrompt)
            return input.content.request.empty() ? CheckReport::notRun("no_request") : report;
        if (!report.findings.empty())
            report.outcome = CheckOutcome::Fail;
        return report;
    }

private:
    void compare(const ScannedSegment &system, const CheckInput &input, CheckReport &report) const
    {
        thread_local Scratch scratch;
        scratch.prompt.assign(system.text, m_seedWords);
        // A segment's views come after it: what it gave away as written need not be shown decoded again.
        const Segment *leaked = nullptr;
        for (const ScannedSegment &answer : input.segments) {
            if (answer.segment == leaked)
                continue;
            scratch.runs.clear();
            scratch.prompt.find(answer.text, m_bounds.leastRun, scratch.runs);
            if (scratch.runs.empty())
                continue;
            report.score = std::max(*report.score, shareOf(scratch.runs, scratch.prompt.units()));
            if (!m_bounds.isLeak(scratch.runs, scratch.prompt.units()))
                continue;
            dropQuotes(system, input.content.request, scratch);
            if (!m_bounds.isLeak(scratch.runs, scratch.prompt.units()))
                continue;
            leaked = answer.segment;
            for (const Overlap &run : scratch.runs) {
                report.findings.push_back(
                    {&answer, run.here, "system-prompt", shareOf(scratch.runs, scratch.prompt.units())});
                report.findings.push_back({&system, run.there, "system-prompt", 1.0, true});
            }
        }
    }

    // Words the user, a tool or a document brought along give nothing away.
    void dropQuotes(
        const ScannedSegment &system, std::span<const ScannedSegment> request, Scratch &scratch) const
    {
        for (const ScannedSegment &other : request) {
            const TrustZone zone = other.segment->zone;
            if (zone != TrustZone::User && zone != TrustZone::Tool && zone != TrustZone::Document)
                continue;
            scratch.other.assign(other.text, m_seedWords);
            std::erase_if(scratch.runs, [&](const Overlap &run) {
                scratch.otherRuns.clear();
                scratch.other.find(system.text.substr(run.there.start, run.there.size()), m_bounds.leastRun,
                    scratch.otherRuns);
                constexpr double mostOfIt = 0.8;
                return shareOf(scratch.otherRuns, run.units) >= mostOfIt;
            });
        }
    }

    std::size_t m_seedWords;
    Bounds m_bounds;
};

Result<std::unique_ptr<Check>> makeSystemPromptLeak(const CheckParameters &parameters, PatternSetBuilder &)
{
    constexpr double defaultWords = 8, defaultShare = 0.2;
    return std::make_unique<SystemPromptLeakCheck>(
        static_cast<std::size_t>(parameters.number("min_words", defaultWords)),
        parameters.number("share", defaultShare));
}

constexpr std::string_view schema = R"json({
  "type": "object",
  "properties": {
    "min_words": {"type": "integer", "minimum": 4, "maximum": 50, "default": 8,
      "description": "Shortest run of equal words that counts (four characters of a script without spaces stand for a word); runs must come to one and a half times this, and one of three times this is a leak by itself"},
    "share": {"type": "number", "minimum": 0, "maximum": 1, "default": 0.2,
      "description": "Share of the system prompt the runs must make up together"}
  },
  "additionalProperties": false
})json";

} // namespace

CheckKind systemPromptLeakKind()
{
    return {.kind = "system_prompt_leak",
        .summary = "Finds answers that repeat the system prompt, whatever their case, punctuation, list form "
                   "or encoding.",
        .stages = {Stage::Response},
        .parameterSchema = schema,
        .make = makeSystemPromptLeak,
        .readsViews = true,
        .readsRespelt = true};
}

} // namespace gatehouse
