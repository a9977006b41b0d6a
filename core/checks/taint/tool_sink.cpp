// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/taint/tool_sink.h"

#include <algorithm>
#include <array>
#include <optional>

namespace gatehouse {

namespace {

struct SinkWords {
    ToolSink sink;
    std::string_view words; // each between spaces
};

// Verbs in names of tools as function-calling catalogues and agent frameworks write them.
constexpr std::array<SinkWords, 4> verbs{{
    {ToolSink::Read,
        " get list search read fetch find lookup query view show open check describe count browse load "
        "retrieve scan summarize summarise translate calculate compute ls cat grep pwd cd head tail wc diff "
        "sort download navigate goto scroll compare validate verify analyze analyse parse extract convert "
        "estimate predict classify rank recommend suggest status info display select "},
    {ToolSink::Execute,
        " exec execute run shell bash sh zsh terminal powershell cmd eval spawn subprocess ssh repl "
        "interpreter invoke "},
    {ToolSink::Egress,
        " send post mail reply respond forward transfer pay upload share publish tweet retweet notify invite "
        "submit webhook curl push sms wire donate remit export broadcast dispatch contact dial emit "},
    {ToolSink::Write,
        " write create update delete remove edit set add insert save move mv copy cp rename append replace "
        "modify patch put drop cancel book reserve order purchase buy sell schedule reschedule register "
        "approve close resolve assign mkdir touch rm rmdir echo change reset enable disable grant revoke "
        "install commit merge deploy start stop place sign subscribe unsubscribe block make store archive "
        "mark clear apply refund exchange return "},
}};

// Nouns that decide where a name has no verb.
constexpr std::array<SinkWords, 3> nouns{{
    {ToolSink::Execute, " command python code script console "},
    {ToolSink::Egress, " email gmail message payment payout transaction comment slack "},
    {ToolSink::Write, " editor "},
}};

constexpr std::array<SinkWords, 3> argumentNames{{
    {ToolSink::Execute, " command cmd shell script code commands "},
    {ToolSink::Egress,
        " to recipient recipients receiver cc bcc amount body message payload webhook data attachments "},
    {ToolSink::Write, " content contents file_text new_str new_content new_value "},
}};

char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool isCapital(char c)
{
    return c >= 'A' && c <= 'Z';
}

// "sendEmail", "send-email", "mail.send_email": the words in small letters.
std::vector<std::string> wordsOf(std::string_view name)
{
    std::vector<std::string> words;
    std::string word;
    const auto close = [&] {
        if (!word.empty())
            words.push_back(std::move(word));
        word.clear();
    };
    for (std::size_t i = 0; i < name.size(); ++i) {
        const bool startsWord = isCapital(name[i]) && i > 0 && !isCapital(name[i - 1]);
        const char c = lowered(name[i]);
        if (startsWord)
            close();
        if (c >= 'a' && c <= 'z')
            word += c;
        else
            close();
    }
    close();
    return words;
}

template <std::size_t N>
std::optional<ToolSink> sinkOf(const std::array<SinkWords, N> &table, std::string_view word)
{
    const std::string spaced = ' ' + std::string(word) + ' ';
    const auto found = std::find_if(table.begin(), table.end(),
        [&](const SinkWords &row) { return row.words.find(spaced) != std::string_view::npos; });
    return found == table.end() ? std::nullopt : std::optional(found->sink);
}

template <std::size_t N>
std::optional<ToolSink> firstSink(
    const std::array<SinkWords, N> &table, const std::vector<std::string> &words)
{
    for (const std::string &word : words) {
        if (const auto sink = sinkOf(table, word))
            return sink;
    }
    return {};
}

bool sendsBody(const std::vector<std::string_view> &arguments, std::string_view method)
{
    const auto has = [&](std::string_view name) {
        return std::find(arguments.begin(), arguments.end(), name) != arguments.end();
    };
    std::string verb(method);
    std::transform(verb.begin(), verb.end(), verb.begin(), lowered);
    return verb == "post" || verb == "put" || verb == "patch" || verb == "delete"
        || (has("url") && (has("body") || has("data") || has("payload") || has("json")));
}

} // namespace

std::string_view name(ToolSink sink)
{
    static constexpr std::array<std::string_view, 4> names{"read", "write", "egress", "execute"};
    return names[static_cast<std::size_t>(sink)];
}

ToolSink guessSink(
    std::string_view tool, const std::vector<std::string_view> &arguments, std::string_view method)
{
    const std::vector<std::string> words = wordsOf(tool);
    if (const auto verb = firstSink(verbs, words))
        return *verb == ToolSink::Read && sendsBody(arguments, method) ? ToolSink::Egress : *verb;
    if (sendsBody(arguments, method))
        return ToolSink::Egress;
    if (const auto noun = firstSink(nouns, words))
        return *noun;
    for (const std::string_view argument : arguments) {
        if (const auto sink = sinkOf(argumentNames, argument))
            return *sink;
    }
    return ToolSink::Read;
}

} // namespace gatehouse
