// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/message/openai_usage_wish.h"

#include "core/message/strict_json.h"

#include <algorithm>
#include <boost/json.hpp>

namespace gatehouse {

namespace {

bool names(const RequestFacts &facts, std::string_view parameter)
{
    return std::any_of(facts.parameters.begin(), facts.parameters.end(),
        [&](const RequestParameter &given) { return given.name == parameter; });
}

} // namespace

Result<std::optional<std::string>> askForUsage(std::string_view body, const RequestFacts &facts)
{
    if (!names(facts, "stream_options")) {
        std::string asking(body.substr(0, body.rfind('}')));
        return asking + R"(,"stream_options":{"include_usage":true}})";
    }
    boost::system::error_code error;
    boost::json::parse_options options;
    options.max_depth = 2 * maximumJsonDepth;
    boost::json::value root = boost::json::parse({body.data(), body.size()}, error, {}, options);
    if (error || !root.is_object())
        return fail(ErrorKind::InvalidInput, "malformed JSON");
    boost::json::value &wishes = root.get_object()["stream_options"];
    if (!wishes.is_object())
        wishes.emplace_object();
    wishes.get_object()["include_usage"] = true;
    return boost::json::serialize(root);
}

} // namespace gatehouse
