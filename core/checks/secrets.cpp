// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/globs.h"
#include "core/checks/judge_hits.h"
#include "core/checks/kinds.h"
#include "core/checks/parameters.h"
#include "core/checks/pattern_set.h"
#include "core/checks/secrets/look_alikes.h"
#include "core/checks/secrets/secret_kind.h"
#include "core/checks/secrets/token_runs.h"
#include "core/checks/span_list.h"

#include <algorithm>

namespace gatehouse {

namespace {

struct CompiledSecret {
    Pattern pattern;
    SecretKind kind;
};

class SecretsCheck final : public Check {
public:
    SecretsCheck(
        std::vector<CompiledSecret> secrets, double leastConfidence, std::vector<std::string> allowed)
        : m_secrets(std::move(secrets))
        , m_leastConfidence(leastConfidence)
        , m_allowed(std::move(allowed))
    {
        for (const CompiledSecret &secret : m_secrets)
            m_ids.push_back(secret.pattern.id());
    }

    CheckReport run(const CheckInput &input) const override
    {
        return judgeHits(input,
            [&](const ScannedSegment &scanned, CheckReport &report) { judgeSegment(scanned, report); });
    }

    // Every row of the tables is recognised within this many bytes; see secret_kind.h.
    std::optional<std::size_t> decisiveBytes() const override { return mostDecisive; }

    bool needsPatternHit() const override { return true; }

private:
    static constexpr std::size_t mostDecisive = 128;

    void judgeSegment(const ScannedSegment &scanned, CheckReport &report) const
    {
        std::vector<CheckFinding> found;
        std::optional<TokenRuns> runs;
        const auto mayHold = [&](std::size_t least) {
            if (!runs)
                runs = tokenRunsOf(scanned.text);
            return runs->mayHold(least);
        };
        for (std::size_t i = 0; i < m_ids.size(); ++i) {
            if (!scanned.hits->contains(m_ids[i]))
                continue;
            const CompiledSecret &secret = m_secrets[i];
            if (secret.kind.leastRun == 0 || mayHold(secret.kind.leastRun))
                collect(secret, scanned, found);
        }
        appendWithoutOverlap(std::move(found), report.findings);
    }

    void collect(
        const CompiledSecret &secret, const ScannedSegment &scanned, std::vector<CheckFinding> &found) const
    {
        if (!secret.kind.nearRuns)
            return collectFrom(secret, scanned, {0, scanned.text.size()}, found);
        forEachPartBeforeRuns(scanned.text, secret.kind.leastRun,
            [&](ByteRange part) { collectFrom(secret, scanned, part, found); });
    }

    void collectFrom(const CompiledSecret &secret, const ScannedSegment &scanned, ByteRange part,
        std::vector<CheckFinding> &found) const
    {
        secret.pattern.forEachSpan(scanned.text.substr(part.start, part.size()), [&](ByteRange inPart) {
            const ByteRange range{part.start + inPart.start, part.start + inPart.end};
            const SecretCandidate candidate{scanned.text, range};
            const double confidence = confidenceOf(secret.kind, candidate);
            if (confidence >= m_leastConfidence) {
                const ByteRange whole = secret.kind.extent ? secret.kind.extent(candidate) : range;
                found.push_back({&scanned, whole, secret.kind.label, confidence});
            }
            return true;
        });
    }

    double confidenceOf(const SecretKind &kind, const SecretCandidate &candidate) const
    {
        // A value that may still grow is judged by what decides on a stream, so that its end changes nothing.
        const std::size_t decisiveEnd = std::min(candidate.range.end, candidate.range.start + mostDecisive);
        const SecretCandidate decisive{candidate.text, {candidate.range.start, decisiveEnd}};
        const std::string_view value = decisive.value();
        if (isStandIn(value) || entropyOf(value) < kind.leastEntropy || isAllowed(candidate.value()))
            return 0;
        return kind.judge ? kind.judge(decisive, kind.confidence) : kind.confidence;
    }

    bool isAllowed(std::string_view value) const { return matchesAnyGlob(value, m_allowed); }

    std::vector<CompiledSecret> m_secrets;
    std::vector<PatternId> m_ids; // of m_secrets: asked of every text, so they stand close together
    double m_leastConfidence;
    std::vector<std::string> m_allowed;
};

struct PackName {
    std::string_view name;
    SecretPack pack;
};
constexpr PackName packNames[] = {{"vendor", SecretPack::Vendor}, {"private-keys", SecretPack::PrivateKeys},
    {"connection-strings", SecretPack::ConnectionStrings}, {"generic", SecretPack::Generic}};

Status compilePack(SecretPack pack, PatternSetBuilder &patterns, std::vector<CompiledSecret> &secrets)
{
    for (SecretKind &kind : secretsOf(pack)) {
        auto pattern = patterns.add({kind.expression, kind.anchor, kind.caseless, true});
        if (!pattern) {
            pattern.error().what = kind.label + ": " + pattern.error().what;
            pattern.error().where = "packs";
            return tl::unexpected(pattern.error());
        }
        secrets.push_back({*pattern, std::move(kind)});
    }
    return {};
}

Result<std::unique_ptr<Check>> makeSecrets(const CheckParameters &parameters, PatternSetBuilder &patterns)
{
    constexpr double defaultConfidence = 0.6;
    const std::vector<std::string> wanted = parameters.texts("packs");
    std::vector<CompiledSecret> secrets;
    for (const PackName &known : packNames) {
        const bool chosen
            = wanted.empty() || std::find(wanted.begin(), wanted.end(), known.name) != wanted.end();
        if (!chosen)
            continue;
        if (const Status compiled = compilePack(known.pack, patterns, secrets); !compiled)
            return tl::unexpected(compiled.error());
    }
    if (secrets.empty())
        return fail(ErrorKind::InvalidInput, "no known pack is named", "packs",
            "the packs are vendor, private-keys, connection-strings and generic");
    return std::make_unique<SecretsCheck>(std::move(secrets),
        parameters.number("min_confidence", defaultConfidence), parameters.texts("allow"));
}

constexpr std::string_view schema = R"json({
  "type": "object",
  "properties": {
    "packs": {"type": "array", "minItems": 1, "maxItems": 4,
      "items": {"type": "string", "enum": ["vendor", "private-keys", "connection-strings", "generic"]},
      "description": "Families of credentials to look for; all when left out"},
    "min_confidence": {"type": "number", "minimum": 0, "maximum": 1, "default": 0.6,
      "description": "Findings below this are left out: 0.9 known formats, 0.8 a vendor's name beside the value, 0.6 anything called a secret that looks random"},
    "allow": {"type": "array", "maxItems": 1000, "items": {"type": "string", "minLength": 1, "maxLength": 500},
      "description": "Values that are no finding; * and ? stand for any characters"}
  },
  "additionalProperties": false
})json";

} // namespace

CheckKind secretsKind()
{
    return {.kind = "secrets",
        .summary
        = "Finds credentials: vendor keys and tokens, private keys, passwords in connection strings.",
        .stages = textStages(),
        .sensitive = true,
        .parameterSchema = schema,
        .make = makeSecrets,
        .readsViews = true,
        .cost = CheckCost::Hits};
}

} // namespace gatehouse
