// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// From text to terms.
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

class Parser {
public:
    explicit Parser(std::string_view text)
        : m_text(text)
    {
    }

    tl::expected<Filter, FilterProblem> parse()
    {
        Filter filter;
        for (skipSpace(); m_at < m_text.size(); skipSpace()) {
            m_values.clear();
            m_field = {m_at, m_at};
            auto term = parseTerm();
            if (!term)
                return tl::unexpected<FilterProblem>({term.error(), {m_quote, m_text.size()}});
            if (Status known = checkTerm(*term); !known)
                return tl::unexpected<FilterProblem>({known.error(), offence(*term, known.error().where)});
            filter.terms.push_back(std::move(*term));
        }
        return filter;
    }

private:
    // Where a word of the term stands: a value as the error spells it, else the field, or the whole term when
    // the field is known but wants something else of its values.
    [[nodiscard]] ByteRange offence(const FilterTerm &term, const std::string &word) const
    {
        for (std::size_t i = 0; i < term.values.size(); ++i) {
            if (term.values[i] == word && word != term.field)
                return m_values[i];
        }
        return term.values.size() > 1 || m_field.start == m_field.end ? ByteRange{m_field.start, m_at}
                                                                      : m_field;
    }

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

    // "field:", "field=", "field>=", "field<=", "field>" or "field<"; false leaves the position where it was.
    bool takeField(FilterTerm &term)
    {
        const std::size_t end = m_text.find_first_of(" \t\r\n\",:<>=", m_at);
        if (end == std::string_view::npos || end == m_at)
            return false;
        const char sign = m_text[end];
        if (sign != ':' && sign != '=' && sign != '<' && sign != '>')
            return false;
        const bool compares = sign == '<' || sign == '>';
        const bool orEqual = compares && m_text.substr(end + 1).starts_with('=');
        term.field = m_text.substr(m_at, end - m_at);
        std::transform(term.field.begin(), term.field.end(), term.field.begin(),
            [](unsigned char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c); });
        if (compares)
            term.comparison = sign == '>' ? (orEqual ? Comparison::AtLeast : Comparison::Above)
                                          : (orEqual ? Comparison::AtMost : Comparison::Below);
        m_field = {m_at, end};
        m_at = end + (orEqual ? 2 : 1);
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
        const std::size_t start = m_at;
        if (m_at < m_text.size() && m_text[m_at] == '"') {
            auto value = takeQuoted();
            m_values.push_back({start, m_at});
            return value;
        }
        const std::size_t end = std::min(m_text.find_first_of(ends, m_at), m_text.size());
        std::string value(m_text.substr(m_at, end - m_at));
        m_at = end;
        m_values.push_back({start, end});
        return value;
    }

    Result<std::string> takeQuoted()
    {
        const std::size_t start = m_quote = m_at++;
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
    std::size_t m_quote = 0; // where the last one opened
    ByteRange m_field; // of the term that is read, as below
    std::vector<ByteRange> m_values;
};

} // namespace

tl::expected<Filter, FilterProblem> readFilter(std::string_view text)
{
    return Parser(text).parse();
}

Result<Filter> parseFilter(std::string_view text)
{
    auto read = readFilter(text);
    if (!read)
        return tl::unexpected(std::move(read.error().error));
    return std::move(*read);
}

} // namespace gatehouse::store
