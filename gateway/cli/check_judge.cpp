// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// How a line of `gatehouse check` is handed to the enforcement core.

#include "core/base/plain_json.h"
#include "core/base/time.h"
#include "core/message/openai_chat.h"
#include "core/message/replace_strings.h"
#include "gateway/cli/check_line.h"

#include <boost/json.hpp>

namespace gatehouse::gateway::cli {

namespace {

// What is judged, in one place, because the evaluation's input only points to it.
struct Subject {
    std::optional<RequestMessage> request;
    std::optional<ResponseMessage> response;
    RequestFacts facts;
};

const WireFormat &formatOf(const CheckLine &line)
{
    return line.format ? *line.format : openAiChatFormat();
}

Segment bareText(const CheckLine &line)
{
    Segment segment;
    segment.zone = line.zone;
    segment.text = *line.text;
    return segment;
}

tl::unexpected<Error> inBody(Error error, const std::string &body)
{
    error.where = body + error.where;
    return tl::unexpected<Error>(std::move(error));
}

Result<Subject> readSubject(const CheckLine &line)
{
    Subject subject;
    if (line.text && line.stage == Stage::Response)
        subject.response.emplace().segments.push_back(bareText(line));
    else if (line.text)
        subject.request.emplace().segments.push_back(bareText(line));
    if (line.request) {
        auto request = formatOf(line).parseRequest(*line.request);
        if (!request)
            return inBody(request.error(), "/request");
        subject.request = std::move(*request);
    }
    if (line.response) {
        auto response = formatOf(line).parseResponse(*line.response);
        if (!response)
            return inBody(response.error(), "/response");
        subject.response = std::move(*response);
    }
    RequestFacts &facts = subject.request ? subject.request->facts : subject.facts;
    if (facts.model.empty() && subject.response)
        facts.model = subject.response->model;
    if (!line.model.empty())
        facts.model = line.model;
    for (const auto &[key, value] : line.metadata)
        facts.metadata[key] = value;
    subject.facts = facts;
    return subject;
}

std::string maskedSegment(
    const std::vector<MaskSpan> &masks, BodyPart in, const std::vector<Segment> &segments, int index)
{
    return applyMasks(segments[static_cast<std::size_t>(index)].text, spansOf(masks, in, index));
}

// The body with its masked strings, or nothing when no mask is in it.
Result<std::string> maskedBody(const std::string &body, const std::vector<MaskSpan> &masks, BodyPart in,
    const std::vector<Segment> &segments)
{
    std::map<std::string, std::string> texts;
    for (const MaskSpan &mask : masks) {
        if (mask.in == in)
            texts[segments[static_cast<std::size_t>(mask.segment)].pointer]
                = maskedSegment(masks, in, segments, mask.segment);
    }
    return texts.empty() ? Result<std::string>(std::string()) : replaceStrings(body, texts);
}

Result<std::string> maskedJson(
    const CheckLine &line, const Subject &subject, const std::vector<MaskSpan> &masks)
{
    if (masks.empty())
        return std::string();
    if (line.text) {
        const auto &segments = subject.request ? subject.request->segments : subject.response->segments;
        return plainJson(boost::json::string(maskedSegment(masks, masks.front().in, segments, 0)));
    }
    std::string out;
    const auto add = [&](const char *name, const std::optional<std::string> &body, BodyPart in,
                         const std::vector<Segment> &segments) -> Status {
        auto masked = maskedBody(*body, masks, in, segments);
        if (!masked)
            return tl::unexpected<Error>(masked.error());
        if (!masked->empty())
            out += std::string(out.empty() ? "{\"" : ",\"") + name + "\":" + *masked;
        return {};
    };
    Status added;
    if (line.request)
        added = add("request", line.request, BodyPart::Request, subject.request->segments);
    if (added && line.response)
        added = add("response", line.response, BodyPart::Response, subject.response->segments);
    if (!added)
        return tl::unexpected<Error>(added.error());
    return out + '}';
}

} // namespace

Result<CheckAnswer> judge(const CompiledPolicy &policy, const CheckLine &line)
{
    const auto subject = readSubject(line);
    if (!subject)
        return tl::unexpected<Error>(subject.error());
    EvaluationInput input;
    input.call.identity = line.identity ? &*line.identity : nullptr;
    input.call.request = &subject->facts;
    input.call.headers = &line.headers;
    // A bare text came by no route.
    input.call.route = line.text ? std::string_view() : formatOf(line).names().route;
    input.call.now = systemClock().now();
    input.request = subject->request ? &*subject->request : nullptr;
    input.response = subject->response ? &*subject->response : nullptr;
    CheckAnswer answer;
    answer.evaluation = policy.evaluate(input);
    auto masked = maskedJson(line, *subject, answer.evaluation.masks);
    if (!masked)
        return tl::unexpected<Error>(masked.error());
    answer.masked = std::move(*masked);
    return answer;
}

} // namespace gatehouse::gateway::cli
