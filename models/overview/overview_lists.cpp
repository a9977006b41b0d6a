// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/overview/overview_lists.h"

#include "models/filter_text.h"
#include "models/text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <functional>

namespace gatehouse::console {

namespace {

constexpr std::size_t longestList = 6;
// A rate or an average of fewer says little.
constexpr qint64 fewestJudged = 3;

struct OverviewWords {
    Q_DECLARE_TR_FUNCTIONS(OverviewWords)
};

using Counts = std::vector<store::NamedCounts>;

std::vector<NamedCount> ranked(std::vector<NamedCount> list)
{
    std::erase_if(list, [](const NamedCount &each) { return each.count <= 0 || each.name.isEmpty(); });
    std::stable_sort(
        list.begin(), list.end(), [](const NamedCount &a, const NamedCount &b) { return a.count > b.count; });
    list.resize(std::min(list.size(), longestList));
    return list;
}

std::vector<NamedCount> ranked(
    const Counts &counts, const std::function<qint64(const store::CallCounts &)> &count)
{
    std::vector<NamedCount> list;
    for (const auto &[name, calls] : counts)
        list.push_back({toQString(name), count(calls)});
    return ranked(std::move(list));
}

QString ofRule(const QString &rule, const QString &more)
{
    return filterWithTerm({}, QStringLiteral("rule"), rule, false) + QLatin1Char(' ') + more;
}

std::vector<NamedCount> falsePositives(const Counts &rules)
{
    std::vector<NamedCount> list;
    for (const auto &[rule, calls] : rules) {
        if (calls.judged < fewestJudged)
            continue;
        const qint64 rate = calls.falsePositive * 1000 / calls.judged;
        list.push_back({toQString(rule), rate,
            OverviewWords::tr("%1 %").arg(QLocale().toString(double(rate) / 10, 'f', 1)),
            ofRule(toQString(rule), QStringLiteral("disposition:false_positive"))});
    }
    return ranked(std::move(list));
}

// People decide in minutes to days.
QString waitText(qint64 microseconds)
{
    const double hours = double(microseconds) / 3.6e9;
    if (hours < 1)
        return OverviewWords::tr("%1 min").arg(QLocale().toString(hours * 60, 'f', 0));
    return hours < 48 ? OverviewWords::tr("%1 h").arg(QLocale().toString(hours, 'f', 1))
                      : OverviewWords::tr("%1 d").arg(QLocale().toString(hours / 24, 'f', 1));
}

std::vector<NamedCount> decisionTimes(const Counts &rules)
{
    std::vector<NamedCount> list;
    for (const auto &[rule, calls] : rules) {
        if (calls.timed == 0)
            continue;
        const qint64 average = calls.decisionUs / calls.timed;
        list.push_back({toQString(rule), average, waitText(average),
            ofRule(toQString(rule), QStringLiteral("state:resolved"))});
    }
    return ranked(std::move(list));
}

// Checks are named as everywhere; a filter knows them by the store's word.
std::vector<NamedCount> asChecks(std::vector<NamedCount> list)
{
    for (NamedCount &each : list) {
        each.filter = filterWithTerm({}, QStringLiteral("check"), each.name, false);
        each.name = checkWord(each.name);
    }
    return list;
}

std::vector<NamedCount> spend(const Counts &models)
{
    auto list = ranked(models, [](const store::CallCounts &calls) { return calls.costUusd; });
    for (NamedCount &each : list)
        each.text = moneyText(each.count);
    return list;
}

std::vector<NamedCount> timesOf(const std::vector<store::CheckTimes> &times)
{
    std::vector<NamedCount> list;
    for (const store::CheckTimes &each : times) {
        const qint64 average = each.runs > 0 ? each.durationNs / each.runs : 0;
        list.push_back({toQString(each.kind), average, durationText(double(average) / 1000), {}});
    }
    return asChecks(ranked(std::move(list)));
}

std::vector<NamedCount> coverageOf(const std::vector<store::CoverageBytes> &bytes)
{
    std::vector<NamedCount> list;
    for (const store::CoverageBytes &each : bytes) {
        const QString name = each.reason.empty()
            ? OverviewWords::tr("Read")
            : OverviewWords::tr("Not read: %1")
                  .arg(toQString(each.reason).replace(QLatin1Char('_'), QLatin1Char(' ')));
        // No filter tells what was read: all calls of the time.
        list.push_back({name, each.bytes, bytesText(each.bytes), QStringLiteral(" ")});
    }
    return ranked(std::move(list));
}

Status readCounts(store::Store &store, const store::HourRange &range, OverviewData &data)
{
    using store::RollupDim;
    const auto notAllowed = [](const store::CallCounts &calls) { return calls.notAllowed(); };
    const auto all = [](const store::CallCounts &calls) { return calls.calls(); };
    for (const RollupDim dim :
        {RollupDim::All, RollupDim::Key, RollupDim::Model, RollupDim::Check, RollupDim::Rule}) {
        const auto counts = store::countsByName(store, dim, range);
        if (!counts)
            return tl::unexpected<Error>(counts.error());
        if (dim == RollupDim::All) {
            data.teams = ranked(*counts, notAllowed);
        } else if (dim == RollupDim::Key) {
            data.keys = ranked(*counts, notAllowed);
        } else if (dim == RollupDim::Check) {
            data.checks = asChecks(ranked(*counts, all));
        } else if (dim == RollupDim::Model) {
            data.models = ranked(*counts, notAllowed);
            data.spend = spend(*counts);
        } else {
            data.rules = ranked(*counts, all);
            data.falsePositives = falsePositives(*counts);
            data.decisionTimes = decisionTimes(*counts);
        }
    }
    return {};
}

} // namespace

Status readLists(store::Store &store, const store::HourRange &range, OverviewData &data)
{
    if (Status read = readCounts(store, range, data); !read)
        return read;
    const auto times = store::checkTimes(store, range);
    if (!times)
        return tl::unexpected<Error>(times.error());
    const auto bytes = store::coverageBytes(store, range);
    if (!bytes)
        return tl::unexpected<Error>(bytes.error());
    data.checkTimes = timesOf(*times);
    data.coverage = coverageOf(*bytes);
    return {};
}

} // namespace gatehouse::console
