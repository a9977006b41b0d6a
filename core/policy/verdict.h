// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The words of a judgement: what a rule may do, what came out, and with which evidence.

#include "core/base/byte_range.h"
#include "core/base/names.h"
#include "core/message/segment.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace gatehouse {

enum class Stage { Access, Request, Response };
enum class Mode { Enforce, Shadow, Off };
// In order of strength; the strongest enforced action decides the verdict.
enum class Action { Allow, Flag, Mask, Hold, Block };
enum class VerdictKind { Allowed, Flagged, Masked, Held, Blocked };
enum class Severity { Info, Low, Medium, High, Critical };
enum class CheckOutcome { Pass, Fail, Error, NotRun };
// What stands for a masked text; see core/policy/replacements.h.
enum class MaskStyle { Label, KeepLast4, Placeholder, Hash };
// What is stored of a body, in order of strictness. Whatever it is, what a secrets, pii or known-key check
// found is masked in it; with Sealed the originals of all masks are kept too, in an envelope for reviewers.
enum class Capture { Full, Masked, Sealed, Metadata };

// A span of the original text that decided something. For a tool call or a bare text the same rules hold:
// `range` counts bytes of the UTF-8 string that stands, JSON-decoded, at `pointer`.
struct Evidence {
    BodyPart in = BodyPart::Request;
    int segment = 0; // index into the segments of that body
    std::string pointer;
    TrustZone zone = TrustZone::User;
    ByteRange range;
    std::string label; // what it is: "aws-access-key-id", "override", "email"
    std::vector<std::string> via; // decodings it was seen through, outermost first; empty for plain text
    std::optional<ByteRange> stored; // where it stands in the stored (masked) text, when stored
};

struct CheckResult {
    std::string rule; // rule id
    std::string check; // check kind
    Stage stage = Stage::Request;
    Mode mode = Mode::Enforce;
    CheckOutcome outcome = CheckOutcome::NotRun;
    std::string reason; // for not_run and error: why, as a snake_case word ("no_identity", "denied",
                        // "condition"); for fail: what a behavioural check saw, in words
    std::optional<double> score; // 0..1, only from checks that have one
    Action action = Action::Allow; // the rule's action
    bool applied = false; // failed (or errored with on_error block) in an enforced rule
    Severity severity = Severity::Info;
    double durationUs = 0;
    std::uint64_t bytesRead = 0;
    std::vector<Evidence> evidence;
};

struct NotRead {
    BodyPart in = BodyPart::Request;
    std::string pointer;
    std::string kind; // "image", "file", "audio", "text"
    std::string reason;
    std::uint64_t bytes = 0;
};

// What of the content was read by at least one check, and what was not.
struct Coverage {
    std::uint64_t bytes = 0;
    std::uint64_t read = 0;
    std::vector<NotRead> notRead;
};

struct Verdict {
    VerdictKind kind = VerdictKind::Allowed;
    Severity severity = Severity::Info; // of the severest applied check result
    std::string policyName;
    PolicyVersion policyVersion;
    std::string coreVersion; // program version
    std::string coreResources; // SHA-256 (hex) of rule packs and weights
    double durationUs = 0;
    Coverage coverage;
    std::vector<CheckResult> checks; // one per rule, in document order
};

// A span to be replaced, and by what.
struct MaskSpan {
    BodyPart in = BodyPart::Request;
    int segment = 0;
    ByteRange range;
    std::string label;
    std::string replacement; // "[masked:label]" in style `label`
    Severity severity = Severity::Info; // of the rule; where spans overlap the severest names them
    MaskStyle style = MaskStyle::Label;
    bool restore = false; // in the answer: the original comes back where the placeholder stands
};

// What judging gives: the verdict, what to mask on the wire, and what must not be stored readable.
struct Evaluation {
    Verdict verdict;
    std::vector<MaskSpan> masks; // of applied mask rules; ordered, not overlapping
    std::vector<MaskSpan>
        sensitive; // found by secrets, pii and known-key checks in any mode; ordered, not overlapping
    std::optional<Capture> capture; // the strictest an applied rule asks for; nothing when none asks
};

// The stricter of what two say; who says nothing leaves it to the other.
[[nodiscard]] std::optional<Capture> strictest(std::optional<Capture> one, std::optional<Capture> other);

// The words as they stand in documents, JSON and the store ("not_run", "tool_call", …).
[[nodiscard]] std::string_view name(Stage value);
[[nodiscard]] std::string_view name(Mode value);
[[nodiscard]] std::string_view name(Action value);
[[nodiscard]] std::string_view name(VerdictKind value);
[[nodiscard]] std::string_view name(Severity value);
[[nodiscard]] std::string_view name(CheckOutcome value);
[[nodiscard]] std::string_view name(TrustZone value);
[[nodiscard]] std::string_view name(BodyPart value);
[[nodiscard]] std::string_view name(Capture value);

// The value a word stands for; nothing when it is none of them. Instantiated for the enums above.
template <class Enum>
[[nodiscard]] std::optional<Enum> fromName(std::string_view word);

// The text with the spans replaced; `spans` are ordered and do not overlap. The new place of each span goes
// to `places` (same order) when given.
[[nodiscard]] std::string applyMasks(
    const std::string &text, const std::vector<MaskSpan> &spans, std::vector<ByteRange> *places = nullptr);
// Only the spans of one segment.
[[nodiscard]] std::vector<MaskSpan> spansOf(const std::vector<MaskSpan> &spans, BodyPart in, int segment);

} // namespace gatehouse
