// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/demo/sample_call.h"

#include "store/demo/fake_values.h"
#include "store/demo/phrase_book.h"
#include "store/json_text.h"

#include <algorithm>

namespace gatehouse::store {

namespace {

struct SampleModel {
    std::string_view name, provider;
    double uusdPerTokenIn, uusdPerTokenOut;
    double microsPerToken;
};
constexpr SampleModel models[] = {
    {"general-small", "cloud-eu", 0.15, 0.6, 6000},
    {"general-large", "cloud-eu", 2.5, 10.0, 14000},
    {"code-large", "cloud-us", 3.0, 15.0, 16000},
    {"reasoning-large", "cloud-us", 5.0, 20.0, 30000},
    {"local-small", "on-premises", 0.0, 0.0, 9000},
};

constexpr std::string_view otherLanguages[] = {"de", "fr", "es", "pt", "it", "nl", "pl", "ja", "zh"};
constexpr std::int64_t callsPerConversation = 8;

// Shares of all calls; the rest is harmless.
constexpr double withSecret = 0.028, withPersonalData = 0.035, withTakeover = 0.012, withSuspicion = 0.006;
constexpr double withTools = 0.14, toolsPlanted = 0.03, toolsWithSecret = 0.03;
constexpr double wrongModel = 0.006, answerWithPersonalData = 0.006;
constexpr double upstreamFails = 0.008, clientLeaves = 0.006;

const SampleModel &modelFor(const KeyRecord &key, Dice &dice)
{
    const auto &allowed = key.entitlement.models;
    if (allowed.empty() || dice.chance(wrongModel))
        return models[dice.below(std::size(models))];
    const std::string &wanted = allowed[dice.skewedBelow(allowed.size())];
    const auto *found = std::find_if(
        std::begin(models), std::end(models), [&](const SampleModel &each) { return each.name == wanted; });
    return found == std::end(models) ? models[0] : *found;
}

std::string message(std::string_view role, std::string_view text)
{
    return JsonObject().add("role", role).add("content", text).text();
}

class Writer {
public:
    Writer(Dice &dice, const PhraseBook &book)
        : m_dice(dice)
        , m_book(book)
        , m_language(
              dice.chance(0.74) ? "en" : std::string(otherLanguages[dice.below(std::size(otherLanguages))]))
    {
    }

    std::string messages()
    {
        if (m_dice.chance(0.6))
            add("system", m_book.phrase("system", m_dice));
        if (m_dice.chance(withTools)) {
            addToolRound();
            return "[" + m_messages + "]";
        }
        for (std::size_t rounds = m_dice.chance(0.25) ? m_dice.below(3) + 1 : 0; rounds > 0; --rounds) {
            add("user", phrase("ask"));
            add("assistant", phrase("answer"));
        }
        add("user", lastPrompt());
        return "[" + m_messages + "]";
    }

    std::string answer()
    {
        std::string text = phrase("answer");
        for (std::size_t more = m_dice.below(3); more > 0; --more)
            text += "\n\n" + phrase("answer");
        if (m_dice.chance(answerWithPersonalData))
            text += "\n\nThe contact on file is " + fakeEmail(m_dice) + ".";
        return text;
    }

private:
    void addJson(const std::string &json) { m_messages += (m_messages.empty() ? "" : ",") + json; }
    void add(std::string_view role, const std::string &text) { addJson(message(role, text)); }

    // In the conversation's language, or English when the list does not exist in it.
    std::string phrase(const std::string &list)
    {
        std::string text = m_book.phrase(list + "." + m_language, m_dice);
        return text.empty() ? m_book.phrase(list + ".en", m_dice) : text;
    }

    std::string lastPrompt()
    {
        const double draw = m_dice.real();
        if (draw < withSecret)
            return phrase("secret");
        if (draw < withSecret + withPersonalData)
            return phrase("personal");
        if (draw < withSecret + withPersonalData + withTakeover)
            return phrase("ask") + " " + m_book.phrase("takeover", m_dice);
        if (draw < withSecret + withPersonalData + withTakeover + withSuspicion)
            return m_book.phrase("suspected", m_dice);
        return phrase("ask");
    }

    void addToolRound()
    {
        add("user", phrase("ask"));
        const std::string tool = m_book.phrase("tool.name", m_dice);
        const std::string id = "call_" + m_dice.text(10, "abcdefghijklmnopqrstuvwxyz0123456789");
        const std::string arguments
            = JsonObject().add("id", static_cast<std::int64_t>(m_dice.below(5000))).text();
        const std::string call
            = JsonObject()
                  .add("id", id)
                  .add("type", "function")
                  .raw("function", JsonObject().add("name", tool).add("arguments", arguments).text())
                  .text();
        addJson(JsonObject()
                    .add("role", "assistant")
                    .raw("content", "null")
                    .raw("tool_calls", "[" + call + "]")
                    .text());
        addJson(JsonObject().add("role", "tool").add("tool_call_id", id).add("content", toolResult()).text());
    }

    std::string toolResult()
    {
        const double draw = m_dice.real();
        if (draw < toolsPlanted)
            return m_book.phrase("tool.planted", m_dice);
        if (draw < toolsPlanted + toolsWithSecret)
            return "settings of the service:\n" + fakeCredential(m_dice);
        return m_book.phrase("tool.result", m_dice);
    }

    Dice &m_dice;
    const PhraseBook &m_book;
    std::string m_language;
    std::string m_messages;
};

std::string responseBody(const SampleCall &call, const std::string &answer)
{
    const std::string choice = JsonObject()
                                   .add("index", 0)
                                   .raw("message", message("assistant", answer))
                                   .add("finish_reason", "stop")
                                   .text();
    const std::string usage
        = JsonObject().add("prompt_tokens", call.tokensIn).add("completion_tokens", call.tokensOut).text();
    return JsonObject()
        .add("object", "chat.completion")
        .add("model", call.model)
        .raw("choices", "[" + choice + "]")
        .raw("usage", usage)
        .text();
}

// Four bytes a token is the usual rule of thumb for English.
std::int64_t tokensOf(std::size_t bytes)
{
    return static_cast<std::int64_t>(bytes / 4 + 1);
}

SampleEnd endOf(Dice &dice)
{
    const double draw = dice.real();
    return draw < upstreamFails               ? SampleEnd::UpstreamFailed
        : draw < upstreamFails + clientLeaves ? SampleEnd::ClientLeft
                                              : SampleEnd::Answered;
}

// Neighbours of one key in one run of the calendar belong together; one run in five is an agent's.
std::string conversationOf(const KeyRecord &key, std::int64_t index)
{
    Dice dice(static_cast<std::uint64_t>(index / callsPerConversation), key.id.value.size());
    return dice.chance(0.2) ? "run-" + key.id.value.substr(0, 4) + "-" + dice.text(8, "0123456789abcdef")
                            : std::string();
}

} // namespace

SampleCall makeSampleCall(const KeyRecord &key, std::int64_t index, Dice &dice)
{
    const SampleModel &model = modelFor(key, dice);
    SampleCall call;
    call.model = model.name;
    call.provider = model.provider;
    call.stream = dice.chance(0.4);
    call.end = endOf(dice);
    call.conversation = conversationOf(key, index);
    call.sourceAddress
        = "10.20." + std::to_string(dice.below(4)) + "." + std::to_string(dice.below(200) + 10);
    Writer writer(dice, samplePhrases());
    const std::string messages = writer.messages(), answer = writer.answer();
    call.requestBody
        = JsonObject().add("model", call.model).add("stream", call.stream).raw("messages", messages).text();
    call.tokensIn = tokensOf(messages.size());
    call.tokensOut = tokensOf(answer.size());
    call.costUusd = static_cast<std::int64_t>(static_cast<double>(call.tokensIn) * model.uusdPerTokenIn
        + static_cast<double>(call.tokensOut) * model.uusdPerTokenOut);
    call.upstreamUs = static_cast<std::int64_t>(
        dice.around(180000 + static_cast<double>(call.tokensOut) * model.microsPerToken, 0.35));
    call.responseBody = responseBody(call, answer);
    return call;
}

std::vector<std::string> sampleModels(std::size_t keyIndex)
{
    std::vector<std::string> names;
    for (std::size_t i = 0; i < 2 + keyIndex % 3; ++i)
        names.emplace_back(models[(keyIndex + i) % std::size(models)].name);
    return names;
}

} // namespace gatehouse::store
