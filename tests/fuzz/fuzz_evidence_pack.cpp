// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Evidence packs: whatever is handed in is answered, and only a pack can be good.
#include "store/evidence_pack.h"
#include "tests/fuzz/input.h"

using namespace gatehouse;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto checked = store::verifyPack(fuzz::textOf(data, size));
    if (checked && checked->isSigned)
        fuzz::require(checked->entries > 0);
    return 0;
}
