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

// More calls found than this decide nothing further, of `calls` there are.
[[nodiscard]] std::int64_t enoughFound(std::int64_t calls, Reads reads);
// The way that takes the shortest time when the index finds `found` calls, at most enoughFound.
[[nodiscard]] TextWay cheapestTextWay(std::int64_t found, std::int64_t calls, Reads reads);

} // namespace gatehouse::store
