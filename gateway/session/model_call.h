// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// One call of a model, in whatever wire format, from its body to the last byte of its answer.
//
// The order that matters: judged → request record handed to the journal → provider called → record durable →
// first byte → answer judged → verdict record durable → last byte.

#include "core/access/behaviour.h"
#include "core/access/price_table.h"
#include "core/policy/replacements.h"
#include "gateway/observe/call_report.h"
#include "gateway/remote/remote_round.h"
#include "gateway/session/call_control.h"
#include "gateway/session/commit.h"
#include "gateway/session/connection.h"
#include "gateway/session/records.h"
#include "gateway/state/shared_limits.h"
#include "gateway/upstream/upstream_call.h"

#include <memory>
#include <optional>

namespace gatehouse {
class StreamJudge;
struct StreamEnd;
} // namespace gatehouse

namespace gatehouse::gateway {

class Worker;

class ModelCall {
public:
    // Worker and connection outlive the call. The interaction has a wire format.
    ModelCall(Worker &worker, Connection &connection, Interaction interaction);
    ~ModelCall();

    [[nodiscard]] Task<void> run();

private:
    // Before the provider (model_call_admission.cpp). False: refused, and answered.
    [[nodiscard]] Task<bool> admit();
    [[nodiscard]] Task<bool> readMessage();
    [[nodiscard]] Task<void> joinConversation();
    [[nodiscard]] Task<bool> checkEntitlement();
    [[nodiscard]] Task<bool> judge();
    [[nodiscard]] EvaluationInput requestInput();
    void findExceptions(std::string_view payloadHash);
    // False: nobody waits for the call any more; that is recorded.
    [[nodiscard]] Task<bool> isStillWanted(const std::string &payloadHash);
    [[nodiscard]] Task<bool> usePermit(Evaluation &evaluation, const std::string &payloadHash);
    [[nodiscard]] Task<void> refuseBody(ReadOutcome outcome);
    [[nodiscard]] Task<void> refuseEntitlement(std::string_view reason, const Refusal &refusal);
    // Refuses in the access stage, by `check` ("entitlement", "limit").
    [[nodiscard]] Task<void> refuseInAccess(
        std::string_view check, std::string_view reason, const Refusal &refusal);
    [[nodiscard]] bool prepareBody();

    // The gateway's own judgement as the answer, where the format has one.
    [[nodiscard]] Task<void> answerVerdict();
    // Habits of the caller (model_call_behaviour.cpp).
    [[nodiscard]] CallShape shape() const;
    void askBehaviour();
    void tellBehaviour(const Verdict &verdict);

    // False: its record is lost, which was answered.
    [[nodiscard]] Task<bool> mayBeAnswered();

    // Limits (model_call_limits.cpp). False: refused, and answered.
    [[nodiscard]] Task<bool> checkBounds();
    [[nodiscard]] Task<bool> reserve();
    [[nodiscard]] Task<bool> takeFromLeases(const Charge &charge);
    [[nodiscard]] bool keepsPricedTargets();
    void giveBack();
    [[nodiscard]] TokenUsage usageOf(const CallEnd &end) const;
    // Gives the end its usage and cost; the rest of the reservation goes back.
    void settleUsage(CallEnd &end);
    [[nodiscard]] bool callsForeignTool(const ResponseMessage &response) const;

    // Who is asked, and who else when that fails (model_call_targets.cpp).
    void aimAt(std::size_t target);
    [[nodiscard]] const Price *priceAt(const Target &target) const;
    [[nodiscard]] const store::Provider &provider() const { return m_targets[m_target].provider(); }
    [[nodiscard]] Task<UpstreamResult<ResponseHead>> callTargets();
    [[nodiscard]] bool failOver();
    [[nodiscard]] bool isNoStricter(const Evaluation &other) const;
    void noteFailure(const UpstreamFailure &failure) const;
    // The name the caller gave the model, where the provider has another for it; else "".
    [[nodiscard]] std::string publicModel() const;

    // Policies that ask outside (model_call_remote.cpp).
    [[nodiscard]] QuestionContext questionContext() const;
    [[nodiscard]] Task<Evaluation> evaluated(EvaluationInput input, std::optional<RemoteRound> &round);
    [[nodiscard]] Task<StreamEnd> finished(StreamJudge &judge);
    [[nodiscard]] Task<void> ask(RemoteRound &round);

    // The provider, and a plain answer (model_call.cpp).
    [[nodiscard]] Task<void> forward();
    void cancelsUpstreamOnStop();
    [[nodiscard]] Task<void> answerPlain(const ResponseHead &head);
    [[nodiscard]] Task<UpstreamResult<std::string>> wholeAnswer();
    [[nodiscard]] Task<void> judgePlain(const std::string &body);
    [[nodiscard]] Task<void> relayError(const ResponseHead &head, const std::string &body);
    [[nodiscard]] Task<void> finishFailed(const UpstreamFailure &failure);
    // Records the end, then answers; `fields` go out beside the interaction's own.
    [[nodiscard]] Task<void> finish(
        CallEnd &end, int status, const std::string &body, std::string_view fields = {});
    [[nodiscard]] Task<void> finishRefused(CallEnd &end, const Refusal &why);
    [[nodiscard]] Task<bool> settleRecords(const CallEnd &end, const Verdict &final);
    void report(const CallEnd &end, const Verdict &final, int status);
    [[nodiscard]] Task<Evaluation> judgeResponse(const ResponseMessage &response);

    // A streamed answer (model_call_stream.cpp).
    [[nodiscard]] Task<void> answerStream();
    [[nodiscard]] Task<std::optional<UpstreamFailure>> pump(StreamJudge &judge);
    void timeHoldBack(bool released);
    [[nodiscard]] Task<bool> sendEvents(std::string_view events);
    [[nodiscard]] Task<void> endStream(StreamJudge &judge, const std::optional<UpstreamFailure> &failure);
    [[nodiscard]] Task<void> sayStreamEnd(StreamJudge &judge, const Verdict &final, bool durable);
    void beginStream(bool durable);

    // What an end before its time means.
    [[nodiscard]] store::Outcome outcomeOf(const UpstreamFailure &failure) const;
    [[nodiscard]] Refusal refusalOf(const UpstreamFailure &failure) const;
    void log(const UpstreamFailure &failure) const;

    Worker &m_worker;
    Connection &m_connection;
    Interaction m_interaction;
    const WireFormat &m_format; // of `m_interaction`
    CallControl m_control;
    JudgedRequest m_request;
    CallFacts m_facts;
    BehaviourFacts m_behaviour; // of `m_facts`
    CallExceptions m_exceptions; // of the interaction's snapshot
    Replacements m_replacements; // one value, one replacement, from the request to the end of its answer
    std::vector<Target> m_targets; // of the interaction's snapshot, in the order they are asked
    std::size_t m_target = 0; // the one that is asked now
    std::optional<std::string> m_providerBody; // where the provider gets another than the caller sent
    std::optional<RemoteRound> m_requestRound, m_responseRound; // where the policy asks outside
    std::unique_ptr<UpstreamCall> m_upstream;
    std::optional<Commit> m_requestCommit;
    const Price *m_price = nullptr; // at the target that is asked now; of the interaction's snapshot
    Reservation m_reservation;
    LeasedCharge m_leased; // where limits are shared
    store::Estimate m_reserved;
    bool m_streaming = false; // the provider began to answer in a stream
    bool m_givenUp = false; // while it worked on a plain answer, for all that is known
    Micros m_waited{0};
    std::optional<Refusal> m_broken; // why the stream ends before its time
    HoldBack m_holdBack; // of a stream
    SteadyClock::time_point m_heldSince; // the epoch: nothing is held back
    std::string m_errorCode; // of the refusal it ends with; "" for an answer
    bool m_answered = false; // the head of an answer came
    bool m_begun = false; // the head of the stream is out
    bool m_saidUnrecorded = false; // and told that the call is not recorded
};

} // namespace gatehouse::gateway
