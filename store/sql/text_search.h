// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// How a filter's words are looked for, where the engine keeps no statistics to plan by: SQLite's text index
// gives what it finds in the order of numbers, lists want the order of ids.

#include <cstdint>

namespace gatehouse::store {

// What is read of the calls that match.
enum class Reads {
    All, // each of them
    Page, // those of a page, in the order of time
    Known, // those among a page of calls that are known by id or number
};

enum class TextWay {
    Found, // go to each call the index finds
    Listed, // list what it finds, and look up calls there
    Asked, // ask it about one call at a time
};

// So many that are found are counted; of more, those among the newest of all calls, a part of them, say how
// many there are.
inline constexpr std::int64_t mostCounted = 20000, sampledPart = 50;

// The way that takes the shortest time when the index finds about `found` of `calls`.
[[nodiscard]] TextWay cheapestTextWay(std::int64_t found, std::int64_t calls, Reads reads);

} // namespace gatehouse::store
