// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/filter.h"

#include "store/filter_values.h"

#include <algorithm>

namespace gatehouse::store {

namespace {

using Comparison = FilterTerm::Comparison;

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

std::string_view sign(Comparison comparison)
{
    switch (comparison) {
    case Comparison::AtLeast:
        return ">=";
    case Comparison::AtMost:
        return "<=";
    case Comparison::Above:
        return ">";
    case Comparison::Below:
        return "<";
    case Comparison::Is:
        break;
    }
    return ":";
}

std::string termText(const FilterTerm &term)
{
    std::string text = term.excluded ? "-" : "";
    if (term.field == "text")
        return text + bareText(term.values.empty() ? "" : term.values.front());
    text += term.field;
    text += sign(term.comparison);
    for (std::size_t i = 0; i < term.values.size(); ++i)
        text += (i == 0 ? "" : ",") + valueText(term.values[i]);
    return text;
}

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
