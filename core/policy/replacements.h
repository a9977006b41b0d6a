// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What stands for masked values on the wire: one value has one replacement throughout an interaction, and
// where a rule says so the answer gets the original back.

#include "core/base/digest.h"
#include "core/base/secret_string.h"
#include "core/policy/verdict.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gatehouse {

// A placeholder and what it stands for.
struct Restorable {
    std::string placeholder;
    SecretString original;
};

// Belongs to one interaction, from its request to the end of its answer; not shared between threads.
class Replacements {
public:
    Replacements() = default;
    // `key` is what style `hash` is keyed with; without one that style shows the label alone.
    explicit Replacements(SecretString key)
        : m_key(std::move(key))
    {
    }

    // The same for the same label and original. Styles `placeholder` and `hash` give different values
    // different ones; a text too short to tell them apart gets "[masked:label:2]".
    [[nodiscard]] std::string replacementFor(const MaskSpan &span, std::string_view original);

    // In the order they were given out, without those that are not to be restored.
    [[nodiscard]] const std::vector<Restorable> &restorable() const { return m_restorable; }

private:
    [[nodiscard]] std::string placeholderFor(const std::string &label, std::string_view original);
    [[nodiscard]] std::string hashFor(const std::string &label, std::string_view original);

    SecretString m_key;
    // By digest: originals are held only where they are to be restored.
    std::map<std::pair<MaskStyle, Sha256>, std::string> m_known;
    std::set<std::string> m_used;
    std::vector<Restorable> m_restorable;
};

// The `number`th text of the shape of `original` that is obviously nobody's: digits become zeros and letters
// x or X, the number stands in the last digits; addresses become those reserved for examples. Empty when the
// shape has no room for the number.
[[nodiscard]] std::string placeholderText(
    std::string_view label, std::string_view original, std::size_t number);

// Where originals are put back: into text, or into JSON text (arguments of a tool call), where they are
// escaped as the inside of a string.
enum class RestoreInto { Text, JsonString };

// The spans of `text` that are placeholders, with their originals as replacement, ordered; nothing within
// `masked` (ordered spans of the same text).
[[nodiscard]] std::vector<MaskSpan> restoringSpans(std::string_view text,
    const std::vector<Restorable> &restorable, const std::vector<MaskSpan> &masked = {},
    RestoreInto into = RestoreInto::Text);
// The text with originals in place of placeholders.
[[nodiscard]] std::string restored(
    std::string_view text, const std::vector<Restorable> &restorable, RestoreInto into = RestoreInto::Text);

// The same for a text that arrives in pieces: what may be the beginning of a placeholder is held back.
class RestoringStream {
public:
    // `restorable` outlives the stream.
    explicit RestoringStream(const std::vector<Restorable> &restorable)
        : m_restorable(restorable)
    {
    }

    [[nodiscard]] std::string append(std::string_view piece);
    [[nodiscard]] std::string finish();

private:
    [[nodiscard]] std::string release(std::size_t size);

    const std::vector<Restorable> &m_restorable;
    std::string m_held;
    std::string m_before; // the last byte given, as it came
};

} // namespace gatehouse
