// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/call_record_json.h"

#include "store/json_text.h"

#include <boost/json.hpp>

namespace gatehouse::store {

namespace json = boost::json;

namespace {

// How a call stands: what its index row and its end say in the same words.
template <class Record>
JsonObject &addStanding(JsonObject &object, const Record &record)
{
    return object.add("provider", record.provider)
        .add("verdict", name(record.verdict))
        .add("severity", name(record.severity))
        .add("outcome", name(record.outcome))
        .add("tokens_in", record.tokensIn)
        .add("tokens_out", record.tokensOut)
        .add("cost_uusd", record.costUusd)
        .add("latency_us", record.latencyUs)
        .add("overhead_us", record.overheadUs)
        .add("rules", record.rules)
        .add("top_check", record.topCheck)
        .add("snippet", record.snippet);
}

// A member added to a record makes these bindings fail, and with them the build: it must be written here too.
std::string rowJson(const InteractionRow &row)
{
    const auto &[id, at, key, team, environment, useCase, route, model, provider, verdict, severity, outcome,
        policyName, policyVersion, tokensIn, tokensOut, costUusd, latencyUs, overheadUs, rules, topCheck,
        snippet, state, disposition, assignee]
        = row;
    JsonObject object;
    object.add("id", id.value)
        .add("at", toMicros(at))
        .add("key", key.value)
        .add("team", team)
        .add("environment", environment)
        .add("use_case", useCase)
        .add("route", route)
        .add("model", model)
        .add("policy_name", policyName)
        .add("policy_version", policyVersion.value);
    return addStanding(object, row)
        .add("state", name(state))
        .add("disposition", name(disposition))
        .add("assignee", assignee)
        .text();
}

std::string text(const json::object &in, std::string_view member)
{
    return json::value_to<std::string>(in.at(member));
}

std::int64_t number(const json::object &in, std::string_view member)
{
    return in.at(member).as_int64();
}

std::vector<std::string> texts(const json::object &in, std::string_view member)
{
    return json::value_to<std::vector<std::string>>(in.at(member));
}

// The parts other headers write and read; their errors become exceptions for the one catch below.
template <class Part>
Part part(const json::object &in, std::string_view member, Result<Part> (*read)(std::string_view))
{
    return read(json::serialize(in.at(member))).value();
}

std::string reservedJson(const Estimate &reserved)
{
    return JsonObject()
        .add("counted", reserved.counted)
        .add("tokens_in", reserved.tokensIn)
        .add("tokens_out", reserved.tokensOut)
        .add("cost_uusd", reserved.costUusd)
        .text();
}

template <class Record>
void readStanding(const json::object &in, Record &record)
{
    record.provider = text(in, "provider");
    record.verdict = fromName<VerdictKind>(text(in, "verdict")).value();
    record.severity = fromName<Severity>(text(in, "severity")).value();
    record.outcome = outcomeFromName(text(in, "outcome")).value();
    record.tokensIn = number(in, "tokens_in");
    record.tokensOut = number(in, "tokens_out");
    record.costUusd = number(in, "cost_uusd");
    record.latencyUs = number(in, "latency_us");
    record.overheadUs = number(in, "overhead_us");
    record.rules = texts(in, "rules");
    record.topCheck = text(in, "top_check");
    record.snippet = text(in, "snippet");
}

InteractionRow rowFrom(const json::object &in)
{
    InteractionRow row;
    row.id = {text(in, "id")};
    row.at = fromMicros(number(in, "at"));
    row.key = {text(in, "key")};
    row.team = text(in, "team");
    row.environment = text(in, "environment");
    row.useCase = text(in, "use_case");
    row.route = text(in, "route");
    row.model = text(in, "model");
    readStanding(in, row);
    row.policyName = text(in, "policy_name");
    row.policyVersion = {text(in, "policy_version")};
    row.state = reviewStateFromName(text(in, "state")).value();
    row.disposition = dispositionFromName(text(in, "disposition")).value();
    row.assignee = text(in, "assignee");
    return row;
}

RequestRecord requestFrom(const json::object &in)
{
    RequestRecord record;
    record.row = rowFrom(in.at("row").as_object());
    record.checks = part(in, "checks", checksFromJson);
    record.segments = part(in, "segments", segmentsFromJson);
    record.coverage = part(in, "coverage", coverageFromJson);
    record.sourceAddress = text(in, "source_address");
    record.conversation = text(in, "conversation");
    record.payloadHash = text(in, "payload_hash");
    const json::object &reserved = in.at("reserved").as_object();
    record.reserved = {reserved.at("counted").as_bool(), number(reserved, "tokens_in"),
        number(reserved, "tokens_out"), number(reserved, "cost_uusd")};
    record.endUser = text(in, "end_user");
    // Records an older program left behind do not have it.
    if (in.contains("sealed"))
        record.sealed = text(in, "sealed");
    return record;
}

VerdictRecord verdictFrom(const json::object &in)
{
    VerdictRecord record;
    record.id = {text(in, "id")};
    readStanding(in, record);
    record.checks = part(in, "checks", checksFromJson);
    record.responseSegments = part(in, "response_segments", segmentsFromJson);
    record.coverage = part(in, "coverage", coverageFromJson);
    if (!in.at("received_bytes").is_null())
        record.receivedBytes = number(in, "received_bytes");
    // Records an older program left behind do not have these.
    if (in.contains("answer"))
        record.answer = text(in, "answer");
    if (in.contains("sealed"))
        record.sealed = text(in, "sealed");
    return record;
}

} // namespace

std::string toJson(const RequestRecord &record)
{
    const auto &[row, checks, segments, coverage, sourceAddress, conversation, payloadHash, reserved, endUser,
        sealed]
        = record;
    const std::string request = JsonObject()
                                    .raw("row", rowJson(row))
                                    .raw("checks", checksToJson(checks))
                                    .raw("segments", segmentsToJson(segments))
                                    .raw("coverage", coverageToJson(coverage))
                                    .add("source_address", sourceAddress)
                                    .add("conversation", conversation)
                                    .add("payload_hash", payloadHash)
                                    .raw("reserved", reservedJson(reserved))
                                    .add("end_user", endUser)
                                    .add("sealed", sealed)
                                    .text();
    return JsonObject().raw("request", request).text();
}

std::string toJson(const VerdictRecord &record)
{
    const auto &[id, verdict, severity, outcome, provider, tokensIn, tokensOut, costUusd, latencyUs,
        overheadUs, rules, topCheck, checks, responseSegments, coverage, receivedBytes, snippet, answer,
        sealed]
        = record;
    JsonObject end;
    end.add("id", id.value);
    addStanding(end, record)
        .raw("checks", checksToJson(checks))
        .raw("response_segments", segmentsToJson(responseSegments))
        .raw("coverage", coverageToJson(coverage))
        .raw("received_bytes", numberOrNull(receivedBytes))
        .add("answer", answer)
        .add("sealed", sealed);
    return JsonObject().raw("verdict", end.text()).text();
}

Result<CallRecord> callRecordFromJson(std::string_view text)
{
    try {
        const json::value value = json::parse(json::string_view(text.data(), text.size()));
        const json::object &in = value.as_object();
        if (const json::value *request = in.if_contains("request"))
            return requestFrom(request->as_object());
        return verdictFrom(in.at("verdict").as_object());
    } catch (const std::exception &) {
        return fail(ErrorKind::Corrupt, "a record of the local journal can't be read");
    }
}

} // namespace gatehouse::store
