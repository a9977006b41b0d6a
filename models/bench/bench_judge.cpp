// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/bench/bench_judge.h"

#include "core/policy/compiled_policy.h"

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

int utf16Length(const std::string &text, std::size_t bytes)
{
    return int(QString::fromUtf8(text.data(), qsizetype(std::min(bytes, text.size()))).size());
}

std::vector<BenchSpan> spansIn(const Verdict &verdict, const std::vector<Segment> &segments)
{
    std::vector<BenchSpan> spans;
    for (const auto &check : verdict.checks) {
        for (const auto &evidence : check.evidence) {
            if (evidence.segment < 0 || std::size_t(evidence.segment) >= segments.size())
                continue;
            const auto &text = segments[std::size_t(evidence.segment)].text;
            const int start = utf16Length(text, evidence.range.start);
            const int end = utf16Length(text, evidence.range.end);
            spans.push_back({evidence.segment, start, end - start, QString::fromStdString(evidence.label),
                QString::fromStdString(check.rule), check.severity, check.applied});
        }
    }
    return spans;
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
            evaluation.verdict, spansIn(evaluation.verdict, segments), maskedTexts(evaluation, segments, in)};
    }

private:
    tl::expected<void, std::vector<Error>> compile(const QByteArray &json)
    {
        if (m_policy && json == m_json)
            return {};
        auto compiled
            = CompiledPolicy::fromJson(std::string_view(json.constData(), std::size_t(json.size())));
        if (!compiled)
            return tl::unexpected(std::move(compiled.error()));
        m_policy = std::move(*compiled);
        m_json = json;
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
