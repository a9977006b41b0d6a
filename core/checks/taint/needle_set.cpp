// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/taint/needle_set.h"

#include "core/checks/step_budget.h"

#include <algorithm>

namespace gatehouse {

namespace {

constexpr std::size_t keyBytes = 4;

std::uint32_t keyAt(std::string_view text, std::size_t at)
{
    std::uint32_t key = 0;
    for (std::size_t i = 0; i < keyBytes; ++i)
        key = key << 8 | static_cast<unsigned char>(text[at + i]);
    return key;
}

// Fibonacci hashing (Knuth, TAOCP 6.4) down to twelve bits.
std::size_t slotOf(std::uint32_t key)
{
    return key * 2654435769U >> 20;
}

} // namespace

void NeedleSet::add(std::string_view needle, std::uint32_t id)
{
    const std::uint32_t key = keyAt(needle, 0);
    m_needles.push_back({key, id, std::string(needle)});
    m_seen.set(slotOf(key));
}

void NeedleSet::close()
{
    std::stable_sort(
        m_needles.begin(), m_needles.end(), [](const Needle &a, const Needle &b) { return a.key < b.key; });
}

void NeedleSet::find(
    std::string_view text, const std::function<void(std::uint32_t id, std::size_t start)> &found) const
{
    constexpr std::size_t comparisonsOfAStep = 256;
    std::size_t comparisons = 0;
    for (std::size_t at = 0; at + keyBytes <= text.size(); ++at) {
        const std::uint32_t key = keyAt(text, at);
        if (!m_seen.test(slotOf(key)))
            continue;
        auto needle = std::lower_bound(m_needles.begin(), m_needles.end(), key,
            [](const Needle &item, std::uint32_t wanted) { return item.key < wanted; });
        for (; needle != m_needles.end() && needle->key == key; ++needle) {
            if (++comparisons % comparisonsOfAStep == 0 && !StepBudget::spend(0))
                return;
            if (text.substr(at).starts_with(needle->text))
                found(needle->id, at);
        }
    }
}

} // namespace gatehouse
