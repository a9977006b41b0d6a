// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "tools/train/window_features.h"

#include "core/checks/model/feature_reader.h"
#include "core/checks/model/window_scorer.h"

#include <algorithm>
#include <iterator>

namespace gatehouse::train {

namespace {

class BlockCollector {
public:
    BlockCollector(std::size_t size, unsigned bucketBits)
        : m_size(size)
        , m_shift(32 - bucketBits)
        , m_end(model::blockEnd(0, size))
        , m_blocks(1)
    {
    }

    void operator()(std::uint32_t hash, std::size_t /*start*/, std::size_t end)
    {
        while (end > m_end) {
            m_end = model::blockEnd(m_end, m_size);
            m_blocks.emplace_back();
        }
        m_blocks.back().push_back(hash >> m_shift);
    }

    std::vector<Features> windows()
    {
        for (Features &block : m_blocks) {
            std::sort(block.begin(), block.end());
            block.erase(std::unique(block.begin(), block.end()), block.end());
        }
        if (m_blocks.size() == 1)
            return std::move(m_blocks);
        std::vector<Features> out(m_blocks.size() - 1);
        for (std::size_t i = 0; i < out.size(); ++i)
            std::set_union(m_blocks[i].begin(), m_blocks[i].end(), m_blocks[i + 1].begin(),
                m_blocks[i + 1].end(), std::back_inserter(out[i]));
        return out;
    }

private:
    std::size_t m_size;
    unsigned m_shift;
    std::size_t m_end;
    std::vector<Features> m_blocks;
};

} // namespace

std::vector<Features> windowsOf(std::string_view text, unsigned bucketBits)
{
    BlockCollector collector(text.size(), bucketBits);
    model::FeatureReader<BlockCollector>(text, collector).read();
    return collector.windows();
}

} // namespace gatehouse::train
