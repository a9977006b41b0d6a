// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/pii/context.h"

#include "core/checks/characters.h"
#include "core/checks/pii/ascii.h"

#include <algorithm>
#include <set>

namespace gatehouse::pii {

namespace {

constexpr std::size_t reachBefore = 48, reachAfter = 32, reachAdjacent = 24;

bool isJoint(char c)
{
    return c == ' ' || c == '_' || c == '-' || c == '.' || c == '\n';
}

std::string withOtherCase(std::string_view word, bool firstOnly)
{
    std::string out;
    for (std::size_t at = 0; at < word.size();) {
        const DecodedCharacter character = decodeCharacter(word, at);
        const bool change = character.value >= 0x80 && (at == 0 || !firstOnly);
        appendUtf8(out, change ? otherCase(character.value) : character.value);
        at += character.size;
    }
    return out;
}

// Where a word may begin: at a border, or at the hump of camelCase.
bool beginsWord(std::string_view text, std::size_t at)
{
    if (at == 0)
        return true;
    const char before = text[at - 1], first = text[at];
    if (!isAscii(first))
        return (static_cast<unsigned char>(first) & 0xC0U) != 0x80U;
    return !isAlphanumeric(before) || (isUpper(first) && !isUpper(before));
}

// Where it may end; a plural s is let pass.
bool endsWord(std::string_view text, std::size_t start, std::size_t end)
{
    if (!isAscii(text[end - 1]) || !isAscii(text[start]))
        return standsAlone(text, start, end);
    if (end == text.size() || (isAscii(text[end]) && !isLetter(text[end])))
        return true;
    if (!isAscii(text[end]))
        return standsAlone(text, start, end);
    if (isUpper(text[end]) && isLower(text[end - 1]))
        return true;
    return lower(text[end]) == 's' && (end + 1 == text.size() || !isLetter(text[end + 1]));
}

// Between a word and what it names: at most two small words and signs, nothing that ends a thought.
bool isLink(std::string_view gap)
{
    constexpr std::size_t mostWords = 2;
    std::size_t words = 0;
    for (std::size_t at = 0; at < gap.size(); ++at) {
        const bool letter = isLetter(gap[at]) || !isAscii(gap[at]);
        if (letter && (at == 0 || gap[at - 1] == ' '))
            ++words;
        if (!letter && std::string_view(" :=\"'#_-*|\t<>.").find(gap[at]) == std::string_view::npos)
            return false;
    }
    return gap.size() <= reachAdjacent && words <= mostWords;
}

} // namespace

void ContextWords::insert(const std::string &spelling, std::size_t topic, bool onlyCapitals)
{
    auto found = std::find_if(
        m_spellings.begin(), m_spellings.end(), [&](const auto &known) { return known.first == spelling; });
    if (found == m_spellings.end()) {
        m_spellings.emplace_back(spelling, static_cast<std::int32_t>(m_words.size()));
        m_words.emplace_back();
        found = m_spellings.end() - 1;
    }
    Word &word = m_words[static_cast<std::size_t>(found->second)];
    (onlyCapitals ? word.capitals : word.topics).set(topic);
}

void ContextWords::add(std::string_view word, std::size_t topic)
{
    const bool onlyCapitals = std::all_of(word.begin(), word.end(), isUpper);
    std::string small(word);
    std::transform(small.begin(), small.end(), small.begin(), lower);
    insert(small, topic, onlyCapitals);
    if (std::all_of(small.begin(), small.end(), isAscii))
        return;
    for (const std::string &variant : {withOtherCase(small, false), withOtherCase(small, true)}) {
        if (variant != small)
            insert(variant, topic, false);
    }
}

// Breadth first, so that the children of a node stand side by side.
void ContextWords::finish()
{
    struct Range {
        std::uint32_t node;
        std::size_t begin, end, depth;
    };
    std::sort(m_spellings.begin(), m_spellings.end());
    m_nodes.assign(1, {});
    std::vector<Range> open{{0, 0, m_spellings.size(), 0}};
    for (std::size_t next = 0; next < open.size(); ++next) {
        const Range range = open[next];
        std::size_t at = range.begin;
        if (at < range.end && m_spellings[at].first.size() == range.depth)
            m_nodes[range.node].word = m_spellings[at++].second;
        m_nodes[range.node].firstChild = static_cast<std::uint32_t>(m_nodes.size());
        while (at < range.end) {
            const char byte = m_spellings[at].first[range.depth];
            std::size_t end = at;
            while (end < range.end && m_spellings[end].first[range.depth] == byte)
                ++end;
            open.push_back({static_cast<std::uint32_t>(m_nodes.size()), at, end, range.depth + 1});
            m_nodes.push_back({0, 0, -1, byte});
            ++m_nodes[range.node].children;
            at = end;
        }
    }
    for (std::uint32_t i = 0; i < m_nodes[0].children; ++i) {
        const std::uint32_t child = m_nodes[0].firstChild + i;
        m_roots[static_cast<unsigned char>(m_nodes[child].byte)] = child;
        m_roots[static_cast<unsigned char>(upper(m_nodes[child].byte))] = child;
    }
}

const ContextWords::Node *ContextWords::childOf(const Node &node, char byte) const
{
    for (std::uint32_t i = 0; i < node.children; ++i) {
        if (m_nodes[node.firstChild + i].byte == byte)
            return &m_nodes[node.firstChild + i];
    }
    return nullptr;
}

ContextWords::Hit ContextWords::longestAt(std::string_view text, std::size_t at, std::size_t end) const
{
    Hit hit;
    const std::uint32_t root = m_roots[static_cast<unsigned char>(text[at])];
    if (root == 0)
        return hit;
    const Node *node = &m_nodes[root];
    for (std::size_t next = at + 1;;) {
        if (node->word >= 0 && endsWord(text, at, next))
            hit = {&m_words[static_cast<std::size_t>(node->word)], {at, next}};
        if (next >= end)
            return hit;
        if (const Node *child = childOf(*node, lower(text[next]))) {
            node = child;
            ++next;
            continue;
        }
        const Node *space = childOf(*node, ' ');
        if (space && isJoint(text[next])) {
            node = space;
            ++next;
        } else if (space && isUpper(text[next]) && isLower(text[next - 1])) {
            node = space;
        } else {
            return hit;
        }
    }
}

template <class Found>
void ContextWords::forEachWord(
    std::string_view text, std::size_t from, std::size_t end, const Found &found) const
{
    for (std::size_t at = from; at < end; ++at) {
        if (m_roots[static_cast<unsigned char>(text[at])] == 0 || !beginsWord(text, at))
            continue;
        const Hit hit = longestAt(text, at, end);
        if (hit.word)
            found(hit);
    }
}

NearbyTopics ContextWords::around(std::string_view text, ByteRange span) const
{
    NearbyTopics nearby;
    const auto inCapitals
        = [&](ByteRange range) { return isUpper(text[range.start]) && isUpper(text[range.end - 1]); };
    const std::size_t from = span.start - std::min(span.start, reachBefore);
    forEachWord(text, from, span.start, [&](const Hit &hit) {
        nearby.near |= hit.word->topics;
        const bool adjacent = isLink(text.substr(hit.range.end, span.start - hit.range.end));
        if (adjacent)
            nearby.adjacent |= hit.word->topics | hit.word->capitals;
        if (adjacent || inCapitals(hit.range))
            nearby.near |= hit.word->capitals;
    });
    const std::size_t end = std::min(text.size(), span.end + reachAfter);
    forEachWord(text, span.end, end, [&](const Hit &hit) {
        nearby.near |= hit.word->topics;
        if (inCapitals(hit.range))
            nearby.near |= hit.word->capitals;
    });
    return nearby;
}

} // namespace gatehouse::pii
