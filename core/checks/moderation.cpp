// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/kinds.h"
#include "core/checks/moderation/packs.h"
#include "core/checks/parameters.h"
#include "core/checks/word_list.h"

#include <algorithm>
#include <boost/json/value.hpp>
#include <map>

namespace gatehouse {

namespace {

constexpr double usualThreshold = 0.6;

struct Phrase {
    std::string_view category;
    double weight = 0;
};

// Words of chosen categories, and how sure each must be.
struct Selection {
    std::vector<std::string> words;
    std::vector<Phrase> phrases; // of each word
    std::map<std::string_view, double> thresholds;
};

class ModerationCheck final : public Check {
public:
    explicit ModerationCheck(Selection selection)
        : m_phrases(std::move(selection.phrases))
        , m_thresholds(std::move(selection.thresholds))
        , m_words(selection.words, {false, true})
    {
    }

    CheckReport run(const CheckInput &input) const override
    {
        CheckReport report;
        report.bytesRead = bytesOf(input.segments);
        report.score = 0.0;
        for (const ScannedSegment &scanned : input.segments)
            judge(scanned, report);
        if (!report.findings.empty())
            report.outcome = CheckOutcome::Fail;
        return report;
    }

private:
    // Phrases of one category add up as independent signs do: 1 - (1 - w1)(1 - w2)…; each counts once.
    void judge(const ScannedSegment &scanned, CheckReport &report) const
    {
        const auto hits = m_words.search(scanned.text);
        if (hits.empty())
            return;
        std::map<std::string_view, double> doubts;
        std::vector<bool> counted(m_phrases.size());
        for (const WordList::Hit &hit : hits) {
            const Phrase &phrase = m_phrases[hit.word];
            double &doubt = doubts.try_emplace(phrase.category, 1.0).first->second;
            doubt *= counted[hit.word] ? 1.0 : 1.0 - phrase.weight;
            counted[hit.word] = true;
        }
        for (const auto &[category, doubt] : doubts)
            report.score = std::max(*report.score, 1.0 - doubt);
        for (const WordList::Hit &hit : hits) {
            const Phrase &phrase = m_phrases[hit.word];
            const double sure = 1.0 - doubts.at(phrase.category);
            if (sure >= m_thresholds.at(phrase.category))
                report.findings.push_back({&scanned, hit.range, std::string(phrase.category), sure});
        }
    }

    std::vector<Phrase> m_phrases;
    std::map<std::string_view, double> m_thresholds;
    WordList m_words;
};

Selection selectionFrom(const CheckParameters &parameters)
{
    const std::vector<std::string> wanted = parameters.texts("categories");
    const boost::json::value *own = parameters.object().if_contains("thresholds");
    Selection selection;
    for (const ModerationPack &pack : moderationPacks()) {
        if (!wanted.empty() && std::find(wanted.begin(), wanted.end(), pack.category) == wanted.end())
            continue;
        double threshold = parameters.number("min_confidence", usualThreshold);
        const boost::json::value *given
            = own && own->is_object() ? own->get_object().if_contains(pack.category) : nullptr;
        if (given && given->is_number())
            threshold = given->to_number<double>();
        selection.thresholds[pack.category] = threshold;
        for (const ModerationPhrase &phrase : pack.phrases) {
            selection.words.emplace_back(phrase.text);
            selection.phrases.push_back({pack.category, phrase.weight});
        }
    }
    return selection;
}

Result<std::unique_ptr<Check>> makeModeration(const CheckParameters &parameters, PatternSetBuilder &)
{
    return std::make_unique<ModerationCheck>(selectionFrom(parameters));
}

constexpr std::string_view schema = R"json({
  "type": "object",
  "properties": {
    "categories": {"type": "array", "minItems": 1, "uniqueItems": true,
      "items": {"type": "string", "enum": ["child-safety", "drugs", "fraud", "hate", "malware", "self-harm", "sexual", "violence", "weapons"]},
      "description": "What to look for; all when left out"},
    "min_confidence": {"type": "number", "minimum": 0, "maximum": 1, "default": 0.6,
      "description": "Findings below this are left out: 0.9 a phrase that hardly means anything else, 0.6 one that mostly does, or several weaker ones together"},
    "thresholds": {"type": "object",
      "properties": {
        "child-safety": {"type": "number", "minimum": 0, "maximum": 1}, "drugs": {"type": "number", "minimum": 0, "maximum": 1},
        "fraud": {"type": "number", "minimum": 0, "maximum": 1}, "hate": {"type": "number", "minimum": 0, "maximum": 1},
        "malware": {"type": "number", "minimum": 0, "maximum": 1}, "self-harm": {"type": "number", "minimum": 0, "maximum": 1},
        "sexual": {"type": "number", "minimum": 0, "maximum": 1}, "violence": {"type": "number", "minimum": 0, "maximum": 1},
        "weapons": {"type": "number", "minimum": 0, "maximum": 1}},
      "additionalProperties": false,
      "description": "Another least confidence for single categories"}
  },
  "additionalProperties": false
})json";

} // namespace

CheckKind moderationKind()
{
    return {.kind = "moderation",
        .summary = "Finds wording of harmful content by category. Lists of phrases see plain wording only: a "
                   "first line, no judge of meaning.",
        .stages = textStages(),
        .parameterSchema = schema,
        .make = makeModeration,
        .readsViews = true};
}

} // namespace gatehouse
