// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/sandbox/script.h"

#include "core/base/digest.h"
#include "gateway/sandbox/samples.h"

#include <algorithm>
#include <boost/json.hpp>
#include <charconv>

namespace gatehouse::gateway {
namespace {

namespace json = boost::json;
using std::chrono::milliseconds;

constexpr std::string_view marker = "sandbox:";
constexpr std::size_t echoBytes = 400;
constexpr std::size_t deepestBody = 64; // what the wire-format parser lets through
constexpr std::int64_t longestAnswer = 200'000;
constexpr milliseconds longestDelay{600'000};

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::int64_t numberIn(std::string_view text, std::int64_t most)
{
    std::int64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return std::clamp<std::int64_t>(value, 0, most);
}

milliseconds durationIn(std::string_view text)
{
    const std::int64_t value = numberIn(text, longestDelay.count());
    return std::min(text.ends_with("ms") ? milliseconds(value) : milliseconds(value * 1000), longestDelay);
}

// The text of a message whose content is a string or a list of parts.
std::string textOf(const json::value *content)
{
    if (content == nullptr)
        return {};
    if (content->is_string())
        return std::string(content->get_string());
    std::string text;
    if (const json::array *parts = content->if_array()) {
        for (const json::value &part : *parts) {
            const json::object *fields = part.if_object();
            const json::value *own = fields != nullptr ? fields->if_contains("text") : nullptr;
            if (own != nullptr && own->is_string())
                text += own->get_string();
        }
    }
    return text;
}

struct Prompt {
    std::string lastUser;
    std::string lastTool; // a tool's result, when that is the last message
    std::size_t bytes = 0;
};

Prompt readPrompt(const json::object &request)
{
    Prompt prompt;
    const json::value *messages = request.if_contains("messages");
    if (messages == nullptr || !messages->is_array())
        return prompt;
    for (const json::value &message : messages->get_array()) {
        const json::object *fields = message.if_object();
        if (fields == nullptr)
            continue;
        const std::string text = textOf(fields->if_contains("content"));
        const json::value *role = fields->if_contains("role");
        prompt.bytes += text.size();
        prompt.lastTool.clear();
        if (role != nullptr && *role == "user")
            prompt.lastUser = text;
        else if (role != nullptr && *role == "tool")
            prompt.lastTool = text;
    }
    return prompt;
}

std::string shortened(std::string_view text)
{
    std::size_t end = std::min(text.size(), echoBytes);
    while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end;
    return std::string(text.substr(0, end)) + (end < text.size() ? "…" : "");
}

void obey(std::string_view directive, const std::string &seed, SandboxScript &script)
{
    const std::size_t space = directive.find(' ');
    const std::string_view word = directive.substr(0, space);
    const std::string_view rest = space == std::string_view::npos ? "" : trimmed(directive.substr(space));
    if (word == "secret")
        script.text += sampleSecretText(seed);
    else if (word == "pii")
        script.text += samplePersonalText(seed);
    else if (word == "long")
        script.text += sampleProse(static_cast<std::size_t>(numberIn(rest, longestAnswer)));
    else if (word == "tool")
        script.toolName = std::string(rest);
    else if (word == "slow")
        script.delay = durationIn(rest);
    else if (word == "pace")
        script.pace = durationIn(rest);
    else if (word == "error")
        script.errorStatus = static_cast<int>(std::max<std::int64_t>(400, numberIn(rest, 599)));
    else if (word == "garbage")
        script.garbage = true;
    else if (word == "drop")
        script.drop = true;
}

void obeyAll(std::string_view text, const std::string &seed, SandboxScript &script)
{
    while (!text.empty()) {
        const std::size_t lineEnd = text.find('\n');
        std::string_view line = text.substr(0, lineEnd);
        text = lineEnd == std::string_view::npos ? std::string_view() : text.substr(lineEnd + 1);
        const std::size_t start = line.find(marker);
        if (start == std::string_view::npos)
            continue;
        line.remove_prefix(start + marker.size());
        while (!line.empty()) {
            const std::size_t comma = line.find(',');
            obey(trimmed(line.substr(0, comma)), seed, script);
            line = comma == std::string_view::npos ? std::string_view() : line.substr(comma + 1);
        }
    }
}

std::string echo(const Prompt &prompt, const std::string &model)
{
    const bool fromTool = !prompt.lastTool.empty();
    std::string text = fromTool ? "The tool returned: " : "You asked: ";
    text += shortened(fromTool ? prompt.lastTool : prompt.lastUser);
    text += "\n\nThis answer was computed from the prompt by the built-in sandbox; no model was called.";
    if (model == "sandbox-large")
        text += " The larger sandbox model says the same at greater length: " + sampleProse(60);
    return text;
}

// What of the request, beside its messages, decides the answer.
void readOptions(const json::object &request, SandboxScript &script)
{
    if (const json::value *model = request.if_contains("model"); model != nullptr && model->is_string())
        script.model = std::string(model->get_string());
    if (const json::value *n = request.if_contains("n"); n != nullptr && n->is_int64())
        script.choices = static_cast<int>(std::clamp<std::int64_t>(n->get_int64(), 1, 8));
    if (const json::value *streamed = request.if_contains("stream_options");
        streamed != nullptr && streamed->is_object()) {
        const json::value *usage = streamed->get_object().if_contains("include_usage");
        script.includeUsage = usage != nullptr && *usage == true;
    }
}

} // namespace

Result<SandboxScript> readSandboxScript(std::string_view body)
{
    boost::system::error_code error;
    json::parse_options options;
    options.max_depth = deepestBody;
    const json::value parsed = json::parse({body.data(), body.size()}, error, {}, options);
    if (error || !parsed.is_object())
        return fail(ErrorKind::InvalidInput, "not a chat request");
    const json::object &request = parsed.get_object();
    const Prompt prompt = readPrompt(request);
    const std::string seed = sha256Hex(body);
    SandboxScript script;
    script.id = seed.substr(0, 24);
    readOptions(request, script);
    obeyAll(prompt.lastUser, seed, script);
    if (script.text.empty())
        script.text = echo(prompt, script.model);
    script.tokensIn = static_cast<std::int64_t>((prompt.bytes + 3) / 4);
    script.tokensOut = static_cast<std::int64_t>((script.text.size() + 3) / 4) * script.choices;
    return script;
}

} // namespace gatehouse::gateway
