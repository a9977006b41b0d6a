// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/message/openai_chat.h"

#include <boost/json.hpp>

namespace gatehouse {

namespace json = boost::json;

namespace {

json::parse_options wireOptions()
{
    json::parse_options options;
    options.max_depth = 128;
    return options;
}

} // namespace

Result<std::string> replaceStrings(
    std::string_view body, const std::map<std::string, std::string> &textByPointer)
{
    boost::system::error_code error;
    json::value root = json::parse(json::string_view(body.data(), body.size()), error, {}, wireOptions());
    if (error)
        return fail(ErrorKind::InvalidInput, "malformed JSON");
    for (const auto &[pointer, text] : textByPointer) {
        json::value *target = root.find_pointer(pointer, error);
        if (!target || !target->is_string())
            return fail(ErrorKind::InvalidInput, "no text stands here", pointer);
        *target = text;
    }
    return json::serialize(root);
}

Result<std::string> withoutLogProbabilities(std::string_view body)
{
    boost::system::error_code error;
    json::value root = json::parse(json::string_view(body.data(), body.size()), error, {}, wireOptions());
    if (error)
        return fail(ErrorKind::InvalidInput, "malformed JSON");
    json::value *choices = root.find_pointer("/choices", error);
    if (choices && choices->is_array()) {
        for (json::value &choice : choices->get_array()) {
            if (choice.is_object() && choice.get_object().contains("logprobs"))
                choice.get_object()["logprobs"] = nullptr;
        }
    }
    return json::serialize(root);
}

} // namespace gatehouse
