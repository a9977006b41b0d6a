// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/kinds.h"
#include "core/checks/parameters.h"
#include "core/text/text_view.h"

#include <algorithm>

namespace gatehouse {

namespace {

class EncodingCheck final : public Check {
public:
    EncodingCheck(int leastDepth, std::vector<std::string> encodings)
        : m_leastDepth(leastDepth)
        , m_encodings(std::move(encodings))
    {
    }

    CheckReport run(const CheckInput &input) const override
    {
        CheckReport report;
        report.bytesRead = bytesOf(input.segments);
        for (const ScannedSegment &scanned : input.segments) {
            if (scanned.view && isWanted(*scanned.view))
                report.findings.push_back({&scanned, {0, scanned.text.size()},
                    scanned.view->encodings() > 1 ? "nested-encoding" : scanned.view->via().back()});
        }
        if (!report.findings.empty())
            report.outcome = CheckOutcome::Fail;
        return report;
    }

private:
    [[nodiscard]] bool isWanted(const TextView &view) const
    {
        const auto named = [&](const std::string &step) {
            return std::find(m_encodings.begin(), m_encodings.end(), step) != m_encodings.end();
        };
        return view.encodings() >= m_leastDepth
            && (m_encodings.empty() || std::any_of(view.via().begin(), view.via().end(), named));
    }

    int m_leastDepth;
    std::vector<std::string> m_encodings;
};

Result<std::unique_ptr<Check>> makeEncoding(const CheckParameters &parameters, PatternSetBuilder &)
{
    constexpr int nested = 2;
    return std::make_unique<EncodingCheck>(
        static_cast<int>(parameters.number("min_depth", nested)), parameters.texts("encodings"));
}

constexpr std::string_view schema = R"json({
  "type": "object",
  "properties": {
    "min_depth": {"type": "integer", "minimum": 1, "maximum": 4, "default": 2,
      "description": "How many encodings inside each other are a finding; 1 finds every encoded text"},
    "encodings": {"type": "array", "minItems": 1, "maxItems": 20,
      "items": {"type": "string", "enum": ["base64", "base32", "hex", "binary", "decimal", "morse", "percent",
        "html-entities", "escapes", "quoted-printable", "unicode-tags", "spaced", "leet", "rot13", "reversed", "reversed-words"]},
      "description": "Only texts that pass through one of these; any when left out"}
  },
  "additionalProperties": false
})json";

} // namespace

CheckKind encodingKind()
{
    return {.kind = "encoding",
        .summary = "Finds text wrapped in encodings, by default in several inside each other.",
        .stages = textStages(),
        .parameterSchema = schema,
        .make = makeEncoding,
        .readsViews = true,
        .readsRespelt = true};
}

} // namespace gatehouse
