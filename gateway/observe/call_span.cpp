// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/call_span.h"

#include "core/base/digest.h"

#include <algorithm>
#include <array>
#include <boost/json.hpp>

namespace gatehouse::gateway {
namespace {

namespace json = boost::json;

constexpr std::size_t longestModel = 128; // a caller's word
constexpr int kindServer = 2, statusError = 2; // of opentelemetry/proto/trace/v1

bool isHex(std::string_view text)
{
    const auto hex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    return std::all_of(text.begin(), text.end(), hex);
}

bool isZero(std::string_view text)
{
    return text.find_first_not_of('0') == std::string_view::npos;
}

// By gen_ai.operation.name; a route without a name there keeps its own.
std::string_view operationOf(std::string_view route)
{
    if (route == "chat" || route == "responses" || route == "messages")
        return "chat";
    return route == "completions" ? "text_completion" : route;
}

// The trace of a call without one of its caller's is the interaction's id, so that either finds the other.
std::string traceOf(std::string id)
{
    std::erase(id, '-');
    return id;
}

std::string newSpanId()
{
    std::array<std::uint8_t, 8> bytes{};
    fillRandom(bytes);
    return toHex(bytes);
}

class Attributes {
public:
    void add(std::string_view key, std::string_view value)
    {
        if (!value.empty())
            put(key, {{"stringValue", value}});
    }
    // OTLP's JSON writes 64-bit integers as strings.
    void add(std::string_view key, std::int64_t value) { put(key, {{"intValue", std::to_string(value)}}); }
    void addBool(std::string_view key, bool value) { put(key, {{"boolValue", value}}); }
    void addDouble(std::string_view key, double value) { put(key, {{"doubleValue", value}}); }
    [[nodiscard]] json::array take() { return std::move(m_all); }

private:
    void put(std::string_view key, json::object value)
    {
        m_all.push_back(json::object{{"key", key}, {"value", std::move(value)}});
    }
    json::array m_all;
};

std::string nanos(Timestamp at)
{
    return std::to_string(toMicros(at) * 1000);
}

json::array attributesOf(const CallSpan &span)
{
    Attributes all;
    all.add("gen_ai.operation.name", operationOf(span.route));
    all.add("gen_ai.provider.name", span.provider);
    all.add("gen_ai.request.model", span.model);
    all.addBool("gen_ai.request.stream", span.stream);
    if (span.maxTokens)
        all.add("gen_ai.request.max_tokens", *span.maxTokens);
    all.add("gen_ai.conversation.id", span.conversation);
    if (span.tokensIn > 0)
        all.add("gen_ai.usage.input_tokens", span.tokensIn);
    if (span.tokensOut > 0)
        all.add("gen_ai.usage.output_tokens", span.tokensOut);
    all.add("http.response.status_code", span.status);
    all.add("error.type", span.error);
    all.add("gatehouse.interaction", span.interaction);
    all.add("gatehouse.verdict", span.verdict);
    all.add("gatehouse.severity", span.severity);
    all.add("gatehouse.outcome", span.outcome);
    all.add("gatehouse.policy", span.policy);
    all.add("gatehouse.team", span.team);
    all.add("gatehouse.environment", span.environment);
    all.add("gatehouse.use_case", span.useCase);
    all.add("gatehouse.key", span.key);
    all.add("gatehouse.overhead_us", span.overheadUs);
    return all.take();
}

json::array eventsOf(const CallSpan &span)
{
    json::array events;
    for (const CallSpan::Finding &finding : span.findings) {
        Attributes all;
        all.add("gen_ai.evaluation.name", finding.check);
        all.add("gen_ai.evaluation.score.label", "fail");
        if (finding.score)
            all.addDouble("gen_ai.evaluation.score.value", *finding.score);
        all.add("gatehouse.rule", finding.rule);
        all.add("gatehouse.action", finding.action);
        all.addBool("gatehouse.applied", finding.applied);
        events.push_back(json::object{{"name", "gen_ai.evaluation.result"}, {"timeUnixNano", nanos(span.end)},
            {"attributes", all.take()}});
    }
    return events;
}

json::object spanJson(const CallSpan &span)
{
    json::object out;
    out["traceId"] = span.trace;
    out["spanId"] = span.span;
    if (!span.parent.empty())
        out["parentSpanId"] = span.parent;
    std::string name(operationOf(span.route));
    out["name"] = span.model.empty() ? name : name + " " + span.model;
    out["kind"] = kindServer;
    out["startTimeUnixNano"] = nanos(span.start);
    out["endTimeUnixNano"] = nanos(span.end);
    out["attributes"] = attributesOf(span);
    out["events"] = eventsOf(span);
    if (!span.error.empty())
        out["status"] = json::object{{"code", statusError}};
    return out;
}

} // namespace

std::optional<TraceParent> parseTraceParent(std::string_view field)
{
    constexpr std::size_t size = 55;
    if (field.size() < size || (field.size() > size && (field.starts_with("00") || field[size] != '-')))
        return std::nullopt;
    const std::string_view version = field.substr(0, 2), trace = field.substr(3, 32),
                           parent = field.substr(36, 16), flags = field.substr(53, 2);
    if (field[2] != '-' || field[35] != '-' || field[52] != '-' || version == "ff")
        return std::nullopt;
    if (!isHex(version) || !isHex(trace) || !isHex(parent) || !isHex(flags) || isZero(trace)
        || isZero(parent))
        return std::nullopt;
    const bool sampled = (std::stoi(std::string(flags), nullptr, 16) & 1) != 0;
    return TraceParent{std::string(trace), std::string(parent), sampled};
}

std::optional<CallSpan> spanOf(const CallReport &report)
{
    const Interaction &interaction = report.interaction;
    CallSpan span;
    if (const auto parent = parseTraceParent(interaction.traceParent)) {
        if (!parent->sampled)
            return std::nullopt;
        span.trace = parent->trace;
        span.parent = parent->parent;
    } else {
        span.trace = traceOf(interaction.id.value);
    }
    span.span = newSpanId();
    span.start = interaction.at;
    span.end = interaction.at + report.total;
    span.interaction = interaction.id.value;
    span.route = interaction.route;
    span.model = report.facts.model.substr(0, longestModel);
    span.provider = report.provider;
    span.conversation = interaction.conversation;
    const Identity &identity = interaction.key->identity;
    span.team = identity.team;
    span.environment = identity.environment;
    span.useCase = identity.useCase;
    span.key = interaction.key->id.value;
    span.verdict = name(report.verdict.kind);
    span.severity = name(report.verdict.severity);
    span.outcome = name(report.outcome);
    span.policy = interaction.snapshot->policyHeader;
    span.error = report.error;
    span.stream = report.facts.stream;
    span.status = report.status;
    span.maxTokens = report.facts.maxTokens;
    span.tokensIn = report.tokensIn;
    span.tokensOut = report.tokensOut;
    span.overheadUs = std::max(Micros(0), report.total - report.waited).count();
    for (const CheckResult &result : report.verdict.checks) {
        if (result.outcome == CheckOutcome::Fail || result.applied)
            span.findings.push_back(
                {result.rule, result.check, std::string(name(result.action)), result.score, result.applied});
    }
    return span;
}

std::string otlpJson(const std::vector<CallSpan> &spans, const std::string &gatewayId)
{
    Attributes resource;
    resource.add("service.name", "gatehouse");
    resource.add("service.version", GATEHOUSE_VERSION);
    resource.add("service.instance.id", gatewayId);
    json::array list;
    for (const CallSpan &span : spans)
        list.push_back(spanJson(span));
    const json::object scope{
        {"scope", {{"name", "gatehouse"}, {"version", GATEHOUSE_VERSION}}}, {"spans", list}};
    const json::object of{
        {"resource", {{"attributes", resource.take()}}}, {"scopeSpans", json::array{scope}}};
    return json::serialize(json::object{{"resourceSpans", json::array{of}}});
}

} // namespace gatehouse::gateway
