// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// A trie walked from each place where a word may start. Its edges stand in one hash table, and a word that
// shares no more with others is compared as a whole, so fifty thousand words are built in milliseconds.
#include "core/checks/word_list.h"

#include "core/checks/case_folding.h"
#include "core/checks/characters.h"

#include <algorithm>
#include <map>

namespace gatehouse {

namespace {

std::size_t commonPrefix(const std::string &a, const std::string &b)
{
    const std::size_t most = std::min(a.size(), b.size());
    return static_cast<std::size_t>(
        std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(most), b.begin()).first - a.begin());
}

// Fibonacci hashing (Knuth, TAOCP 3, 6.4).
std::size_t slotOf(std::uint64_t key, std::size_t mask)
{
    return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15ULL) >> 32U) & mask;
}

bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

} // namespace

WordList::WordList(const std::vector<std::string> &words, WordListOptions options)
    : m_options(options)
{
    FoldedText folded;
    std::map<std::string, std::uint32_t> sorted;
    for (std::size_t i = 0; i < words.size(); ++i) {
        folded.fill(words[i], !options.caseSensitive);
        if (folded.text().empty())
            continue;
        sorted.emplace(folded.text(), static_cast<std::uint32_t>(i));
        // A letter of the text can be one byte longer than its fold, or the fold than the letter.
        const std::size_t size = std::max(words[i].size(), folded.text().size());
        m_longest = std::max(m_longest, options.caseSensitive ? size : size + size / 2);
    }
    for (const auto &[word, index] : sorted) {
        m_words.push_back(word);
        m_indexes.push_back(index);
    }
    m_nodes.emplace_back();
    m_edges.resize(64);
    std::size_t sharedBefore = 0;
    for (std::size_t i = 0; i < m_words.size(); ++i) {
        const std::size_t sharedAfter = i + 1 < m_words.size() ? commonPrefix(m_words[i], m_words[i + 1]) : 0;
        const std::size_t distinct = std::max(sharedBefore, sharedAfter) + 1;
        add(static_cast<std::uint32_t>(i), std::min(distinct, m_words[i].size()));
        sharedBefore = sharedAfter;
    }
}

// The first `depth` bytes become nodes; the last of them knows the rest.
void WordList::add(std::uint32_t word, std::size_t depth)
{
    std::uint32_t node = 0;
    for (std::size_t i = 0; i < depth; ++i) {
        std::uint32_t to = next(node, m_words[word][i]);
        if (to == none) {
            to = static_cast<std::uint32_t>(m_nodes.size());
            m_nodes.emplace_back();
            m_nodes[node].branches = true;
            insertEdge((std::uint64_t{node} + 1) << 8U | static_cast<unsigned char>(m_words[word][i]), to);
        }
        node = to;
    }
    m_nodes[node].word = word;
}

void WordList::insertEdge(std::uint64_t key, std::uint32_t to)
{
    if (++m_edgeCount * 2 > m_edges.size())
        grow();
    const std::size_t mask = m_edges.size() - 1;
    std::size_t slot = slotOf(key, mask);
    while (m_edges[slot].key != 0)
        slot = (slot + 1) & mask;
    m_edges[slot] = {key, to};
}

void WordList::grow()
{
    std::vector<Edge> old(m_edges.size() * 2);
    old.swap(m_edges);
    const std::size_t mask = m_edges.size() - 1;
    for (const Edge &edge : old) {
        if (edge.key == 0)
            continue;
        std::size_t slot = slotOf(edge.key, mask);
        while (m_edges[slot].key != 0)
            slot = (slot + 1) & mask;
        m_edges[slot] = edge;
    }
}

std::uint32_t WordList::next(std::uint32_t node, char byte) const
{
    const std::uint64_t key = (std::uint64_t{node} + 1) << 8U | static_cast<unsigned char>(byte);
    const std::size_t mask = m_edges.size() - 1;
    for (std::size_t slot = slotOf(key, mask); m_edges[slot].key != 0; slot = (slot + 1) & mask) {
        if (m_edges[slot].key == key)
            return m_edges[slot].to;
    }
    return none;
}

WordList::Match WordList::longestAt(std::string_view text, std::size_t start) const
{
    Match longest;
    const auto accept = [&](std::uint32_t word) {
        const std::size_t end = start + m_words[word].size();
        if (text.substr(start, m_words[word].size()) == m_words[word]
            && (!m_options.wholeWord || wordEndsAt(text, end)))
            longest = {end, word};
    };
    std::uint32_t node = 0;
    for (std::size_t at = start; at < text.size() && m_nodes[node].branches; ++at) {
        node = next(node, text[at]);
        if (node == none)
            break;
        if (m_nodes[node].word != none)
            accept(m_nodes[node].word);
    }
    return longest;
}

std::vector<WordList::Hit> WordList::search(std::string_view text) const
{
    thread_local FoldedText folded;
    folded.fill(text, !m_options.caseSensitive);
    const std::string_view searched = folded.text();
    std::vector<Hit> hits;
    for (std::size_t at = 0; at < searched.size(); ++at) {
        if (isContinuation(searched[at]) || (m_options.wholeWord && !wordStartsAt(searched, at)))
            continue;
        const Match match = longestAt(searched, at);
        if (match.end == 0)
            continue;
        hits.push_back(
            {{folded.originalOffset(at), folded.originalOffset(match.end)}, m_indexes[match.word]});
    }
    return hits;
}

} // namespace gatehouse
