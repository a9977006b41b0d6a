// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// What judging costs, beside the cheapest thing that touches the same bytes and beside peers on the same
// texts. An argument names a folder of labelled rows to measure on as well.
#include "tests/bench/core/bench_core.h"

using namespace gatehouse;
using namespace gatehouse::bench;

int main(int argc, char **argv)
{
    const auto policy = CompiledPolicy::fromJson(baselinePolicyJson());
    if (!policy)
        return 1;
    constexpr std::size_t kilobyte = 1024;
    const std::vector<TextGroup> sized{groupOf("1k", prose, kilobyte), groupOf("8k", prose, 8 * kilobyte),
        groupOf("128k", prose, 128 * kilobyte), groupOf("code_1k", code, kilobyte),
        groupOf("json_1k", jsonLines, kilobyte)};
    std::vector<TextGroup> small{sized[0], sized[3], sized[4]};
    if (argc > 1) {
        if (auto rows = labelledTexts(argv[1]); !rows.empty())
            small.push_back({"rows", std::move(rows)});
    }
    for (const TextGroup &group : sized)
        judging(*policy, group);
    if (small.size() > 3)
        judging(*policy, small.back());
    parts(*policy, sized[1]);
    for (const TextGroup &group : small)
        parts(*policy, group);
    parsing();
    streaming(*policy);
    compiling();
    for (const TextGroup &group : small)
        oneByOne(group);
    npmPeers(*policy, small);
    return 0;
}
