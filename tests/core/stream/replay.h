// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A recorded stream of any wire format played to its judge, and what a caller makes of what comes out.

#include "core/message/wire_format.h"
#include "core/stream/stream_judge.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::test {

struct Replay {
    std::string sent; // all events, in order
    std::size_t sentDuring = 0; // of them before the end
    StreamEnd end;
    bool accepted = true; // the judge took every byte
};

inline Replay replay(const WireFormat &format, const std::shared_ptr<const CompiledPolicy> &policy,
    const std::vector<std::string_view> &pieces, const RequestFacts &facts = {})
{
    StreamSubject subject;
    subject.policy = policy;
    subject.call.request = &facts;
    const auto judge = format.judgeStream(subject);
    Replay played;
    for (const std::string_view piece : pieces) {
        const auto events = judge->feed(piece);
        played.accepted = events.has_value();
        if (!played.accepted)
            break;
        played.sent += *events;
    }
    played.sentDuring = played.sent.size();
    played.end = judge->finish();
    played.sent += judge->lastEvents(played.end.evaluation.verdict, {400, "content_policy", "no", "null"});
    return played;
}

inline std::vector<std::string_view> cutEvery(std::string_view bytes, std::size_t step)
{
    std::vector<std::string_view> pieces;
    for (std::size_t at = 0; at < bytes.size(); at += step)
        pieces.push_back(bytes.substr(at, step));
    return pieces;
}

// A policy that lets everything pass.
inline std::shared_ptr<const CompiledPolicy> openPolicy()
{
    static const auto policy = *CompiledPolicy::fromJson(
        R"({"format":"gatehouse-policy/1","name":"open","rules":[{"id":"r","stage":"response","check":{"kind":"keywords","keywords":["nobody says this"]},"action":"flag"}]})");
    return policy;
}

// The texts a caller puts together from the events it was sent, by their place in the answer.
inline std::map<std::string, std::string> textsOf(const WireFormat &format, const std::string &sent)
{
    std::map<std::string, std::string> texts;
    const Replay played = replay(format, openPolicy(), {sent});
    for (const Segment &segment : played.end.response.segments)
        texts[segment.pointer] = segment.text;
    return texts;
}

} // namespace gatehouse::test
