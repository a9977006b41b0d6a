// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a check is: it reads segments or facts and says what it found. It never decides an action.

#include "core/base/byte_range.h"
#include "core/base/error.h"
#include "core/message/segment.h"
#include "core/policy/condition.h"
#include "core/policy/verdict.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse {

class PatternSetBuilder;
class PatternHits;
class CheckParameters;

class TextView;
struct TextNotes;

// A text a check is asked to read, with what the one scan of all patterns saw in it: a segment as it is
// written, or a view of it (core/text/text_view.h).
struct ScannedSegment {
    const Segment *segment = nullptr; // never null
    int index = 0; // in its body
    BodyPart in = BodyPart::Request;
    const PatternHits *hits = nullptr; // never null
    std::string_view text; // what to read
    const TextView *view = nullptr; // null: `text` is the segment's own
    TextNotes *notes = nullptr; // shared by the rules of one evaluation; null: nobody else asks
};

// Everything of the call, whatever zones the rule names: for checks that compare one part with another.
struct CallContent {
    // As written, no views; empty when not there.
    std::span<const ScannedSegment> request = {}, response = {};
    std::span<const UnreadPart> unreadRequest = {}, unreadResponse = {};
    // Indices of segments with encodings that were not followed: a bound of core/text/views.h was met.
    std::span<const int> undecodedRequest = {}, undecodedResponse = {};
};

struct CheckInput {
    // Of the rule's stage and zones. After each segment stand its views, when the kind reads views.
    std::span<const ScannedSegment> segments;
    const CallFacts &call;
    const CallContent &content;
    Stage stage = Stage::Request; // of the rule
};

// One span found in a text of the input.
struct CheckFinding {
    const ScannedSegment *place = nullptr; // never null: of CheckInput::segments or of its content
    ByteRange range; // in place->text
    std::string label;
    double score = 1.0; // confidence 0..1
    bool supporting
        = false; // evidence beside the finding itself (where tainted data came from): never masked
};

struct CheckReport {
    CheckOutcome outcome = CheckOutcome::Pass;
    std::string reason; // for error and not_run
    std::optional<double> score; // highest confidence seen, when the check has scores
    std::vector<CheckFinding> findings; // for fail; may be empty for facts (length, model)
    std::uint64_t bytesRead = 0;
    std::optional<double> durationUs = {}; // where it took longer than run() did: somebody else was asked

    [[nodiscard]] static CheckReport notRun(std::string why);
    [[nodiscard]] static CheckReport error(std::string why);
};

// Immutable after construction; run() may be called from any number of threads and never throws for bad
// input.
class Check {
public:
    virtual ~Check() = default;
    [[nodiscard]] virtual CheckReport run(const CheckInput &input) const = 0;

    // How many bytes of a finding, counted from its start, must be there before it is decided on a stream
    // (its decisive prefix, at most 128), or nothing when it can't be told before the text ends.
    //
    // What a check that names a number promises for a text that ends anywhere: a span that starts at least so
    // many bytes before the end is reported if and only if it would be in the whole text, from the same
    // start. Its end may still grow as text arrives (a PEM block without its END line, a token cut in the
    // middle, reach to the end of what there is). Words before a span may be needed to see it, at most 256
    // bytes of them; so a text is judged with what came before it.
    [[nodiscard]] virtual std::optional<std::size_t> decisiveBytes() const { return std::nullopt; }
    // Whether it passes any text in which none of its patterns is hit, so that a stream needs to ask it near
    // hits only.
    [[nodiscard]] virtual bool needsPatternHit() const { return false; }
};

// What running a check on a text costs, cheapest first.
enum class CheckCost {
    Facts, // reads no text
    Hits, // reads near hits of the one scan of all patterns
    Text, // reads every byte
    Outside // asks somebody outside the program
};

// One row of the registry: everything the policy editor, the validation and the reference need to know.
struct CheckKind {
    std::string_view kind; // "secrets"
    std::string_view summary; // one sentence
    std::vector<Stage> stages; // where it may be used
    bool sensitive = false; // its spans are masked in everything stored
    bool readsSegments = true; // false: judges facts (model_allow, metadata)
    // JSON Schema (object) of the parameters without "kind".
    std::string_view parameterSchema;
    // Builds the check, adding its patterns to the policy's one scan. Errors carry the field in `where`.
    Result<std::unique_ptr<Check>> (*make)(const CheckParameters &parameters, PatternSetBuilder &patterns);
    bool findsSpans = true; // false: its findings have no place in the text, so there is nothing to mask
    bool readsViews = false; // true: it is given the views of each segment as well
    bool readsRespelt = false; // true: also those whose letters were exchanged or reordered
    bool stateful = false; // true: looks at more than the call and the policy (the time, a service)
    // Whose texts it is made for; in others it finds little. Empty: all.
    std::vector<TrustZone> zones = {};
    CheckCost cost = CheckCost::Text;
    bool asksRemote = false; // true: a RemoteCheck; a stream asks it once, at its end
};

// The only list of checks, alphabetical.
[[nodiscard]] std::span<const CheckKind> checkKinds();
[[nodiscard]] const CheckKind *findCheckKind(std::string_view kind);

} // namespace gatehouse
