// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/key_sheet.h"

#include "ui/settings/shortcut_map.h"
#include "ui/theme/theme.h"
#include "ui/widgets/dialog_buttons.h"
#include "ui/widgets/section_title.h"

#include <QGridLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace gatehouse::console {

namespace {

constexpr int wide = 620;
constexpr int high = 560;
constexpr int columns = 2;

QLabel *keyLabel(const QKeySequence &key)
{
    auto *label = new QLabel(key.toString(QKeySequence::NativeText));
    label->setFont(monoFont());
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return label;
}

void addGroup(QVBoxLayout *column, const QString &group, const ShortcutMap &shortcuts)
{
    column->addWidget(new SectionTitle(group));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(space::around);
    grid->setVerticalSpacing(space::inside);
    int place = 0;
    for (const Command &command : shortcuts.commands()) {
        const QKeySequence key = shortcuts.key(command.id);
        if (command.group != group || key.isEmpty())
            continue;
        const int left = (place % columns) * 2;
        grid->addWidget(keyLabel(key), place / columns, left);
        grid->addWidget(new QLabel(command.text), place / columns, left + 1);
        grid->setColumnStretch(left + 1, 1);
        ++place;
    }
    column->addLayout(grid);
    column->addSpacing(space::between);
}

} // namespace

KeySheet::KeySheet(const ShortcutMap &shortcuts, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keys"));
    auto *inside = new QWidget;
    auto *groups = new QVBoxLayout(inside);
    QStringList seen;
    for (const Command &command : shortcuts.commands()) {
        if (seen.contains(command.group))
            continue;
        seen.append(command.group);
        addGroup(groups, command.group, shortcuts);
    }
    groups->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(inside);
    scroll->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
    auto *hint = new QLabel(tr("Keys without a modifier are off while a text field has the focus."));
    hint->setProperty("look", QStringLiteral("muted"));
    auto *buttons = newDialogButtons(Leave::Close);
    auto *change = buttons->addButton(tr("Change keys…"), QDialogButtonBox::ActionRole);
    auto *column = new QVBoxLayout(this);
    column->addWidget(scroll);
    column->addWidget(hint);
    column->addWidget(buttons);
    resize(wide, high);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(change, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT changeWanted();
    });
}

} // namespace gatehouse::console
