// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Lets an evaluation ask outside without waiting inside it: the first time questions are only taken down,
// then all are sent at once, then the evaluation runs again and finds their answers.

#include "gateway/remote/prepared_question.h"
#include "gateway/upstream/http_call.h"

#include <list>

namespace gatehouse::gateway {

// Of one stage of one call, on its loop.
class RemoteRound final : public RemoteJudge {
public:
    explicit RemoteRound(QuestionContext context)
        : m_context(context)
    {
    }

    // The answer, where it is known. Otherwise the question is kept, and answered with an error meanwhile.
    [[nodiscard]] RemoteAnswer ask(const RemoteQuestion &question) const override;

    // Sends what was kept, all at the same time; comes back when each is answered or out of time.
    [[nodiscard]] Task<void> askOpen(UpstreamLane lane);
    [[nodiscard]] bool hasOpen() const;
    // Nobody wants the answers any more: who is asked is hung up on, and nobody is asked again.
    void cancel();

private:
    struct Asked {
        const boost::json::object *rule; // its check's parameters tell rules apart
        std::chrono::milliseconds timeout;
        PreparedQuestion question;
        RemoteAnswer answer;
        bool open = true;
        HttpCall *call = nullptr; // under way
    };
    [[nodiscard]] Task<void> send(Asked &asked, UpstreamLane lane);
    [[nodiscard]] static Task<RemoteAnswer> answerTo(Asked &asked, UpstreamLane lane);

    QuestionContext m_context;
    bool m_cancelled = false;
    mutable std::list<Asked> m_asked; // addresses stay good while more are added
};

} // namespace gatehouse::gateway
