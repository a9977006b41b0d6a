// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/policies/exceptions_dialog.h"

#include "models/policies/exceptions_model.h"
#include "ui/settings/right_binding.h"
#include "ui/theme/theme.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/form_fields.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace gatehouse::console {

namespace {
constexpr QSize usualSize(1040, 420);
}

ExceptionsDialog::ExceptionsDialog(ExceptionDesk &desk, QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_model(new ExceptionsModel(this))
    , m_table(new DataTable(tr("Exceptions")))
    , m_empty(new QLabel(tr("There are no exceptions. Make one on the review desk, from what a rule found by "
                            "mistake.")))
    , m_trouble(newProblemLabel())
    , m_remove(new QPushButton(tr("Remove exception")))
{
    setWindowTitle(tr("Exceptions"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(usualSize);
    m_table->setModel(m_model);
    m_table->setColumnCharacters({9, 14, 22, 22, 12, 7, 8, 0});
    m_empty->setProperty("look", QStringLiteral("muted"));
    m_remove->setObjectName(QStringLiteral("remove"));
    m_remove->setToolTip(tr("From now on the rule acts again (Del)"));
    auto *close = new QPushButton(tr("Close"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_remove);
    buttons->addStretch();
    buttons->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::around, space::around, space::around, space::around);
    column->setSpacing(space::between);
    column->addWidget(m_empty);
    column->addWidget(m_table, 1);
    column->addWidget(m_trouble);
    column->addLayout(buttons);
    new ButtonRight(m_remove, Right::PublishPolicies, desk.permissions());
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_remove, &QPushButton::clicked, this, &ExceptionsDialog::removeCurrent);
    connect(
        new QShortcut(QKeySequence::Delete, m_table), &QShortcut::activated, m_remove, &QPushButton::click);
    connect(
        m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ExceptionsDialog::refresh);
    connect(&desk, &ExceptionDesk::changed, this, &ExceptionsDialog::showEntries);
    connect(&desk, &ExceptionDesk::failed, this, [this](const QString &why) {
        m_trouble->setText(why);
        m_trouble->show();
    });
    showEntries();
    desk.watch();
}

// Who was chosen stays chosen; without one, the newest.
void ExceptionsDialog::showEntries()
{
    const QString chosen = current() ? current()->id : QString();
    m_model->setRows(m_desk.entries());
    const auto &rows = m_model->rows();
    const auto same = std::find_if(
        rows.begin(), rows.end(), [&](const ExceptionEntry &entry) { return entry.id == chosen; });
    if (!rows.empty())
        m_table->selectRow(same == rows.end() ? 0 : static_cast<int>(same - rows.begin()));
    m_empty->setVisible(m_desk.isLoaded() && rows.empty());
    refresh();
}

const ExceptionEntry *ExceptionsDialog::current() const
{
    const int row = m_table->currentIndex().row();
    return row < 0 ? nullptr : &m_model->row(row);
}

void ExceptionsDialog::refresh()
{
    const ExceptionEntry *entry = current();
    m_remove->setEnabled(!m_removing && entry && entry->state == store::ExceptionState::Active);
}

void ExceptionsDialog::removeCurrent()
{
    const ExceptionEntry *entry = current();
    if (!entry)
        return;
    m_removing = true;
    m_trouble->hide();
    refresh();
    m_desk.remove(entry->id, this, [this](const QString &trouble) {
        m_removing = false;
        m_trouble->setText(trouble);
        m_trouble->setVisible(!trouble.isEmpty());
        refresh();
    });
}

} // namespace gatehouse::console
