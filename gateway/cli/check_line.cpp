// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/cli/check_line.h"

#include "core/base/plain_json.h"
#include "core/message/strict_json.h"
#include "core/message/wire_formats.h"
#include "core/policy/verdict_json.h"

#include <boost/json.hpp>
#include <simdjson.h>

#include <algorithm>

namespace gatehouse::gateway::cli {

namespace dom = simdjson::dom;

namespace {

tl::unexpected<Error> invalid(std::string what, std::string where, std::string advice = {})
{
    return fail(ErrorKind::InvalidInput, std::move(what), std::move(where), std::move(advice));
}

// A number keeps its spelling; the document is known to be well formed.
std::string idAsWritten(std::string_view line, const dom::element &id)
{
    if (!id.is_number())
        return simdjson::minify(id);
    simdjson::ondemand::parser parser;
    const simdjson::padded_string padded(line);
    std::string_view token;
    auto document = parser.iterate(padded);
    if (document.find_field("id").raw_json_token().get(token) != simdjson::SUCCESS)
        return simdjson::minify(id);
    return std::string(token.substr(0, token.find_last_not_of(" \t\r\n") + 1));
}

Result<std::string> textValue(const dom::element &value, const std::string &where)
{
    std::string_view text;
    if (value.get(text) != simdjson::SUCCESS)
        return invalid("must be a string", where);
    return std::string(text);
}

Status readText(const dom::element &value, const std::string &where, std::string &into)
{
    auto text = textValue(value, where);
    if (!text)
        return tl::unexpected<Error>(text.error());
    into = std::move(*text);
    return {};
}

template <class Enum>
Status readName(const dom::element &value, const std::string &where, const std::string &known, Enum &into)
{
    auto word = textValue(value, where);
    if (!word)
        return tl::unexpected<Error>(word.error());
    const auto found = fromName<Enum>(*word);
    if (!found)
        return invalid("unknown " + where.substr(1) + " \"" + *word + '"', where, "known: " + known);
    into = *found;
    return {};
}

Status readBody(const dom::element &value, const std::string &where, std::optional<std::string> &into)
{
    if (!value.is_object())
        return invalid("must be an object", where);
    into = simdjson::minify(value);
    return {};
}

// Conditions compare text; numbers and booleans have their JSON spelling.
Status readMetadata(
    const dom::element &value, const std::string &where, std::map<std::string, std::string> &into)
{
    dom::object fields;
    if (value.get(fields) != simdjson::SUCCESS)
        return invalid("must be an object", where);
    for (const auto field : fields) {
        const std::string key(field.key);
        if (field.value.is_object() || field.value.is_array() || field.value.is_null())
            return invalid("must be a string, a number or a boolean", where + "/" + key);
        std::string_view text;
        into[key] = field.value.get(text) == simdjson::SUCCESS ? std::string(text)
                                                               : std::string(simdjson::minify(field.value));
    }
    return {};
}

Status readHeaders(const dom::element &value, CheckLine &line)
{
    dom::object fields;
    if (value.get(fields) != simdjson::SUCCESS)
        return invalid("must be an object", "/headers");
    for (const auto field : fields) {
        const std::string where = "/headers/" + std::string(field.key);
        std::string text;
        if (auto read = readText(field.value, where, text); !read)
            return read;
        if (auto added = addHeader(line.headers, field.key, text, where); !added)
            return added;
    }
    return {};
}

Status readIdentity(const dom::element &value, CheckLine &line)
{
    dom::object fields;
    if (value.get(fields) != simdjson::SUCCESS)
        return invalid("must be an object", "/identity");
    Identity &identity = line.identity.emplace();
    const std::map<std::string_view, std::string *> places{{"team", &identity.team},
        {"environment", &identity.environment}, {"use_case", &identity.useCase}, {"key", &identity.key}};
    for (const auto field : fields) {
        const std::string where = "/identity/" + std::string(field.key);
        const auto place = places.find(field.key);
        if (place == places.end() && field.key != "metadata")
            return invalid("unknown field", where, "known: team, environment, use_case, key, metadata");
        if (auto read = place == places.end() ? readMetadata(field.value, where, identity.keyMetadata)
                                              : readText(field.value, where, *place->second);
            !read)
            return read;
    }
    return {};
}

Status readFormat(const dom::element &value, const WireFormat *&into)
{
    auto format = textValue(value, "/format");
    if (!format)
        return tl::unexpected<Error>(format.error());
    constexpr std::string_view readable[]{"openai.chat", "openai.responses", "anthropic.messages"};
    if (std::find(std::begin(readable), std::end(readable), *format) == std::end(readable))
        return invalid("unknown format \"" + *format + '"', "/format",
            "known: openai.chat, openai.responses, anthropic.messages");
    into = wireFormatNamed(*format);
    return {};
}

Status readField(std::string_view key, const dom::element &value, CheckLine &line)
{
    if (key == "id")
        return {};
    if (key == "text")
        return readText(value, "/text", line.text.emplace());
    if (key == "zone")
        return readName(
            value, "/zone", "system, user, tool, document, assistant, tool_call, tool_definition", line.zone);
    if (key == "stage")
        return readName(value, "/stage", "request, response", line.stage);
    if (key == "format")
        return readFormat(value, line.format);
    if (key == "request")
        return readBody(value, "/request", line.request);
    if (key == "response")
        return readBody(value, "/response", line.response);
    if (key == "identity")
        return readIdentity(value, line);
    if (key == "model")
        return readText(value, "/model", line.model);
    if (key == "metadata")
        return readMetadata(value, "/metadata", line.metadata);
    if (key == "headers")
        return readHeaders(value, line);
    return invalid("unknown field", "/" + std::string(key),
        "known: id, text, zone, stage, format, request, response, identity, model, metadata, headers");
}

// A line is either a text with its zone and stage, or bodies with their format.
Status checkShape(const dom::object &fields, const CheckLine &line)
{
    const auto has = [&](std::string_view key) { return fields.at_key(key).error() == simdjson::SUCCESS; };
    if (!line.text && !line.request && !line.response)
        return invalid("nothing to judge", "", "give text, or request, response or both");
    if (line.text && (has("request") || has("response") || has("format")))
        return invalid("text does not go with format, request or response", "/text", "send two lines");
    if (!line.text && (has("zone") || has("stage")))
        return invalid("zone and stage go with text only", has("zone") ? "/zone" : "/stage");
    if (line.stage == Stage::Access)
        return invalid("text is judged at the stages request and response", "/stage");
    return {};
}

Result<CheckLine> readFields(const dom::object &fields)
{
    CheckLine line;
    for (const auto field : fields) {
        if (auto read = readField(field.key, field.value, line); !read)
            return tl::unexpected<Error>(read.error());
    }
    if (auto shape = checkShape(fields, line); !shape)
        return tl::unexpected<Error>(shape.error());
    return line;
}

} // namespace

Status addHeader(
    CallHeaders &headers, std::string_view name, std::string_view value, const std::string &where)
{
    if (headers.add(name, value))
        return {};
    if (!isHeaderName(name))
        return invalid("this is no name of a header", where);
    return mayHoldSecret(name)
        ? invalid("this header may hold a secret, which no condition reads", where, "leave it out")
        : invalid("a header is one line", where);
}

CheckLineRead readCheckLine(std::string_view bytes)
{
    CheckLineRead out{"null", invalid("not a JSON object", "")};
    if (bytes.find_first_not_of(" \t\r") == std::string_view::npos) {
        out.line = invalid("the line is empty", "");
        return out;
    }
    dom::parser parser;
    const simdjson::padded_string padded(bytes);
    const auto strict = checkStrictJson(bytes);
    dom::object fields;
    if (parser.parse(padded).get_object().get(fields) != simdjson::SUCCESS) {
        if (!strict)
            out.line = tl::unexpected<Error>(strict.error());
        return out;
    }
    const auto ids
        = std::count_if(fields.begin(), fields.end(), [](auto field) { return field.key == "id"; });
    if (ids == 1)
        out.id = idAsWritten(bytes, fields.at_key("id").value_unsafe());
    out.line = strict ? readFields(fields) : Result<CheckLine>(tl::unexpected<Error>(strict.error()));
    return out;
}

std::string errorLine(const std::string &id, const Error &error)
{
    return "{\"id\":" + id + ",\"error\":" + plainJson(boost::json::string(error.line())) + '}';
}

std::string answerLine(const std::string &id, const CheckAnswer &answer)
{
    // The verdict's object, opened up to put the id first and the masked text last.
    std::string line = "{\"id\":" + id + ',' + verdictToJson(answer.evaluation.verdict).substr(1);
    if (!answer.masked.empty()) {
        line.pop_back();
        line += ",\"masked\":" + answer.masked + '}';
    }
    return line;
}

} // namespace gatehouse::gateway::cli
