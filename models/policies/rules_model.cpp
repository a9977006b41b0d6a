// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policies/rules_model.h"

#include "models/reconcile.h"
#include "models/text.h"

#include <QLocale>
#include <QStringList>

namespace gatehouse::console {

namespace {

QString text(const RuleEntry &rule, int column)
{
    switch (column) {
    case RulesModel::StageColumn:
        return word(rule.stage);
    case RulesModel::Rule:
        return rule.title;
    case RulesModel::Check:
        return checkWord(rule.check);
    case RulesModel::Zones:
        return rule.zones;
    case RulesModel::ModeColumn:
        return word(rule.mode);
    case RulesModel::ActionColumn:
        return word(rule.action);
    case RulesModel::SeverityColumn:
        return word(rule.severity);
    case RulesModel::Threshold:
        return rule.threshold ? QLocale().toString(*rule.threshold, 'f', 2) : QStringLiteral("–");
    default:
        return {};
    }
}

QVariant editValue(const RuleEntry &rule, int column)
{
    switch (column) {
    case RulesModel::ModeColumn:
        return static_cast<int>(rule.mode);
    case RulesModel::ActionColumn:
        return static_cast<int>(rule.action);
    case RulesModel::SeverityColumn:
        return static_cast<int>(rule.severity);
    case RulesModel::Threshold:
        return rule.threshold ? QVariant(*rule.threshold) : QVariant();
    default:
        return {};
    }
}

template <class Enum>
std::vector<Enum> valuesUpTo(Enum last)
{
    std::vector<Enum> values;
    for (int value = 0; value <= static_cast<int>(last); ++value)
        values.push_back(static_cast<Enum>(value));
    return values;
}

template <class Enum>
QVariant choices(const std::vector<Enum> &values, int role)
{
    QStringList words;
    QVariantList numbers;
    for (const Enum value : values) {
        words.append(word(value));
        numbers.append(static_cast<int>(value));
    }
    return role == RulesModel::ChoiceWordsRole ? QVariant(words) : QVariant(numbers);
}

QVariant choicesOf(const RuleEntry &rule, int column, int role)
{
    if (column == RulesModel::ModeColumn)
        return choices(valuesUpTo(Mode::Off), role);
    if (column == RulesModel::SeverityColumn)
        return choices(valuesUpTo(Severity::Critical), role);
    if (column != RulesModel::ActionColumn)
        return {};
    auto actions = valuesUpTo(Action::Block);
    // An answer can't be held: its call was made.
    if (rule.stage == Stage::Response)
        std::erase(actions, Action::Hold);
    return choices(actions, role);
}

bool hasEditor(const RuleEntry &rule, int column)
{
    return editValue(rule, column).isValid();
}

} // namespace

RulesModel::RulesModel(QObject *parent)
    : TableModel(ColumnCount, parent)
{
}

void RulesModel::update(std::vector<RuleEntry> rules)
{
    reconcileRows(
        *this, std::move(rules), [](const RuleEntry &rule) { return rule.id; }, std::equal_to<>{});
}

void RulesModel::setPublished(std::vector<RuleEntry> rules)
{
    m_published = std::move(rules);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void RulesModel::setEditable(bool editable)
{
    m_editable = editable;
}

int RulesModel::rowOf(const QString &rule) const
{
    const auto found
        = std::find_if(rows().begin(), rows().end(), [&](const RuleEntry &row) { return row.id == rule; });
    return found == rows().end() ? -1 : static_cast<int>(found - rows().begin());
}

Qt::ItemFlags RulesModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && m_editable && hasEditor(row(index.row()), index.column()))
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool RulesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable))
        return false;
    const RuleEntry &rule = row(index.row());
    if (value == editValue(rule, index.column()))
        return false;
    RuleEdit edit;
    edit.rule = rule.id.toStdString();
    switch (index.column()) {
    case ModeColumn:
        edit.mode = static_cast<Mode>(value.toInt());
        break;
    case ActionColumn:
        edit.action = static_cast<Action>(value.toInt());
        break;
    case SeverityColumn:
        edit.severity = static_cast<Severity>(value.toInt());
        break;
    default:
        edit.threshold = value.toDouble();
        break;
    }
    Q_EMIT editWanted(edit);
    return true;
}

bool RulesModel::isChanged(const RuleEntry &rule, int column) const
{
    if (m_published.empty())
        return false;
    const auto found = std::find_if(
        m_published.begin(), m_published.end(), [&](const RuleEntry &other) { return other.id == rule.id; });
    return found == m_published.end() || text(*found, column) != text(rule, column);
}

QVariant RulesModel::headerCell(int column, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    const QString names[] = {tr("Stage"), tr("Rule"), tr("Check"), tr("Mode"), tr("Action"), tr("Severity"),
        tr("Threshold"), tr("Zones")};
    return names[column];
}

QVariant RulesModel::cell(const RuleEntry &rule, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return text(rule, column);
    case Qt::EditRole:
        return hasEditor(rule, column) ? editValue(rule, column) : QVariant(text(rule, column));
    case Qt::ToolTipRole: {
        if (hasEditor(rule, column))
            return tr("Enter or F2 to change");
        return column == Rule ? rule.id + QStringLiteral("\n") + rule.description : text(rule, column);
    }
    case Qt::AccessibleTextRole:
        return headerCell(column, Qt::DisplayRole).toString() + QLatin1Char(' ') + text(rule, column);
    case ChangedRole:
        return isChanged(rule, column);
    case IdRole:
        return rule.id;
    case SeverityRole:
        return column == SeverityColumn ? QVariant(static_cast<int>(rule.severity)) : QVariant();
    case ChoiceWordsRole:
    case ChoiceValuesRole:
        return choicesOf(rule, column, role);
    default:
        return {};
    }
}

} // namespace gatehouse::console
