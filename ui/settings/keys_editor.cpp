// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/keys_editor.h"

#include "ui/settings/shortcut_map.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace gatehouse::console {

namespace {
enum Column { CommandColumn, DeskColumn, KeyColumn, NUM_COLUMNS };
}

KeysEditor::KeysEditor(ShortcutMap &shortcuts, QWidget *parent)
    : QWidget(parent)
    , m_shortcuts(shortcuts)
    , m_search(new QLineEdit)
    , m_table(new QTableWidget(0, NUM_COLUMNS))
    , m_key(new QKeySequenceEdit)
    , m_words(new QLabel)
{
    m_search->setPlaceholderText(tr("Search commands"));
    m_search->setAccessibleName(tr("Search commands"));
    m_table->setAccessibleName(tr("Commands and keys"));
    m_table->setHorizontalHeaderLabels({tr("Command"), tr("Desk"), tr("Key")});
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(CommandColumn, QHeaderView::Stretch);
    m_key->setAccessibleName(tr("New key"));
    m_words->setWordWrap(true);
    m_words->setProperty("look", QStringLiteral("muted"));
    auto *apply = new QPushButton(tr("Set key"));
    auto *reset = new QPushButton(tr("Reset all keys"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_key, 1);
    row->addWidget(apply);
    row->addWidget(reset);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_search);
    column->addWidget(m_table, 1);
    column->addLayout(row);
    column->addWidget(m_words);
    connect(m_search, &QLineEdit::textChanged, this, &KeysEditor::refill);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &KeysEditor::showChosen);
    connect(apply, &QPushButton::clicked, this, &KeysEditor::applyKey);
    connect(reset, &QPushButton::clicked, this, [this] {
        m_shortcuts.resetKeys();
        refill();
    });
    refill();
}

void KeysEditor::refill()
{
    const QString kept = chosenId();
    m_table->setRowCount(0);
    for (const Command &command : m_shortcuts.commands()) {
        if (!command.text.contains(m_search->text(), Qt::CaseInsensitive))
            continue;
        const int row = m_table->rowCount();
        m_table->insertRow(row);
        auto *name = new QTableWidgetItem(command.text);
        name->setData(Qt::UserRole, command.id);
        m_table->setItem(row, CommandColumn, name);
        m_table->setItem(row, DeskColumn, new QTableWidgetItem(command.group));
        m_table->setItem(row, KeyColumn,
            new QTableWidgetItem(m_shortcuts.key(command.id).toString(QKeySequence::NativeText)));
        if (command.id == kept)
            m_table->selectRow(row);
    }
    if (m_table->currentRow() < 0 && m_table->rowCount() > 0)
        m_table->selectRow(0);
}

QString KeysEditor::chosenId() const
{
    const QTableWidgetItem *item = m_table->item(m_table->currentRow(), CommandColumn);
    return item ? item->data(Qt::UserRole).toString() : QString();
}

void KeysEditor::showChosen()
{
    m_key->setKeySequence(m_shortcuts.key(chosenId()));
    m_words->clear();
}

void KeysEditor::applyKey()
{
    const QString id = chosenId();
    if (id.isEmpty())
        return;
    const QString other = m_shortcuts.takenBy(m_key->keySequence(), id);
    if (!other.isEmpty()) {
        const QAction *action = m_shortcuts.action(other);
        m_words->setText(tr("This key belongs to \"%1\". Give that command another key first.")
                             .arg(action ? action->text() : other));
        return;
    }
    m_shortcuts.setKey(id, m_key->keySequence());
    refill();
    m_words->setText(tr("Key set."));
}

} // namespace gatehouse::console
