// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "tools/eval/personal_data.h"

#include <algorithm>
#include <boost/json/array.hpp>

namespace gatehouse::tools {

namespace json = boost::json;

namespace {

struct Entity {
    std::string_view name; // as data sets mark it
    std::vector<std::string_view> labels; // parts of the labels that answer it
    bool hasCheckDigit = false;
};

const std::vector<Entity> &entities()
{
    static const std::vector<Entity> table{{"CREDIT_CARD", {"card"}, true}, {"IBAN_CODE", {"iban"}, true},
        {"EMAIL_ADDRESS", {"email"}}, {"PHONE_NUMBER", {"phone"}}, {"IP_ADDRESS", {"ip"}},
        {"US_SSN", {"ssn", "us-itin"}}, {"US_DRIVER_LICENSE", {"driver"}}};
    return table;
}

const Entity *findEntity(std::string_view name)
{
    const auto found = std::find_if(
        entities().begin(), entities().end(), [&](const Entity &entity) { return entity.name == name; });
    return found == entities().end() ? nullptr : &*found;
}

// The byte at which each character starts, and the end of the text.
std::vector<std::size_t> characterStarts(std::string_view text)
{
    std::vector<std::size_t> starts;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80)
            starts.push_back(at);
    }
    starts.push_back(text.size());
    return starts;
}

std::optional<PersonalSpan> readSpan(const json::value &value, const std::vector<std::size_t> &starts)
{
    const json::array *parts = value.if_array();
    if (!parts || parts->size() != 3 || !(*parts)[0].is_int64() || !(*parts)[1].is_int64()
        || !(*parts)[2].is_string())
        return std::nullopt;
    const std::int64_t first = (*parts)[0].get_int64(), last = (*parts)[1].get_int64();
    if (first < 0 || last <= first || static_cast<std::size_t>(last) >= starts.size())
        return std::nullopt;
    return PersonalSpan{std::string((*parts)[2].get_string()),
        {starts[static_cast<std::size_t>(first)], starts[static_cast<std::size_t>(last)]}};
}

// A label answers when a word of it starts so: "us-ssn" and "ssn", "ipv4" but not "zip".
bool answers(const Entity &entity, std::string_view label)
{
    return std::any_of(entity.labels.begin(), entity.labels.end(), [&](std::string_view part) {
        for (std::size_t at = label.find(part); at != std::string_view::npos; at = label.find(part, at + 1)) {
            if (at == 0 || label[at - 1] == '-')
                return true;
        }
        return false;
    });
}

} // namespace

std::vector<PersonalSpan> personalSpans(const LabelledRow &row)
{
    const json::value *listed = row.meta.if_contains("spans");
    if (!listed || !listed->is_array())
        return {};
    const std::vector<std::size_t> starts = characterStarts(row.text);
    std::vector<PersonalSpan> spans;
    for (const json::value &value : listed->get_array()) {
        if (auto span = readSpan(value, starts))
            spans.push_back(std::move(*span));
    }
    return spans;
}

bool isStructured(std::string_view entity)
{
    return findEntity(entity) != nullptr;
}

bool isFound(const PersonalSpan &span, const Verdict &verdict)
{
    const Entity *entity = findEntity(span.entity);
    return entity && std::any_of(verdict.checks.begin(), verdict.checks.end(), [&](const CheckResult &check) {
        return check.check == "pii"
            && std::any_of(check.evidence.begin(), check.evidence.end(), [&](const Evidence &evidence) {
                   return evidence.range.overlaps(span.range) && answers(*entity, evidence.label);
               });
    });
}

std::optional<std::string> withWrongDigit(const std::string &text, const PersonalSpan &span)
{
    const Entity *entity = findEntity(span.entity);
    if (!entity || !entity->hasCheckDigit)
        return std::nullopt;
    for (std::size_t at = span.range.end; at > span.range.start; --at) {
        const char last = text[at - 1];
        if (last < '0' || last > '9')
            continue;
        std::string broken = text;
        broken[at - 1] = static_cast<char>('0' + (last - '0' + 1) % 10);
        return broken;
    }
    return std::nullopt;
}

} // namespace gatehouse::tools
