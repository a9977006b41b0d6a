// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/session/sealing.h"

#include <spdlog/spdlog.h>

namespace gatehouse::gateway {

std::string sealedOriginals(
    const Interaction &interaction, BodyPart in, std::vector<store::Original> originals)
{
    const auto &reviewers = interaction.snapshot->reviewers.trusted;
    if (originals.empty() || reviewers.empty())
        return {};
    auto envelope = store::sealFor(
        reviewers, store::toJson(store::BodyOriginals{interaction.id, in, std::move(originals)}));
    if (envelope)
        return std::move(*envelope);
    spdlog::error(
        "call {}: its originals could not be sealed: {}", interaction.id.value, envelope.error().line());
    return {};
}

} // namespace gatehouse::gateway
