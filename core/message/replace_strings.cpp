// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/message/replace_strings.h"

#include "core/base/plain_json.h"

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

std::string withQuotedMasks(std::string_view text)
{
    constexpr std::string_view mask = "[masked:";
    std::string out;
    bool inString = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '"')
            inString = !inString;
        const std::size_t end
            = !inString && text.substr(at).starts_with(mask) ? text.find(']', at) : std::string_view::npos;
        if (end != std::string_view::npos) {
            out.append("\"").append(text.substr(at, end + 1 - at)).append("\"");
            at = end;
            continue;
        }
        out += text[at];
        if (inString && text[at] == '\\' && at + 1 < text.size())
            out += text[++at];
    }
    return out;
}

Result<std::string> replaceStrings(
    std::string_view body, const std::map<std::string, std::string> &textByPointer)
{
    boost::system::error_code error;
    json::value root = json::parse(json::string_view(body.data(), body.size()), error, {}, wireOptions());
    if (error)
        return fail(ErrorKind::InvalidInput, "malformed JSON");
    for (const auto &[pointer, text] : textByPointer) {
        json::value *target = root.find_pointer(pointer, error);
        if (!target || (!target->is_string() && !target->is_object()))
            return fail(ErrorKind::InvalidInput, "no text stands here", pointer);
        if (target->is_string()) {
            *target = text;
            continue;
        }
        *target = json::parse(withQuotedMasks(text), error, {}, wireOptions());
        if (error)
            return fail(ErrorKind::InvalidInput, "what is left of this object is none", pointer);
    }
    return plainJson(root);
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
    return plainJson(root);
}

} // namespace gatehouse
