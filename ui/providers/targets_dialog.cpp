// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/targets_dialog.h"

#include "models/system/provider_desk.h"
#include "ui/providers/target_row.h"
#include "ui/theme/theme.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace gatehouse::console {

namespace {
constexpr int wide = 640;
}

TargetsDialog::TargetsDialog(ProviderDesk &desk, const QString &model, QWidget *parent)
    : EditDialog(desk, model.isEmpty() ? tr("Add model") : tr("Save targets"), parent)
    , m_new(model.isEmpty())
    , m_shown(desk.targets().targetsOf(model))
    , m_model(new QLineEdit(model))
    , m_column(new QVBoxLayout)
{
    setWindowTitle(m_new ? tr("Add model") : tr("Targets of %1").arg(model));
    setMinimumWidth(wide);
    for (const ProviderEntry &provider : desk.providers().rows())
        m_providers.append(provider.name);
    fields().add(form(), QStringLiteral("model"), tr("&Model"), m_model, tr("What callers ask for"));
    m_model->setEnabled(m_new);
    auto *hint = new QLabel(
        tr("Calls are shared out by weight; a call goes on to the next target when one fails before "
           "its answer began. Weight 0 is asked only when the others failed."));
    hint->setProperty("look", QStringLiteral("muted"));
    hint->setWordWrap(true);
    addBelowForm(hint);
    auto *rows = new QWidget;
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::between);
    rows->setLayout(m_column);
    addBelowForm(rows);
    auto *add = new QPushButton(tr("Add target"));
    add->setObjectName(QStringLiteral("add_target"));
    add->setAutoDefault(false);
    add->setToolTip(tr("One more that serves this name"));
    auto *line = new QWidget;
    auto *lineLayout = new QVBoxLayout(line);
    lineLayout->setContentsMargins(0, 0, 0, 0);
    lineLayout->addWidget(add, 0, Qt::AlignLeading);
    lineLayout->addStretch();
    addBelowForm(line, 1);
    connect(add, &QPushButton::clicked, this, [this] { addRow()->focusProvider(); });
    for (const TargetEntry &target : std::as_const(m_shown))
        addRow()->setTarget(target);
    if (m_new)
        addRow();
    if (m_new)
        m_model->setFocus();
    else if (!m_rows.isEmpty())
        m_rows.first()->focusProvider();
}

TargetRow *TargetsDialog::addRow()
{
    auto *row = new TargetRow(m_providers, ++m_made);
    m_rows.append(row);
    m_column->addWidget(row);
    connect(row, &TargetRow::removeWanted, this, [this, row] {
        m_rows.removeOne(row);
        row->hide();
        row->deleteLater();
    });
    return row;
}

void TargetsDialog::save()
{
    const QString model = m_model->text().trimmed();
    QList<TargetEntry> targets;
    for (const TargetRow *row : std::as_const(m_rows))
        targets.append(row->target(model));
    if (m_new && targets.isEmpty()) {
        fields().say(QString(), tr("Add a target: who serves this model?"));
        return;
    }
    waitForDesk();
    desk().setTargets(model, m_shown, targets);
}

} // namespace gatehouse::console
