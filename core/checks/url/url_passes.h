// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The passes over a text that find_urls.cpp joins; each is linear and looks for one way to write a URL.

#include "core/checks/url/find_urls.h"

namespace gatehouse {

// [text](url), ![text](url), [id]: url; each appends in the order of the text.
void findMarkdownUrls(std::string_view text, std::vector<FoundUrl> &found);
// Attributes of tags, url(…) and @import of styles.
void findHtmlUrls(std::string_view text, std::vector<FoundUrl> &found);
// scheme://… and www.…; positions are those of the text plus `offset`.
void findBareUrls(std::string_view text, std::size_t offset, std::vector<FoundUrl> &found);

// The text with character references (&amp; &#x2F; …) replaced by what they stand for.
[[nodiscard]] std::string withReferencesResolved(std::string_view text);
// ASCII letters only.
[[nodiscard]] std::string asciiLowered(std::string_view text);

} // namespace gatehouse
