// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/kinds.h"
#include "core/checks/parameters.h"

#include <algorithm>
#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

namespace gatehouse {

namespace {

struct Demands {
    std::vector<std::string> allowed, denied;
    std::size_t shortest = 60;
    double leastShare = 0.3;
    bool failUnknown = false;
};

// "zh" names "zh-Hant" as well.
bool isNamed(const std::vector<std::string> &codes, const std::string &language)
{
    return std::any_of(codes.begin(), codes.end(),
        [&](const std::string &code) { return language == code || language.starts_with(code + "-"); });
}

struct Detected {
    std::vector<std::string> languages; // with at least the share asked for; empty: not told
};

Detected detect(std::string_view text, double leastShare)
{
    constexpr std::size_t most = 3; // what the library tells
    CLD2::Language languages[most] = {};
    int percents[most] = {};
    double scores[most] = {};
    int textBytes = 0, validBytes = 0;
    bool reliable = false;
    const CLD2::CLDHints hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    CLD2::ExtDetectLanguageSummaryCheckUTF8(text.data(), static_cast<int>(text.size()), true, &hints, 0,
        languages, percents, scores, nullptr, &textBytes, &reliable, &validBytes);
    Detected detected;
    for (std::size_t i = 0; i < most && reliable; ++i) {
        if (languages[i] != CLD2::UNKNOWN_LANGUAGE && percents[i] >= leastShare * 100)
            detected.languages.emplace_back(CLD2::LanguageCode(languages[i]));
    }
    return detected;
}

class LanguageCheck final : public Check {
public:
    explicit LanguageCheck(Demands demands)
        : m_demands(std::move(demands))
    {
    }

    CheckReport run(const CheckInput &input) const override
    {
        CheckReport report;
        for (const ScannedSegment &scanned : input.segments) {
            if (scanned.text.size() < m_demands.shortest)
                continue;
            report.bytesRead += scanned.text.size();
            judge(scanned, report);
        }
        if (report.bytesRead == 0)
            return CheckReport::notRun("too_short");
        if (!report.findings.empty())
            report.outcome = CheckOutcome::Fail;
        return report;
    }

private:
    void judge(const ScannedSegment &scanned, CheckReport &report) const
    {
        const Detected detected = detect(scanned.text, m_demands.leastShare);
        if (detected.languages.empty() && m_demands.failUnknown)
            report.findings.push_back({&scanned, {0, scanned.text.size()}, "language-unknown"});
        for (const std::string &language : detected.languages) {
            if (isNamed(m_demands.denied, language)
                || (!m_demands.allowed.empty() && !isNamed(m_demands.allowed, language)))
                report.findings.push_back({&scanned, {0, scanned.text.size()}, "language-" + language});
        }
    }

    Demands m_demands;
};

// A code the detector never gives would make a rule that never holds.
Status checkCodes(const std::vector<std::string> &codes, const std::string &field)
{
    for (std::size_t i = 0; i < codes.size(); ++i) {
        if (CLD2::GetLanguageFromName(codes[i].c_str()) == CLD2::UNKNOWN_LANGUAGE)
            return fail(ErrorKind::InvalidInput, "no language that can be told has this code",
                field + "/" + std::to_string(i), "write en, de, zh, zh-Hant");
    }
    return {};
}

Result<std::unique_ptr<Check>> makeLanguage(const CheckParameters &parameters, PatternSetBuilder &)
{
    Demands demands;
    demands.allowed = parameters.texts("allow");
    demands.denied = parameters.texts("deny");
    if (demands.allowed.empty() && demands.denied.empty())
        return fail(ErrorKind::InvalidInput, "a language check needs \"allow\" or \"deny\"", "allow");
    for (const auto &[codes, field] :
        {std::pair(demands.allowed, "allow"), std::pair(demands.denied, "deny")}) {
        if (const Status known = checkCodes(codes, field); !known)
            return tl::unexpected(known.error());
    }
    demands.shortest = static_cast<std::size_t>(parameters.number("min_bytes", 60));
    demands.leastShare = parameters.number("min_share", demands.leastShare);
    demands.failUnknown = parameters.text("unknown", "pass") == "fail";
    return std::make_unique<LanguageCheck>(std::move(demands));
}

constexpr std::string_view schema = R"json({
  "type": "object",
  "properties": {
    "allow": {"type": "array", "maxItems": 100, "items": {"type": "string", "minLength": 2, "maxLength": 12},
      "description": "Codes of languages a text may be in, as en, de, zh; all when left out"},
    "deny": {"type": "array", "maxItems": 100, "items": {"type": "string", "minLength": 2, "maxLength": 12},
      "description": "Codes of languages a text must not be in; stronger than allow"},
    "min_bytes": {"type": "integer", "minimum": 20, "maximum": 100000, "default": 60,
      "description": "Shorter texts are not judged: their language can't be told"},
    "min_share": {"type": "number", "minimum": 0.05, "maximum": 1, "default": 0.3,
      "description": "Share of a text, 0 to 1, that must be in a language for it to count"},
    "unknown": {"type": "string", "enum": ["pass", "fail"], "default": "pass",
      "description": "What a text means whose language can't be told, such as code or tables"}
  },
  "additionalProperties": false
})json";

} // namespace

CheckKind languageKind()
{
    return {.kind = "language",
        .summary = "Fails when a text is in a language that is denied or not on a list.",
        .stages = textStages(),
        .parameterSchema = schema,
        .make = makeLanguage,
        .findsSpans = false};
}

} // namespace gatehouse
