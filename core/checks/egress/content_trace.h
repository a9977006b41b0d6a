// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Whether a payload repeats what was said in the conversation.

#include "core/checks/check.h"
#include "core/checks/egress/url_payload.h"
#include "core/checks/taint/mapped_text.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace gatehouse {

// Where the words of a payload were said, and how much of them.
struct ContentMatch {
    const ScannedSegment *source = nullptr;
    ByteRange range; // in the source
    std::size_t words = 0; // in a row; 0: letters and digits without the marks between them
    bool isRare = false; // an address, a key, a long number: no word of a slug
    bool isEncoded = false;
};

// The conversation as payloads are compared with it.
class ContentTrace {
public:
    explicit ContentTrace(std::span<const ScannedSegment> request)
        : m_request(request)
    {
    }
    // The strongest match of any of the payloads.
    [[nodiscard]] std::optional<ContentMatch> find(const std::vector<Payload> &payloads);
    // Whether a text stands in the request letter for letter, in any case.
    [[nodiscard]] bool contains(std::string_view text) const;

private:
    struct Folded {
        MappedText words, dense; // in small letters; of these the letters and digits alone
    };
    [[nodiscard]] const Folded &foldedAt(std::size_t index);

    std::span<const ScannedSegment> m_request;
    std::vector<std::optional<Folded>> m_folded; // of each; made when first asked for
};

} // namespace gatehouse
