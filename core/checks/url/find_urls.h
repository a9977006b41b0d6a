// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Finds every URL a reader or a renderer of a text would see: in Markdown, in HTML and in bare text.

#include "core/base/byte_range.h"
#include "core/checks/url/url_parts.h"

#include <string>
#include <string_view>
#include <vector>

namespace gatehouse {

enum class UrlSyntax { Bare, Markdown, Html };
// What it takes to reach it: a copy, a click, or nothing but showing the text (an image, a frame, a style).
enum class UrlUse { Text, Link, Embedded };

struct FoundUrl {
    ByteRange range; // the URL as it stands in the text, without quotes, brackets or the words around it
    UrlSyntax syntax = UrlSyntax::Bare;
    UrlUse use = UrlUse::Text;
    std::string url; // with the escapes of Markdown and HTML resolved
    UrlParts parts; // of `url`
};

// Absolute URLs and those that name a host ("//host/…", in bare text "www.host"), ordered by start, not
// overlapping: what stands as bare text inside a Markdown or HTML destination is given once. Linear in the
// size of the text; no allocation when there is none.
[[nodiscard]] std::vector<FoundUrl> findUrls(std::string_view text);

} // namespace gatehouse
