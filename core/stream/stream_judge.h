// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Judges an answer while it streams, whatever its wire format: upstream bytes in, bytes the caller may have
// out.

#include "core/base/error.h"
#include "core/message/segment.h"
#include "core/message/wire_format.h"
#include "core/policy/compiled_policy.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace gatehouse {

// What a stream is judged by. What is pointed to outlives its judge.
struct StreamSubject {
    std::shared_ptr<const CompiledPolicy> policy;
    CallFacts call;
    // The request that is answered; null when it is not known: response rules that compare with it see
    // nothing there.
    const RequestMessage *answered = nullptr;
    // Of the interaction; null: none of its placeholders is to be restored.
    Replacements *replacements = nullptr;
    // The model's name in the events that go out; "": as the provider says it.
    std::string modelName = {};
    const CallExceptions *exceptions = nullptr; // that hold for the call; null: none do
};

// What is known once the stream ended.
struct StreamEnd {
    ResponseMessage response; // the original text as the model sent it
    Evaluation evaluation; // of all response rules over it; masks and sensitive spans refer to `response`
    bool cut = false; // a rule stopped the stream
    std::uint64_t longestHoldBack = 0; // bytes of text that waited at most
    std::uint64_t receivedBytes = 0; // bytes of text the caller was given, before masks' replacements
};

// One per stream; not shared between threads.
class StreamJudge {
public:
    StreamJudge() = default;
    virtual ~StreamJudge() = default;
    StreamJudge(const StreamJudge &) = delete;
    StreamJudge &operator=(const StreamJudge &) = delete;

    // Any slice of the upstream's event stream; returns the events to send now (often empty). After a cut it
    // returns nothing more. Garbage (an event that is not JSON, over 1 MiB without an event's end) is an
    // error: the stream must be ended as an upstream failure.
    [[nodiscard]] virtual Result<std::string> feed(std::string_view bytes) = 0;

    // A rule stopped the stream: drop the upstream and call finish().
    [[nodiscard]] virtual bool wasCut() const = 0;
    // The upstream said that its answer is complete.
    [[nodiscard]] virtual bool sawDone() const = 0;
    // Bytes of text returned by feed() so far: what a caller whose stream broke off has.
    [[nodiscard]] virtual std::uint64_t releasedBytes() const = 0;

    // Judges what remains. Must be called once.
    [[nodiscard]] virtual StreamEnd finish() = 0;
    // The same judgement once more, for a policy that asks somebody outside: what he answers was not known at
    // the first. May be called again after finish(), before lastEvents().
    virtual void judgeAgain(StreamEnd &end) = 0;
    // The last events of the stream: held-back text (masked as judged), how it ended in the format's own
    // words, usage, an SSE comment with the final verdict. Send them once the verdict is durable. `whyCut` is
    // for formats that end a cut stream with an error.
    [[nodiscard]] virtual std::string lastEvents(const Verdict &finalVerdict, const GatewayError &whyCut) = 0;
};

} // namespace gatehouse
