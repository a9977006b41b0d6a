// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// A policy document: either it compiles, or every problem says what is wrong.
#include "core/policy/compiled_policy.h"
#include "tests/fuzz/input.h"

using namespace gatehouse;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text = fuzz::textOf(data, size);
    const auto document = parsePolicy(text);
    if (!document) {
        fuzz::require(!document.error().empty());
        for (const Error &error : document.error())
            fuzz::require(!error.what.empty());
        return 0;
    }
    const auto again = parsePolicy(document->json);
    fuzz::require(again && again->version == document->version);
    (void)CompiledPolicy::compile(*document);
    return 0;
}
