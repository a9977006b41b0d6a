// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/check.h"
#include "core/checks/parameters.h"
#include "core/checks/pattern_set.h"
#include "core/checks/secrets/secret_kind.h"
#include "core/message/openai_chat.h"
#include "tests/bench/core/bench_core.h"
#include "tests/bench/figure.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <re2/re2.h>
#include <unistd.h>

namespace gatehouse::bench {

namespace json = boost::json;

namespace {

// The longest run of plain characters that any match of the expression holds, lower case; "" when none is
// sure.
std::string keywordOf(const std::string &expression)
{
    std::string best, run;
    int depth = 0; // inside groups and classes nothing is sure
    const auto end = [&](bool optional) {
        if (optional && !run.empty())
            run.pop_back();
        if (run.size() > best.size())
            best = run;
        run.clear();
    };
    for (std::size_t i = 0; i < expression.size(); ++i) {
        const char one = expression[i];
        const bool plain = std::isalnum(static_cast<unsigned char>(one)) != 0 || one == '_' || one == '-';
        if (one == '|' && depth == 0)
            return {};
        if (one == '\\') {
            end(false);
            ++i;
        } else if (one == '(' || one == '[' || one == '{') {
            end(one == '{');
            ++depth;
        } else if (one == ')' || one == ']' || one == '}') {
            --depth;
        } else if (depth == 0 && plain) {
            run += static_cast<char>(std::tolower(static_cast<unsigned char>(one)));
        } else {
            end(one == '?' || one == '*');
        }
    }
    end(false);
    return best.size() >= 3 ? best : std::string();
}

struct GatedPattern {
    std::string keyword;
    std::unique_ptr<re2::RE2> expression;
};

std::vector<GatedPattern> gatedPatterns()
{
    std::vector<GatedPattern> patterns;
    for (const SecretPack pack :
        {SecretPack::Vendor, SecretPack::PrivateKeys, SecretPack::ConnectionStrings, SecretPack::Generic}) {
        for (const SecretKind &kind : secretsOf(pack)) {
            re2::RE2::Options options;
            options.set_case_sensitive(!kind.caseless);
            patterns.push_back(
                {keywordOf(kind.expression), std::make_unique<re2::RE2>("(?m)" + kind.expression, options)});
        }
    }
    return patterns;
}

std::size_t matchOneByOne(const std::vector<GatedPattern> &patterns, const std::string &text)
{
    std::string lower = text;
    std::transform(lower.begin(), lower.end(), lower.begin(),
        [](unsigned char one) { return static_cast<char>(std::tolower(one)); });
    std::size_t found = 0;
    for (const GatedPattern &pattern : patterns) {
        if (!pattern.keyword.empty() && lower.find(pattern.keyword) == std::string::npos)
            continue;
        found += re2::RE2::PartialMatch(text, *pattern.expression) ? 1 : 0;
    }
    return found;
}

// Microseconds a text takes us, in the order of the groups.
std::vector<double> ourMicros(const CompiledPolicy &policy, const std::vector<TextGroup> &groups)
{
    std::vector<double> micros;
    for (const TextGroup &group : groups) {
        std::vector<RequestMessage> requests;
        for (const std::string &text : group.texts)
            requests.push_back(*parseOpenAiChatRequest(chatBody(text)));
        const double seconds = medianOf([&] {
            for (const RequestMessage &request : requests) {
                EvaluationInput input;
                input.call.request = &request.facts;
                input.request = &request;
                (void)policy.evaluate(input);
            }
        });
        micros.push_back(seconds / static_cast<double>(requests.size()) * 1e6);
    }
    return micros;
}

void printPeer(
    const json::object &line, const std::vector<TextGroup> &groups, const std::vector<double> &ours)
{
    const std::string peer(line.at("peer").as_string());
    if (const json::value *skipped = line.if_contains("skipped")) {
        std::fprintf(stderr, "bench: %s is left out: %s\n", peer.c_str(), skipped->as_string().c_str());
        return;
    }
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (line.at("group").as_string() == groups[i].name)
            print(("peer_" + peer + "_" + groups[i].name).c_str(), line.at("us").to_number<double>(), "us",
                "judge_baseline", ours[i] / line.at("us").to_number<double>());
    }
}

} // namespace

void oneByOne(const TextGroup &group)
{
    constexpr int rounds = 20;
    const std::vector<GatedPattern> gated = gatedPatterns();
    PatternSetBuilder builder;
    const auto check = findCheckKind("secrets")->make(CheckParameters({}), builder);
    const auto patterns = builder.build();
    if (!check || !patterns)
        std::abort();
    CallFacts call;
    const CallContent nothing;
    Segment segment;
    PatternHits hits;
    const auto result = compare(
        [&] {
            for (int i = 0; i < rounds; ++i) {
                for (const std::string &text : group.texts) {
                    (*patterns)->scan(text, hits);
                    const ScannedSegment scanned{&segment, 0, BodyPart::Request, &hits, text, nullptr};
                    (void)(*check)->run({{&scanned, 1}, call, nothing});
                }
            }
        },
        [&] {
            for (int i = 0; i < rounds; ++i) {
                for (const std::string &text : group.texts)
                    (void)matchOneByOne(gated, text);
            }
        });
    const double texts = rounds * static_cast<double>(group.texts.size());
    print(("secrets_" + group.name).c_str(), result.ours / texts * 1e6, "us",
        "re2_one_by_one_behind_keywords", result.limit / result.ours);
}

void npmPeers(const Policy &policy, const std::vector<TextGroup> &groups)
{
    const std::filesystem::path folder = GATEHOUSE_SOURCE_DIR "/tests/bench/peers";
    if (!std::filesystem::exists(folder / "node_modules")) {
        std::fprintf(stderr, "bench: the npm peers are left out: they are not installed\n");
        return;
    }
    json::object texts;
    for (const TextGroup &group : groups)
        texts[group.name] = json::array(group.texts.begin(), group.texts.end());
    const auto file
        = std::filesystem::temp_directory_path() / ("gatehouse-peers-" + std::to_string(getpid()) + ".json");
    std::ofstream(file) << json::serialize(texts) << std::flush;
    const std::vector<double> ours = ourMicros(*policy, groups);
    FILE *output = popen(("node " + (folder / "peers.mjs").string() + ' ' + file.string()).c_str(), "r");
    char line[4096];
    while (output && std::fgets(line, sizeof(line), output))
        printPeer(json::parse(line).as_object(), groups, ours);
    if (output)
        (void)pclose(output);
    std::filesystem::remove(file);
}

} // namespace gatehouse::bench
