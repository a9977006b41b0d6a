// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/exposition.h"

#include <limits>
#include <prometheus/text_serializer.h>
#include <sstream>

namespace gatehouse::gateway {
namespace {

using prometheus::ClientMetric;
using prometheus::MetricFamily;
using prometheus::MetricType;
using Labels = std::vector<ClientMetric::Label>;

constexpr double secondsPerMicro = 1e-6;

class Page {
public:
    // A family of its own for what follows.
    Page &family(const char *name, const char *help, MetricType type)
    {
        m_families.push_back({name, help, type, {}});
        return *this;
    }
    Page &value(double value, Labels labels = {})
    {
        ClientMetric metric;
        metric.label = std::move(labels);
        if (m_families.back().type == MetricType::Counter)
            metric.counter.value = value;
        else
            metric.gauge.value = value;
        m_families.back().metric.push_back(std::move(metric));
        return *this;
    }
    Page &counter(const char *name, const char *help, std::int64_t value)
    {
        return family(name, help, MetricType::Counter).add(value);
    }
    Page &gauge(const char *name, const char *help, double value)
    {
        return family(name, help, MetricType::Gauge).value(value);
    }
    Page &add(std::int64_t count, Labels labels = {})
    {
        return value(static_cast<double>(count), std::move(labels));
    }
    void histogram(const char *name, const char *help, const store::LatencyHistogram::Figures &figures);

    [[nodiscard]] std::string text() const
    {
        std::ostringstream out;
        prometheus::TextSerializer().Serialize(out, m_families);
        return out.str();
    }

private:
    std::vector<MetricFamily> m_families;
};

void Page::histogram(const char *name, const char *help, const store::LatencyHistogram::Figures &figures)
{
    family(name, help, MetricType::Histogram);
    ClientMetric metric;
    const auto &bounds = store::LatencyHistogram::bounds;
    std::uint64_t below = 0;
    for (std::size_t i = 0; i < figures.buckets.size(); ++i) {
        below += static_cast<std::uint64_t>(figures.buckets[i]);
        const double bound = i < bounds.size() ? static_cast<double>(bounds[i]) * secondsPerMicro
                                               : std::numeric_limits<double>::infinity();
        metric.histogram.bucket.push_back({below, bound});
    }
    metric.histogram.sample_count = below;
    metric.histogram.sample_sum = static_cast<double>(figures.sumUs) * secondsPerMicro;
    m_families.back().metric.push_back(std::move(metric));
}

void addCalls(Page &page, const CallCounts &calls)
{
    page.family("gatehouse_requests_total", "Authenticated calls answered.", MetricType::Counter);
    for (const auto &[label, count] : calls.answers)
        page.add(count,
            {{"route", label.route}, {"verdict", std::string(name(label.verdict))},
                {"status", std::to_string(label.status)}});
    page.counter("gatehouse_refused_keys_total", "Requests without a valid virtual key.", calls.strangers);
    page.family("gatehouse_rule_results_total", "Failed checks by rule.", MetricType::Counter);
    for (const auto &[label, count] : calls.rules)
        page.add(count,
            {{"rule", label.rule}, {"action", std::string(name(label.action))},
                {"applied", label.applied ? "true" : "false"}});
    page.family(
        "gatehouse_upstream_calls_total", "Calls a provider was asked, by outcome.", MetricType::Counter);
    for (const auto &[label, count] : calls.upstreams)
        page.add(count, {{"provider", label.provider}, {"outcome", std::string(name(label.outcome))}});
    page.family("gatehouse_tokens_total", "Tokens as providers count them.", MetricType::Counter)
        .add(calls.tokensIn, {{"direction", "input"}})
        .add(calls.tokensOut, {{"direction", "output"}});
    page.histogram("gatehouse_overhead_seconds",
        "Time of a call spent in the gateway: all of it but waiting for provider and client.",
        calls.overhead.figures());
    page.histogram("gatehouse_stream_hold_back_seconds",
        "Longest time of each stream that text was held back.", calls.holdBackTime.figures());
    page.counter("gatehouse_stream_held_back_bytes_total",
        "Sum of the most bytes each stream held back at once.", calls.holdBackBytes);
    page.counter(
        "gatehouse_not_scanned_bytes_total", "Bytes of content that no check read.", calls.notScannedBytes);
}

void addRecording(Page &page, const GatewayFigures &figures)
{
    const store::JournalFigures &journal = figures.journal;
    page.gauge("gatehouse_journal_depth", "Records the store has not yet.",
        static_cast<double>(journal.waiting + journal.kept));
    page.gauge("gatehouse_local_journal_records", "Records in the local journal, to follow to the store.",
        static_cast<double>(journal.kept));
    page.counter(
        "gatehouse_local_journal_records_total", "Records that went to the local journal.", journal.keptEver);
    page.counter(
        "gatehouse_records_refused_total", "Records neither store nor local journal took.", journal.refused);
    page.counter("gatehouse_records_rejected_total", "Records put aside, which the store does not take.",
        journal.rejected);
    page.counter("gatehouse_unrecorded_answers_total", "Calls answered unrecorded by leave of the policy.",
        figures.unrecorded);
    page.histogram(
        "gatehouse_store_commit_seconds", "Time a group of records took to be durable.", journal.commits);
}

void addState(Page &page, const GatewayFigures &figures)
{
    page.gauge("gatehouse_streams_open", "Streams being answered.", static_cast<double>(figures.streams));
    page.gauge("gatehouse_connections_open", "Client connections.", static_cast<double>(figures.connections));
    page.gauge("gatehouse_reservations_open", "Budget reservations not settled.",
        static_cast<double>(figures.reservations));
    page.histogram("gatehouse_change_propagation_seconds",
        "Time from the commit of a change (revocations among them) to its being in force.",
        figures.propagation);
    page.gauge("gatehouse_store_age_seconds", "Time since the store could last be read.",
        figures.snapshotAgeSeconds);
    page.gauge("gatehouse_ready", "1 when calls should be sent here.", figures.ready ? 1 : 0);
    page.family("gatehouse_problem", "1 for each thing that is wrong.", MetricType::Gauge);
    for (const std::string_view problem : figures.problems)
        page.value(1, {{"problem", std::string(problem)}});
    page.family("gatehouse_policy_info", "The policy in force.", MetricType::Gauge)
        .value(1,
            {{"policy", figures.policyName}, {"version", figures.policyVersion.substr(0, 12)},
                {"ordinal", std::to_string(figures.policyOrdinal)}});
    page.family("gatehouse_build_info", "The program.", MetricType::Gauge)
        .value(1, {{"version", GATEHOUSE_VERSION}});
    if (figures.certificateExpires)
        page.gauge("gatehouse_tls_certificate_expiry_timestamp_seconds",
            "When the listener's certificate ends.", *figures.certificateExpires);
    page.family("gatehouse_upstream_healthy",
        "1 for a target that calls are sent to, 0 for one that is passed over.", MetricType::Gauge);
    for (const GatewayFigures::Upstream &upstream : figures.upstreams)
        page.value(upstream.healthy ? 1 : 0, {{"provider", upstream.provider}, {"model", upstream.model}});
}

void addDeliveries(Page &page, const std::vector<GatewayFigures::Delivery> &deliveries)
{
    page.family(
        "gatehouse_deliveries_total", "Traces and alerts by what became of them.", MetricType::Counter);
    for (const GatewayFigures::Delivery &delivery : deliveries) {
        page.add(delivery.sent, {{"target", delivery.name}, {"result", "sent"}});
        page.add(delivery.dropped, {{"target", delivery.name}, {"result", "dropped"}});
        page.add(delivery.dead, {{"target", delivery.name}, {"result", "dead"}});
    }
    page.family("gatehouse_deliveries_waiting", "Traces and alerts not yet delivered.", MetricType::Gauge);
    for (const GatewayFigures::Delivery &delivery : deliveries)
        page.add(delivery.waiting, {{"target", delivery.name}});
}

} // namespace

std::string exposition(const GatewayFigures &figures)
{
    Page page;
    addCalls(page, figures.calls);
    addRecording(page, figures);
    addState(page, figures);
    addDeliveries(page, figures.deliveries);
    return page.text();
}

} // namespace gatehouse::gateway
