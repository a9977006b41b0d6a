// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Answers of the gateway's own: refusals, recorded before they are said.

#include "gateway/session/connection.h"
#include "gateway/session/records.h"

namespace gatehouse::gateway {

class Worker;

// An answer calls a tool its key may not use.
extern const GatewayFinding foreignTool;
[[nodiscard]] Refusal foreignToolRefusal();
// An answer to somebody unknown, or one that could not be recorded: no interaction, no record.
[[nodiscard]] Task<void> answerUnrecorded(
    Connection &connection, const Refusal &refusal, const Interaction *interaction = nullptr);
// Records the refused call, then says why.
[[nodiscard]] Task<void> refuse(Worker &worker, Connection &connection, const Interaction &interaction,
    const JudgedRequest &request, const Refusal &refusal, const std::string &payloadHash);
// Records a call that needs no provider, then gives the answer.
[[nodiscard]] Task<void> answerItself(Worker &worker, Connection &connection, const Interaction &interaction,
    const JudgedRequest &request, const std::string &body);
// A call whose content was not judged, because of what the gateway itself found.
[[nodiscard]] Task<void> refuseUnjudged(Worker &worker, Connection &connection,
    const Interaction &interaction, const GatewayFinding &finding, const Refusal &refusal);

// For an answer the policy lets go out unrecorded: adds the words that say so, and counts it.
void noteUnrecorded(Worker &worker, std::string &out, std::string_view words = unrecordedField);

// The refusal of an interaction none of whose records could be written.
[[nodiscard]] Refusal storeUnavailable();
// The refusal a verdict means, for a verdict that refuses: blocked, held, or a check that could not run.
[[nodiscard]] Refusal refusalOf(const Verdict &verdict);

} // namespace gatehouse::gateway
