// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/records.h"

#include <array>
#include <span>

namespace gatehouse::store {

namespace {

using namespace std::string_view_literals;

// In the order of the enums.
constexpr std::array outcomes{
    "pending"sv, "completed"sv, "refused"sv, "upstream_error"sv, "client_abort"sv, "cut"sv, "interrupted"sv};
constexpr std::array reviewStates{""sv, "open"sv, "in_review"sv, "escalated"sv, "resolved"sv};
constexpr std::array providerKinds{"openai"sv, "sandbox"sv, "anthropic"sv, "azure"sv};
constexpr std::array circuitStates{"closed"sv, "open"sv, "half_open"sv};
constexpr std::array dispositions{""sv, "true_positive"sv, "false_positive"sv, "benign"sv, "duplicate"sv};

template <class Enum>
std::optional<Enum> find(std::span<const std::string_view> words, std::string_view word)
{
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == word)
            return static_cast<Enum>(i);
    }
    return {};
}

} // namespace

std::string_view name(Outcome value)
{
    return outcomes.at(static_cast<std::size_t>(value));
}
std::string_view name(ReviewState value)
{
    return reviewStates.at(static_cast<std::size_t>(value));
}
std::string_view name(Disposition value)
{
    return dispositions.at(static_cast<std::size_t>(value));
}

std::string_view name(ProviderKind value)
{
    return providerKinds.at(static_cast<std::size_t>(value));
}
std::string_view name(CircuitState value)
{
    return circuitStates.at(static_cast<std::size_t>(value));
}

std::optional<ProviderKind> providerKindFromName(std::string_view word)
{
    return find<ProviderKind>(providerKinds, word);
}
std::optional<Outcome> outcomeFromName(std::string_view word)
{
    return find<Outcome>(outcomes, word);
}
std::optional<ReviewState> reviewStateFromName(std::string_view word)
{
    return find<ReviewState>(reviewStates, word);
}
std::optional<Disposition> dispositionFromName(std::string_view word)
{
    return find<Disposition>(dispositions, word);
}

} // namespace gatehouse::store
