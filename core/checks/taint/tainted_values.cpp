// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/taint/tainted_values.h"

#include "core/checks/taint/account_number.h"
#include "core/checks/url/find_urls.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <re2/re2.h>

namespace gatehouse {

namespace {

constexpr std::size_t longestValue = 2048;
constexpr std::size_t shortestNeedle = 4;

const RE2 &emailPattern()
{
    static const RE2 pattern(R"((?i)([a-z0-9._%+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24})\b)");
    return pattern;
}

const RE2 &hostPattern()
{
    static const RE2 pattern(
        R"((?i)\b((?:(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z]{2,24}|(?:[0-9]{1,3}\.){3}[0-9]{1,3}))\b)");
    return pattern;
}

const RE2 &pathPattern()
{
    static const RE2 pattern(
        R"((?:^|[\s"'`=(\[:,<>])((?:~|\.{1,2}|[A-Za-z]:)?[/\\]?[\w.@+-]*(?:[/\\][\w.@+-]+)+[/\\]?))");
    return pattern;
}

// Ends of names that are files or code more often than hosts: a bare "setup.py" is no destination.
bool endsLikeFile(std::string_view host)
{
    static constexpr std::string_view endings
        = " py md rs sh pl so cc ts js cs go rb vb db gz xz cp hs ml kt ps mk am ac in me id is at to my by "
          "do it be as no mov zip java json yaml yml toml txt csv pdf doc docx xls xlsx ppt pptx png jpg "
          "jpeg "
          "gif svg log cfg conf ini html htm css xml sql lock test exe dll bin iso tar mdx tsx jsx cpp hpp "
          "swift php bak tmp parquet ipynb rst tex self name path value items append format join split ";
    const std::string ending = ' ' + std::string(host.substr(host.rfind('.') + 1)) + ' ';
    return endings.find(ending) != std::string_view::npos;
}

// Named at the head of scripts everywhere; no file anybody means.
bool isProgram(std::string_view path)
{
    static constexpr std::array<std::string_view, 6> programs{
        "/usr/bin/env", "/bin/sh", "/bin/bash", "/usr/bin/python3", "/usr/bin/python", "/dev/null"};
    return std::find(programs.begin(), programs.end(), path) != programs.end();
}

class Finder {
public:
    explicit Finder(const MappedText &value)
        : m_text(value.text)
    {
    }

    void findUrlValues()
    {
        for (const FoundUrl &found : findUrls(m_text)) {
            if (found.parts.host.empty() || found.range.size() > longestValue)
                continue;
            add(ValueKind::Url, found.range, withoutScheme(folded(found.range)), found.parts.host);
        }
    }

    void findMatches(ValueKind kind, const RE2 &pattern)
    {
        re2::StringPiece rest(m_text.data(), m_text.size()), match;
        while (RE2::FindAndConsume(&rest, pattern, &match)) {
            const auto start = static_cast<std::size_t>(match.data() - m_text.data());
            if (match.size() <= longestValue)
                take(kind, {start, start + match.size()});
        }
    }

    void findAccounts(std::string_view argument)
    {
        for (const ByteRange range : findAccountNumbers(m_text, namesAccount(argument)))
            add(ValueKind::Account, range, compact(fold(mapWhole(spelt(range)))).text, {});
    }

    void findCommand()
    {
        const std::size_t start = m_text.find_first_not_of(" \n\t"),
                          end = m_text.find_last_not_of(" \n\t") + 1;
        constexpr std::size_t shortest = 8;
        if (start == std::string_view::npos || end - start < shortest || end - start > longestValue)
            return;
        const std::string needle = folded({start, end});
        if (needle.find(' ') != std::string::npos)
            m_commands.push_back({ValueKind::Command, {start, end}, needle, {}, true});
    }

    std::vector<TaintValue> finish()
    {
        std::sort(m_values.begin(), m_values.end(),
            [](const TaintValue &a, const TaintValue &b) { return a.range < b.range; });
        const bool whole = isOnlyValues();
        for (TaintValue &value : m_values)
            value.isWhole = whole;
        m_values.insert(m_values.begin(), std::make_move_iterator(m_commands.begin()),
            std::make_move_iterator(m_commands.end()));
        return std::move(m_values);
    }

private:
    [[nodiscard]] std::string_view spelt(ByteRange range) const
    {
        return m_text.substr(range.start, range.size());
    }
    [[nodiscard]] std::string folded(ByteRange range) const { return fold(mapWhole(spelt(range))).text; }

    void take(ValueKind kind, ByteRange range)
    {
        const std::string needle = folded(range);
        if (kind == ValueKind::Email) {
            add(kind, range, needle, needle.substr(needle.find('@') + 1));
        } else if (kind == ValueKind::Host) {
            if (!endsLikeFile(needle) && !needle.starts_with("127.") && needle != "0.0.0.0")
                add(kind, range, withoutScheme(needle), needle);
        } else if (!isProgram(needle)
            && std::count(needle.begin(), needle.end(), '/') + std::count(needle.begin(), needle.end(), '\\')
                > 1) {
            add(kind, range, needle, {});
        }
    }

    void add(ValueKind kind, ByteRange range, std::string needle, std::string host)
    {
        if (isTaken(range) || needle.size() < shortestNeedle)
            return;
        m_taken.emplace(range.start, range.end);
        m_values.push_back({kind, range, std::move(needle), std::move(host), false});
    }

    [[nodiscard]] bool isTaken(ByteRange range) const
    {
        const auto next = m_taken.lower_bound(range.start);
        if (next != m_taken.end() && next->first < range.end)
            return true;
        return next != m_taken.begin() && std::prev(next)->second > range.start;
    }

    static std::string withoutScheme(std::string url)
    {
        if (const std::size_t scheme = url.find("://"); scheme != std::string::npos)
            url.erase(0, scheme + 3);
        if (url.starts_with("www."))
            url.erase(0, 4);
        while (url.ends_with('/'))
            url.pop_back();
        return url;
    }

    // Nothing but values and what separates them; a display name may stand before an e-mail address.
    [[nodiscard]] bool isOnlyValues() const
    {
        constexpr std::size_t longestName = 40;
        std::size_t at = 0;
        for (const TaintValue &value : m_values) {
            const std::string_view between = m_text.substr(at, value.range.start - at);
            const bool named = value.kind == ValueKind::Email && between.size() <= longestName
                && between.find('\n') == std::string_view::npos;
            if (!named && !isSeparator(between))
                return false;
            at = value.range.end;
        }
        return isSeparator(m_text.substr(at));
    }

    static bool isSeparator(std::string_view text)
    {
        return text.find_first_not_of(" \t\r\n,;<>()[]\"'/") == std::string_view::npos;
    }

    std::string_view m_text;
    std::vector<TaintValue> m_values, m_commands;
    std::map<std::size_t, std::size_t> m_taken; // start and end of each of m_values
};

} // namespace

std::string_view name(ValueKind kind)
{
    static constexpr std::array<std::string_view, 6> names{
        "url", "host", "email", "account", "path", "command"};
    return names[static_cast<std::size_t>(kind)];
}

std::vector<TaintValue> findTaintValues(const MappedText &value, std::string_view argument, bool runs)
{
    Finder finder(value);
    finder.findUrlValues();
    finder.findMatches(ValueKind::Email, emailPattern());
    finder.findAccounts(argument);
    finder.findMatches(ValueKind::Path, pathPattern());
    finder.findMatches(ValueKind::Host, hostPattern());
    if (runs)
        finder.findCommand();
    return finder.finish();
}

bool isOrdinaryCommand(std::string_view foldedCommand)
{
    static constexpr std::array<std::string_view, 24> starts{"npm test", "npm run ", "npm audit", "yarn test",
        "pytest", "python -m pytest", "make ", "cmake ", "cargo build", "cargo test", "go test", "go build",
        "ls ", "cat ", "cd ", "grep ", "find ", "git status", "git diff", "git log", "git add", "git commit",
        "head ", "tail "};
    return foldedCommand.find_first_of("|;&<>$`") == std::string_view::npos
        && std::any_of(starts.begin(), starts.end(),
            [&](std::string_view start) { return foldedCommand.starts_with(start); });
}

} // namespace gatehouse
