// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/cli/listing.h"

#include <algorithm>

namespace gatehouse::gateway::cli {

namespace {

constexpr std::size_t pageRows = 500;

bool looksLikeId(const std::string &text)
{
    if (text.size() != 36)
        return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        const bool hex = (text[i] >= '0' && text[i] <= '9') || (text[i] >= 'a' && text[i] <= 'f');
        if (dash ? text[i] != '-' : !hex)
            return false;
    }
    return true;
}

} // namespace

Status forEachPage(store::Store &opened, const store::Filter &filter, std::size_t limit,
    const std::function<void(const std::vector<store::InteractionRow> &)> &page)
{
    InteractionId before;
    std::size_t seen = 0;
    for (;;) {
        const std::size_t wanted = limit == 0 ? pageRows : std::min(pageRows, limit - seen);
        if (wanted == 0)
            return {};
        const auto rows = store::listInteractions(opened, filter, wanted, before);
        if (!rows)
            return tl::unexpected<Error>(rows.error());
        if (!rows->empty())
            page(*rows);
        seen += rows->size();
        if (rows->size() < wanted)
            return {};
        before = rows->back().id;
    }
}

Result<std::vector<InteractionId>> readInteractionIds(const std::vector<std::string> &texts)
{
    std::vector<InteractionId> ids;
    for (const std::string &text : texts) {
        if (!looksLikeId(text))
            return fail(ErrorKind::InvalidInput, "not an interaction id", text,
                "ids stand in: gatehouse interaction list");
        if (std::ranges::find(ids, InteractionId{text}) == ids.end())
            ids.push_back({text});
    }
    return ids;
}

} // namespace gatehouse::gateway::cli
