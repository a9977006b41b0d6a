// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/kinds.h"
#include "core/checks/parameters.h"
#include "core/checks/pattern_set.h"
#include "core/checks/pii/contact.h"
#include "core/checks/pii/financial.h"
#include "core/checks/pii/identifier.h"
#include "core/checks/span_list.h"

#include <algorithm>
#include <array>

namespace gatehouse {

namespace {

struct CompiledContact {
    Pattern pattern;
    ContactPattern contact;
};

// Which kinds a rule asked for; empty means all. "ip" and "national-id" stand for several.
class WantedKinds {
public:
    explicit WantedKinds(std::vector<std::string> names)
        : m_names(std::move(names))
    {
    }

    [[nodiscard]] bool has(std::string_view kind, std::string_view group) const
    {
        const auto named = [&](const std::string &name) { return name == kind || name == group; };
        return m_names.empty() || std::any_of(m_names.begin(), m_names.end(), named);
    }

private:
    std::vector<std::string> m_names;
};

// What every identifier holds one of: six digits in any writing, or the letter-digit shapes with fewer in a
// row (fiscal codes, PAN, IBAN, Medicare). Short, because the scan sees all text.
constexpr std::array<std::string_view, 5> anchors{R"([0-9](?:[ .\-/+]?[0-9]){5})",
    R"([A-Za-z]{3}[0-9]{4}[A-Za-z])", R"([A-Za-z][0-9]{2}[A-Za-z][0-9]{3})",
    R"([A-Za-z]{2}[0-9]{2} ?[A-Za-z0-9]{4} ?[A-Za-z0-9]{4})", R"([0-9]-?[A-Za-z]{2}[0-9]{2})"};

struct PiiParts {
    std::vector<CompiledContact> contacts;
    std::vector<IdentifierKind> identifiers;
    std::vector<Pattern> anchors; // of identifiers and accounts
    bool ibans = false;
    double leastConfidence = 0;
};

class PiiCheck final : public Check {
public:
    explicit PiiCheck(PiiParts parts)
        : m_parts(std::move(parts))
    {
    }

    CheckReport run(const CheckInput &input) const override
    {
        CheckReport report;
        report.bytesRead = bytesOf(input.segments);
        for (const ScannedSegment &scanned : input.segments) {
            if (scanned.hits->empty())
                continue;
            std::vector<CheckFinding> found;
            collectContacts(scanned, found);
            collectIdentifiers(scanned, found);
            appendWithoutOverlap(std::move(found), report.findings);
        }
        closeReport(report);
        return report;
    }

    // The longest identifier and the words that may follow it, or the bounded part of an e-mail address.
    std::optional<std::size_t> decisiveBytes() const override { return 112; }

    bool needsPatternHit() const override { return true; }

private:
    void collectContacts(const ScannedSegment &scanned, std::vector<CheckFinding> &found) const
    {
        const std::string_view text = scanned.text;
        for (const CompiledContact &compiled : m_parts.contacts) {
            if (!scanned.hits->contains(compiled.pattern.id()))
                continue;
            compiled.pattern.forEachSpan(text, [&](ByteRange confirmed) {
                const ByteRange range
                    = compiled.contact.widen ? compiled.contact.widen(text, confirmed) : confirmed;
                const double confidence = compiled.contact.judge(text, range);
                if (confidence > 0 && confidence >= m_parts.leastConfidence)
                    found.push_back({&scanned, range, std::string(compiled.contact.kind), confidence});
                return true;
            });
        }
    }

    void collectIdentifiers(const ScannedSegment &scanned, std::vector<CheckFinding> &found) const
    {
        const bool any = std::any_of(m_parts.anchors.begin(), m_parts.anchors.end(),
            [&](const Pattern &anchor) { return scanned.hits->contains(anchor.id()); });
        if (!any)
            return;
        const auto keep = [&](const FoundIdentifier &identifier) {
            if (identifier.confidence > 0 && identifier.confidence >= m_parts.leastConfidence)
                found.push_back(
                    {&scanned, identifier.range, std::string(identifier.kind), identifier.confidence});
        };
        findIdentifiers(scanned.text, m_parts.identifiers, keep);
        if (m_parts.ibans)
            findIbans(scanned.text, keep);
    }

    PiiParts m_parts;
};

std::vector<std::string> kindNames()
{
    std::vector<std::string> names{"email", "phone", "card", "iban", "ip", "ipv4", "ipv6", "national-id"};
    for (const IdentifierKind &kind : nationalIdentifiers())
        names.emplace_back(kind.kind);
    return names;
}

Status addContacts(const WantedKinds &wanted, PatternSetBuilder &patterns, PiiParts &parts)
{
    for (const ContactPattern &contact : contactPatterns()) {
        if (!wanted.has(contact.kind, contact.kind.starts_with("ipv") ? "ip" : contact.kind))
            continue;
        auto pattern = patterns.add({.expression = std::string(contact.expression),
            .anchor = std::string(contact.anchor),
            .rulePack = true});
        if (!pattern)
            return tl::unexpected(pattern.error());
        parts.contacts.push_back({*pattern, contact});
    }
    return {};
}

Status addIdentifiers(const WantedKinds &wanted, PatternSetBuilder &patterns, PiiParts &parts)
{
    if (wanted.has("card", "card"))
        parts.identifiers.push_back(cardIdentifier());
    for (IdentifierKind &kind : nationalIdentifiers()) {
        if (wanted.has(kind.kind, "national-id"))
            parts.identifiers.push_back(std::move(kind));
    }
    parts.ibans = wanted.has("iban", "iban");
    if (parts.identifiers.empty() && !parts.ibans)
        return {};
    for (const std::string_view anchor : anchors) {
        auto pattern = patterns.add({.expression = std::string(anchor), .anchor = {}, .rulePack = true});
        if (!pattern)
            return tl::unexpected(pattern.error());
        parts.anchors.push_back(*pattern);
    }
    return {};
}

Result<std::unique_ptr<Check>> makePii(const CheckParameters &parameters, PatternSetBuilder &patterns)
{
    constexpr double defaultConfidence = 0.5;
    const std::vector<std::string> names = parameters.texts("kinds");
    const std::vector<std::string> known = kindNames();
    for (std::size_t index = 0; index < names.size(); ++index) {
        if (std::find(known.begin(), known.end(), names[index]) == known.end())
            return fail(ErrorKind::InvalidInput,
                "\"" + names[index] + "\" is no kind of personal data known here",
                "kinds/" + std::to_string(index));
    }
    const WantedKinds wanted(names);
    PiiParts parts;
    parts.leastConfidence = parameters.number("min_confidence", defaultConfidence);
    for (const auto add : {addContacts, addIdentifiers}) {
        if (const Status added = add(wanted, patterns, parts); !added)
            return tl::unexpected(added.error());
    }
    return std::make_unique<PiiCheck>(std::move(parts));
}

std::string buildSchema()
{
    std::string names;
    for (const std::string &name : kindNames())
        names += (names.empty() ? "\"" : ", \"") + name + "\"";
    return R"json({
  "type": "object",
  "properties": {
    "kinds": {"type": "array", "minItems": 1, "maxItems": 100, "items": {"type": "string", "enum": [)json"
        + names + R"json(]},
      "description": "What to look for; all when left out. ip and national-id stand for all of theirs"},
    "min_confidence": {"type": "number", "minimum": 0, "maximum": 1, "default": 0.5,
      "description": "Findings below this are left out: 0.9 proven by a check digit and the words beside it, 0.5 by its form and check digit alone"}
  },
  "additionalProperties": false
})json";
}

} // namespace

CheckKind piiKind()
{
    static const std::string schema = buildSchema();
    return {.kind = "pii",
        .summary = "Finds personal data: e-mail, telephone, card, bank account, IP address, national and "
                   "medical identifiers.",
        .stages = textStages(),
        .sensitive = true,
        .parameterSchema = schema,
        .make = makePii,
        .readsViews = true};
}

} // namespace gatehouse
