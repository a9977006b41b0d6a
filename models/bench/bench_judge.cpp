// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/bench/bench_judge.h"

#include "core/base/time.h"
#include "core/policy/compiled_policy.h"
#include "models/text.h"
#include "store/store.h"

#include <algorithm>
#include <utility>

namespace gatehouse::console {

namespace {

using Answer = tl::expected<BenchAnswer, std::vector<Error>>;

std::vector<Segment> segmentsOf(const std::vector<BenchPart> &parts)
{
    std::vector<Segment> segments;
    segments.reserve(parts.size());
    for (const auto &part : parts) {
        Segment segment;
        segment.zone = part.zone;
        segment.text = part.text.toStdString();
        segments.push_back(std::move(segment));
    }
    return segments;
}

Evaluation judge(const CompiledPolicy &policy, const std::vector<Segment> &segments, Stage stage)
{
    RequestMessage request;
    ResponseMessage response;
    EvaluationInput input;
    input.call.request = &request.facts;
    input.call.now = systemClock().now();
    if (stage == Stage::Response) {
        response.segments = segments;
        input.response = &response;
    } else {
        request.segments = segments;
        for (const auto &segment : segments)
            request.facts.bodyBytes += segment.text.size();
        input.request = &request;
    }
    return policy.evaluate(input);
}

QString labelOf(const Evidence &evidence)
{
    QString label = toQString(evidence.label);
    if (!evidence.via.empty())
        label += QStringLiteral(" via ") + toQStringList(evidence.via).join(QStringLiteral(" › "));
    return label;
}

QList<EvidenceMark> marksIn(const Verdict &verdict, const std::vector<Segment> &segments)
{
    QList<EvidenceMark> marks;
    for (const auto &check : verdict.checks) {
        for (const auto &evidence : check.evidence) {
            if (evidence.segment < 0 || std::size_t(evidence.segment) >= segments.size())
                continue;
            const auto &text = segments[std::size_t(evidence.segment)].text;
            const auto start = utf16Offset(text, evidence.range.start);
            const auto end = utf16Offset(text, evidence.range.end);
            marks.append({evidence.segment, start, end - start,
                check.applied ? check.severity : Severity::Info, labelOf(evidence), 0});
        }
    }
    return numberedMarks(std::move(marks));
}

std::vector<QString> maskedTexts(
    const Evaluation &evaluation, const std::vector<Segment> &segments, BodyPart in)
{
    std::vector<QString> masked;
    if (evaluation.masks.empty())
        return masked;
    for (std::size_t i = 0; i < segments.size(); ++i)
        masked.push_back(
            QString::fromStdString(applyMasks(segments[i].text, spansOf(evaluation.masks, in, int(i)))));
    return masked;
}

} // namespace

// Lives in the bench's own thread and keeps the policy compiled between questions.
class BenchJudge::Worker : public QObject {
public:
    Outcome answer(const BenchQuestion &question)
    {
        if (auto ready = compile(question.policyJson); !ready)
            return tl::unexpected(std::move(ready.error()));
        const auto segments = segmentsOf(question.parts);
        const auto evaluation = judge(*m_policy, segments, question.stage);
        const BodyPart in = question.stage == Stage::Response ? BodyPart::Response : BodyPart::Request;
        return BenchAnswer{
            evaluation.verdict, marksIn(evaluation.verdict, segments), maskedTexts(evaluation, segments, in)};
    }

private:
    tl::expected<void, std::vector<Error>> compile(const QByteArray &json)
    {
        if (m_policy && json == m_json)
            return {};
        auto compiled = CompiledPolicy::fromJson(
            std::string_view(json.constData(), std::size_t(json.size())), {store::cacheFolder()});
        if (!compiled)
            return tl::unexpected(std::move(compiled.error()));
        m_policy = std::move(*compiled);
        m_json = json;
        // The engine's first scan in a thread makes room for itself; that is no part of any text's time.
        (void)judge(*m_policy, segmentsOf({BenchPart{TrustZone::User, QStringLiteral(" ")}}), Stage::Request);
        return {};
    }

    QByteArray m_json;
    std::shared_ptr<const CompiledPolicy> m_policy;
};

BenchJudge::BenchJudge(QObject *parent)
    : QObject(parent)
    , m_worker(std::make_unique<Worker>())
    , m_task(std::make_unique<LatestTask<BenchQuestion, Outcome>>(
          [worker = m_worker.get()](const BenchQuestion &question) { return worker->answer(question); },
          [this](const Outcome &outcome) {
              if (outcome)
                  Q_EMIT judged(*outcome);
              else
                  Q_EMIT refused(outcome.error());
          }))
{
}

BenchJudge::~BenchJudge() = default;

void BenchJudge::ask(BenchQuestion question)
{
    m_task->ask(std::move(question));
}

bool BenchJudge::isBusy() const
{
    return m_task->isBusy();
}

} // namespace gatehouse::console
