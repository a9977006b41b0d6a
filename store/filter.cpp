// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/filter.h"

#include "store/filter_values.h"

#include <algorithm>

namespace gatehouse::store {

namespace {

using Comparison = FilterTerm::Comparison;

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool needsQuotes(std::string_view value, std::string_view special)
{
    return value.empty() || value.find_first_of(special) != std::string_view::npos;
}

std::string quoted(std::string_view value)
{
    std::string text = "\"";
    for (const char c : value) {
        if (c == '"' || c == '\\')
            text += '\\';
        text += c;
    }
    return text + "\"";
}

std::string valueText(std::string_view value)
{
    return needsQuotes(value, " \t\r\n\",\\") ? quoted(value) : std::string(value);
}

std::string bareText(std::string_view word)
{
    return needsQuotes(word, " \t\r\n\"\\:<>=") || word.starts_with('-') ? quoted(word) : std::string(word);
}

std::string termText(const FilterTerm &term)
{
    std::string text = term.excluded ? "-" : "";
    if (term.field == "text")
        return text + bareText(term.values.empty() ? "" : term.values.front());
    text += term.field;
    text += term.comparison == Comparison::AtLeast ? ">="
        : term.comparison == Comparison::AtMost    ? "<="
                                                   : ":";
    for (std::size_t i = 0; i < term.values.size(); ++i)
        text += (i == 0 ? "" : ",") + valueText(term.values[i]);
    return text;
}

class Parser {
public:
    explicit Parser(std::string_view text)
        : m_text(text)
    {
    }

    Result<Filter> parse()
    {
        Filter filter;
        for (skipSpace(); m_at < m_text.size(); skipSpace()) {
            auto term = parseTerm();
            if (!term)
                return tl::unexpected(term.error());
            if (Status known = checkTerm(*term); !known)
                return tl::unexpected(known.error());
            filter.terms.push_back(std::move(*term));
        }
        return filter;
    }

private:
    void skipSpace()
    {
        while (m_at < m_text.size() && isSpace(m_text[m_at]))
            ++m_at;
    }

    Result<FilterTerm> parseTerm()
    {
        FilterTerm term;
        if (m_text[m_at] == '-' && m_at + 1 < m_text.size() && !isSpace(m_text[m_at + 1])) {
            term.excluded = true;
            ++m_at;
        }
        if (m_text[m_at] != '"' && takeField(term))
            return takeValues(std::move(term));
        term.field = "text";
        auto word = takeValue(" \t\r\n");
        if (!word)
            return tl::unexpected(word.error());
        term.values.push_back(std::move(*word));
        return term;
    }

    // "field:", "field=", "field>=" or "field<="; false leaves the position where it was.
    bool takeField(FilterTerm &term)
    {
        const std::size_t end = m_text.find_first_of(" \t\r\n\",:<>=", m_at);
        if (end == std::string_view::npos || end == m_at)
            return false;
        const char sign = m_text[end];
        const bool compares = (sign == '<' || sign == '>') && m_text.substr(end + 1).starts_with('=');
        if (sign != ':' && sign != '=' && !compares)
            return false;
        term.field = m_text.substr(m_at, end - m_at);
        std::transform(term.field.begin(), term.field.end(), term.field.begin(),
            [](unsigned char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c); });
        if (compares)
            term.comparison = sign == '>' ? Comparison::AtLeast : Comparison::AtMost;
        m_at = end + (compares ? 2 : 1);
        return true;
    }

    Result<FilterTerm> takeValues(FilterTerm term)
    {
        while (true) {
            auto value = takeValue(" \t\r\n,");
            if (!value)
                return tl::unexpected(value.error());
            term.values.push_back(std::move(*value));
            if (m_at >= m_text.size() || m_text[m_at] != ',')
                return term;
            ++m_at;
        }
    }

    Result<std::string> takeValue(std::string_view ends)
    {
        if (m_at < m_text.size() && m_text[m_at] == '"')
            return takeQuoted();
        const std::size_t end = std::min(m_text.find_first_of(ends, m_at), m_text.size());
        std::string value(m_text.substr(m_at, end - m_at));
        m_at = end;
        return value;
    }

    Result<std::string> takeQuoted()
    {
        const std::size_t start = m_at++;
        std::string value;
        for (; m_at < m_text.size() && m_text[m_at] != '"'; ++m_at) {
            if (m_text[m_at] == '\\' && m_at + 1 < m_text.size())
                ++m_at;
            value += m_text[m_at];
        }
        if (m_at >= m_text.size())
            return fail(ErrorKind::InvalidInput, "a quote is not closed", std::string(m_text.substr(start)),
                "end it with \"");
        ++m_at;
        return value;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

bool isReplaced(const FilterTerm &term)
{
    return isSingleValued(term.field) || term.comparison != Comparison::Is;
}

// Takes the value out of the terms that are the other way round, so that a filter never contradicts itself.
void dropValue(Filter &filter, const FilterTerm &wanted)
{
    for (FilterTerm &term : filter.terms) {
        if (term.field == wanted.field && term.excluded != wanted.excluded && !isReplaced(term))
            std::erase(term.values, wanted.values.front());
    }
}

void toggle(Filter &filter, const FilterTerm &wanted)
{
    const auto found = std::find_if(filter.terms.begin(), filter.terms.end(), [&](const FilterTerm &term) {
        return term.field == wanted.field && term.excluded == wanted.excluded;
    });
    if (wanted.field == "text" || found == filter.terms.end()) {
        const auto same = std::find(filter.terms.begin(), filter.terms.end(), wanted);
        if (same == filter.terms.end())
            filter.terms.push_back(wanted);
        else
            filter.terms.erase(same);
        return;
    }
    if (isReplaced(*found)) {
        *found = wanted;
        return;
    }
    if (std::erase(found->values, wanted.values.front()) == 0)
        found->values.push_back(wanted.values.front());
}

} // namespace

std::string Filter::toText() const
{
    std::string text;
    for (const FilterTerm &term : terms)
        text += (text.empty() ? "" : " ") + termText(term);
    return text;
}

Result<Filter> parseFilter(std::string_view text)
{
    return Parser(text).parse();
}

std::string withTerm(std::string_view text, std::string_view field, std::string_view value, bool excluded)
{
    Filter filter = parseFilter(text).value_or(Filter{});
    const FilterTerm wanted{std::string(field), Comparison::Is, {std::string(value)}, excluded};
    dropValue(filter, wanted);
    toggle(filter, wanted);
    std::erase_if(filter.terms, [](const FilterTerm &term) { return term.values.empty(); });
    return filter.toText();
}

std::string withoutField(std::string_view text, std::string_view field)
{
    auto filter = parseFilter(text);
    if (!filter)
        return std::string(text);
    std::erase_if(filter->terms, [&](const FilterTerm &term) { return term.field == field; });
    return filter->toText();
}

} // namespace gatehouse::store
