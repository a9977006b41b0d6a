// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// The checks that judge what a request asks for and carries, against slow twins read off their descriptions
// in docs/policy-reference.md.
#include "check_runner.h"
#include "choices.h"

#include <QTest>
#include <array>
#include <boost/json/serialize.hpp>
#include <random>
#include <set>

using namespace gatehouse;
using namespace gatehouse::test;

namespace json = boost::json;

namespace {

// A call with a body: its texts, what nobody reads, and the texts whose encodings were not followed.
struct Call {
    RequestFacts facts;
    std::string route;
    std::vector<Segment> segments;
    std::vector<UnreadPart> unread;
    std::vector<int> undecoded;
    bool entitlementKnown = false;
    Texts allowedTools;
};

struct Answer {
    std::string said; // outcome or the reason for not running
    std::string reason;
    std::vector<std::tuple<std::string, int, std::size_t, std::size_t>> findings; // label, segment, span

    friend bool operator==(const Answer &, const Answer &) = default;
};

Answer ask(const CheckRunner &check, const Call &made)
{
    CallFacts call;
    call.request = &made.facts;
    call.route = made.route;
    call.entitlementKnown = made.entitlementKnown;
    call.allowedTools = made.allowedTools;
    std::vector<ScannedSegment> scanned;
    static const PatternHits nothing;
    for (const Segment &segment : made.segments)
        scanned.push_back({&segment, static_cast<int>(scanned.size()), BodyPart::Request, &nothing,
            segment.text, nullptr, nullptr});
    CallContent content;
    content.request = scanned;
    content.unreadRequest = made.unread;
    content.undecodedRequest = made.undecoded;
    const CheckReport report = check.check()->run({scanned, call, content, Stage::Request});
    Answer answer;
    const bool ran = report.outcome != CheckOutcome::NotRun;
    answer.said = ran ? std::string(name(report.outcome)) : report.reason;
    answer.reason = ran ? report.reason : "";
    for (const CheckFinding &finding : report.findings)
        answer.findings.emplace_back(
            finding.label, finding.place->index, finding.range.start, finding.range.end);
    return answer;
}

std::string outcomeOf(bool met)
{
    return met ? "pass" : "fail";
}

class Tally {
public:
    void compare(const Answer &answer, const Answer &expected, const std::string &what)
    {
        QVERIFY2(answer.said == expected.said && answer.reason == expected.reason, what.c_str());
        QVERIFY2(answer.findings == expected.findings, what.c_str());
        ++m_seen[expected.said];
    }
    void finish()
    {
        QVERIFY(m_seen["pass"] > 150);
        QVERIFY(m_seen["fail"] > 150);
    }

private:
    std::map<std::string, int> m_seen;
};

const Texts kinds{"image", "audio", "file", "encoding", "history", "tokens", "encrypted", "embedding"};
const Texts tools{"search", "send_mail", "delete_all", "sum"};
constexpr std::array zones{TrustZone::System, TrustZone::User, TrustZone::Tool, TrustZone::Document,
    TrustZone::ToolCall, TrustZone::ToolDefinition};

Call madeUp(Random &random)
{
    Call call;
    static const Texts routes{"", "chat", "responses", "messages", "embeddings"};
    call.route = oneOf(random, routes);
    call.facts.stream = random() % 2 == 0;
    call.facts.choices = static_cast<int>(1 + random() % 2);
    call.facts.toolNames = someOf(random, tools, 2);
    for (std::size_t left = random() % 5; left > 0; --left) {
        Segment segment;
        segment.zone = oneOf(random, zones);
        segment.text = segment.zone == TrustZone::ToolDefinition ? oneOf(random, tools) : "words and words";
        if (random() % 2 == 0)
            segment.toolName = oneOf(random, tools);
        if (random() % 4 == 0)
            call.undecoded.push_back(static_cast<int>(call.segments.size()));
        call.segments.push_back(segment);
    }
    for (std::size_t left = random() % 4; left > 0; --left)
        call.unread.push_back({"/x", oneOf(random, kinds), "not_text", random() % 100});
    call.entitlementKnown = random() % 2 == 0;
    call.allowedTools = someOf(random, {"*", "s*", "search", "delete_all"}, 2);
    static const Texts names{
        "temperature", "max_tokens", "max_completion_tokens", "max_output_tokens", "response_format", "seed"};
    static const Texts values{"0", "1", "0.5", "-3", "1e3", "json_schema", "text", "true", "", "12x"};
    for (const std::string &name : someOf(random, names, 3))
        call.facts.parameters.push_back({name, oneOf(random, values)});
    return call;
}

bool hasPart(const Call &call, const std::string &kind)
{
    return std::any_of(
        call.unread.begin(), call.unread.end(), [&](const UnreadPart &part) { return part.kind == kind; });
}

bool hasZone(const Call &call, TrustZone zone)
{
    return std::any_of(call.segments.begin(), call.segments.end(),
        [&](const Segment &segment) { return segment.zone == zone; });
}

// What a request is, by the words of the check.
std::set<std::string> traitsOf(const Call &call)
{
    std::set<std::string> traits;
    const auto add = [&](const char *trait, bool holds) {
        if (holds)
            traits.insert(trait);
    };
    add("audio", hasPart(call, "audio"));
    add("files", hasPart(call, "file"));
    add("images", hasPart(call, "image"));
    add("instructions", hasZone(call, TrustZone::System));
    add("tool_results", hasZone(call, TrustZone::Tool));
    add("several_answers", call.facts.choices > 1);
    add("stream", call.facts.stream);
    add("tools", !call.facts.toolNames.empty());
    for (const RequestParameter &parameter : call.facts.parameters)
        add("structured_output", parameter.name == "response_format" && parameter.value != "text");
    return traits;
}

// The names a rule may use for a parameter.
std::set<std::string> namesOf(const std::string &parameter)
{
    if (parameter == "max_completion_tokens" || parameter == "max_output_tokens")
        return {parameter, "max_tokens"};
    return {parameter};
}

bool liesBetween(const std::string &value, double least, double most)
{
    double number = 0;
    std::size_t read = 0;
    try {
        number = std::stod(value, &read);
    } catch (const std::exception &) {
        return false;
    }
    return read == value.size() && number >= least && number <= most;
}

constexpr int rules = 300, rounds = 10;

} // namespace

class TestRequestTwins : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void requestType()
    {
        static const Texts all{"audio", "files", "images", "instructions", "several_answers", "stream",
            "structured_output", "tool_results", "tools"};
        Random random(17);
        Tally tally;
        for (int rule = 0; rule < rules; ++rule) {
            const Texts routes = someOf(random, {"chat", "responses", "messages", "embeddings"}, 3);
            const Texts wanted = someOf(random, all, 1), unwanted = someOf(random, all, 1);
            if (routes.empty() && wanted.empty() && unwanted.empty())
                continue;
            json::object parameters;
            if (!routes.empty())
                parameters["routes"] = jsonOf(routes);
            if (!wanted.empty())
                parameters["require"] = jsonOf(wanted);
            if (!unwanted.empty())
                parameters["forbid"] = jsonOf(unwanted);
            const CheckRunner check("request_type", json::serialize(parameters));
            for (int round = 0; round < rounds; ++round) {
                const Call call = madeUp(random);
                const auto traits = traitsOf(call);
                bool met = routes.empty() || isIn(routes, call.route);
                for (const std::string &trait : wanted)
                    met = met && traits.count(trait) == 1;
                for (const std::string &trait : unwanted)
                    met = met && traits.count(trait) == 0;
                tally.compare(ask(check, call), {call.route.empty() ? "no_route" : outcomeOf(met), "", {}},
                    json::serialize(parameters));
            }
        }
        tally.finish();
    }

    void parameters()
    {
        static const Texts names{"temperature", "max_tokens", "max_completion_tokens", "response_format"};
        Random random(19);
        Tally tally;
        for (int rule = 0; rule < rules; ++rule) {
            const std::string limited = oneOf(random, names), listed = oneOf(random, names);
            const double least = static_cast<double>(random() % 4) - 3, most = least + (random() % 3) * 500.0;
            const Texts accepted{"text", "1", "true"};
            const Texts required = someOf(random, names, 1), forbidden = someOf(random, names, 1);
            json::object parameters{{"limits", {{limited, {{"min", least}, {"max", most}}}}}};
            if (random() % 2 == 0)
                parameters["allowed"] = json::object{{listed, json::array{"text", 1, true}}};
            parameters["required"] = jsonOf(required);
            parameters["forbidden"] = jsonOf(forbidden);
            const CheckRunner check("parameters", json::serialize(parameters));
            for (int round = 0; round < rounds; ++round) {
                const Call call = madeUp(random);
                bool met = true;
                std::set<std::string> given;
                for (const RequestParameter &parameter : call.facts.parameters) {
                    const auto called = namesOf(parameter.name);
                    given.insert(called.begin(), called.end());
                    met = met && (called.count(limited) == 0 || liesBetween(parameter.value, least, most));
                    met = met
                        && (!parameters.contains("allowed") || called.count(listed) == 0
                            || isIn(accepted, parameter.value));
                }
                for (const std::string &name : required)
                    met = met && given.count(name) == 1;
                for (const std::string &name : forbidden)
                    met = met && given.count(name) == 0;
                tally.compare(ask(check, call),
                    {call.facts.parameters.empty() ? "no_parameters" : outcomeOf(met), "", {}},
                    json::serialize(parameters));
            }
        }
        tally.finish();
    }

    void unscanned()
    {
        Random random(23);
        Tally tally;
        for (int rule = 0; rule < rules; ++rule) {
            const Texts wanted = someOf(random, kinds, 3);
            const std::uint64_t least = random() % 3 * 40;
            json::object parameters{{"min_bytes", least}};
            if (!wanted.empty())
                parameters["kinds"] = jsonOf(wanted);
            const CheckRunner check("unscanned", json::serialize(parameters));
            for (int round = 0; round < rounds; ++round) {
                const Call call = madeUp(random);
                Answer expected;
                std::uint64_t bytes = 0;
                std::vector<std::string> met;
                for (const UnreadPart &part : call.unread) {
                    if (!wanted.empty() && !isIn(wanted, part.kind))
                        continue;
                    bytes += part.bytes;
                    if (!isIn(met, part.kind))
                        met.push_back(part.kind);
                }
                if (wanted.empty() || isIn(wanted, "encoding")) {
                    for (const int index : call.undecoded)
                        expected.findings.emplace_back("undecoded", index, 0,
                            call.segments[static_cast<std::size_t>(index)].text.size());
                }
                const bool fails = (!met.empty() && bytes >= least) || !expected.findings.empty();
                expected.said = outcomeOf(!fails);
                for (const std::string &kind : met)
                    expected.reason += fails ? (expected.reason.empty() ? "" : ", ") + kind : "";
                tally.compare(ask(check, call), expected, json::serialize(parameters));
            }
        }
        tally.finish();
    }

    void toolAllow()
    {
        Random random(29);
        Tally tally;
        // Patterns so simple that a look tells: all, those with s in front, one.
        const auto fits = [](const std::string &tool, const Texts &list) {
            return isIn(list, "*") || isIn(list, tool) || (isIn(list, "s*") && tool[0] == 's');
        };
        for (int rule = 0; rule < rules; ++rule) {
            const bool hasAllow = random() % 2 == 0;
            const Texts allow = someOf(random, {"*", "s*", "search"}, 2);
            const Texts deny = someOf(random, {"delete_all", "send_mail"}, 1);
            json::object parameters;
            if (hasAllow)
                parameters["allow"] = jsonOf(allow);
            if (!deny.empty())
                parameters["deny"] = jsonOf(deny);
            const CheckRunner check("tool_allow", json::serialize(parameters));
            for (int round = 0; round < rounds; ++round) {
                const Call call = madeUp(random);
                const auto mayUse = [&](const std::string &tool) {
                    return (!call.entitlementKnown || fits(tool, call.allowedTools))
                        && (!hasAllow || fits(tool, allow)) && !fits(tool, deny);
                };
                Answer expected;
                bool met = true;
                for (const std::string &tool : call.facts.toolNames) {
                    if (mayUse(tool))
                        continue;
                    met = false;
                    for (std::size_t i = 0; i < call.segments.size(); ++i) {
                        if (call.segments[i].zone == TrustZone::ToolDefinition
                            && call.segments[i].text == tool) {
                            expected.findings.emplace_back(
                                "tool-defined", static_cast<int>(i), 0, tool.size());
                            break;
                        }
                    }
                }
                for (std::size_t i = 0; i < call.segments.size(); ++i) {
                    const Segment &segment = call.segments[i];
                    if (segment.zone != TrustZone::ToolCall || segment.toolName.empty()
                        || mayUse(segment.toolName))
                        continue;
                    met = false;
                    expected.findings.emplace_back(
                        "tool-called", static_cast<int>(i), 0, segment.text.size());
                }
                expected.said
                    = !call.entitlementKnown && !hasAllow && deny.empty() ? "no_identity" : outcomeOf(met);
                if (expected.said == "no_identity")
                    expected.findings.clear();
                tally.compare(ask(check, call), expected, json::serialize(parameters));
            }
        }
        tally.finish();
    }
};

QTEST_GUILESS_MAIN(TestRequestTwins)
#include "tst_request_twins.moc"
