// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What the judges of streams made of typed JSON events share: the reading of events, the parts of the answer,
// and its judgement at the end.

#include "core/message/json_reader.h"
#include "core/stream/raw_part.h"
#include "core/stream/sse_reader.h"
#include "core/stream/stream_judge.h"

#include <list>

namespace gatehouse {

class EventStream : public StreamJudge {
public:
    explicit EventStream(StreamSubject subject);

    [[nodiscard]] Result<std::string> feed(std::string_view bytes) final;
    [[nodiscard]] bool wasCut() const final { return m_cut; }
    [[nodiscard]] bool sawDone() const final { return m_done; }
    [[nodiscard]] std::uint64_t releasedBytes() const final;
    [[nodiscard]] StreamEnd finish() final;
    void judgeAgain(StreamEnd &end) final;

protected:
    // One event. What `event` points to lives until the next one.
    [[nodiscard]] virtual Status takeEvent(simdjson::dom::element event, std::string &out) = 0;
    // What stands in the answer beside its parts: usage, what nobody could read.
    virtual void addTo(ResponseMessage &response) const = 0;

    // A new text of the answer, behind those there are. Stays where it is.
    [[nodiscard]] AnswerPart &addPart(Segment place, AnswerPart::Release release);
    // The next piece of a part, from the event being taken; returns what may be sent.
    [[nodiscard]] std::string appendTo(AnswerPart &part, std::string_view piece);
    [[nodiscard]] std::string completePart(AnswerPart &part);
    // The texts of a raw part, `prefix` being where its JSON stands in the answer; judged at once or held.
    void addTexts(RawPart &raw, std::vector<Segment> texts, std::size_t prefix, bool held);
    // Its JSON as the caller gets it: before finish() only of one that was not held.
    [[nodiscard]] Result<std::string> rawJson(const RawPart &raw) const;
    // After finish(): what remains of a part.
    [[nodiscard]] std::string finishPart(AnswerPart &part) const;

    void setDone() { m_done = true; }
    [[nodiscard]] bool buffersAll() const { return m_rules.buffersAll(); }
    [[nodiscard]] const StreamSubject &subject() const { return m_subject; }

private:
    [[nodiscard]] Status takeData(std::string_view data, std::string &out);
    void noteCut(const AnswerPart &part);

    StreamSubject m_subject;
    StreamRules m_rules;
    SseReader m_reader;
    std::list<AnswerPart> m_parts;
    std::size_t m_marksTaken = 0; // of the event being taken
    bool m_marked = false;
    bool m_cut = false;
    bool m_done = false;
    std::optional<StreamFinding> m_cutBy;
    std::vector<MaskSpan> m_masks; // of the whole answer, once it was judged
};

// The judgement of a whole answer whose stream was stopped by `cutBy`, or was not.
[[nodiscard]] Evaluation judgeWhole(
    const StreamSubject &subject, const ResponseMessage &response, const std::optional<StreamFinding> &cutBy);

// The comment that tells a caller the final verdict.
[[nodiscard]] std::string verdictComment(const Verdict &verdict);

} // namespace gatehouse
