// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/policies/exceptions_dialog.h"

#include "models/policies/exception_removals.h"
#include "models/policies/exceptions_model.h"
#include "models/system/permissions.h"
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
#include <utility>

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

ExceptionsDialog::ExceptionsDialog(ExceptionDesk &desk, ExceptionRemovals &removals, QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_removals(removals)
    , m_model(new ExceptionsModel(this))
    , m_table(new DataTable(tr("Exceptions")))
    , m_list(new QStackedWidget)
    , m_empty(new EmptyState(QStringLiteral("policies")))
    , m_whole(new QLabel)
    , m_trouble(newProblemLabel())
    , m_said(new QLabel)
    , m_remove(new QPushButton(tr("Remove exception")))
    , m_undo(new QPushButton(tr("Undo")))
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
    m_undo->setObjectName(QStringLiteral("undo"));
    m_said->setObjectName(QStringLiteral("said"));
    m_said->setProperty("look", QStringLiteral("muted"));
    m_said->setTextFormat(Qt::PlainText);
    auto *close = new QPushButton(tr("Close"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_remove);
    buttons->addWidget(m_undo);
    buttons->addWidget(m_said, 1);
    buttons->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::around, space::around, space::around, space::around);
    column->setSpacing(space::between);
    column->addWidget(m_list, 1);
    column->addWidget(m_whole);
    column->addWidget(m_trouble);
    column->addLayout(buttons);
    new ButtonRight(m_remove, Right::PublishPolicies, desk.permissions());
    new ButtonRight(m_undo, Right::PublishPolicies, desk.permissions());
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_remove, &QPushButton::clicked, this, &ExceptionsDialog::removeCurrent);
    addKeys();
    connect(
        m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ExceptionsDialog::refresh);
    connect(&desk, &ExceptionDesk::changed, this, &ExceptionsDialog::showEntries);
    connect(&desk, &ExceptionDesk::failed, this, &ExceptionsDialog::showTrouble);
    connect(&removals, &ExceptionRemovals::done, this, &ExceptionsDialog::showDone);
    connect(&removals, &ExceptionRemovals::failed, this, &ExceptionsDialog::showTrouble);
    connect(&removals.undoSteps(), &UndoSteps::changed, this, &ExceptionsDialog::refresh);
    showEntries();
    desk.watch();
}

void ExceptionsDialog::addKeys()
{
    connect(
        new QShortcut(QKeySequence::Delete, m_table), &QShortcut::activated, m_remove, &QPushButton::click);
    for (const QKeySequence &key : {QKeySequence(Qt::Key_Z), QKeySequence(QKeySequence::Undo)})
        connect(new QShortcut(key, this), &QShortcut::activated, m_undo, &QPushButton::click);
    connect(m_undo, &QPushButton::clicked, &m_removals.undoSteps(), &UndoSteps::undo);
    connect(new QShortcut(QKeySequence(Qt::SHIFT | Qt::Key_Z), this), &QShortcut::activated, this, [this] {
        if (!m_removals.isBusy() && m_desk.permissions().may(Right::PublishPolicies))
            m_removals.undoSteps().redo();
    });
}

// Who was chosen stays chosen; without one, the newest.
void ExceptionsDialog::showEntries()
{
    QString chosen = current() ? current()->id : QString();
    m_model->setRows(m_desk.entries());
    const auto &rows = m_model->rows();
    const auto find = [&rows](const QString &id) {
        return std::find_if(
            rows.begin(), rows.end(), [&](const ExceptionEntry &entry) { return entry.id == id; });
    };
    if (find(m_wanted) != rows.end())
        chosen = std::exchange(m_wanted, {});
    const auto same = find(chosen);
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
    m_remove->setEnabled(!m_removals.isBusy() && entry && entry->state == store::ExceptionState::Active);
    const QString last = m_removals.undoSteps().text();
    m_undo->setEnabled(!m_removals.isBusy() && !last.isEmpty());
    m_undo->setToolTip(last.isEmpty() ? tr("Nothing was removed here") : tr("Undo: %1 (Z)").arg(last));
}

void ExceptionsDialog::removeCurrent()
{
    const ExceptionEntry *entry = current();
    if (!entry)
        return;
    m_removals.remove(*entry);
    refresh();
}

void ExceptionsDialog::showDone(const QString &what, const QString &id)
{
    m_said->setText(what);
    sayProblem(m_trouble, {});
    m_wanted = id;
    showEntries();
}

void ExceptionsDialog::showTrouble(const QString &why)
{
    m_said->clear();
    sayProblem(m_trouble, why);
    refresh();
}

} // namespace gatehouse::console
