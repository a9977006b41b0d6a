// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What happens on one client connection: request after request, each authenticated and sent to its handler.

#include "gateway/session/connection.h"
#include "gateway/session/interaction.h"
#include "gateway/session/records.h"

namespace gatehouse::gateway {

class Worker;

class Session {
public:
    Session(Worker &worker, Socket socket);

    // Ends when the connection does. The session outlives it.
    [[nodiscard]] Task<void> run();

private:
    [[nodiscard]] Task<void> answer();
    [[nodiscard]] Task<void> answerHealth(bool readiness);
    [[nodiscard]] Task<void> answerModels(const Interaction &interaction);
    [[nodiscard]] Task<void> answerUnreadable(ReadOutcome outcome);
    [[nodiscard]] Task<void> answerInteraction(const Interaction &interaction);
    [[nodiscard]] Task<void> answerStranger();
    [[nodiscard]] Task<void> refuseState(const Interaction &interaction, AccessDenial denial);
    [[nodiscard]] Task<void> answerIdentified(Interaction &interaction);
    // Reads whom the call is for. False: refused, and answered.
    [[nodiscard]] Task<bool> identifyUser(Interaction &interaction);
    [[nodiscard]] Task<void> refuseAddress(const Interaction &interaction);
    [[nodiscard]] Task<void> refusePath(const Interaction &interaction);
    [[nodiscard]] Interaction newInteraction(
        std::shared_ptr<const Snapshot> snapshot, const KeyRecord &key) const;

    Worker &m_worker;
    Connection m_connection;
};

} // namespace gatehouse::gateway
