// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/verdict.h"

#include <algorithm>
#include <array>

namespace gatehouse {

namespace {

template <class Enum>
struct Words;

// The position of a word is the value it stands for.
template <>
struct Words<Stage> {
    static constexpr std::array<std::string_view, 3> list{"access", "request", "response"};
};
template <>
struct Words<Mode> {
    static constexpr std::array<std::string_view, 3> list{"enforce", "shadow", "off"};
};
template <>
struct Words<Action> {
    static constexpr std::array<std::string_view, 5> list{"allow", "flag", "mask", "hold", "block"};
};
template <>
struct Words<VerdictKind> {
    static constexpr std::array<std::string_view, 5> list{"allowed", "flagged", "masked", "held", "blocked"};
};
template <>
struct Words<Severity> {
    static constexpr std::array<std::string_view, 5> list{"info", "low", "medium", "high", "critical"};
};
template <>
struct Words<CheckOutcome> {
    static constexpr std::array<std::string_view, 4> list{"pass", "fail", "error", "not_run"};
};
template <>
struct Words<TrustZone> {
    static constexpr std::array<std::string_view, 7> list{
        "system", "user", "tool", "document", "assistant", "tool_call", "tool_definition"};
};
template <>
struct Words<BodyPart> {
    static constexpr std::array<std::string_view, 2> list{"request", "response"};
};
template <>
struct Words<Capture> {
    static constexpr std::array<std::string_view, 4> list{"full", "masked", "sealed", "metadata"};
};

template <class Enum>
std::string_view wordOf(Enum value)
{
    return Words<Enum>::list[static_cast<std::size_t>(value)];
}

} // namespace

std::string_view name(Stage value)
{
    return wordOf(value);
}
std::string_view name(Mode value)
{
    return wordOf(value);
}
std::string_view name(Action value)
{
    return wordOf(value);
}
std::string_view name(VerdictKind value)
{
    return wordOf(value);
}
std::string_view name(Severity value)
{
    return wordOf(value);
}
std::string_view name(CheckOutcome value)
{
    return wordOf(value);
}
std::string_view name(TrustZone value)
{
    return wordOf(value);
}
std::string_view name(BodyPart value)
{
    return wordOf(value);
}
std::string_view name(Capture value)
{
    return wordOf(value);
}

template <class Enum>
std::optional<Enum> fromName(std::string_view word)
{
    const auto &list = Words<Enum>::list;
    const auto found = std::find(list.begin(), list.end(), word);
    if (found == list.end())
        return {};
    return static_cast<Enum>(found - list.begin());
}

template std::optional<Stage> fromName<Stage>(std::string_view);
template std::optional<Mode> fromName<Mode>(std::string_view);
template std::optional<Action> fromName<Action>(std::string_view);
template std::optional<VerdictKind> fromName<VerdictKind>(std::string_view);
template std::optional<Severity> fromName<Severity>(std::string_view);
template std::optional<CheckOutcome> fromName<CheckOutcome>(std::string_view);
template std::optional<TrustZone> fromName<TrustZone>(std::string_view);
template std::optional<BodyPart> fromName<BodyPart>(std::string_view);
template std::optional<Capture> fromName<Capture>(std::string_view);

std::optional<Capture> strictest(std::optional<Capture> one, std::optional<Capture> other)
{
    return std::max(one, other); // nothing is less than anything
}

std::string applyMasks(
    const std::string &text, const std::vector<MaskSpan> &spans, std::vector<ByteRange> *places)
{
    std::string out;
    std::size_t at = 0;
    for (const MaskSpan &span : spans) {
        out.append(text, at, span.range.start - at);
        if (places)
            places->push_back({out.size(), out.size() + span.replacement.size()});
        out += span.replacement;
        at = span.range.end;
    }
    out.append(text, at);
    return out;
}

std::vector<MaskSpan> spansOf(const std::vector<MaskSpan> &spans, BodyPart in, int segment)
{
    std::vector<MaskSpan> out;
    std::copy_if(spans.begin(), spans.end(), std::back_inserter(out),
        [&](const MaskSpan &span) { return span.in == in && span.segment == segment; });
    return out;
}

} // namespace gatehouse
