// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/session/upstream_error.h"

#include "core/message/replace_strings.h"

#include <algorithm>
#include <boost/json.hpp>
#include <cctype>

namespace gatehouse::gateway {
namespace {

constexpr std::size_t longestWords = 2000;

std::string wordsOf(std::string_view body)
{
    boost::system::error_code problem;
    const boost::json::value parsed = boost::json::parse({body.data(), body.size()}, problem);
    if (problem || !parsed.is_object())
        return {};
    const auto *error = parsed.get_object().if_contains("error");
    if (error == nullptr || !error->is_object())
        return {};
    const auto *message = error->get_object().if_contains("message");
    if (message == nullptr || !message->is_string() || message->get_string().size() > longestWords)
        return {};
    return std::string(message->get_string());
}

bool isSeconds(std::string_view text)
{
    return !text.empty() && text.size() < 8
        && std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
}

} // namespace

UpstreamError readUpstreamError(const ResponseHead &head, std::string_view body)
{
    UpstreamError error;
    error.status = head.status;
    if (isSeconds(head.retryAfter))
        error.retryAfter = head.retryAfter;
    Segment words;
    words.zone = TrustZone::Assistant;
    words.pointer = "/error/message";
    words.text = wordsOf(body);
    if (!words.text.empty())
        error.message.segments.push_back(std::move(words));
    return error;
}

Refusal relayedRefusal(const UpstreamError &error, const Evaluation &evaluation)
{
    Refusal why;
    why.code = "upstream_error";
    switch (error.status) {
    case 400:
    case 404:
    case 413:
    case 422:
        why.status = 400;
        why.code = "upstream_rejected";
        break;
    case 429:
        why.status = 429;
        why.code = "rate_limit_exceeded";
        why.retryAfter = error.retryAfter;
        break;
    case 504:
        why.status = 504;
        break;
    default:
        why.status = 502;
        break;
    }
    why.message = "The model provider answered with status " + std::to_string(error.status);
    // A provider's complaint about our credential is between it and us.
    const bool aboutUs = error.status == 401 || error.status == 403;
    const bool tellable = evaluation.verdict.kind < VerdictKind::Held && !aboutUs;
    if (tellable && !error.message.segments.empty())
        why.message += ": "
            + applyMasks(
                error.message.segments.front().text, spansOf(evaluation.masks, BodyPart::Response, 0));
    return why;
}

Result<std::string> maskedResponse(const WireFormat &format, const std::string &body,
    const ResponseMessage &response, const Evaluation &evaluation, const Replacements &replacements)
{
    StringsByPointer replaced;
    for (std::size_t index = 0; index < response.segments.size(); ++index) {
        const Segment &segment = response.segments[index];
        std::vector<MaskSpan> spans = spansOf(evaluation.masks, BodyPart::Response, static_cast<int>(index));
        const RestoreInto into
            = segment.zone == TrustZone::ToolCall ? RestoreInto::JsonString : RestoreInto::Text;
        std::vector<MaskSpan> restoring
            = restoringSpans(segment.text, replacements.restorable(), spans, into);
        spans.insert(spans.end(), std::make_move_iterator(restoring.begin()),
            std::make_move_iterator(restoring.end()));
        if (spans.empty())
            continue;
        std::sort(spans.begin(), spans.end(),
            [](const MaskSpan &a, const MaskSpan &b) { return a.range < b.range; });
        replaced[segment.pointer] = applyMasks(segment.text, spans);
    }
    return format.callerBody(body, replaced);
}

std::string withModelName(std::string body, const std::string &model)
{
    if (model.empty())
        return body;
    // An answer that names no model gives none away.
    auto named = replaceStrings(body, {{"/model", model}});
    return named ? std::move(*named) : std::move(body);
}

} // namespace gatehouse::gateway
