// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/model/window_scorer.h"

#include "core/checks/model/seen_table.h"

#include <algorithm>

namespace gatehouse::model {

namespace {

struct Sum {
    std::array<std::int32_t, mostHeads> weights{};
    std::uint32_t features = 0;
};

// Adds features up block by block. A feature also seen in the block before counts for the block, but not
// again for the window of both.
template <std::size_t Heads>
class WindowScorer {
public:
    WindowScorer(const LinearModel &model, std::size_t size)
        : m_model(model)
        , m_weights(model.weights(0))
        , m_seen(SeenTable::ofThisThread(model.bucketBits()))
        , m_shift(32 - model.bucketBits())
        , m_size(size)
        , m_blockEnd(blockEnd(0, size))
    {
        m_seen.startText();
        m_score.heads.fill({INT32_MIN, {}});
    }

    void operator()(std::uint32_t hash, std::size_t /*start*/, std::size_t end)
    {
        if (end > m_blockEnd)
            nextBlock(end);
        const std::size_t bucket = hash >> m_shift;
        Sum &sum = m_sums[m_seen.mark(bucket)];
        const std::int8_t *weights = m_weights + bucket * Heads;
        for (std::size_t head = 0; head < Heads; ++head)
            sum.weights[head] += weights[head];
        ++sum.features;
    }

    TextScore finish()
    {
        if (m_blocks == 0)
            judge(block(), {0, m_size});
        else
            judgePair();
        return m_score;
    }

private:
    static void add(Sum &sum, const Sum &other)
    {
        for (std::size_t head = 0; head < Heads; ++head)
            sum.weights[head] += other.weights[head];
        sum.features += other.features;
    }

    // Of the distinct features of this block.
    [[nodiscard]] Sum block() const
    {
        Sum sum = m_sums[SeenTable::Never];
        add(sum, m_sums[SeenTable::BlockBefore]);
        return sum;
    }

    void nextBlock(std::size_t end)
    {
        while (end > m_blockEnd) {
            if (m_blocks > 0)
                judgePair();
            ++m_blocks;
            m_before = block();
            m_sums = {};
            m_seen.startBlock();
            m_beforeStart = m_blockStart;
            m_blockStart = m_blockEnd;
            m_blockEnd = blockEnd(m_blockStart, m_size);
        }
    }

    void judgePair()
    {
        Sum pair = m_before;
        add(pair, m_sums[SeenTable::Never]);
        judge(pair, {m_beforeStart, m_blockEnd});
    }

    void judge(const Sum &sum, ByteRange window)
    {
        for (std::size_t head = 0; head < Heads; ++head) {
            const std::int32_t logit = m_model.logit(head, sum.weights[head], sum.features);
            if (logit > m_score.heads[head].logit)
                m_score.heads[head] = {logit, window};
        }
    }

    const LinearModel &m_model;
    const std::int8_t *m_weights;
    SeenTable &m_seen;
    unsigned m_shift;
    std::size_t m_size, m_blockStart = 0, m_blockEnd, m_beforeStart = 0;
    std::size_t m_blocks = 0; // closed
    Sum m_before; // of the distinct features of the block before
    std::array<Sum, 3> m_sums; // of this block, by when they were seen last
    TextScore m_score;
};

template <std::size_t Heads>
TextScore scored(const LinearModel &model, std::string_view text)
{
    WindowScorer<Heads> scorer(model, text.size());
    FeatureReader<WindowScorer<Heads>>(text, scorer).read();
    return scorer.finish();
}

} // namespace

TextScore scoreText(const LinearModel &model, std::string_view text)
{
    return model.heads() == 1 ? scored<1>(model, text) : scored<2>(model, text);
}

} // namespace gatehouse::model
