// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/check_environment.h"
#include "core/checks/kinds.h"
#include "core/checks/known_secrets/finder.h"
#include "core/checks/parameters.h"
#include "core/checks/span_list.h"

#include <algorithm>
#include <boost/json/value.hpp>
#include <set>

namespace gatehouse {

namespace {

namespace json = boost::json;

struct NamedFingerprint {
    std::string id;
    SecretFingerprint fingerprint;
};

class KnownSecretsCheck final : public Check {
public:
    KnownSecretsCheck(std::vector<std::string> labels, SecretFinder finder)
        : m_labels(std::move(labels))
        , m_finder(std::move(finder))
    {
    }

    CheckReport run(const CheckInput &input) const override
    {
        CheckReport report;
        report.bytesRead = bytesOf(input.segments);
        for (const ScannedSegment &scanned : input.segments) {
            std::vector<CheckFinding> found;
            m_finder.find(scanned.text, [&](ByteRange range, std::size_t index) {
                found.push_back({&scanned, range, m_labels[index]});
            });
            appendWithoutOverlap(std::move(found), report.findings);
        }
        if (!report.findings.empty())
            report.outcome = CheckOutcome::Fail;
        return report;
    }

    // The secret and the byte after it, which tells whether the word goes on.
    std::optional<std::size_t> decisiveBytes() const override
    {
        constexpr std::size_t most = 128;
        return m_finder.longest() < most ? std::optional(m_finder.longest() + 1) : std::nullopt;
    }

private:
    std::vector<std::string> m_labels;
    SecretFinder m_finder;
};

// The rule can't do its work: an error rather than not_run, so that the rule's on_error decides, which is to
// block unless it says otherwise.
class UnableCheck final : public Check {
public:
    explicit UnableCheck(std::string reason)
        : m_reason(std::move(reason))
    {
    }
    CheckReport run(const CheckInput &) const override { return CheckReport::error(m_reason); }
    std::optional<std::size_t> decisiveBytes() const override { return 1; }

private:
    std::string m_reason;
};

std::string textOf(const json::object &object, std::string_view field)
{
    const json::value *value = object.if_contains(field);
    if (!value || !value->is_string())
        return {};
    return {value->get_string().data(), value->get_string().size()};
}

Result<std::vector<NamedFingerprint>> fingerprintsOf(const CheckParameters &parameters)
{
    const json::value *listed = parameters.object().if_contains("secrets");
    if (!listed || !listed->is_array() || listed->get_array().empty())
        return fail(ErrorKind::InvalidInput, "at least one known secret is needed", "secrets");
    std::vector<NamedFingerprint> out;
    for (const json::value &value : listed->get_array()) {
        const std::string where = "secrets/" + std::to_string(out.size());
        if (!value.is_object())
            return fail(ErrorKind::InvalidInput, R"(must be an object with "id" and "fingerprint")", where);
        auto fingerprint = parseFingerprint(textOf(value.get_object(), "fingerprint"));
        if (!fingerprint) {
            Error error = fingerprint.error();
            error.where = where + "/" + error.where;
            return tl::unexpected(error);
        }
        out.push_back({textOf(value.get_object(), "id"), std::move(*fingerprint)});
    }
    // Every length is looked for at every place: this bounds what a text can cost.
    constexpr std::size_t mostLengths = 128;
    std::set<std::size_t> lengths;
    for (const NamedFingerprint &named : out)
        lengths.insert(named.fingerprint.length);
    if (lengths.size() > mostLengths)
        return fail(ErrorKind::InvalidInput, "the secrets have more than 128 different lengths", "secrets",
            "spread them over several rules");
    return out;
}

Result<std::unique_ptr<Check>> makeKnownSecrets(const CheckParameters &parameters, PatternSetBuilder &)
{
    const auto fingerprints = fingerprintsOf(parameters);
    if (!fingerprints)
        return tl::unexpected(fingerprints.error());
    const SecretString &key = parameters.environment().fingerprintKey;
    if (key.empty())
        return std::make_unique<UnableCheck>("no_fingerprint_key");
    FingerprintKeys keys(key);
    std::vector<std::string> labels;
    std::vector<SecretFinder::Known> known;
    for (const NamedFingerprint &named : *fingerprints) {
        if (named.fingerprint.keyId != keys.id())
            return std::make_unique<UnableCheck>("other_fingerprint_key");
        known.push_back({named.fingerprint, labels.size()});
        labels.push_back("known-secret/" + named.id);
    }
    return std::make_unique<KnownSecretsCheck>(
        std::move(labels), SecretFinder(std::move(keys), std::move(known)));
}

constexpr std::string_view schema = R"json({
  "type": "object",
  "properties": {
    "secrets": {"type": "array", "minItems": 1, "maxItems": 10000,
      "description": "Fingerprints of your own secrets. The key they were made with is given to the program, not to the policy; without it the check is an error (no_fingerprint_key) and on_error decides",
      "items": {"type": "object",
        "properties": {
          "id": {"type": "string", "minLength": 1, "maxLength": 60, "description": "Your name for it; the evidence is labelled known-secret/<id>"},
          "fingerprint": {"type": "string", "minLength": 1, "maxLength": 120, "description": "kf1:… as made from the secret"}
        },
        "required": ["id", "fingerprint"],
        "additionalProperties": false}}
  },
  "required": ["secrets"],
  "additionalProperties": false
})json";

} // namespace

CheckKind knownSecretsKind()
{
    return {.kind = "known_secrets",
        .summary = "Finds your own secrets by keyed fingerprints, without storing them.",
        .stages = textStages(),
        .sensitive = true,
        .parameterSchema = schema,
        .make = makeKnownSecrets,
        .readsViews = true};
}

} // namespace gatehouse
