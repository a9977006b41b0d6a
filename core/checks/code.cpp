// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/code/blocks.h"
#include "core/checks/code/languages.h"
#include "core/checks/kinds.h"
#include "core/checks/parameters.h"
#include "core/checks/pattern_set.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace gatehouse {

namespace {

// A place where a sign stands.
struct SignHit {
    ByteRange range;
    std::size_t sign = 0;
};

struct Judged {
    std::string_view language; // "" when it is no code
    double confidence = 0;
    ByteRange range;
};

struct Demands {
    std::vector<std::string> allowed, denied;
    double leastConfidence = 0.5;
};

// Signs of a part add up by language: the first of its kind in full, three more a third each.
Judged judgeBySigns(std::span<const SignHit> hits)
{
    // Weights have tenths, of which thirds are taken: whole numbers make sums that are exactly enough,
    // enough.
    constexpr int unit = 30, enough = 2 * unit, mostAgain = 3;
    std::map<std::string_view, int> sums;
    std::vector<int> seen(codeSigns().size());
    for (const SignHit &hit : hits) {
        const CodeSign &sign = codeSigns()[hit.sign];
        const int times = seen[hit.sign]++;
        const int full = static_cast<int>(std::lround(sign.weight * unit));
        const int weight = times == 0 ? full : times <= mostAgain ? full / 3 : 0;
        sums[sign.language] += weight;
        if (!sign.also.empty())
            sums[sign.also] += weight;
    }
    Judged best;
    int most = 0;
    for (const auto &[language, sum] : sums) {
        if (sum > most && sum >= enough) {
            most = sum;
            best.language = language;
        }
    }
    // Half sure where it just becomes code, surer with each sign.
    best.confidence = std::min(0.9, 0.5 + (most - enough) * 0.1 / unit);
    return best;
}

std::size_t lineStart(std::string_view text, std::size_t at, std::size_t from)
{
    const std::size_t end = text.substr(0, at).rfind('\n');
    return end == std::string_view::npos ? from : std::max(end + 1, from);
}

class CodeCheck final : public Check {
public:
    CodeCheck(std::vector<Pattern> signs, Demands demands)
        : m_signs(std::move(signs))
        , m_demands(std::move(demands))
    {
    }

    CheckReport run(const CheckInput &input) const override
    {
        CheckReport report;
        report.bytesRead = bytesOf(input.segments);
        report.score = 0.0;
        for (const ScannedSegment &scanned : input.segments)
            judge(scanned, report);
        if (!report.findings.empty())
            report.outcome = CheckOutcome::Fail;
        return report;
    }

private:
    void judge(const ScannedSegment &scanned, CheckReport &report) const
    {
        const std::vector<SignHit> hits = hitsIn(scanned);
        const bool mayBeFenced = scanned.text.find("```") != std::string_view::npos
            || scanned.text.find("~~~") != std::string_view::npos;
        if (hits.empty() && !mayBeFenced)
            return;
        std::size_t next = 0;
        for (const TextPart &part : splitAtFences(scanned.text)) {
            const std::size_t first = next;
            while (next < hits.size() && hits[next].range.start < part.range.end)
                ++next;
            const Judged judged = judgePart(scanned.text, part, std::span(hits).subspan(first, next - first));
            if (judged.language.empty())
                continue;
            report.score = std::max(*report.score, judged.confidence);
            if (judged.confidence >= m_demands.leastConfidence && isUnwanted(judged.language))
                report.findings.push_back(
                    {&scanned, judged.range, "code-" + std::string(judged.language), judged.confidence});
        }
    }

    [[nodiscard]] std::vector<SignHit> hitsIn(const ScannedSegment &scanned) const
    {
        constexpr std::size_t mostPerSign = 64;
        std::vector<SignHit> hits;
        for (std::size_t i = 0; i < m_signs.size(); ++i) {
            if (!scanned.hits->contains(m_signs[i].id()))
                continue;
            const std::size_t before = hits.size();
            m_signs[i].forEachSpan(scanned.text, [&](ByteRange range) {
                hits.push_back({range, i});
                return hits.size() - before < mostPerSign;
            });
        }
        std::sort(hits.begin(), hits.end(), [](const SignHit &a, const SignHit &b) {
            return a.range.start != b.range.start ? a.range.start < b.range.start : a.sign < b.sign;
        });
        return hits;
    }

    static Judged judgePart(std::string_view text, const TextPart &part, std::span<const SignHit> hits)
    {
        const auto named = part.fenced ? fencedLanguage(part.info) : std::nullopt;
        if (named && *named != "other")
            return {*named, 0.95, part.range};
        Judged judged = judgeBySigns(hits);
        judged.range = part.range;
        if (named && judged.language.empty())
            return {"other", 0.7, part.range};
        if (!part.fenced && !judged.language.empty()) {
            std::size_t end = 0;
            for (const SignHit &hit : hits)
                end = std::max(end, hit.range.end);
            judged.range = {lineStart(text, hits.front().range.start, part.range.start),
                std::min(text.find('\n', end), part.range.end)};
        }
        return judged;
    }

    [[nodiscard]] bool isUnwanted(std::string_view language) const
    {
        const auto names = [&](const std::vector<std::string> &list) {
            return std::find(list.begin(), list.end(), language) != list.end();
        };
        if (names(m_demands.denied))
            return true;
        if (!m_demands.allowed.empty())
            return !names(m_demands.allowed);
        return m_demands.denied.empty();
    }

    std::vector<Pattern> m_signs; // as codeSigns()
    Demands m_demands;
};

Result<std::unique_ptr<Check>> makeCode(const CheckParameters &parameters, PatternSetBuilder &patterns)
{
    std::vector<Pattern> compiled;
    for (const CodeSign &sign : codeSigns()) {
        auto pattern = patterns.add(
            {.expression = std::string(sign.expression), .anchor = {}, .caseless = false, .rulePack = true});
        if (!pattern)
            return tl::unexpected(pattern.error());
        compiled.push_back(*pattern);
    }
    Demands demands{parameters.texts("allow"), parameters.texts("deny"),
        parameters.number("min_confidence", Demands().leastConfidence)};
    return std::make_unique<CodeCheck>(std::move(compiled), std::move(demands));
}

constexpr std::string_view schema = R"json({
  "type": "object",
  "properties": {
    "allow": {"type": "array", "uniqueItems": true, "items": {"type": "string",
        "enum": ["c", "cpp", "csharp", "css", "go", "html", "java", "javascript", "kotlin", "other", "perl", "php", "powershell", "python", "ruby", "rust", "shell", "sql", "swift", "typescript"]},
      "description": "Languages that may occur; with neither allow nor deny no code may"},
    "deny": {"type": "array", "uniqueItems": true, "items": {"type": "string",
        "enum": ["c", "cpp", "csharp", "css", "go", "html", "java", "javascript", "kotlin", "other", "perl", "php", "powershell", "python", "ruby", "rust", "shell", "sql", "swift", "typescript"]},
      "description": "Languages that must not occur; stronger than allow"},
    "min_confidence": {"type": "number", "minimum": 0, "maximum": 1, "default": 0.5,
      "description": "Findings below this are left out: 0.95 a block that names its language, 0.7 one in a language not known here, 0.5 to 0.9 what looks like code"}
  },
  "additionalProperties": false
})json";

} // namespace

CheckKind codeKind()
{
    return {.kind = "code",
        .summary = "Finds code by language, in fenced blocks and without.",
        .stages = textStages(),
        .parameterSchema = schema,
        .make = makeCode};
}

} // namespace gatehouse
