// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/remote_judge.h"

#include "core/checks/kinds.h"
#include "core/checks/parameters.h"

namespace gatehouse {

namespace {

constexpr double usualTimeoutMs = 2000;
constexpr double usualBytes = 65536;

} // namespace

RemoteCheck::RemoteCheck(std::string_view kind, boost::json::object parameters)
    : m_kind(kind)
    , m_parameters(std::move(parameters))
{
    const CheckParameters values(m_parameters);
    m_timeout = std::chrono::milliseconds(static_cast<int>(values.number("timeout_ms", usualTimeoutMs)));
    m_mostBytes = static_cast<std::size_t>(values.number("max_bytes", usualBytes));
}

CheckReport RemoteCheck::run(const CheckInput &input) const
{
    const RemoteJudge *judge = input.call.remote;
    if (!judge)
        return CheckReport::notRun("no_runner");
    CheckReport report;
    report.bytesRead = bytesOf(input.segments);
    if (report.bytesRead > m_mostBytes)
        return CheckReport::error("too_large"); // what was cut off could hold anything
    const RemoteAnswer answer = judge->ask({m_kind, &m_parameters, m_timeout, input.segments, &input.call});
    const std::uint64_t bytesRead = report.bytesRead;
    if (answer.kind == RemoteAnswer::Kind::Timeout)
        report = CheckReport::error("timeout");
    else if (answer.kind == RemoteAnswer::Kind::Error)
        report = CheckReport::error(answer.why.empty() ? "remote_error" : answer.why);
    report.bytesRead = bytesRead;
    report.durationUs = answer.durationUs;
    if (report.outcome == CheckOutcome::Error)
        return report;
    report.score = answer.score;
    report.outcome = answer.kind == RemoteAnswer::Kind::Fail ? CheckOutcome::Fail : CheckOutcome::Pass;
    return report;
}

} // namespace gatehouse
