// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What generators of cases choose by: a seeded source, the same on every machine.

#include <algorithm>
#include <boost/json/array.hpp>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace gatehouse::test {

using Random = std::minstd_rand;
using Texts = std::vector<std::string>;

template <class List>
const auto &oneOf(Random &random, const List &list)
{
    return list[random() % std::size(list)];
}

inline bool oneIn(Random &random, unsigned times)
{
    return random() % times == 0;
}

// Up to `most` of a list, each at most once.
inline Texts someOf(Random &random, const Texts &list, std::size_t most)
{
    std::set<std::string> chosen;
    for (std::size_t left = random() % (most + 1); left > 0; --left)
        chosen.insert(oneOf(random, list));
    return {chosen.begin(), chosen.end()};
}

inline bool isIn(const Texts &list, const std::string &text)
{
    return std::find(list.begin(), list.end(), text) != list.end();
}

inline boost::json::array jsonOf(const Texts &texts)
{
    boost::json::array list;
    for (const std::string &text : texts)
        list.emplace_back(text);
    return list;
}

} // namespace gatehouse::test
