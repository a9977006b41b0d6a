// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/message/wire_format.h"

#include "core/message/replace_strings.h"

namespace gatehouse {

Result<std::optional<std::string>> WireFormat::providerBody(
    std::string_view body, const RequestFacts &, const StringsByPointer &replaced) const
{
    if (replaced.empty())
        return std::nullopt;
    auto edited = replaceStrings(body, replaced);
    if (!edited)
        return tl::unexpected(edited.error());
    return std::move(*edited);
}

Result<std::string> WireFormat::callerBody(std::string_view body, const StringsByPointer &replaced) const
{
    return replaced.empty() ? std::string(body) : replaceStrings(body, replaced);
}

std::string WireFormat::ownAnswer(const OwnAnswer &) const
{
    return {};
}

} // namespace gatehouse
