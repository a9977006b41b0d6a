// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// An upstream's event stream, cut at places the input chooses, in the format this is built for: the caller
// gets what judging the whole answer leaves of it, and nothing that is to be blocked.
#include "core/message/wire_formats.h"
#include "tests/core/stream/replay.h"
#include "tests/fuzz/input.h"

using namespace gatehouse;

namespace {

constexpr std::string_view policyJson
    = R"({"format":"gatehouse-policy/1","name":"fuzz","rules":[{"id":"w","stage":"response","check":{"kind":"keywords","keywords":["zebra crossing"]},"action":"mask"},{"id":"t","stage":"response","check":{"kind":"regex","patterns":[{"expression":"\\bticket-[0-9]{2,40}\\b"}]},"action":"mask","severity":"high"},{"id":"b","stage":"response","check":{"kind":"regex","patterns":[{"expression":"full stop"}]},"action":"block"}]})";

// What only a view shows, or only the neighbour of a text, is seen behind the stream: it can't be masked any
// more.
bool readsViews(const Evaluation &evaluation)
{
    for (const CheckResult &check : evaluation.verdict.checks) {
        for (const Evidence &evidence : check.evidence) {
            if (!evidence.via.empty())
                return true;
        }
    }
    return false;
}

// What the caller put together is what is left of each text once it is masked.
void requireEqual(const StreamEnd &end, const std::map<std::string, std::string> &got)
{
    int index = 0;
    for (const Segment &segment : end.response.segments) {
        const auto masks = spansOf(end.evaluation.masks, BodyPart::Response, index++);
        const auto found = got.find(segment.pointer);
        if (segment.zone == TrustZone::Assistant && !segment.unclaimed)
            fuzz::require(found != got.end() && found->second == applyMasks(segment.text, masks));
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const WireFormat &format = *wireFormatNamed(FUZZED_FORMAT);
    static const auto policy = *CompiledPolicy::fromJson(policyJson);
    if (size < 1)
        return 0;
    const std::string_view bytes = fuzz::textOf(data + 1, size - 1);
    const test::Replay played = test::replay(format, policy, test::cutEvery(bytes, 1 + data[0]));
    if (!played.accepted)
        return 0;
    const auto got = test::textsOf(format, played.sent);
    for (const auto &[pointer, text] : got)
        fuzz::require(text.find("full stop") == std::string::npos);
    if (!played.end.cut && !readsViews(played.end.evaluation))
        requireEqual(played.end, got);
    return 0;
}
