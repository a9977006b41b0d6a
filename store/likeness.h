// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What calls say, as 64 bits that are nearly the same for texts that are nearly the same: near-duplicates in
// the queue are found by it. Made of masked text, where records are written, not where calls are answered.
//
// The fingerprint is a SimHash: each bit is the sign of the sum, over the features of a text, of their weight
// where the feature's hash has the bit, and minus their weight where it has not (M. Charikar, "Similarity
// estimation techniques from rounding algorithms", STOC 2002). Those within a small distance of it are looked
// up by pieces of it that must agree (G. Manku, A. Jain, A. Das Sarma, "Detecting near-duplicates for web
// crawling", WWW 2007): of two fingerprints that differ in up to five bits one of six pieces is equal, and
// of those that differ in seven one is in 19 of 20.
//
// Features are words (weight 2) and pairs of neighbours (weight 1), in lower case. What a template is filled
// with must not count: numbers, words with digits in them, and words with a capital letter within a sentence
// are no features of their own, and in pairs each of them stands for any other of its kind.
//
// Which text stands for a call: an agent's calls repeat their history, and all calls of an application share
// its system prompt and its tools, so neither tells calls apart. It is the text where the strongest finding
// has its evidence, the last one if there are several, and of a long text what surrounds the evidence; for a
// finding without evidence the last thing a user, a tool or a document said. The request stands for a call
// that was not allowed as soon as it was read, the answer for one that was not allowed for what came back.

#include "store/records.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gatehouse::store {

// Of up to this much text; enough for 300 words.
inline constexpr std::size_t fingerprintedBytes = 2048;
// A call joins the nearest group up to so many bits away, and groups are alike up to so many. Of texts from
// one template, filled with other names and numbers, 90 % are within the first of each other and 98 % within
// the second; of unlike attacks none is within 16.
inline constexpr int joinedWithin = 7, alikeWithin = 10;

// Nothing for a text without words.
[[nodiscard]] std::optional<std::uint64_t> fingerprintOf(std::string_view masked);
[[nodiscard]] int distanceBetween(std::uint64_t a, std::uint64_t b);

// The text that stands for a body, as above; empty when it has none. `segments` are those of `in`.
[[nodiscard]] std::string_view tellingText(
    BodyPart in, const std::vector<StoredSegment> &segments, const std::vector<CheckResult> &checks);
// Nothing for a call that was allowed, or whose text is not kept.
[[nodiscard]] std::optional<std::uint64_t> fingerprintOf(const RequestRecord &record);
[[nodiscard]] std::optional<std::uint64_t> fingerprintOf(const VerdictRecord &record);

// A group goes by the fingerprint of its first call: 16 hex digits.
[[nodiscard]] std::string groupText(std::uint64_t group);
[[nodiscard]] std::optional<std::uint64_t> groupFromText(std::string_view text);

} // namespace gatehouse::store
