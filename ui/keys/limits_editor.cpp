// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/limits_editor.h"

#include "ui/keys/limit_row.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace gatehouse::console {

LimitsEditor::LimitsEditor(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout)
    , m_none(new QLabel(tr("No limits of its own: only what else applies holds it back.")))
    , m_add(new QPushButton(tr("Add limit")))
{
    m_none->setProperty("look", QStringLiteral("muted"));
    m_none->setWordWrap(true);
    m_add->setObjectName(QStringLiteral("add_limit"));
    m_add->setToolTip(tr("One more: requests, tokens, a budget, or calls at once"));
    m_column->setSpacing(space::between);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(space::between);
    all->addWidget(m_none);
    all->addLayout(m_column);
    all->addWidget(m_add, 0, Qt::AlignLeading);
    connect(m_add, &QPushButton::clicked, this, &LimitsEditor::addRow);
}

LimitRow *LimitsEditor::newRow()
{
    auto *row = new LimitRow(++m_made);
    m_rows.append(row);
    m_column->addWidget(row);
    connect(row, &LimitRow::edited, this, &LimitsEditor::edited);
    connect(row, &LimitRow::removeWanted, this, [this, row] { removeRow(row); });
    showWhetherEmpty();
    return row;
}

void LimitsEditor::addRow()
{
    newRow()->focusAmount();
    Q_EMIT edited();
}

void LimitsEditor::removeRow(LimitRow *row)
{
    m_rows.removeOne(row);
    row->hide();
    row->deleteLater();
    showWhetherEmpty();
    m_add->setFocus(Qt::OtherFocusReason);
    Q_EMIT edited();
}

void LimitsEditor::setLimits(const std::vector<Limit> &limits)
{
    for (LimitRow *row : std::as_const(m_rows)) {
        row->hide();
        row->deleteLater();
    }
    m_rows.clear();
    m_made = 0;
    for (const Limit &limit : limits)
        newRow()->setLimit(limit);
    showWhetherEmpty();
}

std::optional<std::vector<Limit>> LimitsEditor::limits()
{
    std::vector<Limit> all;
    LimitRow *wrong = nullptr;
    for (LimitRow *row : std::as_const(m_rows)) {
        const auto limit = row->limit();
        const bool twice = limit && std::any_of(all.begin(), all.end(), [&](const Limit &other) {
            return limit->replaces(other);
        });
        if (twice)
            row->say(tr("A limit of this kind and time stands above."));
        if (limit)
            all.push_back(*limit);
        if (!wrong && (!limit || twice))
            wrong = row;
    }
    if (wrong) {
        wrong->focusAmount();
        return {};
    }
    return mergedLimits({}, all);
}

void LimitsEditor::showWhetherEmpty()
{
    m_none->setVisible(m_rows.isEmpty());
}

} // namespace gatehouse::console
