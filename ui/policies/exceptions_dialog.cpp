// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/policies/exceptions_dialog.h"

#include "models/policies/exceptions_model.h"
#include "models/text.h"
#include "ui/settings/right_binding.h"
#include "ui/theme/theme.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/form_fields.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace gatehouse::console {

namespace {

constexpr QSize usualSize(1120, 440);
constexpr int wholeLines = 2; // of what the columns may cut

QString wholeOf(const ExceptionEntry &entry)
{
    return QStringList{entry.rule, entry.calls, entry.what}.join(QStringLiteral(" · ")) + QLatin1Char('\n')
        + ExceptionsDialog::tr("%1 (%2, %3)").arg(entry.reason, entry.author, absoluteTime(entry.createdAt));
}

} // namespace

ExceptionsDialog::ExceptionsDialog(ExceptionDesk &desk, QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_model(new ExceptionsModel(this))
    , m_table(new DataTable(tr("Exceptions")))
    , m_list(new QStackedWidget)
    , m_empty(new EmptyState(QStringLiteral("policies")))
    , m_whole(new QLabel)
    , m_trouble(newProblemLabel())
    , m_remove(new QPushButton(tr("Remove exception")))
{
    setWindowTitle(tr("Exceptions"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(usualSize);
    m_table->setModel(m_model);
    m_table->setColumnCharacters({9, 18, 24, 24, 11, 7, 8, 0});
    m_list->addWidget(m_table);
    m_list->addWidget(m_empty);
    m_whole->setAccessibleName(tr("The chosen exception"));
    m_whole->setTextFormat(Qt::PlainText);
    m_whole->setWordWrap(true);
    m_whole->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_whole->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_whole->setMinimumHeight(wholeLines * fontMetrics().lineSpacing());
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
    column->addWidget(m_list, 1);
    column->addWidget(m_whole);
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
    connect(&desk, &ExceptionDesk::failed, this, [this](const QString &why) { sayProblem(m_trouble, why); });
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
    if (m_desk.isLoaded())
        m_empty->setWords(
            tr("There are no exceptions. Make one on the review desk, from what a rule found by "
               "mistake."));
    m_list->setCurrentWidget(m_desk.isLoaded() && rows.empty() ? static_cast<QWidget *>(m_empty) : m_table);
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
    m_whole->setText(entry ? wholeOf(*entry) : QString());
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
        sayProblem(m_trouble, trouble);
        refresh();
    });
}

} // namespace gatehouse::console
