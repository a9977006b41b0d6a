// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/url/find_urls.h"

#include "core/checks/url/url_passes.h"

#include <algorithm>

namespace gatehouse {

namespace {

bool startsBefore(const FoundUrl &a, const FoundUrl &b)
{
    return a.range.start < b.range.start;
}

// Markdown inside an attribute, or a tag inside a destination: the one that starts first is what a renderer
// sees.
void dropOverlaps(std::vector<FoundUrl> &found)
{
    std::stable_sort(found.begin(), found.end(), startsBefore);
    std::size_t end = 0;
    const auto overlaps = [&](const FoundUrl &url) {
        if (url.range.start < end)
            return true;
        end = url.range.end;
        return false;
    };
    // Written out: remove_if promises no order of its calls.
    std::vector<FoundUrl> kept;
    for (FoundUrl &url : found) {
        if (!overlaps(url))
            kept.push_back(std::move(url));
    }
    found = std::move(kept);
}

} // namespace

std::vector<FoundUrl> findUrls(std::string_view text)
{
    std::vector<FoundUrl> found;
    findMarkdownUrls(text, found);
    findHtmlUrls(text, found);
    if (!found.empty())
        dropOverlaps(found);
    const std::size_t structured = found.size();
    std::size_t from = 0;
    for (std::size_t i = 0; i < structured; ++i) {
        const ByteRange range = found[i].range;
        findBareUrls(text.substr(from, range.start - from), from, found);
        from = range.end;
    }
    findBareUrls(text.substr(from), from, found);
    std::sort(found.begin(), found.end(), startsBefore);
    return found;
}

} // namespace gatehouse
