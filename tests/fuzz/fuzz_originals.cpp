// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// What comes out of an envelope: whoever can write to a store can seal whatever they like for a reviewer.
#include "store/originals.h"
#include "tests/fuzz/input.h"

using namespace gatehouse;
using namespace gatehouse::store;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const InteractionId call{"019a9f0c-5a10-7001-8000-000000000001"};
    const auto read = originalsFromJson(fuzz::textOf(data, size), call, BodyPart::Request);
    if (!read)
        return 0;
    fuzz::require(read->call == call);
    const SecretString written = toJson(*read);
    const auto again = originalsFromJson(written.reveal(), call, BodyPart::Request);
    fuzz::require(again && again->originals.size() == read->originals.size());
    fuzz::require(!originalsFromJson(written.reveal(), call, BodyPart::Response));
    return 0;
}
