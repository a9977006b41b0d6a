// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/globs.h"
#include "core/checks/kinds.h"
#include "core/checks/parameters.h"
#include "core/checks/span_list.h"
#include "core/checks/taint/sink_call.h"
#include "core/checks/taint/taint_judge.h"

#include <algorithm>
#include <boost/json/value.hpp>

namespace gatehouse {

namespace {

struct TaintOptions {
    std::vector<std::pair<std::string, ToolSink>> sinks; // by glob; the first that fits
    std::vector<std::string> ignoredTools;
    std::size_t minLength = 24; // of copied text
    double leastScore = 0.5;
};

class TaintedToolCallCheck final : public Check {
public:
    explicit TaintedToolCallCheck(TaintOptions options)
        : m_options(std::move(options))
    {
    }

    // At stage response the calls of the answer are judged, at stage request those of the history.
    CheckReport run(const CheckInput &input) const override
    {
        CheckReport report;
        report.bytesRead = bytesOf(input.segments);
        SaidTexts texts(input.content.request);
        for (const ScannedSegment &scanned : input.segments) {
            if (scanned.segment->zone != TrustZone::ToolCall || scanned.view)
                continue;
            const std::string &tool = scanned.segment->toolName;
            if (!matchesAnyGlob(tool, m_options.ignoredTools))
                judge(scanned, texts, report);
        }
        closeReport(report);
        return report;
    }

private:
    void judge(const ScannedSegment &scanned, SaidTexts &texts, CheckReport &report) const
    {
        SinkCall call = readSinkCall(scanned);
        const auto told = std::find_if(m_options.sinks.begin(), m_options.sinks.end(),
            [&](const auto &item) { return matchesGlob(call.tool, item.first); });
        if (told != m_options.sinks.end()) {
            call.sink = told->second;
            call.isGuessed = false;
        }
        if (call.sink == ToolSink::Read)
            return;
        const std::vector<SaidText> said = texts.before(scanned);
        std::vector<CheckFinding> found = TaintJudge(call).findings(said);
        for (CheckFinding &copy : findCopiedText(call, said, m_options.minLength))
            found.push_back(std::move(copy));
        for (CheckFinding &finding : found) {
            if (finding.score >= m_options.leastScore)
                report.findings.push_back(std::move(finding));
        }
    }

    TaintOptions m_options;
};

std::optional<ToolSink> sinkNamed(std::string_view word)
{
    for (const ToolSink sink : {ToolSink::Read, ToolSink::Write, ToolSink::Egress, ToolSink::Execute}) {
        if (name(sink) == word)
            return sink;
    }
    return {};
}

Result<std::unique_ptr<Check>> makeTaintedToolCall(const CheckParameters &parameters, PatternSetBuilder &)
{
    TaintOptions options;
    options.ignoredTools = parameters.texts("ignore_tools");
    options.minLength
        = static_cast<std::size_t>(parameters.number("min_length", static_cast<double>(options.minLength)));
    options.leastScore = parameters.number("min_confidence", options.leastScore);
    if (const boost::json::value *sinks = parameters.object().if_contains("sinks")) {
        for (const auto &[glob, word] : sinks->as_object()) {
            const auto sink = sinkNamed(std::string_view(word.as_string()));
            if (!sink)
                return fail(ErrorKind::InvalidInput, "a sink is read, write, egress or execute",
                    "sinks/" + std::string(glob));
            options.sinks.emplace_back(glob, *sink);
        }
    }
    return std::make_unique<TaintedToolCallCheck>(std::move(options));
}

constexpr std::string_view schema = R"json({
  "type": "object",
  "properties": {
    "sinks": {"type": "object", "maxProperties": 500,
      "additionalProperties": {"type": "string", "enum": ["read", "write", "egress", "execute"]},
      "description": "What tools do, by name (* and ? stand for any characters); guessed from the name and the arguments where none fits"},
    "ignore_tools": {"type": "array", "maxItems": 500, "items": {"type": "string", "minLength": 1, "maxLength": 200},
      "description": "Tools whose calls are not judged"},
    "min_length": {"type": "integer", "minimum": 12, "maximum": 2000, "default": 24,
      "description": "Characters from which text that a call repeats word for word counts"},
    "min_confidence": {"type": "number", "minimum": 0, "maximum": 1, "default": 0.5,
      "description": "Findings below this are left out: 0.9 a destination or command out of running text, 0.6 part of a message, 0.45 a field of a tool result or a place that was named"}
  },
  "additionalProperties": false
})json";

} // namespace

CheckKind taintedToolCallKind()
{
    return {.kind = "tainted_tool_call",
        .summary = "Finds arguments of tool calls that came from a tool result or a document and from nobody "
                   "who is trusted.",
        .stages = textStages(),
        .parameterSchema = schema,
        .make = makeTaintedToolCall,
        .zones = {TrustZone::ToolCall}};
}

} // namespace gatehouse
