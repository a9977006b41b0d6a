// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/model/fragments.h"

#include "core/checks/model/feature_reader.h"

#include <algorithm>
#include <map>

namespace gatehouse::model {

namespace {

struct Fragment {
    ByteRange range;
    int weight = 0;
};

// The first place of every feature that speaks for the head.
class FragmentCollector {
public:
    FragmentCollector(const LinearModel &model, std::size_t head, ByteRange window)
        : m_model(model)
        , m_head(head)
        , m_window(window)
    {
    }

    void operator()(std::uint32_t hash, std::size_t start, std::size_t end)
    {
        if (start < m_window.start || end > m_window.end)
            return;
        const std::uint32_t bucket = hash >> (32 - m_model.bucketBits());
        const int weight = m_model.weights(bucket)[m_head];
        if (weight > 0)
            m_fragments.try_emplace(bucket, Fragment{{start, end}, weight});
    }

    // The heaviest ones, heaviest first.
    std::vector<Fragment> heaviest() const
    {
        constexpr std::size_t most = 12;
        constexpr int leastShare = 4; // of the heaviest: a quarter
        std::vector<Fragment> all;
        for (const auto &[bucket, fragment] : m_fragments)
            all.push_back(fragment);
        std::sort(all.begin(), all.end(), [](const Fragment &a, const Fragment &b) {
            return a.weight != b.weight ? a.weight > b.weight : a.range < b.range;
        });
        if (all.size() > most)
            all.resize(most);
        std::erase_if(
            all, [&](const Fragment &fragment) { return fragment.weight * leastShare < all.front().weight; });
        return all;
    }

private:
    const LinearModel &m_model;
    std::size_t m_head;
    ByteRange m_window;
    std::map<std::uint32_t, Fragment> m_fragments;
};

// Overlapping ones and those only a space apart become one.
std::vector<Fragment> joined(std::vector<Fragment> fragments)
{
    std::sort(fragments.begin(), fragments.end(),
        [](const Fragment &a, const Fragment &b) { return a.range < b.range; });
    std::vector<Fragment> out;
    for (const Fragment &fragment : fragments) {
        if (out.empty() || fragment.range.start > out.back().range.end + 1) {
            out.push_back(fragment);
            continue;
        }
        out.back().range.end = std::max(out.back().range.end, fragment.range.end);
        out.back().weight += fragment.weight;
    }
    return out;
}

} // namespace

std::vector<ByteRange> strongestFragments(
    const LinearModel &model, std::size_t head, std::string_view text, ByteRange window)
{
    constexpr std::size_t most = 5;
    FragmentCollector collector(model, head, window);
    FeatureReader<FragmentCollector>(text, collector).read();
    std::vector<Fragment> fragments = joined(collector.heaviest());
    std::stable_sort(fragments.begin(), fragments.end(),
        [](const Fragment &a, const Fragment &b) { return a.weight > b.weight; });
    fragments.resize(std::min(fragments.size(), most));
    std::vector<ByteRange> ranges;
    for (const Fragment &fragment : fragments)
        ranges.push_back(fragment.range);
    std::sort(ranges.begin(), ranges.end());
    return ranges;
}

} // namespace gatehouse::model
