// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/kinds.h"
#include "core/checks/parameters.h"

#include <algorithm>

namespace gatehouse {

namespace {

class UnscannedCheck final : public Check {
public:
    UnscannedCheck(std::vector<std::string> kinds, std::uint64_t leastBytes)
        : m_kinds(std::move(kinds))
        , m_leastBytes(leastBytes)
    {
    }

    CheckReport run(const CheckInput &input) const override
    {
        CheckReport report;
        report.bytesRead = bytesOf(input.segments);
        const CallContent &content = input.content;
        const bool response = input.stage == Stage::Response;
        std::uint64_t bytes = 0;
        bool any = false;
        for (const UnreadPart &part : response ? content.unreadResponse : content.unreadRequest) {
            if (!isWanted(part.kind))
                continue;
            any = true;
            bytes += part.bytes;
            if (report.reason.find(part.kind) == std::string::npos)
                report.reason += (report.reason.empty() ? "" : ", ") + part.kind;
        }
        any = any && bytes >= m_leastBytes;
        if (isWanted("encoding"))
            addUndecoded(input, response ? content.undecodedResponse : content.undecodedRequest, report);
        if (any || !report.findings.empty())
            report.outcome = CheckOutcome::Fail;
        else
            report.reason.clear();
        return report;
    }

private:
    [[nodiscard]] bool isWanted(std::string_view kind) const
    {
        return m_kinds.empty() || std::find(m_kinds.begin(), m_kinds.end(), kind) != m_kinds.end();
    }

    static void addUndecoded(const CheckInput &input, std::span<const int> undecoded, CheckReport &report)
    {
        for (const ScannedSegment &scanned : input.segments) {
            if (!scanned.view
                && std::find(undecoded.begin(), undecoded.end(), scanned.index) != undecoded.end())
                report.findings.push_back({&scanned, {0, scanned.text.size()}, "undecoded"});
        }
    }

    std::vector<std::string> m_kinds;
    std::uint64_t m_leastBytes;
};

Result<std::unique_ptr<Check>> makeUnscanned(const CheckParameters &parameters, PatternSetBuilder &)
{
    return std::make_unique<UnscannedCheck>(
        parameters.texts("kinds"), static_cast<std::uint64_t>(parameters.number("min_bytes", 0)));
}

constexpr std::string_view schema = R"json({
  "type": "object",
  "properties": {
    "kinds": {"type": "array", "minItems": 1, "maxItems": 8,
      "items": {"type": "string", "enum": ["image", "audio", "file", "encoding", "history", "tokens", "encrypted", "embedding"]},
      "description": "What must not pass unread; all when left out. encoding: text in more encodings than are followed; history: what was said before and is kept at the provider; tokens, embedding: numbers in place of text; encrypted: what the provider sealed"},
    "min_bytes": {"type": "integer", "minimum": 0, "maximum": 1000000000, "default": 0,
      "description": "Fails only when the unread parts together are at least so large"}
  },
  "additionalProperties": false
})json";

} // namespace

CheckKind unscannedKind()
{
    return {.kind = "unscanned",
        .summary
        = "Fails when a call carries content no check can read: images, audio, files, history kept at "
          "the provider, tokens, what the provider sealed, encodings nested too deep.",
        .stages = textStages(),
        .parameterSchema = schema,
        .make = makeUnscanned,
        .findsSpans = false,
        .cost = CheckCost::Facts};
}

} // namespace gatehouse
