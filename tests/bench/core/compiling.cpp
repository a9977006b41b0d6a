// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/patterns/scan_database.h"
#include "tests/bench/core/bench_core.h"
#include "tests/bench/figure.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <filesystem>
#include <unistd.h>

namespace gatehouse::bench {

namespace json = boost::json;

namespace {

// The baseline with a rule of somebody's own expressions; each edition differs from the last.
std::string withOwnRules(int edition)
{
    json::array patterns;
    for (int i = 0; i < 20; ++i) {
        const std::string number = std::to_string(i);
        patterns.push_back(json::object{{"label", "own-" + number},
            {"expression",
                "\\b(?:project|case|ticket)[-_ ]?" + number + "[A-Z]{2,4}-[0-9]{"
                    + std::to_string(3 + edition) + ",9}\\b"}});
    }
    json::object document = json::parse(baselinePolicyJson()).as_object();
    document["rules"].as_array().push_back(json::object{{"id", "own"}, {"stage", "request"},
        {"check", json::object{{"kind", "regex"}, {"patterns", patterns}}}, {"action", "flag"}});
    return json::serialize(document);
}

double secondsToCompile(std::string_view document, const std::filesystem::path &folder, bool forget)
{
    if (forget)
        forgetScanDatabases();
    return cpuSecondsOf([&] {
        if (!CompiledPolicy::fromJson(document, {folder}))
            std::abort();
    });
}

} // namespace

void compiling()
{
    const auto folder
        = std::filesystem::temp_directory_path() / ("gatehouse-bench-" + std::to_string(getpid()));
    std::vector<double> cold, fromFolder, fromMemory, own;
    for (int run = 0; run < runs; ++run) {
        std::filesystem::remove_all(folder);
        cold.push_back(secondsToCompile(baselinePolicyJson(), {}, true));
        (void)secondsToCompile(baselinePolicyJson(), folder, true);
        fromFolder.push_back(secondsToCompile(baselinePolicyJson(), folder, true));
        fromMemory.push_back(secondsToCompile(baselinePolicyJson(), folder, false));
        own.push_back(secondsToCompile(withOwnRules(run), folder, false));
    }
    std::filesystem::remove_all(folder);
    const double base = median(cold);
    print("compile_baseline_cold", base * 1e3, "ms", "itself", 1);
    print("compile_baseline_from_folder", median(fromFolder) * 1e3, "ms", "cold", base / median(fromFolder));
    print("compile_baseline_again", median(fromMemory) * 1e3, "ms", "cold", base / median(fromMemory));
    print("compile_20_own_regex", (median(own) - median(fromMemory)) * 1e3, "ms", "cold", base / median(own));
}

} // namespace gatehouse::bench
