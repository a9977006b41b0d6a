// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/overlap/overlap_index.h"
#include "core/checks/taint/taint_judge.h"

#include <algorithm>

namespace gatehouse {

namespace {

constexpr std::size_t seedWords = 4;
constexpr std::uint32_t leastUnits = 4 * unitsPerWord;
// A copy is what an argument says when it is half of it, or long whatever the rest.
constexpr std::uint32_t longUnits = 16 * unitsPerWord;
constexpr double score = 0.6;

class CopyFinder {
public:
    CopyFinder(const JsonLeaf &argument, std::size_t minLength)
        : m_argument(argument)
        , m_minLength(minLength)
    {
        m_index.assign(argument.value.text, seedWords);
    }

    void read(const SaidText &said)
    {
        for (const SourcePiece &piece : said.pieces) {
            m_runs.clear();
            m_index.find(piece.folded.text, leastUnits, m_runs);
            for (const Overlap &run : m_runs) {
                if (said.by != SaidBy::Untrusted)
                    m_clean.push_back(run.there);
                else if (counts(run, piece))
                    m_copies.push_back({said.segment, piece.folded.originOf(run.here), run.there});
            }
        }
    }

    void addFindings(const SinkCall &call, std::vector<CheckFinding> &findings) const
    {
        std::vector<ByteRange> added;
        for (const Copy &copy : m_copies) {
            const bool known = std::any_of(m_clean.begin(), m_clean.end(),
                                   [&](ByteRange clean) { return coversHalf(clean, copy.there); })
                || std::any_of(
                    added.begin(), added.end(), [&](ByteRange other) { return other.overlaps(copy.there); });
            if (known)
                continue;
            added.push_back(copy.there);
            findings.push_back(
                {call.place, m_argument.value.originOf(copy.there), taintLabel("text", call), score});
            findings.push_back({copy.segment, copy.here, "text-source", score, true});
        }
    }

private:
    struct Copy {
        const ScannedSegment *segment = nullptr;
        ByteRange here, there; // in the segment, in the argument
    };

    static bool coversHalf(ByteRange clean, ByteRange copy)
    {
        const std::size_t start = std::max(clean.start, copy.start), end = std::min(clean.end, copy.end);
        return end > start && (end - start) * 2 >= copy.size();
    }

    // Words with spaces between them: the parts of an address or a path are judged as what they are.
    [[nodiscard]] bool isProse(ByteRange range) const
    {
        const auto begin = m_argument.value.text.begin();
        const auto spaces = std::count(begin + static_cast<std::ptrdiff_t>(range.start),
            begin + static_cast<std::ptrdiff_t>(range.end), ' ');
        const bool unspaced = static_cast<unsigned char>(m_argument.value.text[range.start]) >= 0x80;
        return unspaced || spaces + 1 >= static_cast<std::ptrdiff_t>(seedWords);
    }

    // A whole field handed on (a title, a message that is forwarded) was asked for as such.
    [[nodiscard]] bool counts(const Overlap &run, const SourcePiece &piece) const
    {
        constexpr std::size_t besides = 8;
        const bool isWholeField = piece.isLeaf && run.here.size() + besides >= piece.folded.text.size();
        const bool isMuch = run.there.size() * 2 >= m_argument.value.text.size() || run.units >= longUnits;
        return run.there.size() >= m_minLength && isMuch && !isWholeField && isProse(run.there);
    }

    const JsonLeaf &m_argument;
    std::size_t m_minLength;
    OverlapIndex m_index;
    std::vector<Overlap> m_runs;
    std::vector<ByteRange> m_clean;
    std::vector<Copy> m_copies;
};

} // namespace

std::vector<CheckFinding> findCopiedText(
    const SinkCall &call, const std::vector<SaidText> &said, std::size_t minLength)
{
    std::vector<CheckFinding> findings;
    if (call.sink != ToolSink::Egress)
        return findings;
    for (const JsonLeaf &argument : call.arguments) {
        if (argument.value.text.size() < minLength)
            continue;
        CopyFinder finder(argument, minLength);
        for (const SaidText &text : said)
            finder.read(text);
        finder.addFindings(call, findings);
    }
    return findings;
}

} // namespace gatehouse
