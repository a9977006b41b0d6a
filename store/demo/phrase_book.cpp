// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/demo/phrase_book.h"

#include "store/demo/fake_values.h"

namespace gatehouse::resources {
std::string_view samplePhrases();
}

namespace gatehouse::store {

namespace {

// A list that names itself would never end.
constexpr int deepest = 6;

constexpr std::string_view hexDigits = "0123456789abcdef";

std::string path(Dice &dice)
{
    static constexpr std::string_view parts[] = {"orders", "items", "reports", "users", "stock", "returns"};
    return "/" + std::string(parts[dice.below(std::size(parts))]) + "/"
        + std::to_string(dice.below(900) + 100);
}

bool isName(std::string_view text)
{
    return !text.empty() && text.find_first_not_of("abcdefghijklmnopqrstuvwxyz.") == std::string_view::npos;
}

} // namespace

PhraseBook::PhraseBook(std::string_view text)
{
    std::vector<std::string> *list = nullptr;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty() || line.front() == '#')
            continue;
        if (line.front() == '[' && line.back() == ']')
            list = &m_lists[std::string(line.substr(1, line.size() - 2))];
        else if (list)
            list->emplace_back(line);
    }
}

std::string PhraseBook::phrase(std::string_view list, Dice &dice) const
{
    const auto found = m_lists.find(list);
    return found == m_lists.end() ? std::string()
                                  : fill(found->second[dice.below(found->second.size())], dice, 0);
}

std::string PhraseBook::fill(std::string_view line, Dice &dice, int depth) const
{
    std::string out;
    while (!line.empty()) {
        const std::size_t open = line.find('{');
        const std::size_t close = open == std::string_view::npos ? open : line.find('}', open);
        if (close == std::string_view::npos)
            break;
        const std::string_view name = line.substr(open + 1, close - open - 1);
        // Braces also stand in code and JSON.
        if (!isName(name)) {
            out += line.substr(0, open + 1);
            line.remove_prefix(open + 1);
            continue;
        }
        out += line.substr(0, open);
        out += value(name, dice, depth);
        line.remove_prefix(close + 1);
    }
    return out + std::string(line);
}

std::string PhraseBook::value(std::string_view name, Dice &dice, int depth) const
{
    if (name == "secret")
        return fakeCredential(dice);
    if (name == "personal")
        return fakePersonalData(dice);
    if (name == "email")
        return fakeEmail(dice);
    if (name == "number")
        return std::to_string(dice.below(58) + 2);
    if (name == "amount")
        return std::to_string(dice.below(900) + 20) + " euros";
    if (name == "host")
        return "api-" + std::to_string(dice.below(9) + 1) + ".internal.example";
    if (name == "path")
        return path(dice);
    if (name == "id")
        return dice.text(8, hexDigits);
    const auto found = m_lists.find(name);
    if (found == m_lists.end() || depth >= deepest)
        return std::string(name);
    return fill(found->second[dice.below(found->second.size())], dice, depth + 1);
}

const PhraseBook &samplePhrases()
{
    static const PhraseBook book(resources::samplePhrases());
    return book;
}

} // namespace gatehouse::store
