// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/message/openai_choices.h"

#include "core/message/openai_error.h"
#include "core/message/openai_usage_wish.h"
#include "core/message/replace_strings.h"

namespace gatehouse {

Result<std::optional<std::string>> ChoicesFormat::providerBody(
    std::string_view body, const RequestFacts &facts, const StringsByPointer &replaced) const
{
    auto edited = WireFormat::providerBody(body, facts, replaced);
    if (!edited || !facts.stream || facts.includeUsage)
        return edited;
    return askForUsage(edited->has_value() ? std::string_view(**edited) : body, facts);
}

Result<std::string> ChoicesFormat::callerBody(std::string_view body, const StringsByPointer &replaced) const
{
    if (replaced.empty())
        return std::string(body);
    const auto silent = withoutLogProbabilities(body);
    return silent ? replaceStrings(*silent, replaced) : silent;
}

std::string ChoicesFormat::errorBody(const GatewayError &error) const
{
    return openAiErrorBody(error);
}

std::string ChoicesFormat::errorEvents(const GatewayError &error) const
{
    return "data: " + openAiErrorBody(error) + "\n\n";
}

} // namespace gatehouse
