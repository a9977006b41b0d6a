// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/review/conversation.h"

#include "models/review/evidence_decoder.h"
#include "models/review/stored_places.h"
#include "models/text.h"
#include "store/records.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace gatehouse::console {

namespace {

constexpr qsizetype longText = 4000; // folded unless there is evidence in it, as is what the operator wrote
constexpr qsizetype longJson = 800;
constexpr qsizetype mostAsides = 24; // of one part
constexpr qsizetype longestQuote = 400; // of encoded text beside what it says

struct ConversationWords {
    Q_DECLARE_TR_FUNCTIONS(ConversationWords)
};

QString headingOf(const StoredSegment &stored)
{
    QString heading = word(stored.segment.zone);
    if (!stored.segment.toolName.empty())
        heading += QStringLiteral(" · ") + toQString(stored.segment.toolName);
    if (stored.segment.unclaimed)
        heading += QStringLiteral(" · ") + toQString(stored.segment.pointer);
    return heading;
}

// What a mask means for whoever the text went to.
QString fateOf(const StoredMask &mask, BodyPart in, const store::InteractionRow &row)
{
    const bool isAnswer = in == BodyPart::Response;
    if (!isAnswer && row.verdict >= VerdictKind::Held)
        return ConversationWords::tr("kept, not sent on");
    if (mask.isOnTheWire)
        return isAnswer ? ConversationWords::tr("given to the caller, and kept")
                        : ConversationWords::tr("sent to the model, and kept");
    if (isAnswer && row.verdict == VerdictKind::Blocked)
        return ConversationWords::tr("kept");
    return isAnswer ? ConversationWords::tr("kept; the caller was given what was written")
                    : ConversationWords::tr("kept; the model was sent what was written");
}

class Builder {
public:
    Builder(const store::InteractionDetail &detail, TextShown shown)
        : m_detail(detail)
        , m_shown(shown)
        , m_decoder(detail.segments)
    {
        std::map<BodyPart, int> counts;
        for (std::size_t i = 0; i < detail.segments.size(); ++i)
            m_places.emplace(
                std::pair(detail.segments[i].in, counts[detail.segments[i].in]++), static_cast<int>(i));
    }

    Conversation build()
    {
        for (const StoredSegment &stored : m_detail.segments)
            m_out.parts.append({stored.segment.zone, headingOf(stored), toQString(stored.segment.text)});
        addMarks();
        addNumbers();
        if (m_shown == TextShown::Stored)
            addMasks();
        addDecoded();
        addReceived();
        for (int part = 0; part < m_out.parts.size(); ++part) {
            layOut(part);
            fold(part);
        }
        return std::move(m_out);
    }

private:
    [[nodiscard]] const std::string &textOf(int part) const
    {
        return m_detail.segments[static_cast<std::size_t>(part)].segment.text;
    }

    // Evidence names a segment by its place among the segments of its body.
    [[nodiscard]] std::optional<EvidenceMark> markOf(const Evidence &evidence, Severity severity) const
    {
        const auto place = m_places.find({evidence.in, evidence.segment});
        if (place == m_places.end())
            return std::nullopt;
        const std::string &text = textOf(place->second);
        const ByteRange range = evidence.stored.value_or(evidence.range);
        if (text.empty() || range.start >= text.size())
            return std::nullopt;
        EvidenceMark mark;
        mark.part = place->second;
        mark.start = utf16Offset(text, range.start);
        mark.length = utf16Offset(text, range.end) - mark.start;
        mark.severity = severity;
        mark.label = toQString(evidence.label);
        for (const std::string &through : evidence.via)
            mark.label += QStringLiteral(" ← ") + toQString(through);
        return mark;
    }

    [[nodiscard]] const EvidenceMark *numbered(const EvidenceMark &wanted) const
    {
        for (const EvidenceMark &mark : m_out.marks) {
            if (mark.part == wanted.part && wanted.start >= mark.start
                && wanted.start < mark.start + std::max<qsizetype>(mark.length, 1))
                return &mark;
        }
        return nullptr;
    }

    void addMarks()
    {
        for (const CheckResult &check : m_detail.checks) {
            for (const Evidence &evidence : check.evidence) {
                if (const auto mark = markOf(evidence, check.severity))
                    m_out.marks.append(*mark);
            }
        }
        m_out.marks = numberedMarks(m_out.marks);
    }

    void addNumbers()
    {
        for (const CheckResult &check : m_detail.checks) {
            QList<int> numbers;
            for (const Evidence &evidence : check.evidence) {
                const auto wanted = markOf(evidence, check.severity);
                const EvidenceMark *mark = wanted ? numbered(*wanted) : nullptr;
                if (mark && !numbers.contains(mark->number))
                    numbers.append(mark->number);
            }
            std::sort(numbers.begin(), numbers.end());
            m_out.numbers.push_back(numbers);
        }
    }

    void addAside(int part, EvidenceAside aside)
    {
        QList<EvidenceAside> &asides = m_out.parts[part].asides;
        const auto known = std::find_if(asides.begin(), asides.end(), [&](const EvidenceAside &other) {
            return other.number == aside.number && other.leftTitle == aside.leftTitle
                && other.right == aside.right;
        });
        if (known != asides.end()) {
            const qsizetype end = std::max(known->start + known->length, aside.start + aside.length);
            known->start = std::min(known->start, aside.start);
            known->length = end - known->start;
            return;
        }
        if (asides.size() >= mostAsides)
            return;
        const auto after = std::find_if(asides.begin(), asides.end(),
            [&](const EvidenceAside &other) { return other.number > aside.number; });
        asides.insert(after, std::move(aside));
    }

    void addMasks()
    {
        for (const auto &[place, part] : m_places) {
            const std::string &text = textOf(part);
            const StoredPlaces places(m_detail.checks, place.first, place.second, text);
            for (const StoredMask &mask : places.masks()) {
                EvidenceMark at;
                at.part = part;
                at.start = utf16Offset(text, mask.stored.start);
                const EvidenceMark *mark = numbered(at);
                if (!mark)
                    continue;
                EvidenceAside aside{mark->number, mark->severity, ConversationWords::tr("written"),
                    ConversationWords::tr(
                        "%n byte(s), from byte %1", nullptr, static_cast<int>(mask.original.size()))
                        .arg(mask.original.start),
                    fateOf(mask, place.first, m_detail.row),
                    toQString(std::string_view(text).substr(mask.stored.start, mask.stored.size()))};
                aside.length = aside.right.size();
                addAside(part, std::move(aside));
            }
        }
    }

    void addDecoded()
    {
        for (const CheckResult &check : m_detail.checks) {
            for (const Evidence &evidence : check.evidence) {
                const auto wanted = evidence.via.empty() ? std::nullopt : markOf(evidence, check.severity);
                const EvidenceMark *mark = wanted ? numbered(*wanted) : nullptr;
                if (mark)
                    addDecoded(evidence, *mark);
            }
        }
    }

    void addDecoded(const Evidence &evidence, const EvidenceMark &mark)
    {
        const auto decoded = m_decoder.read(evidence);
        if (!decoded)
            return;
        EvidenceAside aside;
        aside.number = mark.number;
        aside.severity = mark.severity;
        aside.leftTitle = toQStringList(evidence.via).join(QStringLiteral(" → "));
        aside.left = m_out.parts[mark.part].text.mid(mark.start, std::min(mark.length, longestQuote));
        if (mark.length > longestQuote)
            aside.left += QStringLiteral("…");
        aside.rightTitle = ConversationWords::tr("text");
        aside.right = toQString(decoded->text);
        aside.start = utf16Offset(decoded->text, decoded->found.start);
        aside.length = utf16Offset(decoded->text, decoded->found.end) - aside.start;
        addAside(mark.part, std::move(aside));
    }

    // The count is of all texts of an answer; where there are several, nobody knows in which one it ended.
    void addReceived()
    {
        std::vector<std::pair<int, int>> texts; // segment of the answer, part
        for (const auto &[place, part] : m_places) {
            if (place.first == BodyPart::Response && m_out.parts[part].zone == TrustZone::Assistant)
                texts.emplace_back(place.second, part);
        }
        if (!m_detail.receivedBytes || texts.size() != 1)
            return;
        const auto [segment, part] = texts.front();
        const std::string &text = textOf(part);
        const auto received = static_cast<std::size_t>(std::max<std::int64_t>(*m_detail.receivedBytes, 0));
        if (m_shown == TextShown::Revealed) {
            if (received < text.size())
                m_out.parts[part].received = utf16Offset(text, received);
            return;
        }
        const StoredPlaces places(m_detail.checks, BodyPart::Response, segment, text);
        if (!text.empty() && received < places.originalSize())
            m_out.parts[part].received = utf16Offset(text, places.storedOffset(received));
    }

    void layOut(int place)
    {
        EvidencePart &part = m_out.parts[place];
        auto layout = part.received < 0 ? layOutJson(part.text) : std::nullopt;
        if (!layout)
            return;
        for (EvidenceMark &mark : m_out.marks) {
            if (mark.part == place)
                std::tie(mark.start, mark.length) = layout->placeOf(mark.start, mark.length);
        }
        part.source = std::exchange(part.text, std::move(layout->text));
        part.tokens = std::move(layout->tokens);
        part.folds = std::move(layout->folds);
    }

    void fold(int place)
    {
        EvidencePart &part = m_out.parts[place];
        const bool marked = std::any_of(m_out.marks.cbegin(), m_out.marks.cend(),
            [place](const EvidenceMark &mark) { return mark.part == place; });
        const bool dull = part.zone == TrustZone::System || part.zone == TrustZone::ToolDefinition;
        const qsizetype most = part.tokens.isEmpty() ? longText : longJson;
        part.folded
            = !marked && part.received < 0 && m_out.parts.size() > 1 && (dull || part.text.size() > most);
    }

    const store::InteractionDetail &m_detail;
    const TextShown m_shown;
    EvidenceDecoder m_decoder;
    std::map<std::pair<BodyPart, int>, int> m_places; // parts by body and segment
    Conversation m_out;
};

} // namespace

Conversation conversationOf(const store::InteractionDetail &detail, TextShown shown)
{
    return Builder(detail, shown).build();
}

} // namespace gatehouse::console
