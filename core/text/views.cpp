// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/views.h"

#include "core/text/decode.h"
#include "core/text/normalise.h"

#include <algorithm>

namespace gatehouse {

namespace {

// Decodes one text and what comes out of it, until a bound is met: first all that stands in it, then what
// stood in that, so that no nest of encodings uses up the room of what lies in the open.
class Decoder {
public:
    Decoder(std::list<TextView> &views, std::vector<const TextView *> &out, const ViewBounds &bounds,
        std::size_t originalBytes, SharedViewBounds &shared)
        : m_views(views)
        , m_out(out)
        , m_bounds(bounds)
        , m_shared(shared)
        , m_ownBytes(originalBytes * bounds.bytesFactor)
        , m_bytesLeft(std::min(
              {bounds.bytesAtMost, std::max(bounds.bytesAtLeast, m_ownBytes), m_ownBytes + shared.bytes}))
        , m_viewsLeft(std::min(bounds.views, bounds.viewsOfItsOwn + shared.views))
    {
    }

    void run(const ViewSource &source)
    {
        read(source, 0);
        // Reading one may add more.
        std::size_t next = 0;
        while (next < m_pending.size()) {
            const Pending pending = m_pending[next++];
            read({pending.view->text(), 0, pending.view}, pending.depth);
        }
    }

    [[nodiscard]] bool wasStopped() const { return m_stopped; }

private:
    struct Pending {
        const TextView *view;
        int depth;
    };

    // `depth`: encodings already undone.
    void read(const ViewSource &source, int depth)
    {
        Survey survey = surveyOf(source.text);
        ViewSource plain = source;
        if (!survey.ascii) {
            if (const TextView *normalised = normalise(source, m_views)) {
                // Without room for all of the text, what is encoded in it is still looked for.
                if (offer(normalised)) {
                    plain = {normalised->text(), source.segment, normalised};
                    survey = surveyOf(plain.text);
                }
            }
            take(decodeTags, source, depth);
        }
        decode(plain, survey, depth);
    }

    void decode(const ViewSource &source, const Survey &survey, int depth)
    {
        decodeCodes(source, survey, depth);
        if (survey.percents >= 3)
            take(decodePercent, source, depth);
        if (survey.entities >= 2)
            take(decodeEntities, source, depth);
        if (survey.escapes >= 3)
            take(decodeBackslashes, source, depth);
        if (survey.equalsPairs >= 4)
            take(decodeQuotedPrintable, source, depth);
        respell(source, survey, depth);
    }

    void decodeCodes(const ViewSource &source, const Survey &survey, int depth)
    {
        constexpr std::size_t fewestNumbers = 6, fewestBits = 4, fewestSigns = 8;
        if (survey.codeRuns > 0) {
            take(decodeBase64Runs, source, depth);
            take(decodeHexRuns, source, depth);
            take(decodeBase32Runs, source, depth);
        }
        if (survey.groups >= fewestCodeGroups)
            takeBoth(decodeHexGroups, decodeBase64Groups, source, depth);
        if (survey.bitWords >= fewestBits || (survey.bitWords > 0 && survey.codeRuns > 0))
            takeBoth(decodeBits, decodeLongBits, source, depth);
        if (survey.numbers >= fewestNumbers)
            takeBoth(decodeHexNumbers, decodeDecimalNumbers, source, depth);
        if (survey.morseWords >= fewestSigns)
            take(decodeMorse, source, depth);
    }

    void respell(const ViewSource &source, const Survey &survey, int depth)
    {
        constexpr std::size_t fewestSingles = 6, fewestWords = 2;
        if (survey.singles >= fewestSingles)
            take(closeUpSpacedLetters, source, depth);
        if (survey.digitWords >= fewestWords)
            take(undoLeet, source, depth);
        // Turning back what was turned leads nowhere new.
        const bool turned = source.view && source.view->isRespelt();
        if (survey.rotatedHits >= fewestWords && !turned)
            take(rotateBack, source, depth);
        if (survey.reversedHits >= fewestWords && !turned) {
            take(reverseText, source, depth);
            take(reverseWords, source, depth);
        }
    }

    // False when it is over a bound.
    bool offer(const TextView *view)
    {
        if (view->text().empty())
            return true;
        if (m_viewsLeft == 0 || view->text().size() > m_bytesLeft) {
            m_stopped = true;
            return false;
        }
        use(view->text().size());
        m_out.push_back(view);
        return true;
    }

    void use(std::size_t bytes)
    {
        --m_viewsLeft;
        m_bytesLeft -= bytes;
        ++m_viewsUsed;
        m_bytesUsed += bytes;
        if (m_viewsUsed > m_bounds.viewsOfItsOwn)
            --m_shared.views;
        const std::size_t beyond = m_bytesUsed > m_ownBytes ? std::min(bytes, m_bytesUsed - m_ownBytes) : 0;
        m_shared.bytes -= beyond;
    }

    using Decode = std::optional<TextView> (*)(const ViewSource &source);

    // Two ways to read the same signs: what one finds must not keep the other from looking.
    void takeBoth(Decode one, Decode other, const ViewSource &source, int depth)
    {
        take(one, source, depth);
        take(other, source, depth);
    }

    template <class Undo>
    void take(Undo undo, const ViewSource &source, int depth)
    {
        // Nothing more can be offered, and that something was left out is told.
        if (m_stopped && m_viewsLeft == 0)
            return;
        std::optional<TextView> view = undo(source);
        if (!view)
            return;
        m_views.push_back(std::move(*view));
        const TextView *kept = &m_views.back();
        if (!offer(kept)) {
            m_views.pop_back();
            return;
        }
        if (depth + 1 < m_bounds.depth)
            m_pending.push_back({kept, depth + 1});
        else if (surveyOf(kept->text()).codeRuns > 0)
            m_stopped = true;
    }

    std::list<TextView> &m_views;
    std::vector<const TextView *> &m_out;
    const ViewBounds &m_bounds;
    SharedViewBounds &m_shared;
    std::size_t m_ownBytes;
    std::size_t m_bytesLeft;
    std::size_t m_viewsLeft;
    std::size_t m_viewsUsed = 0, m_bytesUsed = 0;
    std::vector<Pending> m_pending; // to be read, in this order
    bool m_stopped = false;
};

} // namespace

bool ViewStore::addViewsOf(
    const ViewSource &source, std::vector<const TextView *> &out, const ViewBounds &bounds)
{
    Decoder decoder(m_views, out, bounds, source.text.size(), m_left);
    decoder.run(source);
    return decoder.wasStopped();
}

} // namespace gatehouse
