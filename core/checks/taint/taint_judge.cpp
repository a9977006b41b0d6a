// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/taint/taint_judge.h"

#include <algorithm>

namespace gatehouse {

namespace {

constexpr std::size_t mostTraces = 128;
constexpr std::size_t shortestNeedle = 4;
constexpr std::size_t mostFolders = 32; // above a file, that are looked for

bool isWord(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9')
        || byte == '_';
}

bool isHostKind(ValueKind kind)
{
    return kind == ValueKind::Url || kind == ValueKind::Host || kind == ValueKind::Email;
}

// Not a part of a longer name, address or number.
bool standsFree(std::string_view text, ByteRange place, bool asHost)
{
    const char before = place.start > 0 ? text[place.start - 1] : ' ';
    const char after = place.end < text.size() ? text[place.end] : ' ';
    const char next = place.end + 1 < text.size() ? text[place.end + 1] : ' ';
    if (isWord(before) || isWord(after))
        return false;
    if (!asHost)
        return true;
    if (text.substr(0, place.start).ends_with("www."))
        return standsFree(text, {place.start - 4, place.end}, true);
    const bool goesOn = after == '-' || (after == '.' && isWord(next));
    return before != '-' && before != '.' && before != '+' && before != '%' && !goesOn;
}

} // namespace

std::string taintLabel(std::string_view what, const SinkCall &call)
{
    return std::string(what) + (call.isGuessed ? "-to-guessed-" : "-to-") + std::string(name(call.sink));
}

TaintJudge::TaintJudge(const SinkCall &call)
    : m_call(call)
{
    for (std::size_t i = 0; i < call.arguments.size(); ++i)
        addTraces(call.arguments[i], i);
    for (std::size_t i = 0; i < m_traces.size(); ++i)
        addNeedles(i);
    m_plain.close();
    m_compact.close();
}

void TaintJudge::addTraces(const JsonLeaf &argument, std::size_t index)
{
    const bool runs = m_call.sink == ToolSink::Execute;
    for (TaintValue &value : findTaintValues(argument.value, argument.name, runs)) {
        if (m_traces.size() == mostTraces)
            return;
        m_traces.push_back({std::move(value), index, false, false, false, false, {}, {}});
    }
}

void TaintJudge::addNeedle(std::size_t trace, Role role, std::string_view text)
{
    if (text.size() < shortestNeedle)
        return;
    const bool isNumber = m_traces[trace].value.kind == ValueKind::Account;
    (isNumber ? m_compact : m_plain).add(text, static_cast<std::uint32_t>(m_needles.size()));
    m_needles.push_back({trace, role, text.size()});
}

void TaintJudge::addNeedles(std::size_t index)
{
    const TaintValue value = m_traces[index].value;
    addNeedle(index, Role::Value, value.needle);
    if (isHostKind(value.kind)) {
        if (value.kind == ValueKind::Url)
            addNeedle(index, Role::Host, value.host);
        std::string_view above = value.host;
        for (std::size_t dot = above.find('.'); dot != std::string_view::npos; dot = above.find('.')) {
            addNeedle(index, Role::Above, above);
            above.remove_prefix(dot + 1);
        }
    } else if (value.kind == ValueKind::Path) {
        std::string_view folder = value.needle;
        const std::size_t last = folder.find_last_of("/\\");
        if (const std::string_view file = folder.substr(last + 1); file.find('.') != std::string_view::npos)
            addNeedle(index, Role::Above, file);
        std::size_t folders = 0;
        for (std::size_t cut = last; cut != std::string_view::npos && cut > 1 && folders < mostFolders;
             cut = folder.find_last_of("/\\"), ++folders) {
            folder = folder.substr(0, cut);
            addNeedle(index, Role::Above, folder);
        }
    }
}

void TaintJudge::readPiece(const SaidText &said, const SourcePiece &piece)
{
    const std::string_view text = piece.folded.text;
    m_plain.find(text, [&](std::uint32_t id, std::size_t start) {
        const Needle &needle = m_needles[id];
        const ValueKind kind = m_traces[needle.trace].value.kind;
        const ByteRange place{start, start + needle.size};
        if (standsFree(text, place, isHostKind(kind)))
            note(needle, said, piece, place);
    });
    if (m_compact.empty())
        return;
    const MappedText numbers = compact(piece.folded);
    m_compact.find(numbers.text, [&](std::uint32_t id, std::size_t start) {
        const ByteRange origin{numbers.origins[start], numbers.origins[start + m_needles[id].size - 1] + 1U};
        if (!standsFree(said.segment->text, origin, false))
            return;
        // The same bytes in the folded piece: origins only grow.
        const auto &origins = piece.folded.origins;
        const auto first = std::lower_bound(origins.begin(), origins.end(), origin.start);
        const auto last = std::lower_bound(origins.begin(), origins.end(), origin.end);
        note(m_needles[id], said, piece,
            {static_cast<std::size_t>(first - origins.begin()),
                static_cast<std::size_t>(last - origins.begin())});
    });
}

void TaintJudge::note(const Needle &needle, const SaidText &said, const SourcePiece &piece, ByteRange place)
{
    Trace &trace = m_traces[needle.trace];
    if (said.by == SaidBy::Trusted) {
        (needle.role == Role::Value ? trace.isTrusted : trace.isKnown) = true;
        return;
    }
    if (needle.role == Role::Above)
        return;
    if (said.by != SaidBy::Untrusted) {
        if (needle.role == Role::Value) {
            trace.isOwn = trace.isOwn || !trace.source;
            trace.isShown = trace.isShown || said.by == SaidBy::ModelShown;
        }
        return;
    }
    std::optional<Place> &known = needle.role == Role::Value ? trace.source : trace.hostSource;
    if (known && !known->isField)
        return;
    const bool field = isField(said.segment->text, piece, place, trace.value.kind);
    if (!known || !field)
        known = Place{said.segment, piece.folded.originOf(place), field};
}

double TaintJudge::scoreOf(const Trace &trace) const
{
    const bool viaHost = !trace.source && trace.hostSource;
    if (trace.isTrusted || trace.isOwn || (!trace.source && !viaHost) || (viaHost && trace.isKnown))
        return 0;
    const TaintValue &value = trace.value;
    double score = 0.9;
    if (value.kind == ValueKind::Command)
        score = isOrdinaryCommand(value.needle) ? 0.4 : 0.9;
    else if (!value.isWhole)
        score = m_call.sink == ToolSink::Execute ? 0.8 : m_call.sink == ToolSink::Egress ? 0.6 : 0.4;
    if (value.kind == ValueKind::Path && m_call.sink != ToolSink::Execute)
        score -= m_call.sink == ToolSink::Write || !value.isWhole ? 0.2 : 0;
    const bool field = viaHost ? trace.hostSource->isField : trace.source->isField;
    for (const bool reassuring : {field, trace.isKnown, trace.isShown})
        score *= reassuring ? 0.5 : 1;
    return score;
}

void TaintJudge::addFinding(const Trace &trace, double score, std::vector<CheckFinding> &findings) const
{
    const JsonLeaf &argument = m_call.arguments[trace.argument];
    const std::string_view kind = name(trace.value.kind);
    findings.push_back(
        {m_call.place, argument.value.originOf(trace.value.range), taintLabel(kind, m_call), score});
    const Place &source = trace.source ? *trace.source : *trace.hostSource;
    findings.push_back({source.segment, source.range, std::string(kind) + "-source", score, true});
}

std::vector<CheckFinding> TaintJudge::findings(const std::vector<SaidText> &said)
{
    std::vector<CheckFinding> findings;
    if (m_needles.empty())
        return findings;
    for (const SaidText &text : said) {
        for (const SourcePiece &piece : text.pieces)
            readPiece(text, piece);
    }
    for (const Trace &trace : m_traces) {
        if (const double score = scoreOf(trace); score > 0)
            addFinding(trace, score, findings);
    }
    return findings;
}

} // namespace gatehouse
