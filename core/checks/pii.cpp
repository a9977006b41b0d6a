// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/kinds.h"
#include "core/checks/parameters.h"
#include "core/checks/pattern_set.h"
#include "core/checks/pii/bank_code.h"
#include "core/checks/pii/birth_date.h"
#include "core/checks/pii/contact.h"
#include "core/checks/pii/crypto_address.h"
#include "core/checks/pii/identifier_finder.h"
#include "core/checks/pii/phone.h"
#include "core/checks/span_list.h"
#include "core/checks/text_notes.h"

#include <algorithm>
#include <iterator>
#include <optional>

namespace gatehouse {

namespace {

using namespace pii;

// Which kinds a rule asked for; empty means all. A group ("ip", "national-id", …) stands for several.
class WantedKinds {
public:
    explicit WantedKinds(std::vector<std::string> names)
        : m_names(std::move(names))
    {
    }

    [[nodiscard]] bool has(std::string_view kind, std::string_view group = {}) const
    {
        const auto named = [&](const std::string &name) { return name == kind || name == group; };
        return m_names.empty() || std::any_of(m_names.begin(), m_names.end(), named);
    }

private:
    std::vector<std::string> m_names;
};

constexpr double defaultConfidence = 0.5;

struct PiiSearch {
    std::vector<void (*)(std::string_view text, const FoundSink &found)> finders;
    IdentifierSearch identifiers;

    void run(std::string_view text, const FoundSink &found) const
    {
        for (const auto find : finders)
            find(text, found);
        findIdentifiers(text, identifiers, found);
    }
};

// All a rule of any settings may want, provided it wants to be as sure as rules are by default.
const PiiSearch &searchForAll();

struct PiiParts {
    PiiSearch search;
    std::vector<std::string_view> kinds; // that `search` is for, sorted
    std::optional<Pattern> birthWords, bankCodes;
    double leastConfidence = 0;

    [[nodiscard]] bool wants(const FoundIdentifier &found) const
    {
        return found.confidence >= leastConfidence
            && std::binary_search(kinds.begin(), kinds.end(), found.kind);
    }
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
        for (const ScannedSegment &scanned : input.segments)
            read(scanned, report);
        closeReport(report);
        return report;
    }

    // The longest identifier (a wallet address of 62 characters, an e-mail address to the end of its first
    // label) and the words that may follow it.
    std::optional<std::size_t> decisiveBytes() const override { return 112; }

private:
    void read(const ScannedSegment &scanned, CheckReport &report) const
    {
        std::vector<CheckFinding> found;
        const auto take = [&](const FoundIdentifier &identifier) {
            if (identifier.confidence > 0 && identifier.confidence >= m_parts.leastConfidence)
                found.push_back(
                    {&scanned, identifier.range, std::string(identifier.kind), identifier.confidence});
        };
        const FoundSink keep(take);
        if (scanned.notes && m_parts.leastConfidence >= defaultConfidence)
            takeNoted(scanned, keep);
        else
            m_parts.search.run(scanned.text, keep);
        const auto beside = [&](const std::optional<Pattern> &words, auto find) {
            if (!words || !scanned.hits->contains(words->id()))
                return;
            words->forEachSpan(scanned.text, [&](ByteRange word) {
                find(scanned.text, word, keep);
                return true;
            });
        };
        beside(m_parts.birthWords, findBirthDates);
        beside(m_parts.bankCodes, findBankCode);
        if (!found.empty())
            appendWithoutOverlap(std::move(found), report.findings);
    }

    // Several rules ask for personal data in the same text: it is searched once for all of them.
    void takeNoted(const ScannedSegment &scanned, const FoundSink &keep) const
    {
        auto &noted = scanned.notes->identifiers;
        if (!noted) {
            noted.emplace();
            const auto note = [&](const FoundIdentifier &found) { noted->push_back(found); };
            searchForAll().run(scanned.text, FoundSink(note));
        }
        for (std::size_t i = 0; i < noted->size(); ++i) {
            if (m_parts.wants((*noted)[i]) && !isOtherForm(*noted, i))
                keep((*noted)[i]);
        }
    }

    // Forms of one range stand one after the other; the first that is wanted decides for its kind.
    [[nodiscard]] bool isOtherForm(const std::vector<FoundIdentifier> &noted, std::size_t index) const
    {
        const FoundIdentifier &found = noted[index];
        for (std::size_t i = index; i > 0 && noted[i - 1].range == found.range; --i) {
            if (noted[i - 1].kind == found.kind && m_parts.wants(noted[i - 1]))
                return true;
        }
        return false;
    }

    PiiParts m_parts;
};

struct PlainKind {
    std::string_view kind, group;
    void (*find)(std::string_view text, const FoundSink &found);
};
constexpr PlainKind plainKinds[] = {{"email", "contact", findEmails}, {"phone", "contact", findPhones},
    {"ipv4", "ip", findIpv4}, {"ipv6", "ip", findIpv6}};

struct OtherKind {
    std::string_view kind, group;
};
constexpr OtherKind otherKinds[]
    = {{"birth-date", ""}, {"bic", "bank"}, {"iban", "bank"}, {"passport-mrz", "national-id"}};

std::vector<std::string> kindNames()
{
    std::vector<std::string> names{
        "bank", "business-id", "contact", "crypto", "device", "health", "ip", "national-id", "vehicle"};
    for (const PlainKind &kind : plainKinds)
        names.emplace_back(kind.kind);
    for (const OtherKind &kind : otherKinds)
        names.emplace_back(kind.kind);
    names.insert(names.end(), cryptoKinds.begin(), cryptoKinds.end());
    for (const IdentifierKind &kind : Catalogue::shared().kinds)
        names.emplace_back(kind.kind);
    return names;
}

IdentifierSearch searchFor(const WantedKinds &wanted, double leastConfidence)
{
    IdentifierSearch search;
    search.leastConfidence = leastConfidence;
    const std::vector<IdentifierKind> &kinds = Catalogue::shared().kinds;
    for (std::size_t i = 0; i < kinds.size(); ++i)
        search.wanted.set(i, wanted.has(kinds[i].kind, kinds[i].group));
    search.ibans = wanted.has("iban", "bank");
    search.travelLines = wanted.has("passport-mrz", "national-id");
    std::copy_if(cryptoKinds.begin(), cryptoKinds.end(), std::back_inserter(search.cryptoKinds),
        [&](std::string_view kind) { return wanted.has(kind, "crypto"); });
    return search;
}

PiiSearch searchOf(const WantedKinds &wanted, double leastConfidence)
{
    PiiSearch search;
    search.identifiers = searchFor(wanted, leastConfidence);
    for (const PlainKind &kind : plainKinds) {
        if (wanted.has(kind.kind, kind.group))
            search.finders.push_back(kind.find);
    }
    return search;
}

const PiiSearch &searchForAll()
{
    static const PiiSearch all = [] {
        PiiSearch search = searchOf(WantedKinds({}), defaultConfidence);
        search.identifiers.everyForm = true;
        return search;
    }();
    return all;
}

std::vector<std::string_view> searchedKinds(const WantedKinds &wanted)
{
    std::vector<std::string_view> kinds;
    const auto add = [&](std::string_view kind, std::string_view group) {
        if (wanted.has(kind, group))
            kinds.push_back(kind);
    };
    for (const PlainKind &kind : plainKinds)
        add(kind.kind, kind.group);
    for (const OtherKind &kind : otherKinds)
        add(kind.kind, kind.group);
    for (const std::string_view kind : cryptoKinds)
        add(kind, "crypto");
    for (const IdentifierKind &kind : Catalogue::shared().kinds)
        add(kind.kind, kind.group);
    std::sort(kinds.begin(), kinds.end());
    return kinds;
}

Result<PiiParts> partsFor(const WantedKinds &wanted, double leastConfidence, PatternSetBuilder &patterns)
{
    PiiParts parts;
    parts.leastConfidence = leastConfidence;
    parts.search = searchOf(wanted, leastConfidence);
    parts.kinds = searchedKinds(wanted);
    if (wanted.has("birth-date")) {
        auto words = patterns.add(birthWords());
        if (!words)
            return tl::unexpected(words.error());
        parts.birthWords = *words;
    }
    if (wanted.has("bic", "bank")) {
        auto words = patterns.add(bankCodeWords());
        if (!words)
            return tl::unexpected(words.error());
        parts.bankCodes = *words;
    }
    return parts;
}

Result<std::unique_ptr<Check>> makePii(const CheckParameters &parameters, PatternSetBuilder &patterns)
{
    const std::vector<std::string> names = parameters.texts("kinds");
    const std::vector<std::string> known = kindNames();
    for (std::size_t index = 0; index < names.size(); ++index) {
        if (std::find(known.begin(), known.end(), names[index]) == known.end())
            return fail(ErrorKind::InvalidInput,
                "\"" + names[index] + "\" is no kind of personal data known here",
                "kinds/" + std::to_string(index));
    }
    auto parts
        = partsFor(WantedKinds(names), parameters.number("min_confidence", defaultConfidence), patterns);
    if (!parts)
        return tl::unexpected(parts.error());
    return std::make_unique<PiiCheck>(std::move(*parts));
}

std::string buildSchema()
{
    std::string names;
    for (const std::string &name : kindNames())
        names += (names.empty() ? "\"" : ", \"") + name + "\"";
    return R"json({
  "type": "object",
  "properties": {
    "kinds": {"type": "array", "minItems": 1, "maxItems": 300, "items": {"type": "string", "enum": [)json"
        + names + R"json(]},
      "description": "What to look for; all when left out. bank, business-id, contact, crypto, device, health, ip, national-id and vehicle stand for all of theirs"},
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
        .summary
        = "Finds personal data: e-mail, telephone, card, bank account, wallet, IP address, date of birth, "
          "and identifiers of people, their documents, devices and vehicles in over fifty countries.",
        .stages = textStages(),
        .sensitive = true,
        .parameterSchema = schema,
        .make = makePii,
        .readsViews = true};
}

} // namespace gatehouse
