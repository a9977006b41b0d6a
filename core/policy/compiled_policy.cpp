// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/compiled_policy.h"

#include "core/base/digest.h"
#include "core/checks/model/linear_model.h"
#include "core/checks/moderation/packs.h"
#include "core/checks/parameters.h"
#include "core/checks/pii/catalogue.h"
#include "core/policy/compiled_parts.h"
#include "core/policy/condition_fields.h"
#include "core/policy/rule_references.h"

#include <algorithm>
#include <boost/json/parse.hpp>

namespace gatehouse {

namespace json = boost::json;

namespace {

constexpr std::size_t longestPrefix = 128; // semantics: a decisive prefix is at most 128 bytes

json::object parametersOf(const RuleDocument &rule)
{
    json::object parameters = json::parse(rule.checkJson).as_object();
    parameters.erase("kind");
    return parameters;
}

Error wrong(std::string what, std::string where, std::string advice = {})
{
    return {ErrorKind::InvalidInput, std::move(what), std::move(where), std::move(advice)};
}

std::optional<Error> actionProblem(
    const RuleDocument &rule, const CheckKind &kind, const std::string &pointer)
{
    if (std::find(kind.stages.begin(), kind.stages.end(), rule.stage) == kind.stages.end())
        return wrong("this check can't run at stage " + std::string(name(rule.stage)), pointer + "/stage");
    if (rule.action == Action::Hold && rule.stage == Stage::Response)
        return wrong(
            "an answer can't be held", pointer + "/action", "hold exists at access and request only");
    if (rule.action == Action::Mask
        && (!kind.readsSegments || !kind.findsSpans || rule.stage == Stage::Access))
        return wrong(
            "this check finds no text that could be masked", pointer + "/action", "flag or block instead");
    return {};
}

// A check that is made for some trust zones sees little in others.
void warnOfZones(const CompiledRule &rule, const std::string &pointer, std::vector<Error> &warnings)
{
    const auto &meant = rule.kind->zones;
    if (meant.empty() || rule.document.zones.empty()
        || std::any_of(meant.begin(), meant.end(), [&](TrustZone zone) { return rule.wantsZone(zone); }))
        return;
    std::string names;
    for (const TrustZone zone : meant)
        names += (names.empty() ? "" : ", ") + std::string(name(zone));
    warnings.push_back(
        wrong("this check is made for other trust zones", pointer + "/zones", "name: " + names));
}

// Chooses how a response rule acts on a stream, and says so where it costs the caller the streaming.
void chooseStreamMode(CompiledRule &rule, bool dependsOnAnswer, const std::string &pointer,
    std::vector<Error> &errors, std::vector<Error> &warnings)
{
    if (rule.document.stage != Stage::Response)
        return;
    const auto prefix = rule.check->decisiveBytes();
    const bool decisive = prefix && *prefix <= longestPrefix;
    if (rule.document.streamGiven) {
        rule.stream = rule.document.stream;
        if (rule.stream == StreamMode::Prefix && !decisive)
            errors.push_back(wrong("this check has no decisive prefix of at most 128 bytes",
                pointer + "/stream", "write \"buffer\" or \"delayed\""));
        else if (rule.stream != StreamMode::Buffer && dependsOnAnswer)
            errors.push_back(wrong("the condition waits for rules that judge the whole answer",
                pointer + "/stream", "write \"buffer\", or leave it out"));
    } else {
        rule.stream = dependsOnAnswer ? StreamMode::Buffer
            : decisive                ? StreamMode::Prefix
            : rule.kind->findsSpans   ? StreamMode::Buffer
                                      : StreamMode::Delayed;
    }
    rule.holdBack = decisive ? *prefix : 0;
    if (rule.stream == StreamMode::Buffer && rule.document.mode == Mode::Enforce
        && rule.document.action >= Action::Mask)
        warnings.push_back(
            wrong("streams wait for the whole answer", pointer, "this rule can't be decided earlier"));
}

void compileRule(const std::vector<RuleDocument> &rules, std::size_t index,
    const CheckEnvironment &environment, PatternSetBuilder &patterns, CompiledPolicy::Parts &parts,
    std::vector<Error> &errors)
{
    const RuleDocument &document = rules[index];
    const std::string pointer = "/rules/" + std::to_string(index);
    CompiledRule rule;
    rule.document = document;
    rule.kind = findCheckKind(document.checkKind);
    if (auto problem = actionProblem(document, *rule.kind, pointer)) {
        errors.push_back(*problem);
        return;
    }
    auto check = rule.kind->make(CheckParameters(parametersOf(document), environment), patterns);
    if (!check) {
        Error error = check.error();
        error.where = pointer + "/check" + (error.where.empty() || error.where.front() == '/' ? "" : "/")
            + error.where;
        errors.push_back(std::move(error));
        return;
    }
    rule.check = std::move(*check);
    rule.patterns = patterns.takeUsed();
    if (document.when && document.mode == Mode::Enforce && mentionsUntrusted(*document.when))
        parts.warnings.push_back(wrong("a caller escapes this rule by leaving out a field it sets itself",
            pointer + "/when", "depend on team, environment, use case or key metadata"));
    warnOfZones(rule, pointer, parts.warnings);
    chooseStreamMode(rule, dependsOnAnswer(document, rules), pointer, errors, parts.warnings);
    parts.asksRemote = parts.asksRemote || (rule.kind->asksRemote && document.mode != Mode::Off);
    parts.readsViews = parts.readsViews || (rule.kind->readsViews && document.mode != Mode::Off);
    parts.rules.push_back(std::move(rule));
}

// What the rules that act on a stream by prefix look for.
std::unique_ptr<const PatternStreamSet> streamedPatterns(
    const std::vector<CompiledRule> &rules, const PatternSetBuilder &patterns, const CompileOptions &options)
{
    std::vector<PatternId> ids;
    for (const CompiledRule &rule : rules) {
        if (rule.actsOnStreams() && rule.stream == StreamMode::Prefix)
            ids.insert(ids.end(), rule.patterns.begin(), rule.patterns.end());
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return std::make_unique<const PatternStreamSet>(patterns.streamPatterns(ids), options.cacheFolder);
}

} // namespace

bool CompiledRule::actsOnStreams() const
{
    return document.stage == Stage::Response && document.mode == Mode::Enforce
        && document.action >= Action::Mask;
}

bool CompiledRule::wantsZone(TrustZone zone) const
{
    return document.zones.empty()
        || std::find(document.zones.begin(), document.zones.end(), zone) != document.zones.end();
}

std::string maskReplacement(MaskStyle style, const std::string &label, std::string_view original)
{
    constexpr std::size_t kept = 4, shortestPartlyShown = 12;
    if (style != MaskStyle::KeepLast4 || original.size() < shortestPartlyShown)
        return "[masked:" + label + "]";
    std::size_t from = original.size() - kept;
    while (from < original.size() && (static_cast<unsigned char>(original[from]) & 0xC0) == 0x80)
        ++from; // never half a character
    return "[masked:" + label + ":" + std::string(original.substr(from)) + "]";
}

const std::string &coreResourcesDigest()
{
    static const std::string digest = [] {
        PatternSetBuilder patterns;
        for (const CheckKind &kind : checkKinds()) {
            if (kind.sensitive || kind.kind == "prompt_injection" || kind.kind == "code")
                (void)kind.make(CheckParameters({}), patterns);
        }
        return sha256Hex(
            patterns.digest() + model::modelsDigest() + moderationPacksDigest() + pii::catalogueDigest());
    }();
    return digest;
}

CompiledPolicy::CompiledPolicy(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{
}

CompiledPolicy::~CompiledPolicy() = default;

const PolicyDocument &CompiledPolicy::document() const
{
    return m_parts->document;
}

bool CompiledPolicy::asksRemote() const
{
    return m_parts->asksRemote;
}

void CompiledPolicy::prepareStreams() const
{
    (void)m_parts->streamed->isReady();
}

const std::vector<Error> &CompiledPolicy::warnings() const
{
    return m_parts->warnings;
}

tl::expected<std::shared_ptr<const CompiledPolicy>, std::vector<Error>> CompiledPolicy::compile(
    PolicyDocument document, const CompileOptions &options)
{
    auto parts = std::make_unique<Parts>();
    std::vector<Error> errors;
    PatternSetBuilder patterns;
    for (std::size_t i = 0; i < document.rules.size(); ++i)
        compileRule(document.rules, i, options.environment, patterns, *parts, errors);
    if (!errors.empty())
        return tl::unexpected(errors);
    if (document.failOpen)
        parts->warnings.push_back(
            wrong("with fail_open calls are answered also while nothing can record them",
                "/defaults/fail_open", "leave it out unless an unrecorded answer is better than none"));
    if (!document.scope.coversAll())
        parts->warnings.push_back(wrong("calls outside the scope are judged by none of these rules", "/scope",
            "leave it out, and put a condition on rules that are not for everybody"));
    warnOfUnseenRules(document.rules, parts->warnings);
    auto set = patterns.build(options.cacheFolder);
    if (!set)
        return tl::unexpected(std::vector<Error>{set.error()});
    parts->patterns = std::move(*set);
    parts->streamed = streamedPatterns(parts->rules, patterns, options);
    parts->document = std::move(document);
    return std::shared_ptr<const CompiledPolicy>(new CompiledPolicy(std::move(parts)));
}

tl::expected<std::shared_ptr<const CompiledPolicy>, std::vector<Error>> CompiledPolicy::fromJson(
    std::string_view text, const CompileOptions &options)
{
    auto document = parsePolicy(text);
    if (!document)
        return tl::unexpected(document.error());
    return compile(std::move(*document), options);
}

} // namespace gatehouse
