// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/review/groups_model.h"

#include "models/filter_text.h"
#include "models/store_session.h"
#include "models/text.h"
#include "store/group_walk.h"
#include "store/interactions.h"

#include <QLocale>

#include <array>
#include <unordered_map>

namespace gatehouse::console {

namespace {

constexpr std::size_t sliceRows = 20'000; // read in some 50 ms
constexpr std::size_t mostRows = 500; // of the rest nobody reads the end
constexpr int restMs = 3000; // between a change of the store and reading anew

struct Step {
    bool complete = false;
    qint64 groups = 0;
    std::vector<GroupRow> rows;
};

constexpr std::array<const char *, 7> names{
    "none", "near_duplicates", "conversation", "key", "rule", "payload", "application"}; // by Grouping

store::GroupBy storesWord(Grouping by)
{
    switch (by) {
    case Grouping::Conversation:
        return store::GroupBy::Conversation;
    case Grouping::Key:
        return store::GroupBy::Key;
    case Grouping::Rule:
        return store::GroupBy::Rule;
    case Grouping::Payload:
        return store::GroupBy::Payload;
    case Grouping::Application:
        return store::GroupBy::Application;
    case Grouping::NearDuplicates:
    case Grouping::None:
        break;
    }
    return store::GroupBy::NearDuplicates;
}

// What the newest call of each says; the store's ids are not words.
QString whatOf(store::GroupBy by, const store::CallGroup &group, const store::InteractionRow *newest)
{
    const QString said = newest ? toQString(newest->snippet).simplified() : QString();
    const QString value = group.terms.empty() ? QString() : toQString(group.terms.front().values.front());
    switch (by) {
    case store::GroupBy::NearDuplicates:
        return value == QLatin1String("none") ? GroupsModel::tr("Without a group") : said;
    case store::GroupBy::Payload:
        return value.isEmpty() ? GroupsModel::tr("Without a payload") : said;
    case store::GroupBy::Conversation:
        return value.isEmpty() ? GroupsModel::tr("Without a conversation")
                               : value + QStringLiteral(" · ") + said;
    case store::GroupBy::Rule:
        return value.isEmpty() ? GroupsModel::tr("No rule failed") : value;
    case store::GroupBy::Key:
        return newest
            ? QStringLiteral("%1 · %2 · %3").arg(value, toQString(newest->team), toQString(newest->useCase))
            : value;
    case store::GroupBy::Application:
        break;
    }
    return value + QStringLiteral(" · ") + toQString(group.terms.back().values.front());
}

Result<std::vector<GroupRow>> rowsOf(store::Store &store, store::GroupBy by, const store::GroupWalk &walk)
{
    const auto groups = walk.largest(mostRows);
    std::vector<InteractionId> ids;
    for (const store::CallGroup &group : groups)
        ids.push_back(group.newest);
    const auto calls = store::interactionsById(store, ids);
    if (!calls)
        return tl::unexpected<Error>(calls.error());
    std::unordered_map<std::string_view, const store::InteractionRow *> byId;
    for (const store::InteractionRow &call : *calls)
        byId.emplace(call.id.value, &call);
    std::vector<GroupRow> rows;
    for (const store::CallGroup &group : groups) {
        const auto newest = byId.find(group.newest.value);
        const store::InteractionRow *call = newest == byId.end() ? nullptr : newest->second;
        rows.push_back({toQString(store::Filter{group.terms}.toText()), whatOf(by, group, call), group.count,
            group.severity, call ? toDateTime(call->at) : QDateTime()});
    }
    return rows;
}

} // namespace

QString nameOf(Grouping by)
{
    return QString::fromLatin1(names[static_cast<std::size_t>(by)]);
}

Grouping groupingFrom(const QString &name)
{
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (name == QLatin1String(names[i]))
            return static_cast<Grouping>(i);
    }
    return Grouping::None;
}

GroupsModel::GroupsModel(StoreSession &session, QObject *parent)
    : TableModel(NUM_COLUMNS, parent)
    , m_reader(session.newReader(this))
{
    m_later.setSingleShot(true);
    m_later.setInterval(restMs);
    connect(&m_later, &QTimer::timeout, this, &GroupsModel::readAnew);
    connect(&session, &StoreSession::changed, this, [this] {
        if (m_by != Grouping::None && !m_later.isActive())
            m_later.start();
    });
}

void GroupsModel::show(const QString &filter, Grouping by)
{
    m_filter = filter;
    m_by = by;
    m_reader->cancel();
    m_reading = false;
    if (by != Grouping::None)
        readAnew();
    else
        setRows({});
}

void GroupsModel::readAnew()
{
    if (m_by == Grouping::None)
        return;
    if (m_reading) {
        m_later.start();
        return;
    }
    m_reading = true;
    walkOn(std::make_shared<store::GroupWalk>(storesWord(m_by)));
}

void GroupsModel::walkOn(const std::shared_ptr<store::GroupWalk> &walk)
{
    const bool first = walk->callCount() == 0;
    m_reader->ask(
        this,
        [filter = m_filter.toStdString(), by = storesWord(m_by), walk, first](
            store::Store &store) -> Result<Step> {
            const auto parsed = store::parseFilter(filter);
            if (!parsed)
                return tl::unexpected<Error>(parsed.error());
            const auto complete = walk->read(store, *parsed, sliceRows);
            if (!complete)
                return tl::unexpected<Error>(complete.error());
            Step step{*complete, static_cast<qint64>(walk->groupCount()), {}};
            if (!first && !*complete)
                return step;
            auto rows = rowsOf(store, by, *walk);
            if (!rows)
                return tl::unexpected<Error>(rows.error());
            step.rows = std::move(*rows);
            return step;
        },
        [this, walk, first](Result<Step> step) {
            if (!step) {
                m_reading = false;
                Q_EMIT failed(errorText(step.error()));
                return;
            }
            m_groupCount = step->groups;
            m_complete = step->complete;
            if (m_complete || (first && rowCount() == 0)) {
                setRows(std::move(step->rows));
                Q_EMIT changed();
            }
            if (step->complete)
                m_reading = false;
            else
                walkOn(walk);
        });
}

QVariant GroupsModel::headerCell(int column, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case SeverityColumn:
        return tr("Severity");
    case CountColumn:
        return tr("Calls");
    case WhatColumn:
        return tr("What");
    default:
        return tr("Newest");
    }
}

QVariant GroupsModel::cell(const GroupRow &row, int column, int role) const
{
    if (role == IdRole)
        return row.filter;
    if (column == SeverityColumn) {
        if (role == SeverityRole)
            return static_cast<int>(row.severity);
        return role == Qt::DisplayRole || role == Qt::AccessibleTextRole ? word(row.severity) : QVariant();
    }
    if (column == CountColumn && role == Qt::TextAlignmentRole)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole)
        return column == NewestColumn ? absoluteTime(row.newest) : row.what;
    if (role != Qt::DisplayRole)
        return {};
    if (column == CountColumn)
        return QLocale().toString(row.count);
    return column == WhatColumn ? row.what : listTime(row.newest);
}

} // namespace gatehouse::console
