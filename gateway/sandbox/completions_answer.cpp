// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// The sandbox in the OpenAI completions format.

#include "gateway/sandbox/answer.h"

#include <boost/json.hpp>

namespace gatehouse::gateway {
namespace {

namespace json = boost::json;

json::object choice(int index, std::string_view text, json::value finish)
{
    return {{"index", index}, {"text", text}, {"logprobs", nullptr}, {"finish_reason", std::move(finish)}};
}

json::object envelope(const SandboxScript &script, json::array choices)
{
    return {{"id", "cmpl-" + script.id}, {"object", "text_completion"}, {"created", script.createdAt},
        {"model", script.model}, {"choices", std::move(choices)}};
}

json::object usageOf(const SandboxScript &script)
{
    return {{"prompt_tokens", script.tokensIn}, {"completion_tokens", script.tokensOut},
        {"total_tokens", script.tokensIn + script.tokensOut}};
}

std::string event(const json::object &chunk)
{
    return "data: " + json::serialize(chunk) + "\n\n";
}

class CompletionsStream final : public SandboxStream {
public:
    using SandboxStream::SandboxStream;

private:
    std::string opening(int) override { return ": begins\n\n"; }
    std::string piece(int index, const std::string &text) override
    {
        return event(envelope(script(), {choice(index, text, nullptr)}));
    }
    std::string closing(int index) override { return event(envelope(script(), {choice(index, "", "stop")})); }
    std::string ending() override
    {
        json::object last = envelope(script(), {});
        last["usage"] = usageOf(script());
        return (script().includeUsage ? event(last) : std::string()) + "data: [DONE]\n\n";
    }
};

class CompletionsAnswer final : public SandboxAnswer {
public:
    std::string whole(const SandboxScript &script) const override
    {
        json::array choices;
        for (int i = 0; i < script.choices; ++i)
            choices.push_back(choice(i, script.text, "stop"));
        json::object answer = envelope(script, std::move(choices));
        answer["usage"] = usageOf(script);
        return json::serialize(answer);
    }
    std::unique_ptr<SandboxStream> stream(const SandboxScript &script) const override
    {
        return std::make_unique<CompletionsStream>(script, script.text);
    }
};

} // namespace

const SandboxAnswer &sandboxCompletions()
{
    static const CompletionsAnswer answer;
    return answer;
}

} // namespace gatehouse::gateway
