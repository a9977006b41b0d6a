// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/policies/rule_delegate.h"

#include "models/policies/rules_model.h"

#include <QComboBox>
#include <QDoubleSpinBox>

namespace gatehouse::console {

namespace {
constexpr double thresholdStep = 0.05;
}

RuleDelegate::RuleDelegate(QObject *parent)
    : SeverityDelegate(parent)
{
}

QWidget *RuleDelegate::createEditor(
    QWidget *parent, const QStyleOptionViewItem & /*option*/, const QModelIndex &index) const
{
    const QString name = index.model()->headerData(index.column(), Qt::Horizontal).toString();
    const QStringList words = index.data(RulesModel::ChoiceWordsRole).toStringList();
    if (words.isEmpty()) {
        auto *number = new QDoubleSpinBox(parent);
        number->setRange(0, 1);
        number->setSingleStep(thresholdStep);
        number->setAccessibleName(name);
        return number;
    }
    auto *choice = new QComboBox(parent);
    const QVariantList values = index.data(RulesModel::ChoiceValuesRole).toList();
    for (qsizetype i = 0; i < words.size(); ++i)
        choice->addItem(words[i], values[i]);
    choice->setAccessibleName(name);
    // A word chosen is a word meant: no second key press to leave the cell.
    auto *self = const_cast<RuleDelegate *>(this);
    connect(choice, &QComboBox::activated, self, [self, choice] {
        Q_EMIT self->commitData(choice);
        Q_EMIT self->closeEditor(choice);
    });
    return choice;
}

void RuleDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    const QVariant value = index.data(Qt::EditRole);
    if (auto *choice = qobject_cast<QComboBox *>(editor))
        choice->setCurrentIndex(choice->findData(value));
    else if (auto *number = qobject_cast<QDoubleSpinBox *>(editor))
        number->setValue(value.toDouble());
}

void RuleDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (const auto *choice = qobject_cast<QComboBox *>(editor))
        model->setData(index, choice->currentData());
    else if (const auto *number = qobject_cast<QDoubleSpinBox *>(editor))
        model->setData(index, number->value());
}

void RuleDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    SeverityDelegate::initStyleOption(option, index);
    if (index.data(RulesModel::ChangedRole).toBool())
        option->font.setBold(true);
}

} // namespace gatehouse::console
