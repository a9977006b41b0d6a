// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/base/digest.h"
#include "core/base/time.h"
#include "gateway/http/reply_head.h"
#include "gateway/remote/prepared_question.h"

#include <algorithm>
#include <boost/json.hpp>

namespace gatehouse::gateway {
namespace {

namespace json = boost::json;

std::string textOf(const json::object &parameters, std::string_view field)
{
    const json::value *value = parameters.if_contains(field);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

bool sends(const json::object &parameters, std::string_view what)
{
    const json::value *list = parameters.if_contains("send");
    if (!list)
        return what == "text";
    return std::any_of(list->as_array().begin(), list->as_array().end(),
        [&](const json::value &each) { return each.as_string() == what; });
}

json::array textsOf(const RemoteQuestion &question, bool withText)
{
    json::array texts;
    for (const ScannedSegment &each : question.texts) {
        json::object text{{"in", name(each.in)}, {"pointer", each.segment->pointer},
            {"zone", name(each.segment->zone)}, {"role", each.segment->role}};
        if (withText)
            text["text"] = each.text;
        texts.push_back(std::move(text));
    }
    return texts;
}

std::string bodyFor(const RemoteQuestion &question, const QuestionContext &context)
{
    const json::object &parameters = *question.parameters;
    const CallFacts &call = *question.call;
    json::object body{{"format", "gatehouse-webhook/1"}, {"interaction", context.interaction},
        {"texts", textsOf(question, sends(parameters, "text"))}};
    if (sends(parameters, "identity") && call.identity)
        body["identity"] = {{"team", call.identity->team}, {"environment", call.identity->environment},
            {"use_case", call.identity->useCase}, {"key", call.identity->key}};
    if (sends(parameters, "model"))
        body["model"] = {{"name", call.request->model}, {"provider", call.provider}, {"route", call.route}};
    if (sends(parameters, "metadata")) {
        json::object metadata;
        for (const auto &[member, value] : call.request->metadata)
            metadata[member] = value;
        body["metadata"] = std::move(metadata);
    }
    return json::serialize(body);
}

// HMAC-SHA-256 over the time, a full stop and the body, so that an old question can't be asked again.
std::string signature(const SecretString &secret, std::string_view body)
{
    const std::string time = std::to_string(toMicros(systemClock().now()) / 1'000'000);
    const std::string text = time + "." + std::string(body);
    return "t=" + time + ",v1=" + toHex(hmacSha256(secret.reveal(), text));
}

} // namespace

RemoteAnswer remoteError(std::string why)
{
    RemoteAnswer answer;
    answer.why = std::move(why);
    return answer;
}

Preparation prepareWebhook(const RemoteQuestion &question, const QuestionContext &context)
{
    const std::string address = textOf(*question.parameters, "url");
    // A base URL has no query; a webhook's may.
    const std::size_t query = address.find('?');
    const auto url = parseBaseUrl(std::string_view(address).substr(0, query));
    if (!url)
        return tl::unexpected(remoteError("bad_url"));
    PreparedQuestion prepared;
    prepared.target.url = *url;
    prepared.target.path = url->path.empty() ? "/" : url->path;
    if (query != std::string::npos)
        prepared.target.path += address.substr(query);
    prepared.target.privateNetworks = &context.webhookNetworks;
    prepared.body = bodyFor(question, context);
    if (const std::string credential = textOf(*question.parameters, "credential"); !credential.empty()) {
        const auto found = context.snapshot.credentials.find(credential);
        if (found == context.snapshot.credentials.end())
            return tl::unexpected(remoteError("credential_missing"));
        appendField(prepared.target.fields, "x-gatehouse-signature", signature(found->second, prepared.body));
    }
    prepared.read = readWebhookAnswer;
    return prepared;
}

RemoteAnswer readWebhookAnswer(std::string_view body)
{
    boost::system::error_code problem;
    const json::value value = json::parse({body.data(), body.size()}, problem);
    const json::object *object = problem ? nullptr : value.if_object();
    const json::value *failed = object ? object->if_contains("fail") : nullptr;
    if (!failed || !failed->is_bool())
        return remoteError("bad_answer");
    RemoteAnswer answer;
    answer.kind = failed->get_bool() ? RemoteAnswer::Kind::Fail : RemoteAnswer::Kind::Pass;
    const json::value *score = object->if_contains("score");
    if (!score || score->is_null())
        return answer;
    const double number = score->is_number() ? score->to_number<double>() : -1;
    if (!(number >= 0 && number <= 1))
        return remoteError("bad_answer");
    answer.score = number;
    return answer;
}

} // namespace gatehouse::gateway
