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

using std::chrono::milliseconds;

constexpr std::string_view marker = "sandbox:";
constexpr std::size_t echoBytes = 400;
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

struct Prompt {
    std::string lastUser;
    std::string lastTool; // a tool's result, when nobody spoke after it
    std::vector<std::string> texts;
    std::size_t bytes = 0;
};

// What texts of one message have in common: the first two steps of their pointers.
std::string_view messageOf(std::string_view pointer)
{
    const std::size_t second = pointer.find('/', 1);
    return pointer.substr(0, second == std::string_view::npos ? second : pointer.find('/', second + 1));
}

Prompt readPrompt(const std::vector<Segment> &segments)
{
    Prompt prompt;
    std::string_view message;
    for (const Segment &segment : segments) {
        if (segment.unclaimed || segment.zone == TrustZone::ToolDefinition
            || segment.zone == TrustZone::ToolCall)
            continue;
        prompt.bytes += segment.text.size();
        const bool begins = messageOf(segment.pointer) != message;
        message = messageOf(segment.pointer);
        if (begins)
            prompt.lastTool.clear();
        if (segment.zone == TrustZone::User)
            prompt.lastUser = begins ? segment.text : prompt.lastUser + segment.text;
        else if (segment.zone == TrustZone::Tool)
            prompt.lastTool += segment.text;
        prompt.texts.push_back(segment.text);
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
    else if (word == "json")
        script.text += boost::json::serialize(boost::json::object{{"text", rest}});
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

} // namespace

Result<SandboxScript> readSandboxScript(const WireFormat &format, std::string_view body)
{
    const auto request = format.parseRequest(body);
    if (!request)
        return tl::unexpected(request.error());
    const Prompt prompt = readPrompt(request->segments);
    const std::string seed = sha256Hex(body);
    SandboxScript script;
    script.id = seed.substr(0, 24);
    script.model = request->facts.model;
    script.choices = std::clamp(request->facts.choices, 1, 8);
    script.includeUsage = request->facts.includeUsage;
    script.inputs = prompt.texts;
    obeyAll(prompt.lastUser, seed, script);
    if (script.text.empty())
        script.text = echo(prompt, script.model);
    script.tokensIn = static_cast<std::int64_t>((prompt.bytes + 3) / 4);
    script.tokensOut = static_cast<std::int64_t>((script.text.size() + 3) / 4) * script.choices;
    return script;
}

} // namespace gatehouse::gateway
