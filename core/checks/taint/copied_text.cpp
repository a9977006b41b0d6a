// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/overlap/overlap_index.h"
#include "core/checks/step_budget.h"
#include "core/checks/taint/taint_judge.h"

#include <algorithm>
#include <re2/re2.h>

namespace gatehouse {

namespace {

constexpr std::size_t wordsOfText = 4;
// A copy is what an argument says when it is half of it, or long whatever the rest.
constexpr std::uint32_t longUnits = 16 * unitsPerWord;
// Quoting what was read is what summaries do. Text that stands behind an order to send it was not read, it
// was obeyed.
constexpr double ordered = 0.6, quoted = 0.3;

const RE2 &orderPattern()
{
    static const RE2 pattern(
        R"(\b(?:send|tell|say|saying|says|post|write|reply|respond|answer|message|text|e-?mail|forward|publish|tweet|share|announce|notify|inform|include|state|append|insert|words|schreib\w*|sende\w*|sag\w*|dis|dites|envoie\w*|di|dile|envía|envia|escribe)\b([^.!?\n]{0,60})$)");
    return pattern;
}

// "… tell the boss: ", "… send him the message \"", or the verb itself right before.
bool isOrdered(std::string_view before)
{
    constexpr std::size_t reach = 100;
    constexpr std::ptrdiff_t fewWords = 3;
    before = before.substr(before.size() - std::min(before.size(), reach));
    re2::StringPiece between;
    if (!RE2::PartialMatch(re2::StringPiece(before.data(), before.size()), orderPattern(), &between))
        return false;
    const std::size_t last = before.find_last_not_of(' ');
    const bool introduced = last != std::string_view::npos
        && std::string_view(":\"'`(").find(before[last]) != std::string_view::npos;
    return introduced || std::count(between.begin(), between.end(), ' ') <= fewWords;
}

// What counts as a copy: text of some length, or a few words nobody but the source has said. Those are looked
// for behind an order only: names and titles are quoted all the time.
enum class CopyOf { Text, RareWords };

class CopyFinder {
public:
    CopyFinder(const JsonLeaf &argument, std::size_t minLength, CopyOf what)
        : m_argument(argument)
        , m_minLength(minLength)
        , m_what(what)
        , m_leastWords(what == CopyOf::Text ? wordsOfText : leastRare)
    {
        m_index.assign(argument.value.text, m_leastWords);
    }

    void read(const SaidText &said)
    {
        if (!StepBudget::spend(said.segment->text.size()))
            return;
        for (const SourcePiece &piece : said.pieces) {
            m_runs.clear();
            m_index.find(piece.folded.text, static_cast<std::uint32_t>(m_leastWords) * unitsPerWord, m_runs);
            if (said.by != SaidBy::Untrusted)
                m_known.push_back(piece.folded.text);
            for (const Overlap &run : m_runs) {
                if (said.by != SaidBy::Untrusted)
                    keepClean(run.there);
                else if (counts(run, piece))
                    keepCopy({said.segment, piece.folded.originOf(run.here), run.there,
                        isOrdered(std::string_view(piece.folded.text).substr(0, run.here.start)) ? ordered
                                                                                                 : quoted});
            }
        }
    }

    void addFindings(const SinkCall &call, std::vector<CheckFinding> &findings)
    {
        // A quotation must not stand before the order that overlaps it.
        std::stable_sort(
            m_copies.begin(), m_copies.end(), [](const Copy &a, const Copy &b) { return a.score > b.score; });
        const bool isText = m_what == CopyOf::Text;
        std::vector<ByteRange> added;
        for (const Copy &copy : m_copies) {
            if (m_what == CopyOf::RareWords && (copy.score < ordered || rareWords(copy.there) < leastRare))
                continue;
            const bool known = std::any_of(m_clean.begin(), m_clean.end(),
                                   [&](ByteRange clean) { return coversHalf(clean, copy.there); })
                || std::any_of(
                    added.begin(), added.end(), [&](ByteRange other) { return other.overlaps(copy.there); });
            if (known)
                continue;
            added.push_back(copy.there);
            findings.push_back({call.place, m_argument.value.originOf(copy.there),
                taintLabel(isText ? "text" : "words", call), copy.score});
            findings.push_back(
                {copy.segment, copy.here, isText ? "text-source" : "words-source", copy.score, true});
        }
    }

private:
    struct Copy {
        const ScannedSegment *segment = nullptr;
        ByteRange here, there; // in the segment, in the argument
        double score = 0;
    };

    // The same words may stand in a source any number of times.
    static constexpr std::size_t mostKept = 256;
    static constexpr std::size_t leastRare = 2;

    void keepClean(ByteRange range)
    {
        const bool known = std::find(m_clean.begin(), m_clean.end(), range) != m_clean.end();
        if (!known && m_clean.size() < mostKept)
            m_clean.push_back(range);
    }

    void keepCopy(const Copy &copy)
    {
        const auto known = std::find_if(
            m_copies.begin(), m_copies.end(), [&](const Copy &other) { return other.there == copy.there; });
        if (known == m_copies.end() && m_copies.size() < mostKept)
            m_copies.push_back(copy);
        else if (known != m_copies.end() && known->score < copy.score)
            *known = copy;
    }

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
        return unspaced || spaces + 1 >= static_cast<std::ptrdiff_t>(wordsOfText);
    }

    // Words of some length that no instruction, user or earlier answer used.
    [[nodiscard]] std::size_t rareWords(ByteRange range) const
    {
        constexpr std::size_t shortest = 5;
        const std::string_view text
            = std::string_view(m_argument.value.text).substr(range.start, range.size());
        std::size_t count = 0;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = std::min(text.find(' ', at), text.size());
            const std::string word = fold(mapWhole(text.substr(at, end - at))).text;
            const bool isKnown = std::any_of(m_known.begin(), m_known.end(),
                [&](std::string_view said) { return said.find(word) != std::string_view::npos; });
            count += word.size() >= shortest && !isKnown ? 1 : 0;
            at = end + 1;
        }
        return count;
    }

    // A whole field handed on (a title, a message that is forwarded) was asked for as such.
    [[nodiscard]] bool counts(const Overlap &run, const SourcePiece &piece) const
    {
        constexpr std::size_t besides = 8;
        const bool isWholeField = piece.isLeaf && run.here.size() + besides >= piece.folded.text.size();
        const bool isMuch = run.there.size() * 2 >= m_argument.value.text.size() || run.units >= longUnits;
        if (!isMuch || isWholeField)
            return false;
        const bool isText = run.there.size() >= m_minLength && isProse(run.there);
        return m_what == CopyOf::Text ? isText : !isText;
    }

    const JsonLeaf &m_argument;
    std::size_t m_minLength;
    CopyOf m_what;
    std::size_t m_leastWords;
    std::vector<std::string_view> m_known; // said by others than the sources
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
        for (const CopyOf what : {CopyOf::Text, CopyOf::RareWords}) {
            if (what == CopyOf::Text && argument.value.text.size() < minLength)
                continue;
            CopyFinder finder(argument, minLength, what);
            for (const SaidText &text : said)
                finder.read(text);
            finder.addFindings(call, findings);
        }
    }
    return findings;
}

} // namespace gatehouse
