// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Any bytes as a network, an address or a limit: what is read is written the same.
#include "core/access/limit.h"
#include "core/base/ip_network.h"
#include "tests/fuzz/input.h"

using namespace gatehouse;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes = fuzz::textOf(data, size);
    const auto address = IpAddress::parse(bytes);
    const auto network = IpNetwork::parse(bytes);
    if (address)
        fuzz::require(network && network->contains(*address));
    if (network) {
        const auto first = IpAddress::parse(bytes.substr(0, bytes.find('/')));
        fuzz::require(first && network->contains(*first));
    }
    for (const auto &limit : {parseLimit(bytes), parseBudget(bytes)}) {
        if (!limit)
            continue;
        const auto again = parseLimit(limitText(*limit));
        fuzz::require(again && *again == *limit);
    }
    return 0;
}
