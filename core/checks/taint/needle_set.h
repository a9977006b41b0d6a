// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Many short strings looked for in one pass over a text.

#include <bitset>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gatehouse {

class NeedleSet {
public:
    // At least four bytes; the same string may be added twice.
    void add(std::string_view needle, std::uint32_t id);
    // To be called once all are added.
    void close();
    [[nodiscard]] bool empty() const { return m_needles.empty(); }

    // Every place where a needle stands, ordered by start; whether it stands alone is up to the caller.
    void find(
        std::string_view text, const std::function<void(std::uint32_t id, std::size_t start)> &found) const;

private:
    struct Needle {
        std::uint32_t key = 0; // its first four bytes
        std::uint32_t id = 0;
        std::string text;
    };
    static constexpr std::size_t slots = 4096;

    std::vector<Needle> m_needles; // by key once closed
    std::bitset<slots> m_seen;
};

} // namespace gatehouse
