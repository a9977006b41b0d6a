// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/audit_detail.h"

#include "models/json_changes_model.h"
#include "models/text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/section_title.h"

#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace gatehouse::console {

namespace {

constexpr int shownHash = 16; // enough to compare by eye; the button copies all of it

QLabel *newWords(const QString &look = {})
{
    auto *label = new QLabel;
    label->setWordWrap(true);
    label->setProperty("look", look);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

AuditDetail::AuditDetail(QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget)
    , m_title(new SectionTitle)
    , m_who(newWords(QStringLiteral("muted")))
    , m_reason(newWords())
    , m_hash(newWords(QStringLiteral("muted")))
    , m_copyHash(new CopyButton(tr("hash")))
    , m_changes(new JsonChangesModel(this))
    , m_noChanges(newWords(QStringLiteral("muted")))
{
    auto *nothing = new EmptyState(QStringLiteral("audit"));
    nothing->setWords(tr("Choose an entry to see what was different before and after."));
    m_stack->addWidget(nothing);
    m_stack->addWidget(newContent());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
}

QWidget *AuditDetail::newContent()
{
    auto *table = new DataTable(tr("What changed"));
    table->setObjectName(QStringLiteral("changes"));
    table->setModel(m_changes);
    table->setColumnCharacters({16, 0, 0});
    table->setWordWrap(true);
    m_table = table;
    m_noChanges->setText(tr("No value is noted before or after."));
    m_title->setWordWrap(true);
    auto *hash = new QHBoxLayout;
    hash->addWidget(m_hash, 1);
    hash->addWidget(m_copyHash);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(space::around, space::around, space::around, space::around);
    column->setSpacing(space::between);
    column->addWidget(m_title);
    column->addWidget(m_who);
    column->addWidget(m_reason);
    column->addWidget(m_table, 1);
    column->addWidget(m_noChanges, 1, Qt::AlignTop);
    column->addLayout(hash);
    return content;
}

void AuditDetail::setItem(const AuditItem &item)
{
    m_title->setText(QStringLiteral("%1 · %2").arg(item.action, item.object));
    m_who->setText(tr("%1 · %2 · entry %3").arg(item.actor, absoluteTime(item.at)).arg(item.seq));
    m_reason->setText(item.reason);
    m_reason->setVisible(!item.reason.isEmpty());
    m_hash->setText(tr("hash %1…").arg(item.hash.left(shownHash)));
    m_hash->setToolTip(item.hash);
    m_copyHash->setContent(item.hash);
    m_changes->setRows(jsonDifference(item.before, item.after));
    const auto &changes = m_changes->rows();
    const bool changed = !changes.empty();
    // What was made or removed whole has one side only; the other would be a column of dashes.
    const auto none = [&](QString JsonChange::*side) {
        return std::all_of(changes.begin(), changes.end(),
            [side](const JsonChange &change) { return (change.*side).isEmpty(); });
    };
    m_table->setColumnHidden(JsonChangesModel::Before, none(&JsonChange::before));
    m_table->setColumnHidden(JsonChangesModel::After, none(&JsonChange::after));
    m_table->setVisible(changed);
    m_noChanges->setVisible(!changed);
    m_stack->setCurrentIndex(1);
}

void AuditDetail::showNothing()
{
    m_stack->setCurrentIndex(0);
}

} // namespace gatehouse::console
