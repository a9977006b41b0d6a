// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// One check compiled by itself and run over bare texts.

#include "core/checks/check.h"
#include "core/checks/parameters.h"
#include "core/checks/pattern_set.h"

#include <QString>
#include <QStringList>
#include <boost/json/parse.hpp>
#include <memory>
#include <string>

namespace gatehouse::test {

class CheckRunner {
public:
    explicit CheckRunner(
        std::string_view kind, std::string_view parameters = "{}", CheckEnvironment environment = {})
    {
        PatternSetBuilder builder;
        auto made = findCheckKind(kind)->make(
            CheckParameters(boost::json::parse(parameters).as_object(), std::move(environment)), builder);
        if (!made) {
            m_error = made.error();
            return;
        }
        m_check = std::move(*made);
        m_patterns = *builder.build();
    }

    [[nodiscard]] const Check *check() const { return m_check.get(); }
    [[nodiscard]] const Error &error() const { return m_error; }

    [[nodiscard]] CheckReport run(const std::vector<std::string> &texts) const
    {
        std::vector<Segment> segments(texts.size());
        for (std::size_t i = 0; i < texts.size(); ++i)
            segments[i].text = texts[i];
        return run(segments);
    }
    // Request segments as they are, every one given to the check.
    [[nodiscard]] CheckReport run(const std::vector<Segment> &segments) const
    {
        RequestFacts facts;
        CallFacts call;
        call.request = &facts;
        return run(segments, call);
    }
    [[nodiscard]] CheckReport run(const std::vector<Segment> &segments, const CallFacts &call) const
    {
        m_segments = segments;
        m_hits.assign(segments.size(), {});
        m_scanned.clear();
        for (std::size_t i = 0; i < segments.size(); ++i) {
            m_hits[i] = m_patterns->scan(m_segments[i].text);
            m_scanned.push_back({&m_segments[i], static_cast<int>(i), BodyPart::Request, &m_hits[i],
                m_segments[i].text, nullptr});
        }
        const CallContent content{m_scanned, {}, {}, {}};
        return m_check->run({m_scanned, call, content});
    }
    // An answer and the request it answers; the check is given the segments of the answer.
    [[nodiscard]] CheckReport runAnswer(
        const std::vector<Segment> &request, const std::vector<Segment> &response) const
    {
        RequestFacts facts;
        CallFacts call;
        call.request = &facts;
        return runAnswer(request, response, call);
    }
    [[nodiscard]] CheckReport runAnswer(const std::vector<Segment> &request,
        const std::vector<Segment> &response, const CallFacts &call) const
    {
        m_segments = request;
        m_segments.insert(m_segments.end(), response.begin(), response.end());
        m_hits.assign(m_segments.size(), {});
        m_scanned.clear();
        for (std::size_t i = 0; i < m_segments.size(); ++i) {
            const bool asked = i < request.size();
            m_hits[i] = m_patterns->scan(m_segments[i].text);
            m_scanned.push_back({&m_segments[i], static_cast<int>(asked ? i : i - request.size()),
                asked ? BodyPart::Request : BodyPart::Response, &m_hits[i], m_segments[i].text, nullptr});
        }
        const std::span<const ScannedSegment> all(m_scanned);
        const CallContent content{all.first(request.size()), all.subspan(request.size()), {}, {}};
        return m_check->run({content.response, call, content});
    }
    [[nodiscard]] CheckReport run(const std::string &text) const
    {
        return run(std::vector<std::string>{text});
    }
    [[nodiscard]] CheckReport runFacts(const CallFacts &call) const
    {
        const CallContent nothing;
        return m_check->run({{}, call, nothing});
    }

private:
    std::unique_ptr<Check> m_check;
    std::shared_ptr<const PatternSet> m_patterns;
    Error m_error;
    // Of the last run: findings point into it.
    mutable std::vector<Segment> m_segments;
    mutable std::vector<PatternHits> m_hits;
    mutable std::vector<ScannedSegment> m_scanned;
};

// "label@start-end label@start-end", for messages and comparisons.
inline QString describe(const CheckReport &report)
{
    QStringList out;
    for (const CheckFinding &finding : report.findings)
        out << QStringLiteral("%1@%2-%3")
                   .arg(QString::fromStdString(finding.label))
                   .arg(finding.range.start)
                   .arg(finding.range.end);
    return out.join(' ');
}

// The bytes a finding names.
inline std::string textOf(const CheckFinding &finding)
{
    return std::string(finding.place->text.substr(finding.range.start, finding.range.size()));
}

inline const CheckFinding *findingOf(const CheckReport &report, std::string_view label)
{
    for (const CheckFinding &finding : report.findings) {
        if (finding.label == label)
            return &finding;
    }
    return nullptr;
}

} // namespace gatehouse::test
