// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Judges an OpenAI chat answer while it streams: upstream bytes in, bytes the caller may have out.

#include "core/base/error.h"
#include "core/message/segment.h"
#include "core/policy/compiled_policy.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace gatehouse {

// What is known once the stream ended.
struct StreamEnd {
    ResponseMessage response; // the original text as the model sent it
    Evaluation evaluation; // of all response rules over it; masks and sensitive spans refer to `response`
    bool cut = false; // a rule stopped the stream
    std::uint64_t longestHoldBack = 0; // bytes of text that waited at most
    std::uint64_t receivedBytes = 0; // bytes of text the caller was given, before masks' replacements
};

// One per stream; not shared between threads.
class OpenAiChatStream {
public:
    // What `call` points to and the request that is answered (null when it is not known: response rules that
    // compare with it see nothing there) outlive the stream; so do the interaction's replacements (null: none
    // of its placeholders is to be restored).
    OpenAiChatStream(std::shared_ptr<const CompiledPolicy> policy, CallFacts call,
        const RequestMessage *answered = nullptr, Replacements *replacements = nullptr);
    ~OpenAiChatStream();

    // Any slice of the upstream's event stream; returns the events to send now (often empty). After a cut it
    // returns nothing more. Garbage (an event that is not JSON, over 1 MiB without an event's end) is an
    // error: the stream must be ended as an upstream failure.
    [[nodiscard]] Result<std::string> feed(std::string_view bytes);

    // A rule stopped the stream: drop the upstream and call finish().
    [[nodiscard]] bool wasCut() const;
    // The upstream said [DONE].
    [[nodiscard]] bool sawDone() const;
    // Bytes of text returned by feed() so far: what a caller whose stream broke off has.
    [[nodiscard]] std::uint64_t releasedBytes() const;

    // Judges what remains. Must be called once.
    [[nodiscard]] StreamEnd finish();
    // The last events of the stream: held-back text (masked as judged), the finish reason ("content_filter"
    // when cut), usage, an SSE comment with the final verdict, and [DONE]. Send them once the verdict is
    // durable.
    [[nodiscard]] std::string lastEvents(const Verdict &finalVerdict);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace gatehouse
