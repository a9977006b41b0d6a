// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/egress/content_trace.h"

#include "core/checks/overlap/overlap_index.h"
#include "core/checks/step_budget.h"
#include "core/checks/taint/needle_set.h"

#include <algorithm>
#include <tuple>

namespace gatehouse {

namespace {

constexpr std::size_t seedWords = 3;
constexpr std::uint32_t leastUnits = 3 * unitsPerWord;
constexpr std::size_t shortestRun = 12; // letters and digits without their spaces
constexpr std::size_t shortestToken = 6;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// An address, a key or a long number: nobody writes it into a link by chance. `encoded` asks for less, since
// hiding it was a decision.
bool isRareToken(std::string_view token, bool encoded)
{
    constexpr std::size_t longestPlainNumber = 11, keyLength = 12;
    const auto digits = static_cast<std::size_t>(std::count_if(token.begin(), token.end(), isDigit));
    if (encoded && token.size() >= shortestToken)
        return true;
    if (token.find('@') != std::string_view::npos)
        return true;
    if (digits == token.size())
        return digits > longestPlainNumber;
    // A key has digits within; "2026-quarterly-report" has them at an edge.
    const bool mixed = digits >= 3 && token.find_first_of("-_.") == std::string_view::npos;
    return mixed && token.size() >= keyLength;
}

std::vector<std::string> tokensOf(std::string_view folded)
{
    std::vector<std::string> tokens;
    constexpr std::string_view marks = " \t\n\r,;:!?\"'()[]{}<>|&=+/";
    while (!folded.empty()) {
        const std::size_t end = std::min(folded.find_first_of(marks), folded.size());
        if (end >= shortestToken)
            tokens.emplace_back(folded.substr(0, end));
        folded.remove_prefix(std::min(end + 1, folded.size()));
    }
    return tokens;
}

// Of all payloads of one URL: what is looked for in each segment.
class PayloadSearch {
public:
    explicit PayloadSearch(const std::vector<Payload> &payloads)
    {
        std::string plain, encoded;
        for (const Payload &payload : payloads) {
            (payload.isEncoded ? encoded : plain) += payload.text + '\n';
            add(payload);
        }
        m_plainWords.assign(plain, seedWords);
        m_encodedWords.assign(encoded, seedWords);
        m_tokens.close();
        m_runs.close();
    }

    [[nodiscard]] bool wantsFolded() const { return !m_tokens.empty() || !m_runs.empty(); }

    void readAsWritten(const ScannedSegment &segment)
    {
        readWords(m_plainWords, segment, false);
        readWords(m_encodedWords, segment, true);
    }

    void readFolded(const ScannedSegment &segment, const MappedText &folded, const MappedText &dense)
    {
        m_tokens.find(folded.text, [&](std::uint32_t id, std::size_t start) {
            const std::size_t end = start + m_needles[id].size;
            if (standsFree(folded.text, start, end))
                keep({&segment, folded.originOf({start, end}), 1, true, m_needles[id].isEncoded});
        });
        m_runs.find(dense.text, [&](std::uint32_t id, std::size_t start) {
            const std::size_t last = start + m_needles[id].size - 1;
            keep({&segment, {dense.origins[start], dense.origins[last] + 1U}, 0, false,
                m_needles[id].isEncoded});
        });
    }

    [[nodiscard]] const std::optional<ContentMatch> &best() const { return m_best; }

private:
    struct Needle {
        std::size_t size = 0;
        bool isEncoded = false;
    };

    void add(const Payload &payload)
    {
        const MappedText folded = fold(mapWhole(payload.text));
        for (const std::string &token : tokensOf(folded.text)) {
            if (isRareToken(token, payload.isEncoded))
                addNeedle(m_tokens, token, payload.isEncoded);
        }
        const std::string dense = compact(folded).text;
        if (dense.size() >= shortestRun)
            addNeedle(m_runs, dense, payload.isEncoded);
    }

    // Steps of one path after the other are words in a row as well.
    void readWords(OverlapIndex &words, const ScannedSegment &segment, bool encoded)
    {
        m_found.clear();
        words.find(segment.text, leastUnits, m_found);
        for (const Overlap &run : m_found)
            keep({&segment, run.here, run.units / unitsPerWord, false, encoded});
    }

    void addNeedle(NeedleSet &set, const std::string &text, bool encoded)
    {
        set.add(text, static_cast<std::uint32_t>(m_needles.size()));
        m_needles.push_back({text.size(), encoded});
    }

    static bool standsFree(std::string_view text, std::size_t start, std::size_t end)
    {
        const auto joins = [](char c) { return isDigit(c) || (c >= 'a' && c <= 'z'); };
        return !(start > 0 && joins(text[start - 1])) && !(end < text.size() && joins(text[end]));
    }

    // Encoded before plain; a plain key before many words; then the longest.
    void keep(const ContentMatch &match)
    {
        const auto weight = [](const ContentMatch &m) {
            return std::make_tuple(m.isEncoded, m.isRare && !m.isEncoded, m.words, m.range.size());
        };
        if (!m_best || weight(match) > weight(*m_best))
            m_best = match;
    }

    OverlapIndex m_plainWords, m_encodedWords;
    std::vector<Needle> m_needles;
    NeedleSet m_tokens, m_runs;
    std::vector<Overlap> m_found;
    std::optional<ContentMatch> m_best;
};

} // namespace

const ContentTrace::Folded &ContentTrace::foldedAt(std::size_t index)
{
    m_folded.resize(m_request.size()); // most answers have no link to judge
    std::optional<Folded> &known = m_folded[index];
    if (!known) {
        MappedText words = fold(mapWhole(m_request[index].text));
        MappedText dense = compact(words);
        known = Folded{std::move(words), std::move(dense)};
    }
    return *known;
}

std::optional<ContentMatch> ContentTrace::find(const std::vector<Payload> &payloads)
{
    PayloadSearch search(payloads);
    for (std::size_t i = 0; i < m_request.size(); ++i) {
        const ScannedSegment &segment = m_request[i];
        const bool compared = segment.segment->zone != TrustZone::ToolDefinition;
        if (!compared || !StepBudget::spend(segment.text.size()))
            continue;
        search.readAsWritten(segment);
        if (search.wantsFolded())
            search.readFolded(segment, foldedAt(i).words, foldedAt(i).dense);
    }
    return search.best();
}

bool ContentTrace::contains(std::string_view text) const
{
    const auto same = [](char a, char b) {
        const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
        return lower(a) == lower(b);
    };
    return std::any_of(m_request.begin(), m_request.end(), [&](const ScannedSegment &segment) {
        return StepBudget::spend(segment.text.size())
            && std::search(segment.text.begin(), segment.text.end(), text.begin(), text.end(), same)
            != segment.text.end();
    });
}

} // namespace gatehouse
