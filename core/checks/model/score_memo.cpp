// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/model/score_memo.h"

#include <algorithm>
#include <string>
#include <vector>

namespace gatehouse::model {

namespace {

// A ring of texts, overwritten oldest first; their storage is kept, so that it comes to rest.
class ScoreMemo {
public:
    static ScoreMemo &ofThisThread()
    {
        thread_local ScoreMemo memo;
        return memo;
    }

    const TextScore *find(const LinearModel &model, std::string_view text) const
    {
        const auto found = std::find_if(m_entries.begin(), m_entries.end(),
            [&](const Entry &entry) { return entry.model == &model && entry.text == text; });
        return found == m_entries.end() ? nullptr : &found->score;
    }

    void keep(const LinearModel &model, std::string_view text, const TextScore &score)
    {
        Entry &entry = m_entries[m_next];
        m_next = (m_next + 1) % m_entries.size();
        entry.model = &model;
        entry.text.assign(text);
        entry.score = score;
    }

private:
    struct Entry {
        const LinearModel *model = nullptr;
        std::string text;
        TextScore score;
    };

    std::vector<Entry> m_entries{16};
    std::size_t m_next = 0;
};

} // namespace

TextScore rememberedScore(const LinearModel &model, std::string_view text)
{
    constexpr std::size_t longest = 16384; // 256 KiB a thread at most
    if (text.size() > longest)
        return scoreText(model, text);
    ScoreMemo &memo = ScoreMemo::ofThisThread();
    if (const TextScore *known = memo.find(model, text))
        return *known;
    const TextScore score = scoreText(model, text);
    memo.keep(model, text, score);
    return score;
}

} // namespace gatehouse::model
