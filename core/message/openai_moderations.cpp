// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/message/openai_moderations.h"

#include "core/message/openai_error.h"
#include "core/message/openai_input.h"
#include "core/policy/verdict.h"
#include "core/stream/stream_judge.h"

#include <algorithm>
#include <boost/json.hpp>
#include <map>
#include <vector>

namespace gatehouse {

namespace json = boost::json;

namespace {

// The categories callers expect, and the label of ours that means it ("" for none).
// https://platform.openai.com/docs/api-reference/moderations/object
constexpr std::pair<std::string_view, std::string_view> categories[]{{"harassment", ""},
    {"harassment/threatening", ""}, {"hate", "hate"}, {"hate/threatening", ""}, {"illicit", "drugs"},
    {"illicit/violent", "weapons"}, {"self-harm", "self-harm"}, {"self-harm/intent", ""},
    {"self-harm/instructions", ""}, {"sexual", "sexual"}, {"sexual/minors", "child-safety"},
    {"violence", "violence"}, {"violence/graphic", ""}};

// Which of the inputs a segment belongs to.
std::size_t inputOf(std::string_view pointer)
{
    constexpr std::string_view list = "/input/";
    std::size_t index = 0;
    if (!pointer.starts_with(list))
        return 0;
    for (const char c : pointer.substr(list.size())) {
        if (c < '0' || c > '9')
            break;
        index = index * 10 + static_cast<std::size_t>(c - '0');
    }
    return index;
}

using Scores = std::map<std::string, double, std::less<>>;

// What was found, by category: of the moderation check its labels, of any other check its kind.
std::vector<Scores> scoresOf(const Verdict &verdict, std::size_t inputs)
{
    std::vector<Scores> scores(inputs);
    const auto note = [&](std::size_t input, std::string_view category, double score) {
        double &known
            = scores[std::min(input, inputs - 1)].try_emplace(std::string(category), 0.0).first->second;
        known = std::max(known, score);
    };
    for (const CheckResult &check : verdict.checks) {
        if (check.outcome != CheckOutcome::Fail || check.mode != Mode::Enforce)
            continue;
        const double score = check.score.value_or(1.0);
        if (check.evidence.empty() && check.applied)
            note(0, check.check, score);
        for (const Evidence &found : check.evidence)
            note(inputOf(found.pointer), check.check == "moderation" ? found.label : check.check, score);
    }
    return scores;
}

json::object resultOf(const Scores &scores)
{
    json::object flags, values, types;
    for (const auto &[category, label] : categories) {
        const auto found = scores.find(label);
        const bool flagged = !label.empty() && found != scores.end();
        flags[category] = flagged;
        values[category] = flagged ? found->second : 0.0;
        types[category] = flagged ? json::array{"text"} : json::array();
    }
    for (const auto &[category, score] : scores) {
        flags[category] = true;
        values[category] = score;
        types[category] = json::array{"text"};
    }
    return {{"flagged", !scores.empty()}, {"categories", std::move(flags)},
        {"category_scores", std::move(values)}, {"category_applied_input_types", std::move(types)}};
}

json::object verdictOf(const OwnAnswer &answer)
{
    const Verdict &verdict = *answer.verdict;
    json::array rules;
    for (const CheckResult &check : verdict.checks) {
        if (check.outcome == CheckOutcome::Fail && check.mode == Mode::Enforce && answer.tellsRules)
            rules.push_back(json::object{{"rule", check.rule}, {"check", check.check},
                {"action", name(check.action)}, {"severity", name(check.severity)}});
    }
    return {{"interaction", answer.interaction}, {"verdict", name(verdict.kind)},
        {"severity", name(verdict.severity)}, {"policy", verdict.policyName}, {"rules", std::move(rules)}};
}

class ModerationsFormat final : public WireFormat {
public:
    const WireNames &names() const override
    {
        static constexpr WireNames names{"openai.moderations", "moderations", "/v1/moderations", "",
            "a moderations request", WireFamily::OpenAi};
        return names;
    }
    Result<RequestMessage> parseRequest(std::string_view body) const override
    {
        auto message = parseInputRequest(body, {"input", false});
        if (message)
            message->facts.stream = false;
        return message;
    }
    Result<ResponseMessage> parseResponse(std::string_view) const override
    {
        return fail(ErrorKind::InvalidInput, "no provider answers such a call");
    }
    // Texts in a list are judged one by one, parts of one input together.
    std::string ownAnswer(const OwnAnswer &answer) const override
    {
        std::size_t inputs = 1;
        for (const Segment &segment : answer.request->segments) {
            const bool single = !segment.unclaimed && segment.pointer.find('/', 7) == std::string::npos;
            if (single)
                inputs = std::max(inputs, inputOf(segment.pointer) + 1);
        }
        json::array results;
        for (const Scores &scores : scoresOf(*answer.verdict, inputs))
            results.push_back(resultOf(scores));
        return json::serialize(json::object{{"id", "modr-" + answer.interaction}, {"model", "gatehouse"},
            {"results", std::move(results)}, {"gatehouse", verdictOf(answer)}});
    }
    std::string errorBody(const GatewayError &error) const override { return openAiErrorBody(error); }
    std::string errorEvents(const GatewayError &error) const override { return openAiErrorBody(error); }
    std::unique_ptr<StreamJudge> judgeStream(StreamSubject) const override { return nullptr; }
};

} // namespace

const WireFormat &openAiModerationsFormat()
{
    static const ModerationsFormat format;
    return format;
}

} // namespace gatehouse
